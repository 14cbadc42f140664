"""Where every figure leads: the address of the answer to "how is this number worked out?"."""

from __future__ import annotations

from django.urls import reverse

from plans.models import Plan
from plans.moments import Moment


def why_objective(
    plan: Plan, code: str, moment: Moment, commune: str | None = None, *, file: bool = False
) -> str:
    """How an objective's value in the period comes about, or the verdict on one commune, by its slug."""
    return _address("objective-why", plan, code, file=file) + moment.query(xa=commune or "")


def why_indicator(
    plan: Plan,
    code: str,
    moment: Moment,
    span: str = "ky",
    commune: str | None = None,
    *,
    file: bool = False,
    inside: bool = False,
) -> str:
    """How an indicator's figure comes about: of the city, or of one commune, by its slug.

    * `span`: the period alone (ky), the year so far (nam) or the plan so far (giai-doan);
    * `inside`: the page where small numbers stand as they were reported.
    """
    query = moment.query(khoang="" if span == "ky" else span, xa=commune or "")
    return _address("indicator-why-inside" if inside else "indicator-why", plan, code, file=file) + query


def _address(name: str, plan: Plan, code: str, *, file: bool) -> str:
    return reverse(f"{name}-csv" if file else name, args=[plan.slug, code])
