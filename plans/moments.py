"""Which moment a page shows: a period (`?ky=2018-Q2`) as known at the end of a day (`?ngay=2018-12-14`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.utils import timezone

from bg_portal import clock
from bg_portal.dates import parse_day
from plans.book import Book
from plans.document import PlanDocument
from plans.models import Entry, Period, Plan
from plans.queries import open_among, plan_document, version_of
from plans.stated import period_stated


class NoSuchMoment(ValueError):  # noqa: N818  (reads as what happened)
    """The address asks for a period or a day that the plan does not have."""


@dataclass(frozen=True)
class Moment:
    """A period, and what the portal knew: at the end of `day`, or now where `day` is None."""

    period: Period
    """As the plan's document stated it then."""
    day: date | None
    version: int

    @property
    def past(self) -> bool:
        """Whether the page shows what was known then and not now."""
        return self.day is not None

    @property
    def today(self) -> date:
        """The day on which this was known."""
        return self.day or clock.today()

    def query(self, **changed: str) -> str:
        """The moment as the end of an address, such as `?ky=2018-Q2`; changed parts replace their like."""
        parts = {"ky": self.period.key, "ngay": self.day.isoformat() if self.day else "", **changed}
        return "?" + urlencode({name: value for name, value in parts.items() if value})


def moment_of(plan: Plan, asked: Mapping[str, str]) -> Moment:
    """The moment that an address asks for. Raises NoSuchMoment for nonsense, and for a day to come.

    Without a period it is the last quarter whose cut-off has passed on that day. Periods are those that the
    plan had then.
    """
    day, version = day_of(plan, asked.get("ngay", ""))
    return moment_in(plan_document(plan, version), asked.get("ky", ""), day, version)


def moment_in(document: PlanDocument, key: str, day: date | None, version: int) -> Moment:
    """The moment of a period, as the document of that version has it. Raises NoSuchMoment for nonsense."""
    return Moment(_period(document, key, day or clock.today()), day, version)


def day_of(plan: Plan, text: str) -> tuple[date | None, int]:
    """The day that is written there and its last version; None and the last of all where nothing is written.

    Raises NoSuchMoment for nonsense, for a day to come, and for one on which the plan was not loaded yet.
    """
    if not text:
        return None, version_of(plan)
    try:
        day = parse_day(text)
    except ValueError:
        raise NoSuchMoment(text) from None
    version = 0 if day > clock.today() else version_on(plan, day)
    if not version:
        raise NoSuchMoment(text)
    return day, version


def version_on(plan: Plan, day: date) -> int:
    """The last version of a day, at its end in the portal's time zone; 0 before the first entry."""
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    found = Entry.objects.filter(plan=plan, at__lt=end).order_by("-version")
    return found.values_list("version", flat=True).first() or 0


def _period(document: PlanDocument, key: str, today: date) -> Period:
    if not key:
        found = open_among(document.quarters, today)
        key = found.key if found else ""
    period = period_stated(document, key)
    if period is None:
        raise NoSuchMoment(key)
    return period


@dataclass(frozen=True)
class Between:
    """From the end of one day to the end of another, or until now where `last` is None."""

    first: date
    first_version: int
    last: date | None
    last_version: int
    document: PlanDocument
    """The plan at the second moment."""

    @property
    def until(self) -> date:
        """The second day, today where it is now."""
        return self.last or clock.today()


def between_of(plan: Plan, asked: Mapping[str, str]) -> Between:
    """The two days that an address asks for, `?tu=2018-09-30&den=2018-12-31`; by default until now.

    Without a first day it is the cut-off of the quarter before the one that is reported at the second day.
    Raises NoSuchMoment for nonsense, days to come, days before the plan, and where the first comes second.
    """
    last, version = day_of(plan, asked.get("den", ""))
    document = plan_document(plan, version)
    if asked.get("tu"):
        first, first_version = day_of(plan, asked["tu"])
    else:
        first, first_version = _since(plan, document, last or clock.today())
    if first is None or first > (last or clock.today()):
        raise NoSuchMoment(asked.get("tu", ""))
    return Between(first, first_version, last, version, document)


def cut_offs(document: PlanDocument, until: date) -> list[date]:
    """The cut-offs of the quarters that were over on a day, the latest first."""
    return [quarter.ends_on for quarter in reversed(document.quarters) if quarter.ends_on < until]


def first_day(plan: Plan) -> date:
    """The day on which the plan was loaded: before it nothing is known."""
    at = Entry.objects.filter(plan=plan).order_by("version").values_list("at", flat=True)[0]
    return at.astimezone(timezone.get_default_timezone()).date()


def _since(plan: Plan, document: PlanDocument, until: date) -> tuple[date, int]:
    """The cut-off before the last one, or the first day there is anything to know of."""
    for day in cut_offs(document, until)[1:2]:
        version = version_on(plan, day)
        if version:
            return day, version
    day = min(first_day(plan), until)
    return day, version_on(plan, day)


def last_told(book: Book, today: date) -> str:
    """Key of the last quarter over of which most participants have an accepted report; else of the first one.

    Empty of a plan without quarters.

    A quarter of which few have reported yet would say little; it is a link away.
    """
    over = [q.key for q in book.document.quarters if q.ends_on < today]
    told = [key for key in over if 2 * len(book.reported(key)) > len(book.participants(key))]
    return next(iter([*reversed(told), *book.document.quarter_keys]), "")
