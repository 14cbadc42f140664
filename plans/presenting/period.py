"""A period as its page shows it: its days, who has reported, with what it compares, what belongs to none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from bg_portal.dates import format_date, weekday_date
from bg_portal.pieces import Link, Part, Row
from plans.document import PlanDocument
from plans.presenting.comparing import comparability
from plans.presenting.measures import measure_link
from plans.presenting.moment_bar import Address
from plans.presenting.rows import IndicatorRow, indicator_row
from plans.presenting.scope import Scope
from plans.queries import Place
from plans.words import label_of


def address_of(scope: Scope) -> Address:
    """The page of a period, as known on a day."""

    def address(key: str, day: date | None) -> str:
        page = reverse("period", args=[scope.plan.slug, key])
        return f"{page}?ngay={day.isoformat()}" if day else page

    return address


def days(scope: Scope) -> list[Row]:
    """Its first day, the cut-off, and of a quarter the last day for sending a report."""
    row = scope.book.document.period(scope.key)
    rows = [
        Row(_("From"), format_date(row.starts_on)),
        Row(_("Cut-off"), format_date(row.ends_on)),
        Row(_("Length"), _("%(n)s days") % {"n": row.days}),
    ]
    return [*rows, Row(_("Due date"), weekday_date(row.due_on))] if row.due_on else rows


def beside(scope: Scope) -> list[Link]:
    """The year and its quarters that have begun by the moment, as the same page of another time."""
    address, document = address_of(scope), scope.book.document
    rows = [row for row in document.periods if row.year == scope.year]
    known = document.period(scope.key).starts_on
    until = max(scope.moment.today, known)
    return [
        Link(label_of(row.key), address(row.key, scope.moment.day), row.key == scope.key)
        for row in rows
        if row.starts_on <= until
    ]


def reported(scope: Scope) -> list[Part]:
    """How many of those taking part have an accepted report: of a year, for its last quarter."""
    known, due = len(scope.book.reported(scope.quarter)), len(scope.book.participants(scope.quarter))
    return [
        Part("good", known, _("have an accepted report")),
        Part("none", due - known, _("have none yet")),
    ]


def silent(scope: Scope, places: list[Place]) -> list[Place]:
    """Who has no accepted report, where the plan lets the public see names."""
    if not scope.book.document.names_public:
        return []
    owing = {*scope.book.participants(scope.quarter)} - scope.book.reported(scope.quarter)
    return [place for place in places if place.id in owing]


def groups(scope: Scope) -> Iterator[tuple[Link, list[IndicatorRow]]]:
    """Every indicator under its measure."""
    document = scope.book.document
    for measure in document.measures:
        rows = [indicator_row(scope, indicator) for indicator in document.indicators_of(measure.order)]
        if rows:
            yield measure_link(scope, measure.order), rows


def notes(scope: Scope) -> list[str]:
    """What a reader must know of the period's days."""
    return [*comparability(scope), *_outside(scope.book.document, scope.quarter)]


def _outside(document: PlanDocument, quarter: str) -> Iterator[str]:
    """The days of the plan's last year after its last cut-off belong to no period."""
    last = document.quarters[-1]
    end = date(document.last_year, 12, 31)
    if quarter == last.key and last.ends_on < end:
        text = _("The days from %(first)s to %(last)s belong to no reporting period.")
        first = last.ends_on.fromordinal(last.ends_on.toordinal() + 1)
        yield text % {"first": format_date(first), "last": format_date(end)}
