"""A small number alone reads "below 5"; a sum that it is part of reads as all that it can be."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation

from plans.presenting import change_words, figures
from plans.progress import computed
from plans.protection import AMOUNT_BAND, COUNT_BAND, LEAST_SHOWN, Form, Shown
from plans.vocabulary import IndicatorKind
from tests.documents import plan_125

SUM = plan_125().indicator("TT01")


def part(low: Decimal | int, high: Decimal | int) -> Shown:
    form = Form.EXACT if low == high else Form.BAND
    return Shown("TT01a", 1, "2018-Q3", form, Decimal(low), Decimal(high))


def words(shown: Shown, language: str = "vi") -> tuple[str, str]:
    """In a cell, and where it is told as a change."""
    with translation.override(language):
        return figures.shown_words(shown, SUM)[0], change_words.shown_words(IndicatorKind.COUNT, shown)


@pytest.mark.parametrize("band", [COUNT_BAND, AMOUNT_BAND])
def test_a_small_number_alone_is_below_the_limit(band: tuple[Decimal, Decimal]) -> None:
    assert words(part(*band)) == (f"dưới {LEAST_SHOWN}",) * 2
    assert words(part(*band), "en") == (f"below {LEAST_SHOWN}",) * 2


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (((10, 10), (1, 4)), "11 - 14"),
        (((1, 4), (1, 4)), "2 - 8"),
        (((1, 1), (1, 4)), "2 - 5"),
        (((0, 0), (1, 4)), "dưới 5"),
        (((3, 3), (10, 10)), "13"),
    ],
)
def test_a_sum_reads_as_its_range(parts: tuple[tuple[int, int], ...], text: str) -> None:
    found = computed(SUM, [part(*each) for each in parts], 1, "2018-Q3")
    assert words(found) == (text, text)
