"""Recording reviews and decisions: what is published, what is refused, what stays in the history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from bg_portal import audit
from bg_portal.outbox.models import Message
from communes.actions.recognising import Recording, record_recognition
from communes.models import Recognition, User
from communes.queries.recognitions import CommuneYear, steps_of, year_of_communes
from communes.refusals import Refused, RefusedForSome
from communes.roles import Role
from communes.vocabulary import Outcome, RecognitionState, RecognitionStep
from plans.models import Entry, Reading
from plans.queries import plan_document, reading_rows, version_of
from plans.vocabulary import EntryKind
from tests import factories as f
from tests.append_only_fixture import lifted
from tests.decisions import DAY, document, record, register

pytestmark = pytest.mark.django_db
RECOGNISE, REFUSE = RecognitionStep.RECOGNISE, RecognitionStep.REFUSE
REVIEW, TAKE_BACK = RecognitionStep.REVIEW, RecognitionStep.TAKE_BACK


@pytest.fixture
def bob() -> Iterator[User]:
    with f.on(DAY):
        register("da-mai", "my-do", "song-mai")
        yield f.reviewer()


def year(slug: str = "da-mai", number: int = 2018, today: date = date(2019, 3, 1)) -> CommuneYear:
    """One commune's year as pages read it."""
    plan = f.plan_loaded()
    rows = year_of_communes(plan, plan_document(plan), number, steps_of(plan), today)
    return next(row for row in rows if row.place.slug == slug)


def readings(slug: str = "da-mai") -> list[Any]:
    """The current readings of the standing."""
    return [row for row in reading_rows(f.plan_loaded(), f.commune(slug)) if row.indicator == "DM01"]


def test_a_commune_is_registered_by_its_accepted_report_alone(bob: User) -> None:
    assert year().state is RecognitionState.REGISTERED
    assert year().registered_on == date(2018, 1, 15)
    assert year("dinh-ke").state is RecognitionState.NOT_REGISTERED
    register("da-mai", key="2018-Q3", yes=0)
    assert year().state is RecognitionState.NOT_REGISTERED


def test_a_review_publishes_nothing(bob: User) -> None:
    record(REVIEW, "da-mai", by=bob)
    assert year().state is RecognitionState.UNDER_REVIEW
    assert readings() == []


def test_one_document_decides_on_several_communes_in_one_entry(bob: User) -> None:
    found = record(RECOGNISE, "da-mai", "my-do", by=bob, document=document())
    assert len({row.entry_id for row in found}) == 1
    assert found[0].entry.kind == EntryKind.RECOGNITION
    assert found[0].entry.readings.count() == 2
    assert year().state is year("my-do").state is RecognitionState.RECOGNISED
    assert year("song-mai").state is RecognitionState.REGISTERED


def test_a_decision_is_a_reading_of_the_year_effective_on_its_date(bob: User) -> None:
    record(RECOGNISE, "da-mai", by=bob, document=document())
    (row,) = readings()
    assert (row.period, row.value, row.document_number) == ("2018", Decimal(1), "04/QĐ-UBND")
    assert row.document_date == row.effective_on == date(2019, 2, 20)


def test_a_refusal_is_a_reading_of_0_also_for_who_did_not_register(bob: User) -> None:
    record(REFUSE, "dinh-ke", by=bob, document=document())
    assert [row.value for row in readings("dinh-ke")] == [Decimal(0)]


def test_a_later_decision_for_the_year_takes_the_place_of_the_first_with_a_reason(bob: User) -> None:
    record(RECOGNISE, "da-mai", by=bob, document=document())
    later = document(date(2019, 2, 27), "09/QĐ-UBND")
    with pytest.raises(RefusedForSome):
        record(REFUSE, "da-mai", by=bob, document=later)
    record(REFUSE, "da-mai", by=bob, document=later, reason="Đính chính theo kết quả phúc tra.")
    assert [(row.value, row.document_number) for row in readings()] == [(Decimal(0), "09/QĐ-UBND")]
    assert Recognition.objects.filter(commune__slug="da-mai").count() == 2
    assert Reading.objects.filter(indicator__code="DM01", superseded_by__isnull=False).count() == 1


def test_what_is_taken_back_leaves_every_page_and_stays_in_the_history(bob: User) -> None:
    record(RECOGNISE, "da-mai", by=bob, document=document())
    with pytest.raises(RefusedForSome):
        record(TAKE_BACK, "da-mai", by=bob)
    record(TAKE_BACK, "da-mai", by=bob, reason="Ghi nhầm đơn vị.")
    assert [(row.value, row.reason) for row in readings()] == [(None, "withdrawn")]
    assert year().state is RecognitionState.REGISTERED
    assert year().decision is year().in_force is None
    record(RECOGNISE, "da-mai", by=bob, document=document())
    assert [row.value for row in readings()] == [Decimal(1)]


def test_where_one_commune_stands_in_the_way_nothing_is_recorded(bob: User) -> None:
    version = version_of(f.plan_loaded())
    with pytest.raises(RefusedForSome) as refused:
        record(RECOGNISE, "da-mai", "dinh-ke", "tran-phu", by=bob, document=document())
    assert len(refused.value.reasons) == 2
    assert not Recognition.objects.exists()
    assert version_of(f.plan_loaded()) == version


def test_the_same_decision_is_not_recorded_twice(bob: User) -> None:
    record(RECOGNISE, "da-mai", by=bob, document=document())
    with pytest.raises(RefusedForSome):
        record(RECOGNISE, "da-mai", by=bob, document=document(), reason="Bấm lại.")


@pytest.mark.parametrize("day", [date(2019, 3, 2), date(2017, 12, 31)], ids=["ahead", "before the year"])
def test_a_document_of_an_impossible_day_is_refused(bob: User, day: date) -> None:
    with pytest.raises(Refused):
        record(RECOGNISE, "da-mai", by=bob, document=document(day))


def test_a_decision_without_document_or_communes_is_refused(bob: User) -> None:
    with pytest.raises(Refused):
        record(RECOGNISE, "da-mai", by=bob)
    with pytest.raises(Refused):
        record(RECOGNISE, by=bob, document=document())


def test_a_quarter_has_no_recognition(bob: User) -> None:
    recording = Recording(f.period("2018-Q1"), [f.commune()], RECOGNISE, document())
    with pytest.raises(Refused):
        record_recognition(recording=recording, by=bob)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.REVIEWER])
def test_nobody_but_the_reviewer_records(bob: User, role: Role) -> None:
    place = f.commune() if role in (Role.OFFICER, Role.COMMUNE_LEADER) else None
    with pytest.raises(Refused):
        record(RECOGNISE, "da-mai", by=f.person("Eve", role, place), document=document())


def test_the_decision_in_force_is_of_the_latest_year_effective_by_the_day(bob: User) -> None:
    register("da-mai", key="2017-Q1")
    record(RECOGNISE, "da-mai", by=bob, year=2017, document=document(date(2018, 2, 1), "01/QĐ-UBND"))
    record(REFUSE, "da-mai", by=bob, document=document())
    before, after = (year(today=day).in_force for day in (date(2019, 2, 19), date(2019, 2, 20)))
    assert before is not None
    assert after is not None
    assert (before.year, before.outcome) == (2017, Outcome.RECOGNISED)
    assert (after.year, after.outcome) == (2018, Outcome.NOT_CONTINUED)


def test_a_late_decision_on_an_earlier_year_does_not_end_the_later_one(bob: User) -> None:
    register("da-mai", key="2017-Q1")
    record(RECOGNISE, "da-mai", by=bob, document=document())
    record(REFUSE, "da-mai", by=bob, year=2017, document=document(date(2019, 2, 25), "02/QĐ-UBND"))
    in_force = year().in_force
    assert in_force is not None
    assert (in_force.year, in_force.outcome) == (2018, Outcome.RECOGNISED)


def test_the_communes_officers_are_told(bob: User) -> None:
    alice = f.officer()
    record(RECOGNISE, "da-mai", "my-do", by=bob, document=document())
    (mail,) = Message.objects.filter(to=alice.email)
    assert "04/QĐ-UBND" in mail.body
    assert "/xa-phuong/da-mai/" in mail.body


def test_every_row_is_vouched_for_and_cannot_be_changed(bob: User) -> None:
    (row,) = record(RECOGNISE, "da-mai", by=bob, document=document())
    assert audit.verify() is None
    with pytest.raises(IntegrityError), transaction.atomic():
        Recognition.objects.update(authority="Khác")
    with lifted(connection):
        Recognition.objects.update(authority="Khác")
        broken = audit.verify()
    assert broken is not None
    assert broken.subject == f"communes.recognition:{row.pk}"
    assert Entry.objects.filter(kind=EntryKind.RECOGNITION).count() == 1
