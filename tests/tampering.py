"""What an owner of the database can do to rows that only grow, and a story with rows of every kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.apps import apps
from django.db import connection, models

from bg_portal import audit
from bg_portal.audit.verification import Broken
from communes.actions import drafting, reviewing, sending
from communes.actions.instructing import Order, give_instruction, move_instruction
from communes.actions.periods import close_period, grant_extension, reopen_period
from communes.actions.proposals import Reply, answer_proposal
from communes.actions.recognising import Recording, record_recognition
from communes.answers import Answer
from communes.models import Report, SentProposal, Submission, User
from communes.roles import Role
from communes.vocabulary import AnswerKind, InstructionStep, RecognitionStep
from plans.actions.news import save_announcement, withdraw_announcement
from plans.deciding import Deciding
from plans.models import Reading, Target
from plans.vocabulary import NoFigure
from tests import comments, news
from tests import factories as f

LABELS = (
    "plans.Entry",
    "plans.Reading",
    "plans.Target",
    "plans.AnnouncementVersion",
    "plans.AnnouncementMove",
    "plans.CommentMove",
    "communes.Submission",
    "communes.Passage",
    "communes.Extension",
    "communes.PeriodMove",
    "communes.Recognition",
    "communes.ProposalAnswer",
    "communes.Instruction",
    "communes.InstructionMove",
)
ELSEWHERE = 2_000_000_000
"""The key of nothing, which no sequence reaches; such keys are looked at only when a transaction ends."""


def story() -> None:
    """Sent, returned, sent anew, accepted, corrected; a later due date; a period closed and opened again."""
    place, other = f.commune(), f.commune("song-khe")
    alice, bob = f.officer(place), f.reviewer()
    with f.on("2018-10-02"):
        report = f.started(place, by=alice)
        sent = _sent(report, alice, 3)
        reviewing.return_submission(submission=sent, by=bob, comment="LD01")
        reviewing.accept_submission(submission=_sent(report, alice, 4), by=bob)
        reviewing.reopen_report(report=report, by=bob, comment="LD01")
        reviewing.accept_submission(submission=_sent(report, alice, 5), by=bob)
        for day in (20, 30):
            until = date(2018, 10, day)
            grant_extension(commune=other, period=report.period, until=until, reason="Mưa lũ", by=bob)
        close_period(period=report.period, comment="Đủ báo cáo", by=bob)
        reopen_period(period=report.period, comment="Còn thiếu", by=bob)
        for name, number in (("song-khe", "05/QĐ-UBND"), ("da-mai", "06/QĐ-UBND")):
            _refuse_recognition(name, number, bob)
        text = news.content(picture_id=news.picture(bob).pk, alt_vi="Họp")
        shown = news.published(bob, **vars(text))
        save_announcement(announcement=shown, content=replace(text, title_vi="Mới"), based_on=1, by=bob)
        withdraw_announcement(announcement=shown, reason="Nhầm", by=bob)
        _words_between_city_and_commune(alice, bob)
        comments.answered(bob)
        comments.rejected(bob, text="Mua ngay kẻo hết.")
    assert audit.verify() is None


def _words_between_city_and_commune(alice: User, bob: User) -> None:
    for proposal in SentProposal.objects.filter(submission__number=3):
        answer_proposal(
            proposal=proposal, reply=Reply(AnswerKind.TAKEN_UP, text="Cấp trong quý IV."), seen=0, by=bob
        )
    leader = f.person("Giang", Role.LEADER)
    for text in ("Giao ban với nhà trường.", "Rà soát số liệu."):
        order = Order(f.plan_loaded(), f.commune(), text, date(2018, 10, 10), about_commune=f.commune())
        given = give_instruction(order=order, by=leader)
        move_instruction(instruction=given, step=InstructionStep.ANSWER, by=alice, text="Đã thực hiện.")


def _refuse_recognition(slug: str, number: str, by: User) -> None:
    document = Deciding(number, date(2018, 2, 20), "UBND thành phố")
    year = f.period("2017")
    recording = Recording(year, [f.commune(slug)], RecognitionStep.REFUSE, document)
    record_recognition(recording=recording, by=by)


def _sent(report: Report, by: User, value: int) -> Submission:
    report.refresh_from_db()
    content = f.full_content(report, LD01=value)
    missing = Answer("LD03", reason=NoFigure.OTHER.value, reason_text="Chưa tổng hợp")
    answers = {**content.answers, "LD03": missing}
    content = replace(content, answers=answers, proposals=("Cấp thêm tài liệu.", "Tập huấn."))
    report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=by)
    checked = f.checked(report)
    return sending.submit_report(report=report, checked=checked, clearance=f.CLEARANCE, by=by)


def execute(sql: str, *params: str | int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def rows_of(label: str) -> list[Any]:
    """All rows of a model, oldest first."""
    return list(apps.get_model(label)._meta.base_manager.order_by("pk"))


def subject_of(row: models.Model) -> str:
    """Whom the chain names for a row: the row itself, for a reading its entry."""
    if isinstance(row, (Reading, Target)):
        return f"plans.entry:{row.entry_id}"
    return f"{row._meta.label_lower}:{row.pk}"


def named() -> tuple[str, str]:
    """What the check of the chain finds: the fault and whom it names."""
    broken = audit.verify()
    return (broken.fault.value, broken.subject) if isinstance(broken, Broken) else ("", "")


def another_value(field: models.Field[Any, Any]) -> str | int:
    """Something that can stand in the column and does not."""
    match field:
        case models.DateTimeField():
            return "2001-02-03 04:05:06+00:00" if connection.vendor == "postgresql" else "2001-02-03 04:05:06"
        case models.DateField():
            return "2001-02-03"
        case models.JSONField():
            return '{"x": 1}'
        case models.CharField() | models.TextField():
            return "x"
        case models.SmallIntegerField() | models.PositiveSmallIntegerField():
            return 12_345
        case _:
            return ELSEWHERE
