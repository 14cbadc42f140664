"""Every number that the form stores comes back as it was typed, from the draft and from the ledger."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communes.actions import drafting
from communes.answers import Answer
from communes.forms.draft import NUMBER_DECIMALS, NUMBER_LIMIT
from communes.models import Report, User
from communes.queries.drafts import draft_answers
from tests import factories as f
from tests.histories import Book, Cell, undone

pytestmark = pytest.mark.django_db
SMALLEST = Decimal(1).scaleb(-NUMBER_DECIMALS)
numbers = st.one_of(
    st.decimals(0, NUMBER_LIMIT - SMALLEST, places=NUMBER_DECIMALS),
    st.sampled_from([NUMBER_LIMIT - SMALLEST, NUMBER_LIMIT - 1, SMALLEST, Decimal(0)]),
)
CELL: Cell = ("LD01", "da-mai", "2018-Q3")


@pytest.fixture
def draft() -> tuple[Report, User]:
    alice = f.officer()
    with f.on("2018-10-02"):
        return f.started(f.commune(), by=alice), alice


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=numbers)
def test_a_number_comes_back_as_typed(draft: tuple[Report, User], number: Decimal) -> None:
    report, alice = draft
    with undone():
        content = replace(f.full_content(report), answers={"LD01": Answer("LD01", number)})
        version = report.draft_version
        saved = drafting.save_draft(report=report, content=content, version=version, by=alice)
        assert draft_answers(saved)["LD01"].value == number
        book = Book()
        book.write({CELL: number})
        assert book.figures()[CELL] == number
        assert book.write({CELL: number}).readings.count() == 0
