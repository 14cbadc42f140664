"""A commune's year as a table: measures, their indicators, the quarters, the year to date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bg_portal.periods import Quarter
from bg_portal.vietnamese import format_number
from communes.queries.figures import CommuneFigures
from plans.document import Indicator, Measure, Period
from plans.progress import Total, year_to_date
from plans.protection import Form, Shown
from plans.vocabulary import IndicatorKind, Protection, RecordedBy


@dataclass(frozen=True)
class CellText:
    """One cell: what it says, in which form, and where it came from."""

    text: str
    form: str
    href: str = ""
    note: str = ""


@dataclass(frozen=True)
class FigureRow:
    """One indicator over the quarters of a year."""

    indicator: Indicator
    name: str
    unit: str
    cells: tuple[CellText, ...]
    total: CellText
    part: bool


@dataclass(frozen=True)
class FigureTable:
    """The year's quarters across, the indicators of each measure down."""

    quarters: tuple[Period, ...]
    romans: tuple[str, ...]
    groups: tuple[tuple[Measure, str, tuple[FigureRow, ...]], ...]
    accepted: int

    @property
    def span(self) -> int:
        """How many columns the table has."""
        return len(self.quarters) + 3


def figure_table(known: CommuneFigures, year: int, today: date) -> FigureTable:
    """The table of one year, as it stands today; restricted indicators are not in it."""
    quarters = tuple(p for p in known.document.quarters if p.year == year)
    groups = tuple(
        (measure, _in_language(measure, "name"), _rows(known, measure, quarters, today))
        for measure in known.document.measures
    )
    keys = {p.key for p in quarters}
    accepted = {key for series in known.figures.values() for key in series if key in keys}
    romans = tuple(Quarter.parse(p.key).roman for p in quarters)
    return FigureTable(quarters, romans, groups, len(accepted))


def _rows(
    known: CommuneFigures, measure: Measure, quarters: tuple[Period, ...], today: date
) -> tuple[FigureRow, ...]:
    public = [
        i
        for i in known.document.indicators_of(measure.order)
        if i.protection is not Protection.RESTRICTED and i.recorded_by is not RecordedBy.CITY
    ]
    return tuple(_row(known, indicator, quarters, today) for indicator in public)


def _row(known: CommuneFigures, indicator: Indicator, quarters: tuple[Period, ...], today: date) -> FigureRow:
    series = known.figures.get(indicator.code, {})
    due = [p.key for p in quarters if p.ends_on < today]
    total = year_to_date(indicator, series, due)
    return FigureRow(
        indicator=indicator,
        name=_in_language(indicator, "name"),
        unit=_in_language(indicator, "unit"),
        cells=tuple(_cell(known, indicator, series.get(key), key) for key in (p.key for p in quarters)),
        total=_total(total, indicator),
        part=bool(indicator.part_of) or _is_summand(known, indicator),
    )


def _is_summand(known: CommuneFigures, indicator: Indicator) -> bool:
    return any(indicator.code in other.sum_of for other in known.document.indicators)


def _cell(known: CommuneFigures, indicator: Indicator, shown: Shown | None, key: str) -> CellText:
    if not indicator.applies_in(key):
        return CellText("–", "na", note=_("not asked in this period"))
    if shown is None:
        blank = any(key in other for other in known.figures.values())
        return CellText(_("[left blank]"), "blank") if blank else CellText("", "none")
    reference = known.sources.get(key, "")
    href = reverse("source", args=[reference]) if reference else ""
    text, note = figure_words(shown, indicator)
    return CellText(text, shown.form.value, href, note)


def figure_words(shown: Shown, indicator: Indicator) -> tuple[str, str]:
    """What a protected figure says in a cell, and in words for whoever hovers or hears it."""
    match shown.form:
        case Form.EXACT if indicator.kind is IndicatorKind.YES_NO:
            return (_("Yes") if shown.low else _("No"), "")
        case Form.EXACT:
            return _number(shown.low), ""
        case Form.BAND:
            return _("below 5"), _("small numbers are not published, to protect people")
        case Form.NOT_PUBLISHED:
            return _("not published"), _("small numbers are not published, to protect people")
        case Form.NOT_APPLICABLE:
            return "–", _("outside the scope")
        case Form.MISSING:
            return "…", _("no figures")


def _total(total: Total | None, indicator: Indicator) -> CellText:
    """The year to date; with its coverage where it is not whole. A yes is not a number to add up."""
    if total is None or total.low is None or total.high is None:
        return CellText("", "none")
    if indicator.kind is IndicatorKind.YES_NO:
        return CellText(_("Yes") if total.low else _("No"), "total")
    text = _number(total.low) if total.low == total.high else f"{_number(total.low)} - {_number(total.high)}"
    coverage = "" if total.complete else f"{total.known}/{total.expected}"
    return CellText(text, "total", note=coverage)


def _number(value: object) -> str:
    return format_number(value, language=get_language() or "vi")  # type: ignore[arg-type]


def _in_language(item: object, field: str) -> str:
    vietnamese: str = getattr(item, f"{field}_vi")
    english: str = getattr(item, f"{field}_en")
    return english if english and get_language() == "en" else vietnamese
