"""The course of reports follows from their moves: read in steps or at once, and as the reports stand now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db.models import Q

from communes.actions import reviewing, sending
from communes.actions.periods import close_period, grant_extension
from communes.courses import Courses
from communes.models import Submission
from communes.queries.courses import begun, courses_at, forget
from communes.queries.standings import standings
from plans.queries import plan_document, version_of
from tests import factories as f

pytestmark = pytest.mark.django_db
REASON = "TT02 cần giải trình."


def now() -> Courses:
    plan = f.plan_loaded()
    return courses_at(plan, version_of(plan))


def history() -> None:
    """Reports sent, returned twice, sent again, accepted, reopened; what is known is asked for in between."""
    bob, alice = f.reviewer(), f.officer()
    with f.on("2018-10-02"):
        f.written(f.commune("tan-my"), by=f.officer(f.commune("tan-my")))
        sent = f.submitted(f.commune(), by=alice)
        now()
        sent = again(sent)
        assert list(now().returns.values()) == [(sent.at,)]
        reviewing.accept_submission(submission=again(sent), by=bob)
        now()
    with f.on("2018-10-03"):
        le_loi = f.submitted(f.commune("le-loi"), by=f.officer(f.commune("le-loi")))
        reviewing.return_submission(submission=le_loi, by=bob, comment=REASON)
        until = date(2018, 10, 12)
        grant_extension(commune=f.commune("my-do"), period=f.period(), until=until, reason="Mưa lũ.", by=bob)
        close_period(period=f.period("2017-Q4"), comment="Đã tổng hợp.", by=bob)


def again(sent: Submission) -> Submission:
    """Returned, and sent once more."""
    report = sent.report
    reviewing.return_submission(submission=sent, by=f.reviewer(), comment=REASON)
    report.refresh_from_db()
    alice = f.officer()
    return sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice)


def test_what_was_read_step_by_step_is_what_is_read_at_once() -> None:
    history()
    stepwise = now()
    forget()
    assert now() == stepwise
    assert stepwise.returns.keys() == {(f.commune("le-loi").pk, "2018-Q3")}
    assert [row.comment for row in stepwise.back] == [REASON]


def test_it_says_of_each_report_what_is_stored_of_it_now() -> None:
    history()
    plan = f.plan_loaded()
    stored = standings(plan, plan_document(plan), Q())
    told = now().standings(plan_document(plan), stored.now, begun(plan, "2018-Q3"))
    own = {key: replace(facts, document_number="") for key, facts in stored.facts.items()}
    written = (f.commune("tan-my").pk, "2018-Q3")
    assert {key: told.facts[key] for key in own if key != written} == {
        key: own[key] for key in own if key != written
    }
    assert (told.facts[written].state, told.facts.keys()) == (own[written].state, own.keys())
    assert told.extensions == stored.extensions
    assert [key for key, period in stored.periods.items() if period.closed] == [*told.periods]


def test_an_older_version_still_says_what_it_said() -> None:
    plan = f.plan_loaded()
    before = version_of(plan)
    history()
    now()
    assert courses_at(plan, before).facts == {}
