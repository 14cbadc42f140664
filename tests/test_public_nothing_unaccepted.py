"""Before acceptance nothing of a report is public, and of its words and people nothing ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from communes.actions import drafting, reviewing, sending
from communes.actions.figures import withdraw_figure
from communes.actions.periods import close_period, grant_extension
from communes.answers import Answer, Content
from communes.models import Report, Submission, User
from communes.urls_public import urlpatterns as of_communes
from plans.models import Indicator
from plans.urls import urlpatterns as of_plans
from plans.vocabulary import NoFigure
from tests import factories as f
from tests.public_pages import KNOWN, bodies

pytestmark = pytest.mark.django_db
WORDS = (
    "Tồn tại riêng",
    "Nhiệm vụ riêng",
    "Kiến nghị riêng",
    "Việc đã làm riêng",
    "Lý do riêng",
    "Ghi chú riêng",
)
REMARKS = ("Trả lại vì riêng", "Mở lại vì riêng", "Rút vì riêng", "Gia hạn vì riêng", "Đóng kỳ vì riêng")
PEOPLE = ("Alice", "Bob", "Nguyễn Văn An")
NUMBER = 73915


def telling(report: Report, number: int) -> Content:
    """A whole report with words of its own everywhere, and one number that nothing else on a page is."""
    content = f.full_content(report)
    answers = {
        **content.answers,
        "LD01": Answer("LD01", Decimal(number), note=WORDS[5]),
        "LD03": Answer("LD03", reason=NoFigure.OTHER.value, reason_text=WORDS[4]),
    }
    done = {1: WORDS[3]}
    content = replace(content, answers=answers, accounts=done, proposals=(WORDS[2],))
    return replace(content, limitations=WORDS[0], next_tasks=WORDS[1])


def saved(report: Report, number: int, by: User) -> Report:
    report.refresh_from_db()
    content = telling(report, number)
    return drafting.save_draft(report=report, content=content, version=report.draft_version, by=by)


def sent(report: Report, by: User) -> Submission:
    checked = f.checked(report)
    return sending.submit_report(report=report, checked=checked, clearance=f.CLEARANCE, by=by)


CHANGES = "/thay-doi/"
"""The page that says of each corrected figure what it was before."""


def shown(*texts: str | int, but: str = "") -> set[str]:
    """Which of the texts stand on any public page, numbers in either language's writing.

    `but`: pages at such an address are not looked at.
    """
    spellings = {str(text): str(text) for text in texts}
    spellings |= {f"{n:,}": str(n) for n in texts if isinstance(n, int)}
    spellings |= {f"{n:,}".replace(",", "."): str(n) for n in texts if isinstance(n, int)}
    references = Submission.objects.filter(passages__move="accept").values_list("reference", flat=True)
    found = bodies(["da-mai"], references).items()
    pages = [body.decode() for address, body in found if not but or but not in address]
    return {text for spelling, text in spellings.items() if any(spelling in page for page in pages)}


def test_the_pages_looked_at_are_all_that_are_public() -> None:
    assert {pattern.name for pattern in (*of_communes, *of_plans)} == KNOWN


def test_nothing_of_a_draft_a_sent_or_a_returned_report_is_public() -> None:
    place = f.commune()
    alice, bob = f.officer(place), f.reviewer()
    everything = (NUMBER, *WORDS, *REMARKS, *PEOPLE)
    with f.on("2018-10-02"):
        report = saved(f.started(place, by=alice), NUMBER, alice)
        assert shown(*everything) == set()
        submission = sent(report, alice)
        assert shown(*everything) == set()
        reviewing.return_submission(submission=submission, by=bob, comment=REMARKS[0])
        assert shown(*everything) == set()


def test_of_an_accepted_report_only_its_figures_are_public() -> None:
    place = f.commune()
    alice, bob = f.officer(place), f.reviewer()
    with f.on("2018-10-02"):
        submission = sent(saved(f.started(place, by=alice), NUMBER, alice), alice)
        reviewing.accept_submission(submission=submission, by=bob)
        assert shown(NUMBER, *WORDS, *REMARKS, *PEOPLE) == {str(NUMBER)}


def test_while_a_report_is_corrected_what_was_accepted_stands() -> None:
    place = f.commune()
    alice, bob = f.officer(place), f.reviewer()
    with f.on("2018-10-02"):
        submission = sent(saved(f.started(place, by=alice), NUMBER, alice), alice)
        reviewing.accept_submission(submission=submission, by=bob)
        report = reviewing.reopen_report(report=submission.report, by=bob, comment=REMARKS[1]).report
        report = saved(report, NUMBER + 1, alice)
        assert shown(NUMBER, NUMBER + 1, *REMARKS) == {str(NUMBER)}
        again = sent(report, alice)
        assert shown(NUMBER, NUMBER + 1, *REMARKS) == {str(NUMBER)}
        reviewing.accept_submission(submission=again, by=bob)
        assert shown(NUMBER, NUMBER + 1, *REMARKS, but=CHANGES) == {str(NUMBER + 1)}
        assert shown(NUMBER, NUMBER + 1, *REMARKS) == {str(NUMBER), str(NUMBER + 1)}


def test_figures_lead_to_the_sending_that_was_accepted_last(client: Client) -> None:
    place = f.commune()
    alice, bob = f.officer(place), f.reviewer()
    with f.on("2018-10-02"):
        first = sent(saved(f.started(place, by=alice), NUMBER, alice), alice)
        report = reviewing.accept_submission(submission=first, by=bob).report
        reviewing.reopen_report(report=report, by=bob, comment=REMARKS[1])
        second = sent(saved(report, NUMBER + 1, alice), alice)
        before = client.get("/xa-phuong/da-mai/?nam=2018").content.decode()
        reviewing.accept_submission(submission=second, by=bob)
        after = client.get("/xa-phuong/da-mai/?nam=2018").content.decode()
    for page, here, elsewhere in ((before, first, second), (after, second, first)):
        assert f'href="/nguon/{here.reference}/"' in page
        assert elsewhere.reference not in page


def test_a_withdrawn_figure_is_gone_at_once_and_no_reason_is_told() -> None:
    place = f.commune()
    alice, bob = f.officer(place), f.reviewer()
    with f.on("2018-10-02"):
        submission = sent(saved(f.started(place, by=alice), NUMBER, alice), alice)
        report = reviewing.accept_submission(submission=submission, by=bob).report
        indicator = Indicator.objects.get(plan=report.period.plan, code="LD01")
        withdraw_figure(report=report, indicator=indicator, reason=REMARKS[2], by=bob)
        day = date(2018, 10, 30)
        grant_extension(commune=place, period=report.period, until=day, reason=REMARKS[3], by=bob)
        close_period(period=report.period, comment=REMARKS[4], by=bob)
        assert shown(NUMBER, *WORDS, *REMARKS, *PEOPLE) == set()


def test_a_sending_that_was_not_accepted_is_no_public_source(client: Client) -> None:
    place = f.commune()
    alice, bob = f.officer(place), f.reviewer()
    with f.on("2018-10-02"):
        submission = f.submitted(place, by=alice)
        address = f"/nguon/{submission.reference}/"
        assert client.get(address).status_code == 404
        reviewing.return_submission(submission=submission, by=bob, comment="LD01")
        assert client.get(address).status_code == 404


def test_the_source_tells_the_local_day_of_the_acceptance(client: Client) -> None:
    """The database answers in UTC, where the morning still belongs to the day before."""
    place = f.commune()
    alice, bob = f.officer(place), f.reviewer()
    with f.on("2018-10-03", hour=6):
        reference = f.accepted(place, by=alice, reviewer=bob).submission
        assert reference is not None
        page = client.get(f"/nguon/{reference.reference}/").content.decode()
    assert "03/10/2018" in page
    assert "02/10/2018" not in page
