"""A report is begun from the period's first day, and sent after its cut-off until the city closes it."""

from __future__ import annotations

from datetime import date

import pytest

from communes.deadlines import can_send, can_start, standing
from communes.vocabulary import ReportState, Standing

STARTS_ON, ENDS_ON = date(2018, 7, 1), date(2018, 9, 30)


def test_a_report_can_be_begun_on_the_first_day_of_its_period() -> None:
    assert not can_start(STARTS_ON, date(2018, 6, 30))
    assert can_start(STARTS_ON, STARTS_ON)


def test_a_report_can_be_sent_from_the_day_after_the_cut_off() -> None:
    assert not can_send(ENDS_ON, ENDS_ON)
    assert can_send(ENDS_ON, date(2018, 10, 1))


def test_a_closed_period_takes_no_report() -> None:
    assert not can_send(ENDS_ON, date(2018, 10, 1), closed=True)


def test_what_was_not_begun_stands_as_not_due_until_the_cut_off() -> None:
    assert standing(None, ENDS_ON, ENDS_ON) is Standing.NOT_DUE
    assert standing(None, ENDS_ON, date(2018, 10, 1)) is Standing.NOT_STARTED


@pytest.mark.parametrize("state", ReportState)
def test_every_state_of_a_report_has_its_standing(state: ReportState) -> None:
    assert standing(state, ENDS_ON, STARTS_ON).value == state.value
