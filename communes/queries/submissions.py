"""What was sent: submissions by report and by reference, and their content."""

from __future__ import annotations

from collections.abc import Iterator

from communes import answers
from communes.models import Report, Submission


def submissions(report: Report) -> list[Submission]:
    """Every sending of the report, oldest first."""
    return list(report.submissions.select_related("entered_by").order_by("number"))


def last_submission(report: Report) -> Submission | None:
    """What was sent last, if anything."""
    return report.submissions.order_by("-number").first()


def accepted_submission(report: Report) -> Submission | None:
    """What was accepted last; it stays so while the report is corrected."""
    return report.submissions.filter(passages__move="accept").order_by("-number").first()


def submission_by_reference(reference: str) -> Submission | None:
    """The submission a reading's source names, with its report, commune and period."""
    rows = Submission.objects.select_related("report__commune", "report__period__plan", "entered_by")
    return rows.filter(reference=reference).first()


def witness() -> Iterator[tuple[str, str]]:
    """Each submission's audit subject with the checksum its answers have now, for `verify_audit`."""
    for submission in Submission.objects.order_by("pk").iterator(chunk_size=500):
        digest = answers.checksum(submission.answers)
        yield f"communes.submission:{submission.pk}", digest
