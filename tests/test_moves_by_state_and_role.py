"""Each move × state × role through the actions: who may, when, and that everybody else changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction

from communes.actions import reviewing, sending
from communes.models import Report, User
from communes.queries.submissions import last_submission
from communes.refusals import Overtaken, Refused
from communes.roles import Role
from communes.vocabulary import ReportState
from plans.models import Plan
from tests import factories as f

pytestmark = pytest.mark.django_db

# State by state: which move which roles may make; every other pair is refused.
WITHOUT_CLEARANCE = {
    "draft": {"submit": {"officer", "reviewer"}},
    "submitted": {"return": {"reviewer"}, "accept": {"reviewer"}},
    "returned": {"submit": {"officer", "reviewer"}},
    "accepted": {"reopen": {"reviewer"}},
    "reopened": {"submit": {"officer", "reviewer"}},
}
WITH_CLEARANCE = {
    "draft": {"clear": {"commune_leader"}, "submit": {"reviewer"}},
    "cleared": {"recall": {"officer"}, "submit": {"officer"}},
    "submitted": {"return": {"reviewer"}, "accept": {"reviewer"}},
    "returned": {"clear": {"commune_leader"}, "submit": {"reviewer"}},
    "accepted": {"reopen": {"reviewer"}},
    "reopened": {"clear": {"commune_leader"}, "submit": {"reviewer"}},
}
CASES = [
    *((False, state, row) for state, row in WITHOUT_CLEARANCE.items()),
    *((True, state, row) for state, row in WITH_CLEARANCE.items()),
]


def move(name: str, report: Report, by: User) -> object:
    """Try a move, however it is called."""
    sent = last_submission(report)
    moves: dict[str, Callable[[], object]] = {
        "clear": lambda: sending.clear_report(report=report, checked=f.checked(report), by=by),
        "recall": lambda: sending.recall_report(report=report, by=by),
        "submit": lambda: sending.submit_report(
            report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=by
        ),
        "return": lambda: sent and reviewing.return_submission(submission=sent, by=by, comment="LD01"),
        "accept": lambda: sent and reviewing.accept_submission(submission=sent, by=by),
        "reopen": lambda: reviewing.reopen_report(report=report, by=by, comment="LD01"),
    }
    return moves[name]()


def people() -> dict[str, User]:
    """One person for each role, and an officer of another commune."""
    place = f.commune()
    found = {
        role.value: f.person(role.value, role, place if role in (Role.OFFICER, Role.COMMUNE_LEADER) else None)
        for role in Role
    }
    return {**found, "stranger": f.stranger()}


def report_in(state: str, cast: dict[str, User], *, clearance: bool) -> Report:
    """A report brought into the state by those who may."""
    report = f.written(f.commune(), by=cast["officer"])
    paths = {
        "draft": [],
        "cleared": ["clear"],
        "submitted": ["submit"],
        "returned": ["submit", "return"],
        "accepted": ["submit", "accept"],
        "reopened": ["submit", "accept", "reopen"],
    }
    for name in paths[state]:
        who = {"clear": "commune_leader", "submit": "officer"}.get(name, "reviewer")
        if name == "submit" and clearance:
            move("clear", report, cast["commune_leader"])
            report.refresh_from_db()
        move(name, report, cast[who])
        report.refresh_from_db()
    assert report.state == state
    return report


@contextmanager
def undone() -> Iterator[None]:
    """Take back whatever was done, so that the next one finds the same report."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def succeeded(name: str, report: Report, by: User) -> bool:
    """Whether the move was made; anything but a refusal in words is a fault."""
    before = ReportState(report.state)
    with undone():
        try:
            move(name, Report.objects.get(pk=report.pk), by)
        except Refused:
            assert Report.objects.get(pk=report.pk).state == before
            return False
        return Report.objects.get(pk=report.pk).state != before


@pytest.mark.parametrize(("clearance", "state", "row"), CASES)
def test_only_the_table_s_moves_are_made(clearance: bool, state: str, row: dict[str, set[str]]) -> None:
    cast = people()
    Plan.objects.update(clearance_required=clearance)
    with f.on("2018-10-02"):
        report = report_in(state, cast, clearance=clearance)
        for name in ("clear", "recall", "submit", "return", "accept", "reopen"):
            made = {role for role, person in cast.items() if succeeded(name, report, person)}
            assert (name, made) == (name, row.get(name, set()))


def test_who_is_late_is_told_and_who_may_not_is_refused() -> None:
    """Overtaken is for those who might have done it; for everybody else it is simply not open."""
    cast = people()
    with f.on("2018-10-02"):
        report = report_in("accepted", cast, clearance=False)
        with pytest.raises(Overtaken):
            move("accept", report, cast["reviewer"])
        with pytest.raises(Refused) as refused:
            move("accept", report, cast["leader"])
    assert not isinstance(refused.value, Overtaken)


def test_a_report_goes_back_only_with_a_reason() -> None:
    cast = people()
    with f.on("2018-10-02"):
        report = report_in("submitted", cast, clearance=False)
        sent = last_submission(report)
        assert sent is not None
        with pytest.raises(Refused):
            reviewing.return_submission(submission=sent, by=cast["reviewer"], comment="")
        reviewing.accept_submission(submission=sent, by=cast["reviewer"])
        with pytest.raises(Refused):
            reviewing.reopen_report(report=report, by=cast["reviewer"], comment="")
