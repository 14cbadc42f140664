"""Concerns stand by rule, then the longest first, each commune once with all that concerns it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from communes.attention import ORDER, RULES, Reason, Rule, concerns
from plans.sayings import say

PLACES = (3, 1, 2, 5, 4)
reasons = st.builds(
    lambda rule, days: Reason(rule, date(2018, 1, 1) + timedelta(days=days), say("x")),
    st.sampled_from(Rule),
    st.integers(0, 5),
)
found = st.lists(st.tuples(st.sampled_from(PLACES), reasons), max_size=12)


@given(found)
def test_each_commune_stands_once_with_everything_that_concerns_it(given_: list[tuple[int, Reason]]) -> None:
    told = concerns(given_, PLACES)
    assert sorted(one.commune for one in told) == sorted({commune for commune, _ in given_})
    for one in told:
        own = [reason for commune, reason in given_ if commune == one.commune]
        assert sorted(map(hash_of, one.reasons)) == sorted(map(hash_of, own))


def hash_of(reason: Reason) -> tuple[str, date]:
    return reason.rule, reason.since


@given(found)
def test_the_order_is_rule_then_age_then_the_alphabet(given_: list[tuple[int, Reason]]) -> None:
    told = concerns(given_, PLACES)
    keys = [(ORDER.index(one.first.rule), one.first.since, PLACES.index(one.commune)) for one in told]
    assert keys == sorted(keys)
    assert all(ORDER.index(one.first.rule) == min(ORDER.index(r.rule) for r in one.reasons) for one in told)


def test_every_rule_is_stated() -> None:
    assert list(RULES) == list(ORDER) == list(Rule)
