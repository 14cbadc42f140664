"""Plan documents for tests: Plan 125 as the repository ships it, and ways to bend it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from plans.document import PlanDocument
from plans.document_toml import read

PLAN_125 = Path(__file__).resolve().parents[1] / "plans" / "data" / "125-kh-ubnd.toml"


@cache
def plan_125() -> PlanDocument:
    """Plan 125, read once."""
    return read(PLAN_125.read_text(encoding="utf-8"))


def bent(name: str, key: str, **changes: Any) -> PlanDocument:
    """Plan 125 with one row of the list `name`, found by its key, changed."""
    rows = getattr(plan_125(), name)
    assert any(row.key == key for row in rows)
    return with_rows(name, *(replace(row, **changes) if row.key == key else row for row in rows))


def with_rows(name: str, *rows: Any) -> PlanDocument:
    """Plan 125 with other rows in the list `name`."""
    changes: dict[str, Any] = {name: rows}
    return replace(plan_125(), **changes)
