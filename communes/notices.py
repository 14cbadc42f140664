"""Who is told of what: one message a person and event, put into the outbox in the event's own transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise

from bg_portal import outbox
from bg_portal.letters import letter
from communes import words
from communes.models import (
    Commune,
    Extension,
    Instruction,
    InstructionMove,
    Passage,
    ProposalAnswer,
    Recognition,
    Report,
    User,
)
from communes.vocabulary import (
    AnswerKind,
    InstructionState,
    InstructionStep,
    MoveName,
    RecognitionStep,
    ReportState,
)
from plans.models import Entry, Indicator

_TO_CITY = {MoveName.SUBMIT: "communes.review_report"}
_TO_COMMUNE = {
    MoveName.CLEAR: "communes.submit_report",
    MoveName.RECALL: "communes.clear_report",
    MoveName.RETURN: "communes.write_report",
    MoveName.ACCEPT: "communes.write_report",
    MoveName.REOPEN: "communes.write_report",
}


def moved(passage: Passage) -> None:
    """Tell whose turn it is now: reviewers of what was sent, the commune of what came back."""
    move, report = MoveName(passage.move), passage.report
    if move in _TO_CITY:
        people = User.objects.with_perm(_TO_CITY[move])
    else:
        people = User.objects.with_perm(_TO_COMMUNE[move], obj=report.commune)
    context = {
        "state": words.LABELS[ReportState(passage.target)],
        "comment": passage.comment,
    }
    _tell(f"passage:{passage.pk}", "moved", people, report, context)


def extended(extension: Extension) -> None:
    """Tell the commune its new due date and why."""
    people = User.objects.with_perm("communes.write_report", obj=extension.commune)
    report = Report(commune=extension.commune, period=extension.period)
    context = {"until": extension.until, "reason": extension.reason}
    _tell(f"extension:{extension.pk}", "extended", people, report, context)


def withdrawn(report: Report, indicator: Indicator, entry: Entry) -> None:
    """Tell the commune that a published figure of it was taken down and why."""
    people = User.objects.with_perm("communes.write_report", obj=report.commune)
    context = {"indicator": indicator, "reason": entry.cause}
    _tell(f"entry:{entry.pk}", "withdrawn", people, report, context)


def recognised(row: Recognition) -> None:
    """Tell the commune what was recorded of its healthy standing."""
    people = User.objects.with_perm("communes.write_report", obj=row.commune)
    context = {"row": row, "word": words.RECORDED[RecognitionStep(row.step)]}
    path = partial(reverse, "commune", args=[row.commune.slug])
    _mail(f"recognition:{row.pk}", "recognition", people, path, context)


def proposal_answered(answer: ProposalAnswer) -> None:
    """Tell the commune what the city answered to its proposal."""
    report = answer.proposal.submission.report
    people = User.objects.with_perm("communes.write_report", obj=report.commune)
    context = {"answer": answer, "word": words.LABELS[AnswerKind(answer.kind)], "report": report}
    path = partial(reverse, "proposal", args=[answer.proposal_id])
    _mail(f"proposal-answer:{answer.pk}", "proposal", people, path, context)


def instruction_given(given: Instruction) -> None:
    """Tell those an instruction is for: a commune's officers, or the city's reviewers."""
    _instruct(f"instruction:{given.pk}", given, _addressees(given), InstructionState.GIVEN, "")


def instruction_moved(made: InstructionMove) -> None:
    """Tell the leader of an answer, and those it was for that it is done."""
    given = made.instruction
    answered = made.step == InstructionStep.ANSWER
    people = User.objects.filter(pk=given.by_id, is_active=True) if answered else _addressees(given)
    _instruct(f"instruction-move:{made.pk}", given, people, InstructionState(made.target), made.text)


def _addressees(given: Instruction) -> Any:
    if given.commune is None:
        return User.objects.with_perm("communes.review_report")
    return User.objects.with_perm("communes.write_report", obj=given.commune)


def _instruct(key: str, given: Instruction, people: Any, state: InstructionState, answer: str) -> None:
    context = {"instruction": given, "word": words.LABELS[state], "answer": answer}
    _mail(key, "instruction", people, partial(reverse, "instruction", args=[given.pk]), context)


def reminded(report: Report, due: date, when: str | Promise, key: str) -> None:
    """Remind the commune's officers of a report that has not been sent; once for each `key`."""
    people = User.objects.with_perm("communes.write_report", obj=report.commune)
    _tell(key, "reminder", people, report, {"due": due, "when": when})


def report_path(report: Report) -> str:
    """The address that opens exactly this report."""
    return reverse("report", args=report_key(report.commune, report))


def report_key(commune: Commune, report: Report) -> tuple[str, str, str]:
    """A report in addresses: plan, period, commune."""
    return (report.period.plan.slug, report.period.key, commune.slug)


def _tell(key: str, name: str, people: Any, report: Report, context: dict[str, Any]) -> None:
    """Mail about a report, with its address."""
    _mail(key, name, people, partial(report_path, report), {**context, "report": report})


def _mail(key: str, name: str, people: Any, path: Callable[[], str], context: dict[str, Any]) -> None:
    """One mail to each, in their language, with an address in it that is in their language too."""
    for person in people:
        with translation.override(person.language):
            url = settings.PORTAL_URL + path()
            full = {**context, "person": person, "url": url}
            subject, body = letter(name, full)
        outbox.put(key=f"{key}:{person.pk}", to=person.email, subject=subject, body=body)
