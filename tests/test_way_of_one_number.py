"""The way of one number, from a form to a public page, through the actions that people use."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape

import pytest
from django.test import Client

from bg_portal import audit
from communes.actions import drafting, reviewing, sending
from communes.refusals import Overtaken, Refused
from plans.models import Reading
from plans.queries import current_readings
from tests import factories as f

pytestmark = pytest.mark.django_db


def test_an_accepted_figure_stands_on_the_public_page_with_its_source(client: Client) -> None:
    """Nothing shows before acceptance; afterwards the figure leads to the report it came from."""
    place = f.commune()
    alice, bob = f.officer(place), f.reviewer()
    with f.on("2018-10-02"):
        submission = f.submitted(place, by=alice, LD01=37)
        assert "37" not in client.get("/xa-phuong/da-mai/?nam=2018").content.decode()
        reviewing.accept_submission(submission=submission, by=bob)
        page = client.get("/xa-phuong/da-mai/?nam=2018").content.decode()
    (why,) = re.findall(r'<a href="(/ke-hoach/[^"]+/cach-tinh/[^"]+)">37</a>', page)
    behind = client.get(unescape(why)).content.decode()
    for leading_there in (page, behind):
        assert f'href="/nguon/{submission.reference}/"' in leading_there
    source = client.get(f"/nguon/{submission.reference}/").content.decode()
    assert submission.reference in source
    assert "Alice" not in source
    assert audit.verify() is None


def test_a_correction_supersedes_only_what_changed() -> None:
    """A replacement with one other figure adds one reading, which supersedes exactly one."""
    place = f.commune()
    alice, bob = f.officer(place), f.reviewer()
    with f.on("2018-10-02"):
        passage = f.accepted(place, by=alice, reviewer=bob, LD01=3)
        before = Reading.objects.count()
        report = reviewing.reopen_report(report=passage.report, by=bob, comment="LD01").report
        content = f.full_content(report, LD01=4)
        report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=alice)
        second = sending.submit_report(
            report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice
        )
        reviewing.accept_submission(submission=second, by=bob)
    assert Reading.objects.count() == before + 1
    current = {r.indicator.code: r for r in current_readings(report.period.plan, place, report.period)}
    assert current["LD01"].value == Decimal(4)
    assert current["LD01"].supersedes is not None


def test_the_same_content_sent_twice_gives_the_same_submission() -> None:
    """A second click, or a page sent again, shows the first receipt."""
    place = f.commune()
    alice = f.officer(place)
    with f.on("2018-10-02"):
        report = f.written(place, by=alice)
        checked = f.checked(report)
        first = sending.submit_report(report=report, checked=checked, clearance=f.CLEARANCE, by=alice)
        again = sending.submit_report(report=report, checked=checked, clearance=f.CLEARANCE, by=alice)
    assert again == first


def test_nobody_accepts_what_they_wrote() -> None:
    """A reviewer who typed in a paper report leaves it to another reviewer."""
    place = f.commune()
    bob, other = f.reviewer(), f.reviewer()
    with f.on("2018-10-02"):
        submission = f.submitted(place, by=bob)
        with pytest.raises(Refused):
            reviewing.accept_submission(submission=submission, by=bob)
        reviewing.accept_submission(submission=submission, by=other)
    assert submission.on_paper


def test_a_stale_draft_changes_nothing_and_tells_what_stands() -> None:
    """Who saves second is told of who saved first, and nothing is written over."""
    place = f.commune()
    alice, ann = f.officer(place), f.officer(place)
    with f.on("2018-10-02"):
        report = f.started(place, by=alice)
        stale = report.draft_version
        content = f.full_content(report, LD01=5)
        drafting.save_draft(report=report, content=content, version=stale, by=alice)
        with pytest.raises(drafting.DraftConflict) as told:
            drafting.save_draft(report=report, content=f.full_content(report), version=stale, by=ann)
    assert told.value.now.answers["LD01"].value == Decimal(5)


def test_a_stranger_writes_nothing_of_another_commune() -> None:
    """The action asks again, whatever page led to it."""
    with f.on("2018-10-02"), pytest.raises(Refused):
        f.started(f.commune("da-mai"), by=f.stranger())


def test_a_report_is_accepted_once() -> None:
    """The second reviewer is told that it happened."""
    place = f.commune()
    alice, bob = f.officer(place), f.reviewer()
    with f.on("2018-10-02"):
        submission = f.submitted(place, by=alice)
        reviewing.accept_submission(submission=submission, by=bob)
        with pytest.raises(Overtaken):
            reviewing.accept_submission(submission=submission, by=f.reviewer())
