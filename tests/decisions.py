"""Years with registrations, decisions and targets, for tests of what the city decides by year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from communes.actions.recognising import Recording, record_recognition
from communes.models import Recognition, User
from communes.vocabulary import RecognitionStep
from plans.actions.targets import assign_targets
from plans.assigning import NewTarget
from plans.deciding import Deciding
from plans.document import Target
from plans.ledger import NewReading, write_entry
from plans.models import Entry, Indicator
from plans.queries import plan_document
from plans.vocabulary import EntryKind
from tests import factories as f

AUTHORITY = "UBND thành phố Bắc Giang"
DAY = "2019-03-01"
"""The day on which decisions for 2018 are recorded, unless a test says otherwise."""


def document(day: date = date(2019, 2, 20), number: str = "04/QĐ-UBND") -> Deciding:
    """A deciding document."""
    return Deciding(number, day, AUTHORITY)


def register(*slugs: str, key: str = "2018-Q1", yes: int = 1) -> None:
    """Accept the answer of these communes on their registration for the year."""
    plan, indicator = f.plan_loaded(), Indicator.objects.get(code="DM00")
    where = [(indicator.pk, f.commune(slug).pk, f.period(key).pk) for slug in slugs]
    day = date(2018, 1, 15) if yes else None
    readings = [NewReading(*place, value=Decimal(yes), document_date=day) for place in where]
    write_entry(plan=plan, kind=EntryKind.ACCEPTANCE, by=None, readings=readings)


def record(
    step: RecognitionStep,
    *slugs: str,
    by: User,
    year: int = 2018,
    document: Deciding | None = None,
    reason: str = "",
) -> list[Recognition]:
    """Record one step for these communes."""
    places = [f.commune(slug) for slug in slugs]
    recording = Recording(f.period(str(year)), places, step, document, reason)
    return record_recognition(recording=recording, by=by)


def target(slug: str, value: int | None, before: int | None = None, code: str = "TT02") -> NewTarget:
    """A target of 2018 for a commune; for the whole plan where the slug is empty."""
    place = f.commune(slug) if slug else None
    named, first_day = (place.code, place.valid_from) if place else ("", None)
    new, old = (None if n is None else Decimal(n) for n in (value, before))
    return NewTarget(code, 2018, new, named, first_day, old)


def stated(slug: str = "da-mai", *, version: int | None = None) -> Target | None:
    """The target of TT02 in 2018 as the plan's document has it, now or at a version."""
    document = plan_document(f.plan_loaded(), version)
    if not slug:
        return document.target("TT02", 2018)
    place = f.commune(slug)
    return document.target("TT02", 2018, commune=place.code, commune_valid_from=place.valid_from)


def stated_value(slug: str = "da-mai") -> int | None:
    """Its value alone."""
    found = stated(slug)
    return int(found.value) if found else None


def assign(*rows: NewTarget, by: User, reason: str = "", number: str = "12/QĐ-UBND") -> Entry | None:
    """Assign targets of 2018 by a document of that January."""
    deciding = document(date(2018, 1, 25), number)
    return assign_targets(plan=f.plan_loaded(), rows=rows, document=deciding, reason=reason, by=by)


def pasted(rows: Sequence[Sequence[str]]) -> str:
    """Cells as a spreadsheet copies them."""
    return "\r\n".join("\t".join(row) for row in rows)
