"""An explanation as rows of a table, from which the figure can be computed again without the portal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, Final

from plans.book import Book
from plans.explanation import IndicatorExplanation, ObjectiveExplanation, Role, Source
from plans.figures import Figure
from plans.protection import CityYear, Form, Paper
from plans.sayings import Saying, gettext_noop, say
from plans.windows import Verdict


@dataclass(frozen=True, kw_only=True)
class Row:
    """One answer or the place of one that lacks; the names of the fields are the heads of the columns."""

    subject: str
    """Code of the objective or indicator that is explained."""
    period: str
    """Key of the period or the last quarter that it is explained for."""
    first_day: date
    """Where what is explained begins."""
    last_day: date
    """The period's last day, by which documents and decisions are judged."""
    commune: int | None
    """None where a figure is the city's alone."""
    commune_key: str
    """Official code and first day."""
    in_value: bool
    """Whether the commune is in the value."""
    verdict: str = ""
    """Of an objective: the commune's."""
    indicator: str
    window: str = ""
    minimum: Decimal | None = None
    criterion_verdict: str = ""
    answered_for: str
    """Key of the period of the answer; empty where a criterion found nothing to look at."""
    role: Role | None
    """What the answer does in the figure; None where there is none and none is due."""
    form: Form | None = None
    """How the answer appears; None where there is none."""
    low: Decimal | None = None
    high: Decimal | None = None
    most: Decimal | None = None
    """The most that the commune's contribution can be: 1 of a yes or no."""
    document_number: str = ""
    document_date: date | None = None
    valid_until: date | None = None
    effective_on: date | None = None
    entry: int | None = None
    """The ledger's entry, that leads to the report and its acceptance."""
    why: Saying | None = None


_MISSING: Final = gettext_noop("%(known)s of %(expected)s figures were reported")

HEADER: Final = tuple(field.name for field in fields(Row))


def indicator_rows(book: Book, told: IndicatorExplanation) -> tuple[Row, ...]:
    """The rows of an indicator's figure."""
    if told.figure.city_year:
        return tuple(_city_year_rows(told.figure, told.figure.city_year))
    return tuple(
        Row(
            **_figure(told.figure),
            commune=one.commune,
            commune_key=book.key_of(one.commune),
            in_value=one.part is not None,
            most=one.part.cap if one.part else None,
            **_source(source),
        )
        for one in told.contributions
        for source in one.sources
    )


def _figure(known: Figure) -> dict[str, Any]:
    return {
        "subject": known.indicator.code,
        "period": known.span.last,
        "first_day": known.span.starts_on,
        "last_day": known.span.ends_on,
    }


def _city_year_rows(known: Figure, year: CityYear) -> Iterator[Row]:
    """Of a restricted indicator nothing but the city's year, and whether anything lacks in it."""
    own = _figure(known) | {"indicator": year.indicator, "answered_for": str(year.year)}
    city: dict[str, Any] = {"commune": None, "commune_key": "", "in_value": True, **own}
    if year.low is not None:
        yield Row(**city, role=Role.COUNTED, form=year.form, low=year.low, high=year.high)
    if year.known < year.expected:
        yield Row(**city, role=Role.MISSING, why=say(_MISSING, known=year.known, expected=year.expected))


def objective_rows(book: Book, told: ObjectiveExplanation) -> tuple[Row, ...]:
    """The rows of an objective: for each commune and criterion at least one."""
    return tuple(_objective_rows(book, told))


def _objective_rows(book: Book, told: ObjectiveExplanation) -> Iterator[Row]:
    found = told.result
    inside = {row.commune for row in found.counted}
    for commune in told.communes:
        for one in commune.criteria:
            judged = one.judged
            role = Role.MISSING if judged.verdict is Verdict.UNKNOWN else None
            nothing = Source(judged.criterion.indicator, judged.commune, "", role, why=one.reason)
            for source in one.sources or (nothing,):
                yield Row(
                    subject=found.objective.code,
                    period=found.period,
                    first_day=found.quarter.starts_on,
                    last_day=found.quarter.ends_on,
                    commune=judged.commune,
                    commune_key=book.key_of(judged.commune),
                    in_value=judged.commune in inside,
                    verdict=commune.row.verdict.value,
                    window=judged.criterion.window.value,
                    minimum=judged.criterion.minimum,
                    criterion_verdict=judged.verdict.value,
                    **_source(source),
                )


def _source(source: Source) -> dict[str, Any]:
    shown = source.shown
    paper = shown.paper if shown else Paper()
    return {
        "indicator": source.indicator,
        "answered_for": source.period,
        "role": source.role,
        "form": shown.form if shown else None,
        "low": shown.low if shown else None,
        "high": shown.high if shown else None,
        "document_number": paper.number,
        "document_date": paper.dated_on,
        "valid_until": paper.valid_until,
        "effective_on": paper.effective_on,
        "entry": shown.entry if shown else None,
        "why": source.why,
    }
