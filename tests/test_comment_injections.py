"""Scripts in every field of a comment and of its answer run nowhere, under the policy and without it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest
from django.test import Client
from playwright.sync_api import Page

from communes.models import User
from plans.actions.comments import answer_comment
from plans.comment_tokens import key_of
from plans.models import Announcement, Comment
from plans.vocabulary import CommentReason
from tests import comments as c
from tests import factories as f
from tests import news
from tests.city import browser
from tests.injections import PAYLOADS, RUN_AT_ONCE, Watch, what_could_run

pytestmark = pytest.mark.django_db
EVERYTHING: Final = "\n\n".join(PAYLOADS)
FOUND: Final = "chucantim"
"""A word by which the search finds each of them."""


@pytest.fixture(autouse=True)
def a_day() -> Any:
    with f.on("2018-10-02"):
        yield


@pytest.fixture
def bob() -> User:
    return f.reviewer()


def line(text: str) -> str:
    """A text as a field of one line stores it, no longer than a name may be."""
    return " ".join(text.split())[:80]


def stored(by: User) -> Announcement:
    """A comment for each text in every field, and its answer; one about an announcement, one that waits."""
    item = news.published(by)
    for number, text in enumerate((EVERYTHING, *PAYLOADS)):
        said = f"{FOUND} {number} {text}"
        name = line(PAYLOADS[0] if text is EVERYTHING else text)
        public = c.sent(said, name=name, email=f"{line(text)}@x.vn"[-200:])
        answer_comment(pk=public.pk, text=text, language="vi", by=by)
    c.answered(by, f"{FOUND} tin {EVERYTHING}", EVERYTHING, name=line(PAYLOADS[6]), news=item)
    c.sent(f"{FOUND} chờ {EVERYTHING}", name=line(PAYLOADS[0]), email="<script>alert(1)</script>@x.vn")
    c.rejected(by, CommentReason.INSULT, text=f"{FOUND} không {EVERYTHING}", name=line(PAYLOADS[9]))
    return item


def of(state: str) -> Comment:
    return Comment.objects.filter(state=state).order_by("pk")[0]


def public_pages(item: Announcement) -> Iterator[str]:
    """Every page on which a visitor reads them."""
    yield from (f"/y-kien/?trang={page}" for page in range(1, len(PAYLOADS) // 20 + 2))
    yield from ("/en/y-kien/", f"/y-kien/?ve={c.PLACE}", f"/y-kien/?so={of('approved').pk}", c.OBJECTIVE)
    yield f"/tin-tuc/{item.year}/{item.slug}/"
    yield from (f"/tim-kiem/?q={FOUND}", f"/en/tim-kiem/?q={FOUND}")
    yield from (f"/y-kien/cua-toi/{key_of(of(state).uid)}/" for state in ("approved", "waiting", "rejected"))


def inside_pages() -> Iterator[str]:
    """Every page on which the city reads them."""
    yield from (f"{c.ROOM}?loai={state}" for state in ("waiting", "approved", "rejected"))
    yield from (c.inside(of(state)) for state in ("waiting", "approved", "rejected"))


def typed_again(client: Client) -> Iterator[tuple[str, Any]]:
    """The forms as they come back with what was typed into them."""
    for text in (PAYLOADS[6], PAYLOADS[31], PAYLOADS[33], EVERYTHING):
        typed = {"name": text, "text": EVERYTHING, "email": text, "website": text, "token": text}
        yield c.WRITE, Client().post(c.WRITE, typed)
        waiting = c.inside(of("waiting"))
        for step in ("answer", "reject", "nothing"):
            decided = {step: text, "text": text, "language": text, "reason": text, "seen": text}
            yield waiting, client.post(waiting, decided)
        yield c.ROOM, client.post(c.ROOM, {"chosen": text, "reject": "1", "reason": text, "only": text})


def assert_nothing_runs(page: Page, answers: Iterator[tuple[str, Any]]) -> None:
    watch = Watch(page)
    for address, answer in answers:
        assert what_could_run(answer.content) == [], address
        for policy in (False, True):
            assert watch.runs(address, answer, policy=policy) == [], (address, policy)
    assert watch.screen.strangers == []


def test_nothing_runs_on_public_and_private_pages(page: Page, bob: User) -> None:
    addresses = list(public_pages(stored(bob)))
    answers = [(address, Client().get(address)) for address in addresses]
    for address, answer in answers:
        assert answer.status_code == 200, address
        assert "alert(1)" in answer.content.decode(), address
    assert_nothing_runs(page, iter(answers))


def test_nothing_runs_where_the_city_decides(page: Page, bob: User) -> None:
    stored(bob)
    client = browser(bob)
    answers = [(address, client.get(address)) for address in inside_pages()]
    for address, answer in answers:
        assert "alert(1)" in answer.content.decode(), address
    assert_nothing_runs(page, iter(answers))


def test_nothing_runs_in_forms_that_come_back(page: Page, bob: User) -> None:
    c.sent()
    answers = list(typed_again(browser(bob)))
    assert {answer.status_code for _address, answer in answers} == {422}
    assert sum("alert(1)" in answer.content.decode() for _address, answer in answers) > len(RUN_AT_ONCE)
    assert_nothing_runs(page, iter(answers))


def test_no_comment_holds_anything_that_could_run(bob: User) -> None:
    stored(bob)
    for comment in Comment.objects.filter(state="approved"):
        answer = Client().get("/y-kien/", {"so": comment.pk})
        assert answer.status_code == 200
        assert what_could_run(answer.content) == [], comment.text


@pytest.mark.parametrize("text", PAYLOADS[:40:6])
def test_nothing_of_an_address_comes_back(text: str) -> None:
    client = Client()
    for address in ("/y-kien/", f"/y-kien/viet/{text}/", f"/y-kien/cua-toi/{text}/"):
        answer = client.get(address, {"trang": text, "ve": text, "so": text, "loai": text, text: text})
        assert what_could_run(answer.content) == []
    assert what_could_run(client.get("/y-kien/", {"trang": text}).content) == []
