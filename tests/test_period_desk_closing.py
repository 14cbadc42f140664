"""Closing and opening a period on its page: a reason, nothing lost, told when somebody was faster."""

from __future__ import annotations

import pytest

from communes.actions.periods import close_period
from communes.queries.periods import is_closed
from communes.roles import Role
from tests import factories as f
from tests.city import DAY, address, browser, words

pytestmark = pytest.mark.django_db
REASON = "Đã tổng hợp báo cáo thành phố."


def test_a_reviewer_closes_with_a_reason() -> None:
    with f.on(DAY):
        response = browser(f.reviewer()).post(address("period-close"), {"comment": REASON}, follow=True)
    assert is_closed(f.period())
    assert REASON in words(response)


def test_without_a_reason_it_is_asked_for_and_nothing_is_closed() -> None:
    with f.on(DAY):
        response = browser(f.reviewer()).post(address("period-close"), {"comment": "  "})
    assert response.status_code == 422
    assert not is_closed(f.period())


def test_closing_what_is_closed_tells_so_and_keeps_what_was_typed() -> None:
    bob = f.reviewer()
    with f.on(DAY):
        close_period(period=f.period(), comment=REASON, by=bob)
        seen = browser(bob).get(address("period-close"))
        response = browser(bob).post(address("period-close"), {"comment": "Lý do đã gõ."})
    assert (seen.status_code, response.status_code) == (409, 409)
    assert "Lý do đã gõ." in words(response)


def test_opening_again_shows_why_it_was_closed() -> None:
    bob = f.reviewer()
    with f.on(DAY):
        close_period(period=f.period(), comment=REASON, by=bob)
        assert REASON in words(browser(bob).get(address("period-open")))
        browser(bob).post(address("period-open"), {"comment": "Đơn vị bổ sung."})
    assert not is_closed(f.period())


@pytest.mark.parametrize("role", [Role.LEADER, Role.INSPECTOR, Role.ADMINISTRATOR])
def test_nobody_else_closes(role: Role) -> None:
    f.plan_loaded()
    with f.on(DAY):
        response = browser(f.person("Minh", role)).post(address("period-close"), {"comment": REASON})
    assert response.status_code == 403
    assert not is_closed(f.period())


@pytest.mark.parametrize("typed", ["a\x00b", "\u202eabc", "x" * 2001, "Gọi 0912 345 678"])
def test_hostile_or_personal_text_is_refused_in_words(typed: str) -> None:
    with f.on(DAY):
        response = browser(f.reviewer()).post(address("period-close"), {"comment": typed})
    assert response.status_code == 422
    assert not is_closed(f.period())
