"""Proposals on the desk: for the city how many wait, for a commune what was answered lately."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from bg_portal import clock
from bg_portal.pieces import Link
from communes.models import User
from communes.presenting.proposals import place_and_period, proposed, unanswered_line
from communes.queries.proposals import answered_since, waiting
from communes.roles import Permission
from plans.models import Plan

NEWS_FOR = timedelta(days=30)
"""For how long an answer stands on the commune's desk."""


def proposal_links(user: User, plan: Plan) -> list[Link]:
    """One line for the city; a line for each late answer for a commune; in one query."""
    if user.has_perm(Permission.SEE_CITY_DESK):
        days = [(clock.today() - one.sent_on).days for one in waiting(plan, clock.now())]
        return [Link(unanswered_line(days), reverse("proposals"))] if days else []
    if not user.has_perm(Permission.READ_REPORT):
        return []
    told = answered_since(user, plan, clock.now() - NEWS_FOR)
    return [Link(f"{place_and_period(one)}: {proposed(one).word}", proposed(one).href) for one in told]
