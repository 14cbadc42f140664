"""A proposal that was sent gets an answer of the city, which stays with its words and reaches the commune."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from bg_portal import audit, clock
from bg_portal.outbox.models import Message
from communes.actions import drafting, reviewing, sending
from communes.actions.proposals import Reply, answer_proposal
from communes.models import ProposalAnswer, Report, SentProposal, Submission, User
from communes.queries.proposals import (
    answered,
    answers_to,
    readable_proposal,
    unanswered,
    waiting,
)
from communes.refusals import Overtaken, Refused
from communes.roles import Role
from communes.vocabulary import AnswerKind
from tests import factories as f

pytestmark = pytest.mark.django_db
DAY = "2018-10-02"
LEAFLETS, COURSE = "Đề nghị cấp thêm tờ rơi.", "Đề nghị mở lớp tập huấn."
TAKEN_UP = Reply(AnswerKind.TAKEN_UP, text="Cấp trong quý IV.")


def sent(*texts: str, day: str = DAY, slug: str = "da-mai", report: Report | None = None) -> Submission:
    """A report with these proposals, sent; or sent again."""
    place = f.commune(slug)
    by = User.objects.filter(memberships__commune=place).first() or f.officer(place)
    with f.on(day):
        draft = report or f.started(place, by=by)
        content = replace(f.full_content(draft, LD01=int(day[-2:])), proposals=texts)
        draft = drafting.save_draft(report=draft, content=content, version=draft.draft_version, by=by)
        return sending.submit_report(report=draft, checked=f.checked(draft), clearance=f.CLEARANCE, by=by)


def proposal_of(submission: Submission) -> SentProposal:
    """The first one of the sending."""
    return SentProposal.objects.get(submission=submission, order=0)


def returned(submission: Submission) -> Report:
    with f.on(DAY, 15):
        reviewing.return_submission(submission=submission, by=f.reviewer(), comment="LD01: kiểm tra lại.")
    return Report.objects.select_related("commune", "period__plan").get(pk=submission.report_id)


def answer(
    proposal: SentProposal, reply: Reply = TAKEN_UP, *, seen: int = 0, by: User | None = None
) -> ProposalAnswer:
    with f.on("2018-10-10"):
        return answer_proposal(proposal=proposal, reply=reply, seen=seen, by=by or f.reviewer())


def texts_waiting(user: User) -> list[str]:
    return [one.text for one in unanswered(user, f.plan_loaded())]


def test_each_proposal_of_a_sending_waits_until_it_is_answered() -> None:
    submission, bob = sent(LEAFLETS, COURSE), f.reviewer()
    assert texts_waiting(bob) == [LEAFLETS, COURSE]
    answer(proposal_of(submission))
    assert texts_waiting(bob) == [COURSE]
    assert [(one.text, one.answer) for one in answered(bob, f.plan_loaded())] == [(LEAFLETS, "taken_up")]


def test_the_same_words_sent_again_keep_their_answer() -> None:
    submission = sent(LEAFLETS, COURSE)
    answer(proposal_of(submission))
    again = sent(COURSE, LEAFLETS, day="2018-10-03", report=returned(submission))
    assert [(one.text, one.answer) for one in answers_to(again)] == [(COURSE, None), (LEAFLETS, "taken_up")]
    assert texts_waiting(f.reviewer()) == [COURSE]


def test_what_is_sent_again_has_waited_since_it_was_sent_first() -> None:
    submission = sent(LEAFLETS)
    sent(LEAFLETS, day="2018-10-05", report=returned(submission))
    with f.on("2018-10-12"):
        assert [f"{one.sent_on}" for one in waiting(f.plan_loaded(), clock.now())] == [DAY]


def test_what_the_commune_no_longer_proposes_waits_no_more() -> None:
    submission = sent(LEAFLETS)
    sent(COURSE, day="2018-10-05", report=returned(submission))
    assert texts_waiting(f.reviewer()) == [COURSE]


def test_the_oldest_stands_first() -> None:
    sent(LEAFLETS, day="2018-10-04")
    sent(COURSE, slug="le-loi")
    assert texts_waiting(f.reviewer()) == [COURSE, LEAFLETS]


def test_at_a_past_moment_it_waited_still() -> None:
    submission = sent(LEAFLETS)
    answer(proposal_of(submission))
    for day, number in (("2018-10-01", 0), ("2018-10-09", 1), ("2018-10-11", 0)):
        with f.on(day):
            assert len(waiting(f.plan_loaded(), clock.now())) == number


def test_the_commune_is_told_once_and_the_audit_keeps_the_answer() -> None:
    submission = sent(LEAFLETS)
    answer(proposal_of(submission))
    message = Message.objects.get(key__startswith="proposal-answer:")
    assert "Tiếp thu" in message.subject
    assert LEAFLETS in message.body
    assert "/lam-viec/kien-nghi/" in message.body
    assert audit.verify() is None


def test_a_second_answer_needs_the_first_to_be_seen_and_holds_then() -> None:
    proposal = proposal_of(sent(LEAFLETS))
    answer(proposal)
    with pytest.raises(Overtaken):
        answer(proposal)
    answer(proposal, Reply(AnswerKind.PASSED_ON, body="Sở Thông tin và Truyền thông"), seen=1)
    (told,) = answered(f.reviewer(), f.plan_loaded())
    assert (told.answer, told.body) == ("passed_on", "Sở Thông tin và Truyền thông")
    assert proposal.answers.count() == 2


@pytest.mark.parametrize(
    ("role", "may"), [(Role.REVIEWER, True), (Role.LEADER, True), (Role.INSPECTOR, False)]
)
def test_reviewers_and_leaders_answer(role: Role, may: bool) -> None:
    proposal, user = proposal_of(sent(LEAFLETS)), f.person("Hà", role)
    if may:
        assert answer(proposal, by=user).by == user
    else:
        with pytest.raises(Refused):
            answer(proposal, by=user)


def test_another_commune_neither_finds_nor_reads_it() -> None:
    proposal, carol = proposal_of(sent(LEAFLETS)), f.stranger()
    assert texts_waiting(carol) == []
    with pytest.raises(Http404):
        readable_proposal(carol, proposal.pk)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(AnswerKind.PASSED_ON),
        Reply(AnswerKind.NOT_TAKEN_UP),
        Reply(AnswerKind.TAKEN_UP, body="Sở Y tế"),
    ],
)
def test_the_database_refuses_half_an_answer(reply: Reply) -> None:
    proposal = proposal_of(sent(LEAFLETS))
    with pytest.raises(IntegrityError), transaction.atomic():
        answer(proposal, reply)
