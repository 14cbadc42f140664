"""Through which communes an objective moved between two periods or two moments."""

from __future__ import annotations

from dataclasses import dataclass

from plans.objectives import CommuneResult, ObjectiveResult
from plans.windows import Judged, Verdict


@dataclass(frozen=True)
class Change:
    """A commune whose verdict is another one than before."""

    commune: int
    before: Verdict | None
    """None where it did not take part."""
    after: Verdict | None
    cells: tuple[Judged, ...]
    """The criteria, as they are after, whose verdict changed."""


def changes(before: ObjectiveResult, after: ObjectiveResult) -> tuple[Change, ...]:
    """Through which communes the value moved between two results of one objective."""
    old = {row.commune: row for row in before.communes}
    new = {row.commune: row for row in after.communes}
    found = (_change(commune, old.get(commune), new.get(commune)) for commune in sorted({*old, *new}))
    return tuple(change for change in found if change.before is not change.after)


def _change(commune: int, old: CommuneResult | None, new: CommuneResult | None) -> Change:
    before = {cell.criterion.key: cell.verdict for cell in old.cells} if old else {}
    cells = tuple(
        cell for cell in (new.cells if new else ()) if before.get(cell.criterion.key) is not cell.verdict
    )
    return Change(commune, old.verdict if old else None, new.verdict if new else None, cells)
