"""A figure as a cell says it: the number or the range, how much of what is due is in it, and its why.

0, no figures and outside the scope stay three different things; an empty cell says that there is no such sum.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plans.book import Book
from plans.document import Indicator
from plans.figures import Figure, Nothing
from plans.presenting.wording import answer, small_number, written
from plans.protection import Form, Shown
from plans.ranges import Range

HIDDEN: Final[Promise] = gettext_lazy("small numbers are not published, to protect people")
RESTRICTED: Final[Promise] = gettext_lazy("not published by commune or by period, to protect people")


@dataclass(frozen=True)
class Said:
    """What stands in one cell."""

    text: str
    coverage: str = ""
    """How many of those due are in it, as "15/16"; empty where nothing is due."""
    whole: bool = True
    """Whether everything due is in it."""
    note: str = ""
    """In words, what a sign in the cell means."""
    href: str = ""
    """Why it is this figure."""


NOTHING: Final = Said("")
"""There is no such figure."""


def figure_said(figure: Figure, *, href: str = "") -> Said:
    """The city's figure, covered by communes."""
    empty = _empty(figure)
    if empty:
        return replace(_covered(empty, figure.known, figure.expected), href=href)
    bounds = figure.reported if figure.city_year else figure.bounds
    text = written(bounds) if bounds else ""
    return replace(_covered(Said(text), figure.known, figure.expected), href=href)


def own_figure_said(figure: Figure, *, href: str = "") -> Said:
    """One commune's figure, covered by periods where it is made of several."""
    empty = _empty(figure)
    part = figure.parts[0] if figure.parts else None
    known = part.due - len(part.lacking) - len(part.withheld) if part else 0
    due = part.due if part and len(figure.span.quarters) > 1 else 0
    said = empty or Said(_own_text(figure))
    return replace(_covered(said, known, due), href=href)


def percent_said(value: Range | None, *, href: str = "") -> Said:
    """A percentage as it is displayed."""
    return Said(f"{written(value.rounded(1))}%", href=href) if value else NOTHING


def _covered(said: Said, known: int, expected: int) -> Said:
    coverage = f"{known}/{expected}" if expected else ""
    return replace(said, coverage=coverage, whole=known == expected)


def _empty(figure: Figure) -> Said | None:
    """What is said where there is no figure at all."""
    match figure.nothing:
        case None:
            return None
        case Nothing.NOT_ADDED:
            return NOTHING
        case Nothing.NOT_APPLICABLE:
            return Said("–", note=_("outside the scope, or not asked in this period"))
        case Nothing.RESTRICTED:
            return Said(_("not published"), note=str(RESTRICTED))
        case Nothing.NO_DATA if figure.withheld and not figure.lacking:
            return Said(_("not published"), note=str(HIDDEN))
        case Nothing.NO_DATA:
            return Said("…", note=_("no figures"))


def _own_text(figure: Figure) -> str:
    """A yes or no in words; one small number as the words for it; else the number or the range."""
    bounds, known = figure.bounds, figure.reported
    if bounds is None or known is None:
        return ""
    counted = figure.parts[0].counted
    if figure.parts[0].cap is not None:
        return answer(figure.indicator, known.low)
    if len(counted) == 1 and counted[0].small and bounds.high is not None:
        return small_number()
    return written(bounds)


def cell_said(
    book: Book, indicator: Indicator, commune: int, period: str, *, over: bool, href: str = ""
) -> Said:
    """What stands accepted of one commune for one period.

    Where nothing at all was accepted of a participant the cell says so once the period is `over`; till then
    it is empty.
    """
    if not indicator.applies_in(period):
        return Said("–", note=_("not asked in this period"))
    shown = book.figure(indicator.code, commune, period)
    if shown is None and commune in book.reported(period):
        return Said(_("[left blank]"))
    if shown is None:
        owed = over and book.takes_part(commune, period)
        return Said("○", note=_("no accepted report"), whole=False) if owed else NOTHING
    text, note = shown_words(shown, indicator)
    return Said(text, note=note, whole=shown.known, href=href)


def shown_words(shown: Shown, indicator: Indicator) -> tuple[str, str]:
    """What a protected figure says in a cell, and in words for whoever hovers or hears it."""
    match shown.form:
        case Form.EXACT if shown.low is not None:
            return answer(indicator, shown.low), ""
        case Form.BAND if shown.low is not None and not shown.small:
            return written(Range(shown.low, shown.high)), str(HIDDEN)
        case Form.BAND:
            return small_number(), str(HIDDEN)
        case Form.NOT_PUBLISHED:
            return _("not published"), str(HIDDEN)
        case Form.NOT_APPLICABLE:
            return "–", _("outside the scope")
        case _:
            return "…", _("no figures")
