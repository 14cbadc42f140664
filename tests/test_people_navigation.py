"""The navigation offers each role the places it may go to, within a fixed number of queries."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from communes.models import Membership, User
from communes.navigation import links
from communes.roles import Role
from tests import factories as f

pytestmark = pytest.mark.django_db
SIGN_IN, DESK, PEOPLE = "/dang-nhap/", "/lam-viec/", "/lam-viec/nhan-su/"
NEWS, COMMENTS = "/tin-tuc/", "/y-kien/"


def hrefs(user: User | AnonymousUser, day: str = "2018-10-02") -> list[str]:
    request = RequestFactory().get("/")
    request.user = user
    with f.on(day):
        return [link.href for link in links(request)]


def test_a_visitor_finds_the_public_pages_and_the_door() -> None:
    plan = f.plan_loaded()
    assert hrefs(AnonymousUser()) == ["/", f"/ke-hoach/{plan.slug}/", "/xa-phuong/", NEWS, COMMENTS, SIGN_IN]


def test_before_the_first_period_the_rest_still_stands() -> None:
    assert hrefs(AnonymousUser(), "2016-11-06") == ["/", "/xa-phuong/", NEWS, COMMENTS, SIGN_IN]


@pytest.mark.parametrize(
    ("role", "report", "city", "people"),
    [
        (Role.OFFICER, True, False, False),
        (Role.COMMUNE_LEADER, False, False, False),
        (Role.REVIEWER, False, True, False),
        (Role.LEADER, False, True, False),
        (Role.INSPECTOR, False, True, False),
        (Role.ADMINISTRATOR, False, False, True),
    ],
)
def test_each_role_finds_its_own_places(role: Role, report: bool, city: bool, people: bool) -> None:
    at = f.commune() if role in {Role.OFFICER, Role.COMMUNE_LEADER} else None
    offered = hrefs(f.person("Alice", role, at))
    assert offered[0] == DESK
    assert SIGN_IN not in offered
    assert any("2018-Q3" in href and "da-mai" in href for href in offered) is report
    assert any("2018-Q3" in href and "da-mai" not in href for href in offered) is city
    assert (PEOPLE in offered) is people


def test_an_officer_of_several_communes_chooses_on_the_desk() -> None:
    alice = f.officer()
    Membership.objects.create(
        user=alice,
        role=Role.OFFICER.value,
        commune=f.commune("song-khe"),
        starts_on=alice.memberships.get().starts_on,
        granted_at=alice.memberships.get().granted_at,
    )
    assert not any("2018-Q3" in href for href in hrefs(User.objects.get(pk=alice.pk)))


def test_the_place_one_is_at_is_marked() -> None:
    request = RequestFactory().get("/lam-viec/nhan-su/moi/")
    request.user = f.person("Dung", Role.ADMINISTRATOR)
    assert [link.href for link in links(request) if link.current] == [PEOPLE]


def test_the_navigation_costs_one_query_beside_the_memberships() -> None:
    f.plan_loaded()
    for user, queries_expected in ((AnonymousUser(), 1), (f.officer(), 2)):
        with CaptureQueriesContext(connection) as queries:
            hrefs(user)
        assert len(queries) == queries_expected
