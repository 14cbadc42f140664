"""A form sent twice, or from a page that is out of date, does nothing a second time and says so."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import pytest

from bg_portal.audit.models import Event
from communes.actions import drafting, reviewing
from communes.models import Membership, Passage, Report, Submission, User
from plans.models import (
    Announcement,
    AnnouncementMove,
    AnnouncementVersion,
    Comment,
    CommentAnswer,
    CommentMove,
    Entry,
)
from tests import factories as f
from tests.hostile import PLACES, found
from tests.page_forms import forms_of
from tests.stage import PLACE, SENT, Stage, sent

pytestmark = pytest.mark.django_db
REASON: Final = {"comment": "LD01: kiểm tra lại số liệu."}
PASSWORDS: Final = {"password": "một mật khẩu khác hẳn", "password_again": "một mật khẩu khác hẳn"}
DECIDED: Final = {"number": "30/QĐ-UBND", "dated_on": "02/03/2018", "authority": "UBND thành phố"}
VALID: Final[Mapping[str, tuple[Mapping[str, str], tuple[int, int]]]] = MappingProxyType(
    {
        "login": ({"username": "OFFICER", "password": f.PASSWORD}, (302, 302)),
        "password-forgotten": ({"email": "OFFICER"}, (200, 200)),
        "password-reset": (PASSWORDS, (302, 410)),
        "join": ({"name": "Nguyễn Thị Oanh", **PASSWORDS}, (302, 410)),
        "useful": ({"useful": "yes"}, (200, 200)),
        "logout": ({}, (302, 302)),
        "password-change": ({"password_now": f.PASSWORD, **PASSWORDS}, (302, 422)),
        "invite": (
            {"email": "khac@example.vn", "role": "leader", "starts_on": "02/10/2018"},
            (200, 200),
        ),
        "person": ({"role": "leader", "starts_on": "02/10/2018"}, (302, 422)),
        "membership-end": ({}, (302, 302)),
        "invitation-withdraw": ({}, (302, 404)),
        "period-close": (REASON, (302, 409)),
        "period-open": (REASON, (302, 409)),
        "report-accept": ({}, (302, 409)),
        "restricted": ({}, (200, 200)),
        "report-return": (REASON, (302, 409)),
        "report-reopen": (REASON, (302, 409)),
        "report-extend": ({"until": "30/10/2018", "reason": "Bão lụt"}, (302, 400)),
        "figure-withdraw": ({"reason": "Nhầm đơn vị tính"}, (302, 409)),
        "comment-write": ({"name": "Lan Anh", "text": "Mong có thêm buổi tối."}, (302, 302)),
        "comment-own": ({"withdraw": "1"}, (302, 302)),
        "comment-room": ({"chosen": "WAITING", "approve": "1"}, (302, 302)),
        "comment-inside": ({"answer": "1", "text": "Cảm ơn ý kiến.", "language": "vi"}, (302, 409)),
        "news-new": (
            {"title_vi": "Một tin", "summary_vi": "Tóm tắt", "body_vi": "Nội dung"},
            (302, 302),
        ),
        "news-edit": ({"title_vi": "Một tin khác"}, (302, 302)),
        "news-publish": ({"day": "10/10/2018", "hour": "07:30"}, (302, 409)),
        "news-withdraw": ({"reason": "Nhầm số liệu"}, (302, 409)),
        "news-back": ({}, (302, 409)),
        "recognition": ({"communes": "da-mai", "step": "refuse", **DECIDED}, (302, 400)),
        "targets-paste": ({"table": "Đơn vị\tTT02\nĐa Mai\t600", "move": "store", **DECIDED}, (302, 409)),
        "targets-indicator": ({"value-da-mai": "600", **DECIDED}, (302, 409)),
        "instruction-new": (
            {"about": "ky:2018-Q2", "to": "da-mai", "text": "Giao ban.", "due_on": "12/10/2018"},
            (302, 302),
        ),
        "instruction": ({"text": "Đã giao ban."}, (302, 302)),
        "instruction-finish": ({}, (302, 409)),
        "proposal": ({"kind": "taken_up", "text": "Sẽ cấp trong quý sau."}, (302, 409)),
        "report-start": ({}, (302, 302)),
        "report-edit": ({"LD01": "7"}, (302, 302)),
        "report-nil": ({"confirmed": "1"}, (302, 409)),
        "report-check": ({"name": "Lê Văn Sáu", "title": "Chủ tịch", "on": "01/10/2018"}, (302, 302)),
        "report-number": ({"document_number": "12/BC-UBND"}, (302, 302)),
    }
)
"""What an honest person fills in, and the answers to sending it once and once more."""
TOLD: Final = {"login", "useful", "restricted", "invite", "password-forgotten", "password-change", "logout"}
"""What is an event each time it happens, though it changes nothing the second time."""

NOT_TYPED: Final = {"confirmed", "move", "answer"}
"""A tick and buttons."""


def done() -> dict[str, int]:
    """How much of everything that lasts there is."""
    news = (Announcement, AnnouncementVersion, AnnouncementMove)
    comments = (Comment, CommentAnswer, CommentMove)
    models = (*news, *comments, Entry, Passage, Submission, Report, Membership, User, Event)
    return {model.__name__: model.objects.count() for model in models}


def test_every_form_is_sent_twice_here() -> None:
    assert VALID.keys() == PLACES.keys()


@pytest.mark.parametrize("name", sorted(VALID))
def test_sending_twice_does_it_once(stage: Stage, name: str) -> None:
    form, (typed, expected) = found(stage, name), VALID[name]
    known = {"OFFICER": email_of(stage), "WAITING": str(Comment.objects.get(state="waiting").pk)}
    typed = {key: known.get(value, value) for key, value in typed.items()}
    data = {**form.form.untouched(), **typed}
    client = form.client()
    first = client.post(form.form.action, data)
    after_first = done()
    second = client.post(form.form.action, data)
    assert (first.status_code, second.status_code) == expected
    if name not in TOLD:
        assert done() == after_first
    if first.status_code == second.status_code == 302:
        assert first["Location"].split("#")[0] == second["Location"].split("#")[0]
    if second.status_code in (400, 409, 422):
        page = second.content.decode()
        assert 'lang="vi"' in page
        kept = [value for key, value in typed.items() if "password" not in key and key not in NOT_TYPED]
        assert [value for value in kept if value not in page] == []


def email_of(stage: Stage) -> str:
    officer = stage.people["officer"]
    assert officer is not None
    return officer.email


def draft() -> Report:
    return Report.objects.get(commune__slug=PLACE, period__year=2018, period__quarter=3)


def saved_elsewhere(stage: Stage, **changed: int) -> None:
    """Somebody saves the draft on another machine."""
    report, reviewer = draft(), stage.people["reviewer"]
    assert reviewer is not None
    content = f.full_content(report, **changed)
    drafting.save_draft(report=report, content=content, version=report.draft_version, by=reviewer)


def test_a_draft_saved_elsewhere_is_not_written_over_and_a_version_can_be_chosen(stage: Stage) -> None:
    form = found(stage, "report-edit")
    data = {**form.form.untouched(), "LD01": "41", "limitations": "Thiếu kinh phí riêng"}
    saved_elsewhere(stage, LD01=43)
    client = form.client()
    conflict = client.post(form.form.action, data)
    page = conflict.content.decode()
    assert conflict.status_code == 409
    assert all(words in page for words in ("41", "43", "Thiếu kinh phí riêng"))
    (choice,) = (each for each in forms_of(page, form.page) if each.action == form.form.action)
    chosen = {**choice.untouched(), "keep-answer-LD01": "theirs", "keep-limitations": "mine"}
    assert client.post(form.form.action, chosen).status_code == 302
    report = draft()
    assert report.limitations == "Thiếu kinh phí riêng"
    assert report.figures.get(indicator__code="LD01").value == 43


def test_a_report_changed_after_it_was_checked_is_not_sent(stage: Stage) -> None:
    form = found(stage, "report-check")
    saved_elsewhere(stage, LD01=6)
    typed = {"name": "Lê Văn Sáu", "title": "Chủ tịch", "on": "01/10/2018"}
    response = form.client().post(form.form.action, {**form.form.untouched(), **typed})
    assert response.status_code == 409
    assert "Lê Văn Sáu" in response.content.decode()
    assert draft().state == "draft"


@pytest.mark.parametrize(("name", "typed"), [("report-accept", {}), ("report-return", REASON)])
def test_a_decision_on_a_sending_that_was_replaced_is_not_taken(
    stage: Stage, name: str, typed: dict[str, str]
) -> None:
    form = found(stage, name)
    officer, reviewer = stage.people["officer"], stage.people["reviewer"]
    assert officer is not None
    assert reviewer is not None
    report = Report.objects.get(commune__slug=PLACE, period=f.period(SENT))
    reviewing.return_submission(submission=report.submissions.get(), by=reviewer, comment="LD01")
    report.refresh_from_db()
    content = f.full_content(report, LD01=9)
    report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=officer)
    sent(report, by=officer)
    response = form.client().post(form.form.action, {**form.form.untouched(), **typed})
    assert response.status_code == 409
    assert all(words in response.content.decode() for words in typed.values())
    report.refresh_from_db()
    assert report.state == "submitted"
