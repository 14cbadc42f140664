"""Which moment a page shows: a period (`?ky=2018-Q2`) as known at the end of a day (`?ngay=2018-12-14`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.utils import timezone

from bg_portal import clock
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
    document = plan_document(plan, version)
    return Moment(_period(document, asked.get("ky", ""), day or clock.today()), day, version)


def day_of(plan: Plan, text: str) -> tuple[date | None, int]:
    """The day that is written there and its last version; None and the last of all where nothing is written.

    Raises NoSuchMoment for nonsense, for a day to come, and for one on which the plan was not loaded yet.
    """
    if not text:
        return None, version_of(plan)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise NoSuchMoment(text) from None
    version = 0 if len(text) != len("2018-12-14") or day > clock.today() else version_on(plan, day)
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


def last_told(book: Book, today: date) -> str:
    """Key of the last quarter over of which most participants have an accepted report; else of the first one.

    A quarter of which few have reported yet would say little; it is a link away.
    """
    over = [q.key for q in book.document.quarters if q.ends_on < today]
    told = [key for key in over if 2 * len(book.reported(key)) > len(book.participants(key))]
    return told[-1] if told else book.document.quarters[0].key
