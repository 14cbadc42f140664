"""The working draft of a report as values."""

from __future__ import annotations

from communes.answers import Answer, Content
from communes.models import Figure, Report


def answer_of(figure: Figure, code: str) -> Answer:
    """One stored figure as the answer the rules know."""
    return Answer(
        code=code,
        value=figure.value,
        reason=figure.reason,
        reason_text=figure.reason_text,
        document_number=figure.document_number,
        document_date=figure.document_date,
        valid_until=figure.valid_until,
        activity=figure.activity,
        note=figure.note,
        confirmed=figure.confirmed,
        unread=figure.typed,
    )


def draft_answers(report: Report) -> dict[str, Answer]:
    """The answers written so far, by indicator code."""
    figures = report.figures.select_related("indicator")
    return {f.indicator.code: answer_of(f, f.indicator.code) for f in figures}


def draft_content(report: Report) -> Content:
    """The whole draft, as it would be sent now."""
    accounts = report.accounts.select_related("measure")
    return Content(
        kind=report.kind,
        answers=draft_answers(report),
        accounts={account.measure.order: account.text for account in accounts},
        limitations=report.limitations,
        next_tasks=report.next_tasks,
        proposals=tuple(p.text for p in report.proposals.all()),
        cleared_by_name=report.cleared_by_name,
        cleared_by_title=report.cleared_by_title,
        cleared_on=report.cleared_on,
    )
