"""Whatever the order in which the city accepts what was sent, the same figures stand in the end."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communes import answers
from communes.actions.reviewing import accept_submission
from communes.models import Submission, User
from tests import factories as f
from tests.histories import Book, Cell, Outcome, undone

pytestmark = pytest.mark.django_db
SENT = (("da-mai", "2018-Q3", 7), ("da-mai", "2018-Q2", 0), ("song-khe", "2018-Q3", 12))


@pytest.fixture
def bob() -> User:
    return f.reviewer()


@pytest.fixture
def submissions() -> list[Submission]:
    """Three reports, of two communes and two quarters."""
    with f.on("2018-10-02"):
        return [
            f.submitted(f.commune(slug), key, by=f.officer(f.commune(slug)), LD01=value)
            for slug, key, value in SENT
        ]


def as_sent(submissions: Sequence[Submission]) -> dict[Cell, Outcome]:
    """The numbers that the submissions hold."""
    return {
        (code, sent.report.commune.slug, sent.report.period.key): answer.value
        for sent in submissions
        for code, answer in answers.read(sent.answers).answers.items()
        if answer.value is not None
    }


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(len(SENT))))
def test_any_order_of_acceptances_gives_the_figures_that_were_sent(
    submissions: list[Submission], bob: User, order: list[int]
) -> None:
    with undone(), f.on("2018-10-05"):
        for number in order:
            accept_submission(submission=submissions[number], by=bob)
        figures = Book().figures()
    assert figures == as_sent(submissions)
    assert figures["LD01", "song-khe", "2018-Q3"] == Decimal(12)
