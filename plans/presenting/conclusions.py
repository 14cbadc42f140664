"""An objective in the shapes that pages draw: a conclusion, the grid of communes and criteria."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from bg_portal.pieces import Part
from bg_portal.vietnamese import format_number, padded
from plans import objectives, standing
from plans.addresses import why_objective
from plans.book import Book
from plans.document import Indicator, Target
from plans.models import Objective, Plan
from plans.moments import Moment
from plans.objectives import CommuneResult, ObjectiveResult
from plans.presenting.wording import language, written
from plans.queries import Place
from plans.reasons import reason
from plans.saying_words import sentence
from plans.standing import Word
from plans.vocabulary import MeasureOfSuccess
from plans.windows import Judged, Verdict
from plans.words import period_label

MARKS = {
    Word.REACHED: "full",
    Word.ON_TRACK: "full",
    Word.KEPT: "full",
    Word.AT_LINE: "full",
    Word.ABOVE_LINE: "up",
    Word.BELOW_LINE: "down",
    Word.BEHIND: "down",
    Word.NOT_KEPT: "unmet",
    Word.CANNOT_TELL: "unknown",
}
"""The shape beside each standing word."""

VERDICT_MARKS = {
    Verdict.MET: "full",
    Verdict.NOT_MET: "unmet",
    Verdict.UNKNOWN: "unknown",
    Verdict.NOT_APPLICABLE: "na",
}
VERDICT_WORDS: dict[Verdict, Promise] = {
    Verdict.MET: _("Met"),
    Verdict.NOT_MET: _("Not met"),
    Verdict.UNKNOWN: _("No data yet"),
    Verdict.NOT_APPLICABLE: _("outside the scope"),
}
"""Of a criterion: it is met or not."""
COMMUNE_WORDS: dict[Verdict, Promise] = {
    **VERDICT_WORDS,
    Verdict.MET: pgettext_lazy("commune", "Meets it"),
    Verdict.NOT_MET: pgettext_lazy("commune", "Does not meet it yet"),
}
"""Of a commune: it meets the objective or does not yet."""


@dataclass(frozen=True)
class Conclusion:
    """One objective in one sentence, its figure large, with its standing and how many it rests on."""

    objective: Objective
    result: ObjectiveResult
    figure: str
    unit: str
    note: str
    rest: str
    mark: str
    word: str
    reason: str
    parts: list[Part]
    href: str
    why: str


@dataclass(frozen=True)
class GridCell:
    """One criterion of one commune: shape, word, and the reason where it is not met."""

    mark: str
    word: str
    reason: str
    good: bool


@dataclass(frozen=True)
class GridRow:
    """One commune of the grid."""

    place: Place
    cells: tuple[GridCell, ...]
    verdict: GridCell
    counted: bool
    """Whether the objective's value counts it."""
    why: str = ""
    """How the verdict comes about."""


def conclusion(book: Book, plan: Plan, objective: Objective, moment: Moment) -> Conclusion:
    """What is said of an objective in a period."""
    found = objectives.result(book, objective.code, moment.period.key)
    told = standing.standing_of(book, found)
    address = reverse("objective", args=[plan.slug, objective.code]) + moment.query()
    return Conclusion(
        objective=objective,
        result=found,
        figure=_figure(found),
        unit=gettext("communes and wards"),
        note=_note(found),
        rest=_rest(found, book.document.goal(objective.code)),
        mark=MARKS[told.word],
        word=gettext(told.label),
        reason=sentence(told.reason, book.document) if told.reason else "",
        parts=_parts(found),
        href=address,
        why=why_objective(plan, objective.code, moment),
    )


def _figure(found: ObjectiveResult) -> str:
    """12, or 11/16 where the objective is a share; the range where some are not known."""
    if found.count is None:
        return "–"
    number = written(found.count)
    return f"{number}/{found.expected}" if found.objective.success is MeasureOfSuccess.SHARE else number


def _note(found: ObjectiveResult) -> str:
    if found.objective.success is not MeasureOfSuccess.SHARE or found.shown is None:
        return ""
    return f"({written(found.shown)}%)"


def _rest(found: ObjectiveResult, goal: Target | None) -> str:
    """The rest of the sentence after the large figure."""
    said = [gettext("meet the objective at the end of %(period)s.") % {"period": _period(found)}]
    if found.decided_in:
        years = ", ".join(map(str, found.decided_in))
        said.append(gettext("By the results of recognition for %(years)s.") % {"years": years})
    if goal:
        said.append(_goal(found, goal))
    if found.not_met:
        text = ngettext("%(n)s does not meet it yet.", "%(n)s do not meet it yet.", found.not_met)
        said.append(text % {"n": _count(found.not_met)})
    if found.unknown:
        text = ngettext("Of %(n)s there is no data yet.", "Of %(n)s there is no data yet.", found.unknown)
        said.append(text % {"n": _count(found.unknown)})
    return " ".join(said)


def _period(found: ObjectiveResult) -> str:
    return period_label(found.quarter.year, found.quarter.quarter)


def _goal(found: ObjectiveResult, goal: Target) -> str:
    value = format_number(goal.value, language=get_language() or "vi")
    if found.objective.success is MeasureOfSuccess.SHARE:
        return gettext("Target: %(value)s%% in %(year)s.") % {"value": value, "year": goal.year}
    return gettext("The plan's number: %(value)s.") % {"value": value}


def _count(number: int) -> str:
    return str(number) if get_language() == "en" else padded(number)


def _parts(found: ObjectiveResult) -> list[Part]:
    return [
        Part("good", found.met, ngettext("meets it", "meet it", found.met)),
        Part("not", found.not_met, ngettext("does not meet it yet", "do not meet it yet", found.not_met)),
        Part("none", found.unknown, gettext("no data yet")),
    ]


def grid(book: Book, found: ObjectiveResult, places: list[Place], why: Callable[[str], str]) -> list[GridRow]:
    """The commune × criterion grid, in the order of the places; `why` answers by a commune's slug."""
    rows = {row.commune: row for row in found.communes}
    return [_grid_row(book, rows[place.id], place, why(place.slug)) for place in places if place.id in rows]


def _grid_row(book: Book, row: CommuneResult, place: Place, why: str) -> GridRow:
    cells = tuple(grid_cell(book, judged) for judged in row.cells)
    return GridRow(place, cells, commune_cell(row.verdict), row.counted, why)


def commune_cell(verdict: Verdict) -> GridCell:
    """The verdict on a commune as shape and word."""
    return GridCell(VERDICT_MARKS[verdict], str(COMMUNE_WORDS[verdict]), "", verdict is Verdict.MET)


def grid_cell(book: Book, judged: Judged, *, always: bool = False) -> GridCell:
    """The verdict on a criterion, with its reason where it is not met, or always."""
    met = judged.verdict is Verdict.MET
    why = "" if met and not always else sentence(reason(judged), book.document)
    return GridCell(VERDICT_MARKS[judged.verdict], str(VERDICT_WORDS[judged.verdict]), why, met)


def value_text(found: ObjectiveResult) -> str:
    """The value alone, as it is displayed."""
    if found.shown is None:
        return "–"
    return written(found.shown) + ("%" if found.objective.success is MeasureOfSuccess.SHARE else "")


def short_name(indicator: Indicator) -> str:
    """A criterion's name as the head of a column."""
    if language() == "en":
        return indicator.short_en or indicator.name_en or indicator.name_vi
    return indicator.short_vi or indicator.name_vi
