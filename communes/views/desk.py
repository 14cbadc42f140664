"""The desk: what waits for whom, until when."""

from __future__ import annotations

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from communes.queries.desk import city_desk, own_communes, own_desks
from communes.queries.navigation import period_of_request
from communes.roles import Permission
from communes.views.city_tasks import city_context, yearly_links
from communes.views.instructions import instruction_tasks
from communes.views.own_tasks import OwnTasks
from communes.views.proposal_links import proposal_links
from communes.views.worker import worker
from plans.comment_queries import waiting
from plans.queries import plan_document


@require_safe
@permission_required(Permission.SEE_DESK, raise_exception=True)
def desk(request: HttpRequest) -> HttpResponse:
    """One page for every role: the reports of one's own communes, the city's view, the way to people."""
    user = worker(request)
    period = period_of_request(request)
    context: dict[str, object] = {"period": period, "own": [], "city": None}
    context["manages_people"] = user.has_perm(Permission.MANAGE_PEOPLE)
    if period is None:
        return render(request, "communes/desk.html", context)
    plan, communes = period.plan, own_communes(user)
    document = plan_document(plan)
    if communes:
        desks = own_desks(communes, plan, document, period.key)
        context["own"] = [OwnTasks(user, plan, own, leading=own is desks[0]).drawn() for own in desks]
    if user.has_perm(Permission.SEE_CITY_DESK):
        context["city"] = city_context(user, plan, city_desk(plan, document, period.key), period.key)
    context["instructions"] = instruction_tasks(user, plan)
    context["proposals"] = proposal_links(user, plan)
    context["waiting"] = waiting(user)
    context["yearly"] = yearly_links(user, plan, period.year)
    return render(request, "communes/desk.html", context)
