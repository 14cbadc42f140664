"""Two reviewers at the same moment: one decides, the other is told, and every figure is published once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from bg_portal import audit
from communes.actions import reviewing
from communes.actions.figures import withdraw_figure
from communes.models import Passage, Submission, User
from communes.refusals import Overtaken
from plans.models import Entry, Indicator, Reading
from plans.queries import version_of
from tests import factories as f
from tests.races import at_once, one_and_told

pytestmark = pytest.mark.django_db(transaction=True)
SLUGS = ("da-mai", "song-khe")


def accept(sent: Submission, by: User) -> Callable[[], Passage]:
    return partial(reviewing.accept_submission, submission=sent, by=by)


def test_two_acceptances_at_once_publish_once_and_tell_the_other() -> None:
    for place in map(f.commune, SLUGS):
        alice, bob, ben = f.officer(place), f.reviewer(), f.reviewer()
        with f.on("2018-10-02"):
            sent = f.submitted(place, by=alice)
            results = at_once(accept(sent, bob), accept(sent, ben))
        won, _told = one_and_told(results, Overtaken)
        assert list(Passage.objects.filter(report=sent.report, move="accept")) == [won]
        readings = Reading.objects.filter(commune=place)
        assert readings.count() == readings.values("indicator").distinct().count() > 0
    assert audit.verify() is None


def test_an_acceptance_and_a_return_at_once_leave_one_decision() -> None:
    for place in map(f.commune, SLUGS):
        alice, bob, ben = f.officer(place), f.reviewer(), f.reviewer()
        with f.on("2018-10-02"):
            sent = f.submitted(place, by=alice)
            back = partial(reviewing.return_submission, submission=sent, by=ben, comment="LD01")
            results = at_once(accept(sent, bob), back)
        won, _told = one_and_told(results, Overtaken)
        sent.report.refresh_from_db()
        assert sent.report.state == won.target
        assert Reading.objects.filter(commune=place).exists() == (won.move == "accept")


def test_acceptances_of_different_reports_at_once_are_numbered_one_after_the_other() -> None:
    bob = f.reviewer()
    places = [f.commune(slug) for slug in SLUGS]
    with f.on("2018-10-02"):
        sent = [f.submitted(place, by=f.officer(place)) for place in places]
        version = version_of(f.plan_loaded())
        won = at_once(*(accept(one, bob) for one in sent))
    assert all(isinstance(passage, Passage) for passage in won)
    written = Entry.objects.filter(version__gt=version).order_by("version")
    assert [entry.version - version for entry in written] == [1, 2]
    assert audit.verify() is None


def test_a_figure_withdrawn_twice_at_once_is_withdrawn_once() -> None:
    place = f.commune()
    alice, bob, ben = f.officer(place), f.reviewer(), f.reviewer()
    with f.on("2018-10-02"):
        report = f.accepted(place, by=alice, reviewer=bob).report
        indicator = Indicator.objects.get(plan=report.period.plan, code="LD01")
        withdraw = partial(withdraw_figure, report=report, indicator=indicator, reason="Nhầm kỳ")
        results = at_once(partial(withdraw, by=bob), partial(withdraw, by=ben))
    won, _told = one_and_told(results, Overtaken)
    assert won.readings.count() == 1
    assert Reading.objects.filter(commune=place, indicator=indicator).count() == 2
