"""Who is late period after period: the second time running is more than a slip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communes import attention
from communes.attention import LEAST_RUNNING, Reason, Rule
from communes.deadlines import LOCAL
from communes.standing import CommuneStanding, Facts
from communes.vocabulary import ReportState
from plans.calendar import Period
from plans.sayings import Padded
from tests.progress_books import QUARTERS, three

DOCUMENT = three()


@dataclass(frozen=True)
class Place:
    id: int = 1
    slug: str = "da-mai"
    kind: str = "ward"
    name_vi: str = "Đa Mai"
    name_en: str = "Da Mai Ward"


DAYS: Mapping[str, int] = MappingProxyType({"t": -1, "l": 1})
"""Days after the due date on which a report came: in time, late."""


def course(signs: str, *, asked_after: int = 1) -> list[CommuneStanding]:
    """The plan's first quarters, a sign each: t in time, l late, n not sent, c not sent and closed."""
    periods = [DOCUMENT.period(key) for key in QUARTERS[: len(signs)]]
    now = _at(periods[-1], asked_after)
    return [_standing(period, sign, now) for period, sign in zip(periods, signs, strict=True)]


def _at(period: Period, days: int) -> datetime:
    assert period.due_on is not None
    day = period.due_on + timedelta(days=days)
    return datetime(day.year, day.month, day.day, 10, tzinfo=LOCAL)


def _standing(period: Period, sign: str, now: datetime) -> CommuneStanding:
    at = _at(period, DAYS[sign]) if sign in DAYS else None
    facts = (
        Facts(1, period.key, ReportState.ACCEPTED, "", "ordinary", 1, at, at, None, at, "") if at else None
    )
    return CommuneStanding(Place(), period, DOCUMENT, facts, None, sign == "c", now)


def reason(signs: str, **options: int) -> Reason | None:
    found = list(attention.late([course(signs, **options)]))
    return found[0][1] if found else None


@pytest.mark.parametrize("signs", ["t", "l", "n", "tl", "ltl", "lltt", "lln" + "t"])
def test_once_or_long_ago_is_no_concern(signs: str) -> None:
    assert reason(signs) is None


@pytest.mark.parametrize("signs", ["ll", "tll", "nn", "ln", "cl", "tcn"])
def test_twice_running_is_whatever_the_way_of_being_late(signs: str) -> None:
    assert reason(signs) is not None


def test_a_report_that_is_not_due_yet_neither_ends_nor_makes_a_run() -> None:
    assert reason("lln", asked_after=0) is not None
    assert reason("tln", asked_after=0) is None


def test_the_date_is_the_due_date_of_the_last_report() -> None:
    found = reason("tln")
    assert found is not None
    assert (found.rule, found.since, found.period) == (
        Rule.LATE,
        DOCUMENT.period(QUARTERS[2]).due_on,
        QUARTERS[2],
    )


def test_the_sentence_counts_the_run() -> None:
    found = reason("tlln")
    assert found is not None
    assert found.said.params["running"] == Padded(Decimal(3))


@given(st.text("tlnc", min_size=1, max_size=8))
def test_there_is_a_concern_exactly_where_the_last_ones_were_late(signs: str) -> None:
    running = len(signs) - len(signs.rstrip("lnc"))
    assert (reason(signs) is not None) is (running >= LEAST_RUNNING)
