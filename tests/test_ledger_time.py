"""Versions are counted without a gap, and the ledger's time never goes back although a clock may."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils.timezone import get_default_timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from bg_portal import clock
from plans.models import Entry
from plans.queries import version_of
from tests.histories import Book, undone

pytestmark = pytest.mark.django_db
NOON = datetime(2018, 10, 2, 12, tzinfo=get_default_timezone())


@settings(max_examples=20)
@given(minutes=st.lists(st.integers(-300, 300), min_size=1, max_size=6))
def test_the_time_of_entries_never_goes_back(minutes: list[int]) -> None:
    with undone():
        book = Book()
        entries = []
        for minute in minutes:
            with clock.standing_at(NOON + timedelta(minutes=minute)):
                entries.append(book.write())
        written = [entry.at for entry in Entry.objects.filter(pk__in=[e.pk for e in entries])]
    latest = [max(minutes[: place + 1]) for place in range(len(minutes))]
    assert written == [NOON + timedelta(minutes=minute) for minute in latest]


def test_versions_follow_one_another_without_a_gap() -> None:
    book = Book()
    first = version_of(book.plan)
    versions = [book.write().version for _number in range(4)]
    assert versions == [first + number for number in (1, 2, 3, 4)]
    assert version_of(book.plan) == versions[-1]
