"""Objectives and their criteria over communes or moments beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from communes.presenting.side_by_side import Side
from plans import objectives
from plans.addresses import why_objective
from plans.document import Objective
from plans.objectives import ObjectiveResult
from plans.presenting import COMMUNE_WORDS, VERDICT_MARKS, VERDICT_WORDS, Scope
from plans.presenting.wording import in_language
from plans.windows import Verdict


@dataclass(frozen=True)
class VerdictCell:
    """A verdict on one commune, or how many of the city's communes have it."""

    mark: str
    text: str
    href: str = ""


@dataclass(frozen=True)
class VerdictRow:
    """An objective, or one of its criteria, over the sides."""

    name: str
    code: str
    href: str
    whole: bool
    """Whether it is the objective itself."""
    cells: tuple[VerdictCell, ...]


def verdict_rows(sides: Sequence[Side], *, with_city: bool) -> Iterator[VerdictRow]:
    """Each objective, then its criteria; `with_city` adds how many of all meet it."""
    first = sides[0].scope
    scopes = [side.scope for side in sides] + ([first.of(None)] if with_city else [])
    for objective in first.book.document.objectives:
        columns = [_column(scope, objective) for scope in scopes]
        names = [in_language(objective, "name")]
        rows = [(objective.code, first.page("objective", objective.code))]
        for criterion in objective.criteria:
            indicator = first.book.document.indicator(criterion.indicator)
            names.append(in_language(indicator, "name"))
            rows.append((indicator.code, first.indicator(indicator.code)))
        for place, (name, (code, href)) in enumerate(zip(names, rows, strict=True)):
            yield VerdictRow(name, code, href, place == 0, tuple(column[place] for column in columns))


def _column(scope: Scope, objective: Objective) -> list[VerdictCell]:
    """The objective and its criteria on one side."""
    nothing = [VerdictCell("na", "–")] * (len(objective.criteria) + 1)
    href = why_objective(scope.plan, objective.code, scope.moment, scope.place.slug if scope.place else None)
    try:
        if scope.commune is None:
            return _counted(objectives.result(scope.book, objective.code, scope.key), href)
        if not scope.book.takes_part(scope.commune, scope.quarter):
            return nothing
        row = objectives.of_commune(scope.book, objective.code, scope.commune, scope.key)
    except KeyError:
        return nothing
    mark, text = VERDICT_MARKS[row.verdict], str(COMMUNE_WORDS[row.verdict])
    cells = [
        VerdictCell(mark, text, href) if row.counted else VerdictCell("na", _("not counted"), href),
        *(VerdictCell(VERDICT_MARKS[c.verdict], str(VERDICT_WORDS[c.verdict]), href) for c in row.cells),
    ]
    return cells if len(cells) == len(nothing) else nothing


def _counted(found: ObjectiveResult, href: str) -> list[VerdictCell]:
    """How many of those counted meet the objective, and each criterion."""
    columns = [[row.verdict for row in found.counted]]
    columns += [[row.cells[n].verdict for row in found.counted] for n in range(len(found.objective.criteria))]
    return [VerdictCell("", _met(verdicts), href) for verdicts in columns]


def _met(verdicts: Sequence[Verdict]) -> str:
    """12 of 16; with answers missing from how many to how many."""
    met, unknown = verdicts.count(Verdict.MET), verdicts.count(Verdict.UNKNOWN)
    expected = len(verdicts) - verdicts.count(Verdict.NOT_APPLICABLE)
    number = f"{met} - {met + unknown}" if unknown else str(met)
    return _("%(met)s of %(expected)s") % {"met": number, "expected": expected}
