"""An offered answer is sent only after somebody stood by it: by ticking it, or by typing something else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from communes.answers import Answer
from tests.form_values import read

OFFER = Answer("LD01", Decimal(7), confirmed=False)


def confirmed(fields: dict[str, str], before: Answer = OFFER) -> bool:
    """Whether the answer counts as somebody's after this POST."""
    return read(fields, before={"LD01": before}, offers={"LD01": OFFER}).content.answers["LD01"].confirmed


def test_left_as_it_is_the_offer_still_waits() -> None:
    assert not confirmed({"LD01": "7", "LD01-offered": "1"})


def test_the_tick_confirms_it() -> None:
    assert confirmed({"LD01": "7", "LD01-offered": "1", "LD01-confirmed": "on"})


def test_taking_the_tick_away_takes_the_confirmation_back() -> None:
    assert not confirmed({"LD01": "7", "LD01-offered": "1"}, before=Answer("LD01", Decimal(7)))


@pytest.mark.parametrize("typed", ["8", "0"])
def test_another_number_needs_no_tick(typed: str) -> None:
    assert confirmed({"LD01": typed, "LD01-offered": "1"})


def test_a_form_that_did_not_show_the_tick_leaves_the_offer_waiting() -> None:
    assert not confirmed({"LD01": "7"})


def test_the_same_number_typed_into_an_empty_box_needs_no_tick() -> None:
    assert confirmed({"LD01": "7"}, before=Answer("LD01"))
