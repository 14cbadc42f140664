"""Extensions and closings: when they are refused, and what they change."""

from __future__ import annotations

from datetime import date

import pytest

from communes.actions import periods, sending
from communes.actions.periods import close_period, grant_extension, reopen_period
from communes.models import Extension
from communes.queries.periods import due_date_of, is_closed
from communes.refusals import Overtaken, Refused
from tests import factories as f

pytestmark = pytest.mark.django_db
REASON = "Mưa lũ, mất điện kéo dài."


@pytest.mark.parametrize(
    ("until", "reason"),
    [(date(2018, 10, 5), REASON), (date(2018, 10, 1), REASON), (date(2018, 10, 10), "")],
    ids=["not later", "over already", "no reason"],
)
def test_an_extension_that_says_nothing_is_refused(until: date, reason: str) -> None:
    with f.on("2018-10-02"), pytest.raises(Refused):
        grant_extension(commune=f.commune(), period=f.period(), until=until, reason=reason, by=f.reviewer())
    assert not Extension.objects.exists()


def test_each_extension_is_later_than_the_one_before() -> None:
    place, quarter, bob = f.commune(), f.period(), f.reviewer()
    with f.on("2018-10-02"):
        for day in (9, 12):
            until = date(2018, 10, day)
            grant_extension(commune=place, period=quarter, until=until, reason=REASON, by=bob)
        with pytest.raises(Refused):
            grant_extension(commune=place, period=quarter, until=date(2018, 10, 10), reason=REASON, by=bob)
    assert due_date_of(place, quarter) == date(2018, 10, 12)


def test_a_closed_period_has_no_extensions_and_takes_no_reports() -> None:
    place, quarter, alice, bob = f.commune(), f.period(), f.officer(), f.reviewer()
    with f.on("2018-10-02"):
        report = f.written(place, by=alice)
        close_period(period=quarter, comment="Đã tổng hợp.", by=bob)
        with pytest.raises(Refused):
            grant_extension(commune=place, period=quarter, until=date(2018, 10, 12), reason=REASON, by=bob)
        with pytest.raises(Refused):
            sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice)
        reopen_period(period=quarter, comment="Đơn vị bổ sung.", by=bob)
        sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice)
    assert not is_closed(quarter)


def test_a_period_is_closed_once() -> None:
    quarter, bob = f.period(), f.reviewer()
    with f.on("2018-10-02"):
        close_period(period=quarter, comment="Đã tổng hợp.", by=bob)
        with pytest.raises(Overtaken):
            close_period(period=quarter, comment="Đã tổng hợp.", by=bob)


@pytest.mark.parametrize("act", [periods.close_period, periods.reopen_period])
def test_closing_and_opening_need_the_right_and_a_reason(act: object) -> None:
    assert callable(act)
    quarter = f.period()
    with f.on("2018-10-02"):
        for by, comment in ((f.officer(), "Lý do."), (f.reviewer(), "")):
            with pytest.raises(Refused):
                act(period=quarter, comment=comment, by=by)
