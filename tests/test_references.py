"""The reference of a sending is its own, whatever other plans are called."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from communes.actions import drafting, reviewing, sending
from communes.models import Submission, User
from plans.actions.storing import store_document
from plans.models import Plan
from tests import factories as f
from tests.documents import plan_125

pytestmark = pytest.mark.django_db


def another_plan(slug: str) -> Plan:
    document = replace(plan_125(), number=slug, slug=slug)
    with f.on("2016-11-11"):
        store_document(document=document, source="", cause="test", by=None)
    return Plan.objects.get(slug=slug)


def sent_of(plan: Plan, by: User) -> Submission:
    """The same commune's report of the same quarter, of this plan."""
    period = plan.periods.get(year=2018, quarter=3)
    with f.on("2018-10-02"):
        report = drafting.start_report(commune=f.commune(), period=period, by=by)
        full = f.full_content(report)
        report = drafting.save_draft(report=report, content=full, version=report.draft_version, by=by)
        checked = f.checked(report)
        return sending.submit_report(report=report, checked=checked, clearance=f.CLEARANCE, by=by)


def test_two_plans_of_one_number_have_references_of_their_own() -> None:
    first, alice = f.plan_loaded(), f.officer()
    second, third = another_plan("125-qd-ubnd"), another_plan("125-nq-hdnd")
    later, one, between = sent_of(third, alice), sent_of(first, alice), sent_of(second, alice)
    assert one.reference == "125.2018Q3.07228.1"
    assert between.reference == "125-2.2018Q3.07228.1"
    assert later.reference == "125-3.2018Q3.07228.1"


def test_the_page_of_a_source_is_found_by_such_a_reference() -> None:
    f.plan_loaded()
    submission = sent_of(another_plan("125-qd-ubnd"), f.officer())
    with f.on("2018-10-03"):
        reviewing.accept_submission(submission=submission, by=f.reviewer())
    page = Client().get(reverse("source", args=[submission.reference]))
    assert submission.reference in page.content.decode()


def test_a_plan_whose_name_only_continues_the_number_has_a_sign_of_its_own() -> None:
    f.plan_loaded()
    assert sent_of(another_plan("1250-kh-ubnd"), f.officer()).reference.startswith("1250.")


def test_the_reference_of_a_plan_with_the_longest_name_fits_its_column() -> None:
    f.plan_loaded()
    one, other = another_plan("a" * 60), another_plan("a" * 59 + "b")
    alice = f.officer()
    references = {sent_of(plan, alice).reference for plan in (one, other)}
    longest = Submission._meta.get_field("reference").max_length
    assert len(references) == 2
    assert all(len(reference) <= (longest or 0) for reference in references)
