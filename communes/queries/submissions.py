"""What was sent: submissions by report and by reference, and their content."""

from __future__ import annotations

from collections.abc import Collection

from bg_portal.periods import Quarter
from communes.deadlines import local_day
from communes.models import Passage, Report, Submission
from communes.vocabulary import MoveName
from plans.models import Plan
from plans.provenance import Acceptance


def last_submission(report: Report) -> Submission | None:
    """What was sent last, if anything."""
    return report.submissions.order_by("-number").first()


def acceptances(
    plan: Plan, version: int, periods: Collection[str], commune: int | None = None
) -> dict[tuple[int, str], Acceptance]:
    """By commune and key of the quarter, what had been accepted last by a version; settings name it."""
    years = {int(key[:4]) for key in periods}
    rows = Passage.objects.filter(
        report__period__plan=plan,
        report__period__year__in=years,
        move=MoveName.ACCEPT,
        entry__version__lte=version,
    )
    if commune is not None:
        rows = rows.filter(report__commune=commune)
    names = ("commune_id", "period__year", "period__quarter")
    values = rows.order_by("entry__version").values_list(
        *(f"report__{name}" for name in names), "submission__reference", "submission__at", "at"
    )
    found = {
        (place, Quarter(year, quarter).key): Acceptance(reference, local_day(sent), local_day(at))
        for place, year, quarter, reference, sent, at in values
    }
    return {place: one for place, one in found.items() if place[1] in periods}


def submission_by_reference(reference: str) -> Submission | None:
    """The submission a reading's source names, with its report, commune and period."""
    rows = Submission.objects.select_related("report__commune", "report__period__plan", "entered_by")
    return rows.filter(reference=reference).first()
