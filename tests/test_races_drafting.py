"""Two who begin or save one report at the same moment: one report, and nobody's typing is lost unnoticed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pytest

from communes.actions import drafting, sending
from communes.actions.drafting import DraftConflict
from communes.actions.periods import close_period
from communes.models import Figure, Report, Submission, User
from communes.queries.drafts import draft_answers
from communes.refusals import Overtaken, Refused
from communes.vocabulary import ReportState
from tests import factories as f
from tests.races import at_once, one_and_told

pytestmark = pytest.mark.django_db(transaction=True)
SLUGS = ("da-mai", "song-khe")


def save(report: Report, by: User, value: int) -> Callable[[], object]:
    """The whole draft with one value, as typed into the page that is open now."""
    content, version = f.full_content(report, LD01=value), report.draft_version
    return partial(drafting.save_draft, report=report, content=content, version=version, by=by)


def send(report: Report, by: User) -> Callable[[], object]:
    """The report as its check page shows it now."""
    checked = f.checked(report)
    return partial(sending.submit_report, report=report, checked=checked, clearance=f.CLEARANCE, by=by)


def test_two_who_start_one_report_at_once_get_the_same_one() -> None:
    for place in map(f.commune, SLUGS):
        alice, ann = f.officer(place), f.officer(place)
        with f.on("2018-10-02"):
            one, other = at_once(partial(f.started, place, by=alice), partial(f.started, place, by=ann))
        assert not isinstance(one, Refused)
        assert one == other == Report.objects.get(commune=place)


def test_of_two_drafts_saved_from_one_page_one_stands_and_the_other_is_shown_it() -> None:
    for place in map(f.commune, SLUGS):
        alice, ann = f.officer(place), f.officer(place)
        with f.on("2018-10-02"):
            report = f.started(place, by=alice)
            results = at_once(save(report, alice, 5), save(report, ann, 8))
        won, told = one_and_told(results, DraftConflict)
        assert isinstance(won, Report)
        stands = draft_answers(won)["LD01"].value
        assert stands in (Decimal(5), Decimal(8))
        assert isinstance(told, DraftConflict)
        assert (told.now.answers["LD01"].value, told.version) == (stands, won.draft_version)
        assert Figure.objects.filter(report=report).count() == len(f.full_content(report).answers)


def test_a_draft_saved_while_it_is_sent_is_sent_as_it_was_checked_or_not_at_all() -> None:
    for place in map(f.commune, SLUGS):
        alice, ann = f.officer(place), f.officer(place)
        with f.on("2018-10-02"):
            report = f.written(place, by=alice, LD01=5)
            results = at_once(send(report, alice), save(report, ann, 8))
        (told,) = [result for result in results if isinstance(result, Refused)]
        assert isinstance(told, Overtaken)
        report.refresh_from_db()
        sent = list(Submission.objects.filter(report=report))
        value = draft_answers(report)["LD01"].value
        assert (len(sent), report.state, value) in (
            (1, ReportState.SUBMITTED, Decimal(5)),
            (0, ReportState.DRAFT, Decimal(8)),
        )


def test_a_report_sent_while_its_period_is_closed_is_in_before_or_refused() -> None:
    place, other = f.commune("da-mai"), f.commune("song-khe")
    alice, ann, bob = f.officer(place), f.officer(other), f.reviewer()
    with f.on("2018-10-02"):
        reports = [f.written(place, by=alice), f.written(other, by=ann)]
        close = partial(close_period, period=f.period(), comment="Đã đủ báo cáo", by=bob)
        results = at_once(send(reports[0], alice), close, send(reports[1], ann))
    versions = [s.passages.get().entry.version for s in results if isinstance(s, Submission)]
    closing = f.period().moves.get()
    assert all(version < closing.entry.version for version in versions)
    assert len(versions) + sum(isinstance(result, Refused) for result in results) == 2
