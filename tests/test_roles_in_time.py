"""A role holds from its first to its last day, both included, unless it was ended before."""

from __future__ import annotations

from datetime import date

import pytest

from communes.roles import Permission, Role, allowed, in_force
from tests.test_roles_matrix import Held


@pytest.mark.parametrize(
    ("today", "holds"),
    [
        (date(2018, 9, 30), False),
        (date(2018, 10, 1), True),
        (date(2018, 10, 31), True),
        (date(2018, 11, 1), False),
    ],
)
def test_the_first_and_the_last_day_count(today: date, holds: bool) -> None:
    membership = Held(Role.INSPECTOR, starts_on=date(2018, 10, 1), ends_on=date(2018, 10, 31))
    assert in_force(membership, today) is holds
    assert allowed([membership], Permission.READ_REPORT, 1, today) is holds


def test_without_a_last_day_it_goes_on() -> None:
    assert in_force(Held(Role.REVIEWER, starts_on=date(2016, 11, 7)), date(2031, 1, 1))


def test_a_membership_that_was_ended_grants_nothing_from_then_on() -> None:
    assert not in_force(Held(Role.REVIEWER, ended=True), date(2018, 10, 1))


def test_a_role_that_is_over_takes_nothing_from_another_one() -> None:
    memberships = [Held(Role.OFFICER, 1, ends_on=date(2018, 1, 1)), Held(Role.OFFICER, 2)]
    assert not allowed(memberships, Permission.WRITE_REPORT, 1, date(2018, 10, 1))
    assert allowed(memberships, Permission.WRITE_REPORT, 2, date(2018, 10, 1))
