"""The pages of targets: grid, pasting with a preview, boxes for one indicator; who may, and nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from communes.models import User
from communes.roles import Role
from plans.models import Period, Target
from plans.vocabulary import PeriodKind
from tests import factories as f
from tests.city import browser, words
from tests.decisions import AUTHORITY, assign, pasted, stated_value, target
from tests.page_forms import forms_of

pytestmark = pytest.mark.django_db
TABLE = pasted((("Đơn vị", "TT02"), ("Đa Mai", "600"), ("Mỹ Độ", "300"), ("Toàn thành phố", "9.000")))
DECIDED = {"number": "12/QĐ-UBND", "dated_on": "25/01/2018", "authority": AUTHORITY, "reason": ""}


@pytest.fixture(autouse=True)
def _a_day_in_february() -> Iterator[None]:
    with f.on("2018-02-01"):
        yield


@pytest.fixture
def reviewer() -> User:
    return f.reviewer()


@pytest.fixture
def bob(reviewer: User) -> Client:
    return browser(reviewer)


def address(name: str, *more: object, year: int = 2018) -> str:
    return reverse(name, args=[f.plan_loaded().slug, year, *more])


def typed(client: Client, path: str) -> dict[str, Any]:
    """What the page's form would send, untouched."""
    response = client.get(path)
    form = next(form for form in forms_of(response.content, path) if "number" in form.names())
    return {name: values[-1] for name, values in form.untouched().items()}


def paste(client: Client, move: str, **changed: Any) -> Any:
    path = address("targets-paste")
    sent = {**typed(client, path), **DECIDED, "table": TABLE, "move": move, **changed}
    return client.post(path, sent)


def boxes(client: Client, **changed: Any) -> Any:
    path = address("targets-indicator", "TT02")
    told = {n.replace("_", "-") if n.startswith("value") else n: text for n, text in changed.items()}
    return client.post(path, typed(client, path) | DECIDED | told)


def test_a_pasted_table_is_shown_first_and_stored_when_told(bob: Client) -> None:
    preview = words(paste(bob, "preview"))
    assert preview.count("(mới)") == 3
    assert "thấp hơn 8.100" in preview
    assert stated_value() is None
    assert paste(bob, "store").status_code == 302
    assert stated_value() == 600
    grid = words(bob.get(address("targets")))
    assert "TT02" in grid
    assert "9.000" in grid


def test_a_table_with_slips_names_them_keeps_everything_and_stores_nothing(bob: Client) -> None:
    wrong = pasted((("Đơn vị", "TT02", "XX99"), ("Đa Mai", "một", "1"), ("Nơi khác", "5", "")))
    response = paste(bob, "store", table=wrong)
    page = words(response)
    assert response.status_code == 422
    for place in ("Hàng 1, cột 3", "Hàng 2, cột 2", "Hàng 3, cột 1"):
        assert place in page
    assert "Nơi khác" in page
    assert 'value="12/QĐ-UBND"' in page
    assert stated_value() is None


def test_a_revision_by_table_asks_for_the_reason_before_it_is_stored(bob: Client, reviewer: User) -> None:
    assign(target("da-mai", 500), by=reviewer)
    response = paste(bob, "store")
    assert response.status_code == 422
    assert "đề nghị ghi lý do điều chỉnh" in words(response)
    assert "đang giao 500" in words(response)
    assert stated_value() == 500
    assert paste(bob, "store", reason="Điều chỉnh địa bàn.").status_code == 302
    assert stated_value() == 600


def test_a_preview_marks_only_what_the_table_changes(bob: Client, reviewer: User) -> None:
    assign(target("da-mai", 600), target("song-mai", 700), by=reviewer)
    page = words(paste(bob, "preview"))
    assert page.count("(mới)") == 2
    assert "đang giao" not in page
    assert "1 chỉ tiêu giữ nguyên" in page
    assert '<td class="num">700</td>' in page


def test_a_preview_that_was_overtaken_is_shown_anew(bob: Client, reviewer: User) -> None:
    path = address("targets-paste")
    seen = typed(bob, path)
    assign(target("da-mai", 555), by=reviewer)
    response = bob.post(path, {**seen, **DECIDED, "reason": "Điều chỉnh.", "table": TABLE, "move": "store"})
    assert response.status_code == 409
    assert "đang giao 555" in words(response)
    assert stated_value() == 555


def test_boxes_are_stored_and_an_emptied_one_takes_a_target_back(bob: Client) -> None:
    assert boxes(bob, value_da_mai="600", value_my_do="300").status_code == 302
    assert (stated_value(), stated_value("my-do")) == (600, 300)
    assert boxes(bob, value_da_mai="").status_code == 422
    assert boxes(bob, value_da_mai="", reason="Giao nhầm.").status_code == 302
    assert (stated_value(), stated_value("my-do")) == (None, 300)
    page = words(bob.get(address("targets-indicator", "TT02")))
    assert "600 → không giao" in page
    assert "Giao nhầm." in page


def test_the_original_and_the_present_target_both_show(bob: Client, reviewer: User) -> None:
    assign(target("da-mai", 600), by=reviewer)
    assign(target("da-mai", 450, 600), by=reviewer, reason="Điều chỉnh.", number="30/QĐ-UBND")
    assert '450 <small class="soft">(giao ban đầu 600)</small>' in words(bob.get(address("targets")))
    row = words(bob.get(address("targets-indicator", "TT02"))).split("Đa Mai")[1].split("</tr>")[0]
    for told in (">600<", ">450<", "30/QĐ-UBND", "Điều chỉnh."):
        assert told in row


@pytest.mark.parametrize(
    "changed",
    [
        {"value_da_mai": "1,5"},
        {"value_da_mai": "<b>"},
        {"value_da_mai": "9" * 20},
        {"value_da_mai": "-1"},
        {"number": ""},
        {"dated_on": "32/01/2018"},
        {"reason": "a\x00b"},
        {},
    ],
    ids=str,
)
def test_boxes_that_cannot_be_taken_keep_what_was_typed(bob: Client, changed: dict[str, str]) -> None:
    sent = {"value_my_do": "310"} if changed else {}
    response = boxes(bob, **sent, **changed)
    assert response.status_code == 422
    assert 'value="310"' in words(response) or not sent
    assert b"<b>" not in response.content
    assert not Target.objects.filter(indicator__isnull=False).exists()


@pytest.mark.parametrize("role", list(Role))
def test_who_reads_and_who_assigns(role: Role) -> None:
    place = f.commune() if role in (Role.OFFICER, Role.COMMUNE_LEADER) else None
    client = browser(f.person("Eve", role, place))
    reads = role not in (Role.OFFICER, Role.COMMUNE_LEADER)
    assigns = role in (Role.REVIEWER, Role.ADMINISTRATOR)
    paths = {name: address(name, *more) for name, more in (("targets", ()), ("targets-paste", ()))}
    own = address("targets-indicator", "TT02")
    assert client.get(paths["targets"]).status_code == client.get(own).status_code == (200 if reads else 403)
    assert client.get(paths["targets-paste"]).status_code == (200 if assigns else 403)
    assert client.post(paths["targets-paste"]).status_code == (422 if assigns else 403)
    assert client.post(own).status_code == (422 if assigns else 403)


@pytest.mark.parametrize(
    ("name", "more", "year"),
    [
        ("targets", (), 2015),
        ("targets-indicator", ("XX99",), 2018),
        ("targets-indicator", ("LG12",), 2018),
        ("targets-paste", (), 99999999999999999999),
    ],
)
def test_what_does_not_exist_is_not_found(bob: Client, name: str, more: tuple[str, ...], year: int) -> None:
    assert bob.get(address(name, *more, year=year)).status_code == 404


@pytest.mark.parametrize("name", ["targets", "targets-paste", "targets-indicator"])
def test_the_pages_ask_at_most_twelve_queries(
    bob: Client, reviewer: User, name: str, django_assert_max_num_queries: Any
) -> None:
    assign(target("da-mai", 600), target("my-do", 300), target("", 9000), by=reviewer)
    path = address(name, *(["TT02"] if name == "targets-indicator" else []))
    bob.get(path)
    with django_assert_max_num_queries(12):
        bob.get(path)


def test_only_years_that_the_plan_has_are_led_to(bob: Client) -> None:
    Period.objects.get(kind=PeriodKind.YEAR, year=2016).delete()
    page = words(bob.get(address("targets")))
    assert address("targets", year=2017) in page
    assert address("targets", year=2016) not in page
