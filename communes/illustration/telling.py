"""Carry out the steps of the story, each at its own moment, through the actions that people use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Final

from bg_portal import clock
from communes import answers
from communes.actions import drafting, numbering, periods, reviewing, sending
from communes.actions.proposals import Reply, answer_proposal
from communes.answers import Answer, Content
from communes.checks import Finding, unexplained
from communes.illustration.course import TELLERS, Act, Step
from communes.illustration.figures import answers_of
from communes.illustration.people import Cast
from communes.models import Commune, Report, SentProposal, Submission
from communes.queries.checks import check_draft
from communes.queries.drafts import draft_content
from communes.queries.periods import due_date_of
from communes.queries.submissions import last_submission
from communes.vocabulary import AnswerKind
from plans.document import PlanDocument
from plans.models import Period
from plans.vocabulary import AcrossQuarters

LIMITATIONS: Final = (
    "Kinh phí còn hạn chế; một số thôn, tổ dân phố chưa tổ chức được buổi tuyên truyền riêng.",
    "Việc cung cấp số liệu của các đơn vị phối hợp còn chậm.",
    "",
)
TASKS: Final = (
    "Tiếp tục tuyên truyền tại trường học và cụm công nghiệp; duy trì phát thanh hằng tuần.",
    "Rà soát văn bản lồng ghép; phối hợp Đội 178 kiểm tra theo kế hoạch.",
)
PROPOSAL: Final = "Đề nghị thành phố cấp thêm tài liệu truyền thông cho các thôn, tổ dân phố."
REPLIES: Final = (
    Reply(AnswerKind.TAKEN_UP, text="Cấp bổ sung trong kỳ sau theo số tài liệu hiện có."),
    Reply(AnswerKind.PASSED_ON, body="Phòng Văn hóa và Thông tin thành phố"),
    Reply(AnswerKind.NOT_TAKEN_UP, text="Chưa bố trí được nguồn; đơn vị sử dụng tài liệu hiện có."),
)
EXPLANATION: Final = "Đã đối chiếu với đơn vị cung cấp số liệu."


class Telling:
    """One run of the story over stored communes, periods and people."""

    def __init__(
        self, document: PlanDocument, periods_: dict[str, Period], communes: dict[str, Commune], cast: Cast
    ) -> None:
        self.document = document
        self.periods = periods_
        self.communes = communes
        self.cast = cast
        self.tellers = {teller.slug: teller for teller in TELLERS}
        self.acts: dict[Act, Callable[[Step], object]] = {
            Act.START: self._start,
            Act.WRITE: self._write,
            Act.NIL: self._nil,
            Act.SEND: self._send,
            Act.RETURN: self._return,
            Act.ACCEPT: self._accept,
            Act.REOPEN: self._reopen,
            Act.EXTEND: self._extend,
            Act.NUMBER: self._number,
            Act.ANSWER: self._answer,
        }

    def tell(self, step: Step) -> None:
        """Let one step happen at its moment."""
        with clock.standing_at(step.at):
            self.acts[step.act](step)

    def _report(self, step: Step) -> Report:
        place, period = self.communes[step.slug], self.periods[step.period]
        report = Report.objects.get(commune=place, period=period)
        report.commune, report.period = place, period
        return report

    def _start(self, step: Step) -> None:
        place, period = self.communes[step.slug], self.periods[step.period]
        drafting.start_report(commune=place, period=period, by=self.cast.officers[step.slug])

    def _write(self, step: Step) -> None:
        content = self._content(step, answers_of(self.tellers[step.slug], self.document.period(step.period)))
        if step.note:
            content = _mended(content)
        self._save(step, content)

    def _nil(self, step: Step) -> None:
        """Nothing happened: flows are 0, nothing was carried out, stocks stay as they are."""
        told = answers_of(self.tellers[step.slug], self.document.period(step.period))
        flows = {i.code for i in self.document.indicators if i.across_quarters is AcrossQuarters.SUM}
        quiet = {code: Answer(code, Decimal(0)) if code in flows else a for code, a in told.items()}
        quiet |= {code: Answer(code, Decimal(0)) for code in ("LG12", "LG22", "LG32", "TT00")}
        before = self._kt04_before(step)
        self._save(step, self._content(step, quiet | {"KT04": Answer("KT04", before)}))
        report = self._report(step)
        officer = self.cast.officers[step.slug]
        drafting.fill_nil(report=report, measure=None, version=report.draft_version, by=officer)

    def _kt04_before(self, step: Step) -> Decimal:
        history = check_draft(self._report(step), Content("ordinary", {}, {})).history
        year = self.periods[step.period].year
        values = [past.number("KT04") or Decimal(0) for past in history.of_year(year)]
        return max(values, default=Decimal(0))

    def _content(self, step: Step, told: dict[str, Answer]) -> Content:
        number = sum(map(ord, step.slug + step.period))
        return Content(
            kind="ordinary",
            answers=told,
            accounts={3: "Tổ chức tuyên truyền theo kế hoạch; phát thanh trên hệ thống truyền thanh cơ sở."},
            limitations=LIMITATIONS[number % 3],
            next_tasks=TASKS[number % 2],
            proposals=(PROPOSAL,) if number % 5 == 0 else (),
        )

    def _save(self, step: Step, content: Content) -> None:
        report = self._report(step)
        findings = check_draft(report, content).findings
        explained = _explained(content, findings)
        officer = self.cast.officers[step.slug]
        drafting.save_draft(report=report, content=explained, version=report.draft_version, by=officer)

    def _send(self, step: Step) -> None:
        report = self._report(step)
        checked = answers.mark(draft_content(report), report.submissions.count())
        clearance = self._clearance(step)
        officer = self.cast.officers[step.slug]
        sending.submit_report(report=report, checked=checked, clearance=clearance, by=officer)

    def _clearance(self, step: Step) -> sending.Clearance:
        name = f"Lãnh đạo UBND {self.communes[step.slug].full_name}"
        return sending.Clearance(name, "Phó Chủ tịch", step.at.date())

    def _return(self, step: Step) -> None:
        submission = self._sent(step)
        reviewing.return_submission(submission=submission, by=self.cast.reviewers[0], comment=step.note)

    def _accept(self, step: Step) -> None:
        submission = self._sent(step)
        reviewer = self.cast.reviewers[sum(map(ord, step.slug)) % 2]
        reviewing.accept_submission(submission=submission, by=reviewer)

    def _sent(self, step: Step) -> Submission:
        submission = last_submission(self._report(step))
        if submission is None:
            raise LookupError(step)
        return submission

    def _reopen(self, step: Step) -> None:
        reviewing.reopen_report(report=self._report(step), by=self.cast.reviewers[1], comment=step.note)

    def _extend(self, step: Step) -> None:
        place, period = self.communes[step.slug], self.periods[step.period]
        until = due_date_of(place, period) + timedelta(days=4)
        periods.grant_extension(
            commune=place, period=period, until=until, reason=step.note, by=self.cast.reviewers[0]
        )

    def _answer(self, step: Step) -> None:
        """What the report proposes is answered, in one of three ways."""
        reply = REPLIES[sum(map(ord, step.period + step.slug)) % 3]
        for proposal in SentProposal.objects.filter(submission=self._sent(step), repeats__isnull=True):
            answer_proposal(proposal=proposal, reply=reply, seen=0, by=self.cast.reviewers[0])

    def _number(self, step: Step) -> None:
        number = sum(map(ord, step.slug + step.period)) % 90 + 5
        numbering.number_report(
            report=self._report(step),
            document_number=f"{number:02}/BC-UBND",
            document_date=step.at.date(),
            signer="Lãnh đạo UBND",
            signer_title="Phó Chủ tịch",
            by=self.cast.officers[step.slug],
        )


def _explained(content: Content, findings: list[Finding]) -> Content:
    """Give each hint that asks for a reason the story's reason."""
    codes = {finding.code for finding in unexplained(findings, content.answers)}
    noted = {code: replace(content.answers[code], note=EXPLANATION) for code in codes}
    return replace(content, answers={**content.answers, **noted})


def _mended(content: Content) -> Content:
    """A replacement: one session and its people more than was reported first."""
    more = {"TT01c": 1, "TT02": 45}
    mended = {
        code: replace(answer, value=answer.value + more[code])
        for code, answer in content.answers.items()
        if code in more and answer.value is not None
    }
    return replace(content, answers={**content.answers, **mended})
