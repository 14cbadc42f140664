"""What the public sees otherwise after each entry of a ledger between two versions, and from which cause.

Figures are protected before they are compared, at every entry: a change within a range is none, nor is one of
a restricted figure. So what is told here depends on nothing but what the public saw all along.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from plans.document import PlanDocument, Target
from plans.document_diff import Change, difference
from plans.document_rows import commune_key
from plans.protection import Cell, Form, Paper, Shown, protect
from plans.vocabulary import EntryKind, Protection

Pair: TypeAlias = tuple[int, str]
"""A commune and a period."""


class Cause(StrEnum):
    """Why something is shown otherwise, in the order in which a reader is told."""

    REPORT = "report"
    """The first report of a commune for a period."""
    LATE_REPORT = "late_report"
    """The same, where its first sending came after its due date."""
    CORRECTION = "correction"
    """A report in place of one that was accepted before."""
    WITHDRAWAL = "withdrawal"
    RECOGNITION = "recognition"
    TARGET_REVISION = "target_revision"
    PARTICIPATION = "participation"
    PLAN_EDIT = "plan_edit"
    COMMUNE_EDIT = "commune_edit"
    """The name or the place of a commune; no figure depends on it."""
    EXTENSION = "extension"
    CLOSING = "closing"
    OPENING = "opening"


@dataclass(frozen=True)
class Step:
    """One entry of the ledger, as far as it may change what is shown."""

    version: int
    kind: EntryKind
    day: date
    cause: str = ""
    source: str = ""
    cells: tuple[Cell, ...] = ()
    document: PlanDocument | None = None
    """The whole plan, where the entry edits it."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that the public sees otherwise; None where nothing stood before."""

    indicator: str
    commune: int
    period: str
    before: Shown | None
    after: Shown | None


@dataclass(frozen=True)
class TargetMoved:
    """What was decided for a year, before and after; None where nothing was."""

    code: str
    year: int
    commune: str
    """Its key in the plan's document; empty for the whole plan."""
    before: Target | None
    after: Target | None


@dataclass(frozen=True)
class Told:
    """One thing that happened, with everything that the public sees otherwise by it."""

    cause: Cause
    day: date
    version: int
    source: str = ""
    words: str = ""
    """Why, in the words of who decided it; only where these are public."""
    paper: Paper | None = None
    """The deciding document, where there is one of its own."""
    commune: int | None = None
    """Where it concerns one commune alone."""
    period: str = ""
    figures: tuple[Moved, ...] = ()
    targets: tuple[TargetMoved, ...] = ()
    edits: tuple[Change, ...] = ()


PROTECTING: Final = ("protection", "protected_with", "kind")
"""The fields of an indicator that say how its figures are protected."""
_MOVES: Final = {"close": Cause.CLOSING, "open": Cause.OPENING}
_FILE, _PERIOD, _COMMUNE = "file:", "period:", "admin:commune "


def protected_anew(before: PlanDocument, after: PlanDocument) -> frozenset[str]:
    """Codes of the indicators whose figures an edit protects in another way."""
    old = {row.code: row for row in before.indicators}
    return frozenset(
        row.code
        for row in after.indicators
        if row.code in old and any(getattr(row, name) != getattr(old[row.code], name) for name in PROTECTING)
    )


def tied(document: PlanDocument) -> frozenset[str]:
    """Codes of the indicators whose figures are protected by one another's."""
    pairs = [(row.code, row.protected_with) for row in document.indicators if row.protected_with]
    return frozenset(code for pair in pairs for code in pair)


def told(
    document: PlanDocument,
    cells: Iterable[Cell],
    known: Iterable[Pair],
    steps: Iterable[Step],
    late: Collection[Pair] = (),
) -> tuple[Told, ...]:
    """What the steps tell, in their order.

    * `document` is the plan as it stood before the first of them;
    * `cells` stood accepted then: at least those that the steps supersede, those of tied indicators and of
      indicators that the steps protect in another way;
    * `known` are the communes and periods of which the public knew any figure;
    * `late` are those whose report came after its due date.
    """
    state = _State(document, cells, known, late)
    return _without_taken_down([found for step in steps for found in state.take(step)])


def _without_taken_down(found: Sequence[Told]) -> tuple[Told, ...]:
    """The same without the values of figures that were taken down later: they are not told again here."""
    taken = {
        (moved.indicator, moved.commune, moved.period): one.version
        for one in found
        if one.cause is Cause.WITHDRAWAL
        for moved in one.figures
    }

    def hidden(shown: Shown | None) -> Shown | None:
        known = shown is not None and shown.known
        return replace(shown, form=Form.NOT_PUBLISHED, low=None, high=None) if shown and known else shown

    def told_of(moved: Moved, version: int) -> Moved:
        until = taken.get((moved.indicator, moved.commune, moved.period), -1)
        if version > until:
            return moved
        return replace(moved, before=hidden(moved.before), after=hidden(moved.after))

    return tuple(
        replace(one, figures=tuple(told_of(moved, one.version) for moved in one.figures)) for one in found
    )


class _State:
    """The ledger as the public knows it, step by step."""

    def __init__(
        self,
        document: PlanDocument,
        cells: Iterable[Cell],
        known: Iterable[Pair],
        late: Collection[Pair],
    ) -> None:
        self.document, self.known, self.late = document, set(known), late
        self.cells: dict[Pair, dict[str, Cell]] = {}
        self._put(cells)

    def _put(self, cells: Iterable[Cell]) -> None:
        for cell in cells:
            self.cells.setdefault((cell.commune, cell.period), {})[cell.indicator] = cell

    def take(self, step: Step) -> Iterator[Told]:
        """What one step tells; afterwards it has happened."""
        before, document = self.document, step.document or self.document
        pairs = sorted({(cell.commune, cell.period) for cell in step.cells})
        anew = protected_anew(before, document) if step.document else frozenset[str]()
        if anew:
            pairs = sorted(self.cells.keys() | set(pairs))
        old = self._shown(pairs)
        self._put(step.cells)
        self.document = document
        figures = _figures(old, self._shown(pairs))
        yield from self._of_figures(step, figures)
        if step.document:
            yield from _of_document(step, before, step.document, figures if anew else ())
        yield from _of_dates(step)
        self.known |= {(one.commune, one.period) for one in figures}

    def _shown(self, pairs: Iterable[Pair]) -> dict[tuple[str, int, str], Shown]:
        cells = [cell for pair in pairs for cell in self.cells.get(pair, {}).values()]
        return {(f.indicator, f.commune, f.period): f for f in protect(cells, self.document)}

    def _of_figures(self, step: Step, figures: Sequence[Moved]) -> Iterator[Told]:
        if step.kind is EntryKind.RECOGNITION and figures:
            papers = [one.after.paper for one in figures if one.after and one.after.paper.number]
            yield Told(
                *(Cause.RECOGNITION, step.day, step.version, step.source),
                paper=papers[0] if papers else None,
                period=figures[0].period,
                figures=tuple(figures),
            )
        if step.kind not in (EntryKind.ACCEPTANCE, EntryKind.WITHDRAWAL):
            return
        for pair in dict.fromkeys((one.commune, one.period) for one in figures):
            yield Told(
                *(self._cause(step, pair), step.day, step.version, step.source),
                commune=pair[0],
                period=pair[1],
                figures=tuple(one for one in figures if (one.commune, one.period) == pair),
            )

    def _cause(self, step: Step, pair: Pair) -> Cause:
        if step.kind is EntryKind.WITHDRAWAL:
            return Cause.WITHDRAWAL
        if pair in self.known:
            return Cause.CORRECTION
        return Cause.LATE_REPORT if pair in self.late else Cause.REPORT


def _figures(
    old: dict[tuple[str, int, str], Shown], new: dict[tuple[str, int, str], Shown]
) -> tuple[Moved, ...]:
    """Those that appear otherwise; the order is that of the plan's codes within a commune and period."""
    places = sorted(old.keys() | new.keys(), key=lambda place: (place[1], place[2], place[0]))
    pairs = ((place, old.get(place), new.get(place)) for place in places)
    return tuple(Moved(*place, *both) for place, *both in pairs if _seen(both[0]) != _seen(both[1]))


def _seen(shown: Shown | None) -> object:
    """What can be told apart of a figure; not where it came from, nor what stands behind a range."""
    if shown is None:
        return None
    return (shown.form, shown.low, shown.high, shown.paper if shown.form is Form.EXACT else None)


def _of_document(
    step: Step, before: PlanDocument, after: PlanDocument, figures: Sequence[Moved]
) -> Iterator[Told]:
    """An edit by what it is about: targets, who takes part, everything else."""
    changes = difference(before, after)
    words = "" if step.source.startswith(_FILE) else step.cause
    own = (step.day, step.version, step.source, words)
    targets = tuple(_targets(before, after))
    if targets:
        yield Told(Cause.TARGET_REVISION, *own, targets=targets)
    parts = tuple(change for change in changes if change.place.startswith("participation "))
    if parts:
        yield Told(Cause.PARTICIPATION, *own, edits=parts)
    rest = tuple(c for c in changes if not c.place.startswith(("participation ", "target ")))
    if rest or figures:
        yield Told(Cause.PLAN_EDIT, *own, edits=rest, figures=tuple(figures))


def _of_dates(step: Step) -> Iterator[Told]:
    """What an entry without figures and document says of due dates and of communes."""
    period = step.source.removeprefix(_PERIOD) if step.source.startswith(_PERIOD) else ""
    if step.kind is EntryKind.EXTENSION:
        yield Told(Cause.EXTENSION, step.day, step.version, period=period)
    if step.kind is EntryKind.REPORT_MOVE and period and step.cause in _MOVES:
        yield Told(_MOVES[step.cause], step.day, step.version, period=period)
    if step.kind is EntryKind.PLAN_EDIT and step.document is None and step.source.startswith(_COMMUNE):
        yield Told(Cause.COMMUNE_EDIT, step.day, step.version, step.source, step.cause)


def _targets(before: PlanDocument, after: PlanDocument) -> Iterator[TargetMoved]:
    """Those of communes for restricted indicators are nobody's business outside."""
    old, new = ({row.key: row for row in document.targets} for document in (before, after))
    hidden = {row.code for row in after.indicators if row.protection is Protection.RESTRICTED}
    for key in sorted(old.keys() | new.keys()):
        one, other = old.get(key), new.get(key)
        row = other or one
        if one == other or row is None or (row.commune and row.indicator in hidden):
            continue
        place = commune_key(row.commune, row.commune_valid_from) if row.commune else ""
        yield TargetMoved(row.objective or row.indicator, row.year, place, one, other)
