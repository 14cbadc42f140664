"""Each page of a report: at most twelve queries for every role, and under 20 kB compressed."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from communes.actions.periods import close_period
from communes.actions.reviewing import return_submission
from communes.models import Report, User
from communes.roles import Role
from tests import factories as f
from tests.factories_reports import address, signed_in

pytestmark = pytest.mark.django_db
MOST = 12
Budget = Callable[[int], AbstractContextManager[Any]]
DRAFT_PAGES = (
    "report-edit",
    "report-check",
    "report-nil",
    "report-number",
    "report-blank",
    "provider-sheets",
)


def scene() -> tuple[User, User]:
    """An officer with three accepted quarters behind, and the reviewer."""
    place = f.commune()
    alice, bob = f.officer(place), f.reviewer()
    for key, day in (("2017-Q4", "2018-01-03"), ("2018-Q1", "2018-04-03"), ("2018-Q2", "2018-07-03")):
        with f.on(day):
            f.accepted(place, key, by=alice, reviewer=bob, LD01=int(key[-1]))
    return alice, bob


def people(alice: User, bob: User) -> list[User]:
    """One of each role, for this commune where the role has one."""
    others = [role for role in Role if role not in (Role.OFFICER, Role.REVIEWER)]
    places = {Role.COMMUNE_LEADER: f.commune()}
    return [alice, bob, *(f.person(role.value, role, places.get(role)) for role in others)]


def test_no_page_takes_more_queries_for_any_role(django_assert_max_num_queries: Budget) -> None:
    """Counted at the second look: the first one of a process reads the plan."""
    alice, bob = scene()
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice)
        for person in people(alice, bob):
            client = signed_in(person)
            for page in DRAFT_PAGES:
                client.get(address(page, report))
                with django_assert_max_num_queries(MOST):
                    client.get(address(page, report))


def test_a_sent_or_returned_report_takes_no_more(django_assert_max_num_queries: Budget) -> None:
    """The receipt; the form with the city's reason; the check page of a closed period."""
    alice, bob = scene()
    client = signed_in(alice)
    with f.on("2018-10-02"):
        submission = f.submitted(f.commune(), by=alice)
        report = submission.report
        client.get(address("receipt", report, 1))
        with django_assert_max_num_queries(MOST):
            client.get(address("receipt", report, 1))
        return_submission(submission=submission, by=bob, comment="LD01: kiểm tra lại")
        close_period(period=report.period, comment="Hết hạn", by=bob)
        for page in ("report-edit", "report-check"):
            with django_assert_max_num_queries(MOST):
                assert client.get(address(page, report)).status_code == 200


def test_the_form_is_small_enough_for_a_slow_line() -> None:
    """With last values beside every question."""
    alice, _bob = scene()
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice)
        pages = {page: signed_in(alice).get(address(page, report)).content for page in DRAFT_PAGES}
    sizes = {page: len(gzip.compress(content, 6)) for page, content in pages.items()}
    assert max(sizes.values()) < 20_000, sizes
    assert Report.objects.filter(state="draft").count() == 1
