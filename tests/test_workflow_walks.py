"""However people go about it, a report's course, its figures and the chain tell one story."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bg_portal import audit
from bg_portal.audit.models import Event
from communes import answers
from communes.actions import drafting, reviewing, sending
from communes.actions.figures import withdraw_figure
from communes.actions.periods import close_period, reopen_period
from communes.models import Passage, Report, Submission, User
from communes.queries.submissions import last_submission
from communes.refusals import Refused
from communes.vocabulary import ReportState
from plans.models import Entry, Indicator, Reading
from plans.vocabulary import NoFigure
from tests import factories as f
from tests.histories import Book, undone

pytestmark = pytest.mark.django_db
MOVES = ("submit", "return", "accept", "reopen")
VERBS = ("save", *MOVES, *MOVES, "withdraw", "close", "open")
Cast = tuple[Report, User, User]


@pytest.fixture
def cast() -> Cast:
    """A report of Đa Mai, its officer and a reviewer."""
    alice, bob = f.officer(), f.reviewer()
    with f.on("2018-10-02"):
        return f.written(f.commune(), by=alice, LD01=100), alice, bob


def counted() -> tuple[int, ...]:
    """How much was written; a refusal adds nothing to any of it."""
    return tuple(m._meta.base_manager.count() for m in (Entry, Passage, Submission, Reading, Event))


def attempt(verb: str, number: int, cast: Cast) -> None:
    """Try the verb, whether it is possible now or not."""
    report, alice, bob = Report.objects.get(pk=cast[0].pk), cast[1], cast[2]
    sent, ld01 = last_submission(report), Indicator.objects.get(code="LD01")
    content, version, why = f.full_content(report, LD01=100 + number), report.draft_version, "LD01"
    verbs: dict[str, Callable[[], object]] = {
        "save": lambda: drafting.save_draft(report=report, content=content, version=version, by=alice),
        "submit": lambda: sending.submit_report(
            report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice
        ),
        "return": lambda: sent and reviewing.return_submission(submission=sent, by=bob, comment=why),
        "accept": lambda: sent and reviewing.accept_submission(submission=sent, by=bob),
        "reopen": lambda: reviewing.reopen_report(report=report, by=bob, comment=why),
        "withdraw": lambda: withdraw_figure(report=report, indicator=ld01, reason=why, by=bob),
        "close": lambda: close_period(period=report.period, comment=why, by=bob),
        "open": lambda: reopen_period(period=report.period, comment=why, by=bob),
    }
    verbs[verb]()


def tells_one_story(report: Report) -> None:
    """The report's state, its sendings and its figures follow from its passages and entries alone."""
    passages = list(report.passages.order_by("entry__version"))
    state = ReportState.DRAFT.value
    for passage in passages:
        assert passage.source == state
        assert passage.at == passage.entry.at
        state = passage.target
    assert Report.objects.get(pk=report.pk).state == state
    sent = [p.submission for p in passages if p.move == "submit"]
    assert [s.number for s in sent if s] == list(range(1, len(sent) + 1))
    figures = Book().figures()
    last = report.submissions.filter(passages__move="accept").last()
    if last is None:
        assert figures == {}
        return
    stands, said = figures["LD01", "da-mai", "2018-Q3"], answers.read(last.answers).answers["LD01"].value
    acceptance = last.passages.get(move="accept").entry.version
    withdrawn = Entry.objects.filter(kind="withdrawal", version__gt=acceptance).exists()
    assert stands == (NoFigure.WITHDRAWN if withdrawn else said)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(verbs=st.lists(st.sampled_from(VERBS), min_size=4, max_size=12))
def test_any_course_tells_one_story_and_what_is_refused_changes_nothing(cast: Cast, verbs: list[str]) -> None:
    with undone(), f.on("2018-10-02"):
        for number, verb in enumerate(verbs):
            before = counted()
            try:
                attempt(verb, number, cast)
            except Refused:
                assert counted() == before, verb
        tells_one_story(cast[0])
        assert audit.verify() is None


def test_the_longest_way_tells_one_story(cast: Cast) -> None:
    """Returned, sent anew, accepted, withdrawn, reopened, replaced."""
    way = ["submit", "return", "save", "submit", "accept"]
    way += ["withdraw", "reopen", "save", "submit", "accept"]
    with f.on("2018-10-02"):
        for number, verb in enumerate(way):
            attempt(verb, number, cast)
            tells_one_story(cast[0])
    moves = list(cast[0].passages.order_by("entry__version").values_list("move", flat=True))
    assert moves == [verb for verb in way if verb in MOVES]
    assert audit.verify() is None
