"""What was measured, as a table in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

COLUMNS: Final = (
    ("database", "engine", "{}"),
    ("size", "size", "{}"),
    ("what", "what", "{}"),
    ("of (a)", "ratio", "{:.2f}"),
    ("a second", "per_second", "{:.0f}"),
    ("ms, half", "p50", "{:.1f}"),
    ("ms, 99 of 100", "p99", "{:.1f}"),
    ("queries", "computed", "{}"),
    ("queries, ready", "ready", "{}"),
    ("bytes, gzip", "bytes", "{}"),
    ("MB", "megabytes", "{:.0f}"),
)


def table(rows: Iterable[Mapping[str, Any]]) -> str:
    """One line for each measure; what was not measured stays empty."""
    heads = [title for title, _name, _form in COLUMNS]
    lines = [heads, ["---"] * len(heads)]
    lines += [[form.format(row[name]) if name in row else "" for _t, name, form in COLUMNS] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
