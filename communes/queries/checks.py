"""A draft held against the rules: what it may not say, what needs a reason, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from bg_portal import clock
from communes import completeness
from communes.answers import Content
from communes.checks import Finding, check, check_texts
from communes.completeness import Progress, Readiness
from communes.history import History
from communes.models import Report
from communes.queries.history import history_of
from plans.document import Indicator, PlanDocument
from plans.queries import plan_document


@dataclass(frozen=True)
class CheckedDraft:
    """The draft with everything the form, the check page and the sending ask of it."""

    document: PlanDocument
    questions: tuple[Indicator, ...]
    history: History
    content: Content
    findings: list[Finding]
    readiness: Readiness
    progress: dict[int, Progress]


def check_draft(report: Report, content: Content) -> CheckedDraft:
    """Check a content, saved or not yet, as this report's; two queries beside the report's own."""
    document = plan_document(report.period.plan)
    key = report.period.key
    questions = completeness.asked(document, key)
    history = history_of(report.commune, report.period)
    today = clock.today()
    findings = check(document, document.period(key), content.answers, history, today=today)
    findings += check_texts(
        accounts=content.accounts,
        limitations=content.limitations,
        next_tasks=content.next_tasks,
        proposals=content.proposals,
    )
    return CheckedDraft(
        document=document,
        questions=questions,
        history=history,
        content=content,
        findings=findings,
        readiness=completeness.readiness(questions, content.answers, findings),
        progress=completeness.progress(questions, content.answers),
    )
