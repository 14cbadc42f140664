"""Whoever may see small numbers reads how a sensitive figure is worked out with the numbers as reported."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from communes.roles import Role
from plans.addresses import why_indicator
from plans.moments import moment_of
from tests import factories as f
from tests import recomputed
from tests.factories_reports import text_of

pytestmark = pytest.mark.django_db
PUBLIC = "/ke-hoach/125-kh-ubnd/chi-tieu/TV02/cach-tinh"
INSIDE = "/lam-viec/cach-tinh/125-kh-ubnd/TV02"
ASKED = {"ky": "2018-Q3"}


@pytest.fixture(autouse=True)
def accepted() -> None:
    """One report of the sixteen, with two contacts, a number that is too small for the public."""
    with f.on("2018-10-02"):
        place = f.commune()
        f.accepted(place, by=f.officer(place), reviewer=f.reviewer(), TV02=2, KT05=7)


def signed_in(role: Role, slug: str = "") -> Client:
    client = Client()
    client.force_login(f.person("Giang", role, f.commune(slug) if slug else None))
    return client


def said(client: Client, path: str, **asked: str) -> str:
    with f.on("2018-10-03"):
        response = client.get(path, {**ASKED, **asked})
    assert response.status_code == 200
    return text_of(response.content)


def status(client: Client, path: str, **asked: str) -> int:
    with f.on("2018-10-03"):
        return client.get(path, {**ASKED, **asked}).status_code


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.LEADER, Role.INSPECTOR])
def test_the_number_stands_there_as_it_was_reported_and_the_public_page_keeps_its_range(role: Role) -> None:
    client = signed_in(role)
    inside, public = said(client, f"{INSIDE}/", xa="da-mai"), said(client, f"{PUBLIC}/", xa="da-mai")
    assert "2 lượt người" in inside
    assert "1 - 4" not in inside
    assert "Chỉ dùng nội bộ: số nhỏ ở đây ghi đúng như báo cáo" in inside
    assert "1 - 4" in public
    assert "2 lượt người" not in public


def test_its_file_gives_the_same_figure_and_says_in_its_name_that_it_is_not_public() -> None:
    with f.on("2018-10-03"):
        response = signed_in(Role.REVIEWER).get(f"{INSIDE}.csv", ASKED)
    assert response["Content-Disposition"] == 'attachment; filename="125-kh-ubnd_TV02_2018-Q3_noi-bo.csv"'
    again = recomputed.figure(recomputed.lines(response.content))
    assert (again.low, again.known, again.expected) == (Decimal(2), 1, 16)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.COMMUNE_LEADER])
def test_a_commune_sees_its_own_numbers_and_no_other(role: Role) -> None:
    client = signed_in(role, "da-mai")
    assert "2 lượt người" in said(client, f"{INSIDE}/", xa="da-mai")
    assert [status(client, f"{INSIDE}{end}", xa="dinh-ke") for end in ("/", ".csv")] == [403, 403]
    assert [status(client, f"{INSIDE}{end}") for end in ("/", ".csv")] == [403, 403]


def test_restricted_figures_are_asked_for_on_a_report_alone_and_open_ones_have_no_such_page() -> None:
    client = signed_in(Role.INSPECTOR)
    for code in ("KT05", "LD01", "KHONG"):
        assert status(client, INSIDE.replace("TV02", code) + "/") == 404


def test_the_public_page_shows_the_way_to_those_alone_who_may_go_it() -> None:
    with f.on("2018-10-03"):
        plan = f.plan_loaded()
        way = why_indicator(plan, "TV02", moment_of(plan, ASKED), inside=True)
        seen = {
            name: way in client.get(f"{PUBLIC}/", ASKED).content.decode()
            for name, client in (
                ("visitor", Client()),
                ("officer", signed_in(Role.OFFICER, "da-mai")),
                ("administrator", signed_in(Role.ADMINISTRATOR)),
                ("reviewer", signed_in(Role.REVIEWER)),
            )
        }
    assert seen == {"visitor": False, "officer": False, "administrator": False, "reviewer": True}


def test_a_figure_of_the_leaders_page_leads_there_where_it_is_a_sensitive_one() -> None:
    with f.on("2018-10-03"):
        html = signed_in(Role.LEADER).get("/lam-viec/tong-quan/", ASKED).content.decode()
    assert "/lam-viec/cach-tinh/125-kh-ubnd/" in html
