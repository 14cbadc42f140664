"""Two closed lists may spell a member alike; each has its own word for it."""

from __future__ import annotations

from enum import StrEnum

import plans.vocabulary
from plans.field_words import value_words
from plans.models import Indicator, Plan
from plans.vocabulary import Asks, Frequency, IndicatorKind, MeasureOfSuccess, PeriodKind, PlanState, Window
from plans.words import LABELS


def test_members_that_are_spelt_alike_keep_their_own_words() -> None:
    for one, other in (
        (IndicatorKind.COUNT, MeasureOfSuccess.COUNT),
        (IndicatorKind.STANDING, Window.STANDING),
        (PlanState.IN_FORCE, Window.IN_FORCE),
        (Frequency.YEAR, PeriodKind.YEAR),
    ):
        assert str(one) == str(other)
        assert str(LABELS[one]) != str(LABELS[other])


def test_every_member_has_a_word() -> None:
    kinds = [
        kind
        for kind in vars(plans.vocabulary).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum)
    ]
    missing = [
        member for kind in kinds if kind not in (StrEnum, Asks) for member in kind if member not in LABELS
    ]
    assert missing == []


def test_models_offer_the_words_of_their_own_list() -> None:
    kinds = dict(Indicator._meta.get_field("kind").choices or [])
    assert str(kinds["count"]) == str(LABELS[IndicatorKind.COUNT])
    assert str(dict(Plan._meta.get_field("state").choices or [])["in_force"]) == str(
        LABELS[PlanState.IN_FORCE]
    )


def test_changes_of_values_are_told_in_words() -> None:
    assert value_words("kind", "count") == str(LABELS[IndicatorKind.COUNT])
    assert value_words("success", "count") == str(LABELS[MeasureOfSuccess.COUNT])
    assert value_words("order", "3") == "3"
    assert value_words("required", "true") == "có"
    assert value_words("asks", "–") == "–"
