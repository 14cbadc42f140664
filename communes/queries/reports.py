"""Reports as each person may see them: looking up is the permission check, and what is not found is 404."""

from __future__ import annotations

from django.http import Http404

from bg_portal.periods import Quarter
from communes.models import Commune, Report, User
from plans.models import Period, Plan
from plans.queries import period_of, plans_public
from plans.vocabulary import PeriodKind, PlanState


def plan_by_slug(slug: str) -> Plan:
    """A plan that is or was in force. Raises Http404."""
    plan = plans_public().filter(slug=slug).first()
    if plan is None:
        raise Http404
    return plan


def quarter_by_key(plan: Plan, key: str) -> Period:
    """A reporting period of the plan. Raises Http404 for nonsense and for years."""
    period = period_of(plan, key)
    if period is None or period.kind != PeriodKind.QUARTER:
        raise Http404
    period.plan = plan
    return period


def permitted_commune(user: User, slug: str, *permissions: str) -> Commune:
    """The commune, if `user` holds any of the permissions there. Raises Http404: others learn nothing."""
    commune = Commune.objects.filter(slug=slug).first()
    if commune is None or not any(user.has_perm(p, commune) for p in permissions):
        raise Http404
    return commune


def permitted_report(user: User, plan: str, period: str, slug: str, *permissions: str) -> Report:
    """The report at an address, if `user` holds any of the permissions for its commune. Raises Http404.

    One query, because every page of a report begins with it.
    """
    try:
        quarter = Quarter.parse(period)
    except ValueError:
        raise Http404 from None
    rows = Report.objects.select_related("commune", "period__plan", "saved_by").filter(
        commune__slug=slug,
        period__plan__slug=plan,
        period__year=quarter.year,
        period__quarter=quarter.number,
    )
    report = rows.exclude(period__plan__state=PlanState.DRAFT).first()
    if report is None or not any(user.has_perm(p, report.commune) for p in permissions):
        raise Http404
    return report


def readable_report(user: User, plan: str, period: str, slug: str) -> Report:
    """A report that `user` may read."""
    return permitted_report(user, plan, period, slug, "communes.read_report")


def writable_report(user: User, plan: str, period: str, slug: str) -> Report:
    """A report whose draft `user` may type into, as its officer or for a paper report."""
    return permitted_report(user, plan, period, slug, "communes.write_report", "communes.enter_paper_report")
