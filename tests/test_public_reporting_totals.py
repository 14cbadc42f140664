"""The public reads how many reports came in time, late or never, period by period; nobody is named."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from communes.actions import periods, reviewing
from communes.models import Submission
from communes.roles import Role
from communes.vocabulary import CommuneKind
from plans.models import Participation
from tests import factories as f
from tests.city import words

pytestmark = pytest.mark.django_db


def sent(slug: str, day: str) -> Submission:
    place = f.commune(slug)
    with f.on(day):
        return f.submitted(place, by=f.officer(place))


def row(label: str, day: str = "2018-10-20") -> list[int]:
    """Due, on time, late, never, accepted, under review, back: a period's line in the public table."""
    with f.on(day):
        text = words(Client().get(reverse("commune-list")))
    found = next(part for part in text.split("<tr>") if f">{label}</a>" in part)
    return [int(number) for number in re.findall(r"<td[^>]*>(\d+)</td>", found)]


def test_reports_are_counted_by_when_they_came_and_how_they_stand() -> None:
    bob = f.person("Bob", Role.REVIEWER)
    in_time, late = sent("da-mai", "2018-10-05"), sent("le-loi", "2018-10-09")
    sent("my-do", "2018-10-10")
    with f.on("2018-10-11"):
        reviewing.accept_submission(submission=in_time, by=bob)
        reviewing.return_submission(submission=late, by=bob, comment="Thiếu số liệu.")
    assert row("Quý III/2018") == [16, 1, 2, 13, 1, 1, 1]
    assert row("Quý II/2018") == [16, 0, 0, 16, 0, 0, 0]


def test_an_extension_keeps_a_report_in_time() -> None:
    bob = f.person("Bob", Role.REVIEWER)
    with f.on("2018-10-03"):
        periods.grant_extension(
            commune=f.commune("le-loi"), period=f.period(), until=date(2018, 10, 9), reason="Bão.", by=bob
        )
    sent("le-loi", "2018-10-09")
    assert row("Quý III/2018")[:3] == [16, 1, 0]


def test_a_period_whose_cut_off_is_to_come_is_not_there() -> None:
    f.plan_loaded()
    with f.on("2018-10-20"):
        assert "Quý IV/2018" not in words(Client().get(reverse("commune-list")))


def test_a_list_without_wards_has_no_heading_for_them() -> None:
    Participation.objects.filter(plan=f.plan_loaded(), commune__kind=CommuneKind.WARD).delete()
    page = words(Client().get(reverse("commune-list")))
    assert "Các xã" in page
    assert "Các phường" not in page
