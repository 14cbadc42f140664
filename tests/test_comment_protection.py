"""Programs that write comments are stopped; whoever is stopped by mistake sends the shown form once more."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

import pytest
from django.core import signing
from django.test import Client

from bg_portal.clock import now as portal_now
from bg_portal.clock import standing_at
from plans.actions.comments import TooManyError, send_comment
from plans.comment_tokens import issue
from plans.commenting import BURST, DAY_LIMIT, LEAST_SECONDS, OPEN_HOURS, TEXT_MAX
from plans.models import Comment, CommentMove, CommentSender
from tests import comments as c
from tests import factories as f
from tests.comments import MARK, TYPED, filled

pytestmark = pytest.mark.django_db
TEXT: Final = TYPED["text"]
ENOUGH: Final = LEAST_SECONDS + 1


@pytest.fixture(autouse=True)
def a_standing_moment() -> Any:
    """Both clocks stand: how old a form is must not hang on how fast the machine is."""
    with f.on("2018-10-02"), c.later(0):
        yield


def refused(answer: Any, status: int, typed: dict[str, str] | None = None) -> dict[str, list[str]]:
    """The form shown again: it holds everything typed, and nothing was stored of it."""
    assert answer.status_code == status
    shown = c.form_in(answer.content)
    wanted = {name: [value] for name, value in (typed or TYPED).items()}
    assert {name: shown[name] for name in wanted} == wanted
    assert c.places_of(MARK) == set()
    return shown


def gets_through(shown: dict[str, list[str]], *, at: str = "10.0.0.1") -> Comment:
    """What was shown, sent again after a moment, is the comment that waits."""
    with c.later(ENOUGH):
        answer = c.posted(shown, at=at)
    assert answer.status_code == 302
    (waiting,) = Comment.objects.filter(state="waiting", text=TYPED["text"])
    return waiting


def test_what_comes_faster_than_anybody_types_is_stopped_and_gets_through_after_a_moment() -> None:
    shown = refused(c.posted(filled(seconds=0)), 422)
    refused(c.posted(shown), 422)
    gets_through(shown)


@pytest.mark.parametrize(("seconds", "status"), [(LEAST_SECONDS - 1, 422), (ENOUGH, 302)])
def test_the_moment_that_is_needed(seconds: int, status: int) -> None:
    assert c.posted(filled(seconds=seconds)).status_code == status


def test_a_text_that_is_too_long_is_kept_whole_and_its_length_is_told() -> None:
    text = "x" * (TEXT_MAX + 41)
    answer = c.posted(filled(text=text))
    assert c.form_in(answer.content)["text"] == [text]
    assert f"tối đa {TEXT_MAX} ký tự, hiện có {TEXT_MAX + 41}" in answer.content.decode()


def test_a_form_that_is_sent_twice_makes_one_comment() -> None:
    sent = filled()
    first, second = c.posted(sent), c.posted(sent, at="10.0.0.2")
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert (Comment.objects.count(), CommentMove.objects.count(), CommentSender.objects.count()) == (1, 1, 1)


def test_a_used_form_with_another_text_is_refused_kept_and_renewed() -> None:
    sent = filled(text="Lời thứ nhất.")
    assert c.posted(sent).status_code == 302
    shown = refused(c.posted({**sent, "text": TEXT}), 409)
    assert shown["token"] != sent["token"]
    gets_through(shown)
    assert set(Comment.objects.values_list("text", flat=True)) == {"Lời thứ nhất.", TEXT}


def test_a_used_form_is_no_use_after_its_comment_was_taken_back() -> None:
    sent = filled()
    own = c.posted(sent)["Location"]
    Client().post(own, {"withdraw": "1"})
    refused(c.posted(sent), 409)


def test_a_flood_from_one_address_is_stopped_and_the_next_comment_waits_its_time() -> None:
    most, minutes = BURST
    for number in range(most):
        assert c.posted(filled(text=f"Lời thứ {number}.")).status_code == 302
    shown = refused(c.posted(filled()), 429)
    assert Comment.objects.count() == most
    assert c.posted(filled(text="Ở nơi khác."), at="10.0.0.2").status_code == 302
    with standing_at(portal_now() + timedelta(minutes=minutes)):
        gets_through(shown)


def test_the_page_says_how_long_to_wait() -> None:
    most, minutes = BURST
    for number in range(most):
        c.posted(filled(text=f"Lời thứ {number}."))
    with standing_at(portal_now() + timedelta(minutes=3)):
        assert f"sau {minutes - 3} phút" in c.posted(filled()).content.decode()


def test_a_slow_flood_ends_with_the_day_s_number() -> None:
    most, _minutes = DAY_LIMIT
    begun = portal_now()
    for number in range(most):
        with standing_at(begun + timedelta(minutes=11 * number)):
            send_comment(written=c.written(f"Lời thứ {number}."))
    with standing_at(begun + timedelta(hours=23)), pytest.raises(TooManyError):
        send_comment(written=c.written())
    with standing_at(begun + timedelta(hours=24, minutes=1)):
        send_comment(written=c.written())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:1::1", "2001:db8:1:1:ffff::2", True),
        ("2001:db8:1:1::1", "2001:db8:1:2::1", False),
        ("10.0.0.1", "10.0.0.2", False),
        ("::ffff:10.0.0.1", "::ffff:10.0.0.2", False),
        ("::ffff:10.0.0.1", "10.0.0.1", True),
    ],
)
def test_who_counts_as_one_sender(one: str, other: str, same: bool) -> None:
    for place, text in ((one, "Lời thứ nhất."), (other, "Lời thứ hai.")):
        assert c.posted(filled(text=text), at=place).status_code == 302
    digests = set(CommentSender.objects.values_list("digest", flat=True))
    assert (len(digests) == 1) == same


def test_no_address_of_a_computer_is_stored_and_another_day_makes_another_digest() -> None:
    for day in ("2018-10-02", "2018-10-03"):
        with f.on(day):
            c.posted(filled(text=f"Ngày {day}"), at="203.0.113.77")
    assert c.places_of("203.0.113.77") == set()
    assert CommentSender.objects.values("digest").distinct().count() == 2


def test_whoever_fills_in_the_field_that_nobody_sees_is_stopped_and_shown_it_empty() -> None:
    answer = c.posted(filled(website=f"http://{MARK}.vn"))
    shown = refused(answer, 422)
    assert shown["website"] == [""]
    assert 'class="visually-hidden" aria-hidden' not in answer.content.decode()
    gets_through(shown)


def test_fifty_links_are_stopped_and_two_are_not() -> None:
    links = " ".join(f"https://www.mua-{n}.vn/{MARK}" for n in range(50))
    refused(c.posted(filled(text=links)), 422, {**TYPED, "text": links})
    two = "Theo https://www.bacgiang.gov.vn/a và https://thuvienphapluat.vn/b"
    assert c.posted(filled(text=two)).status_code == 302


def test_a_text_that_stands_there_already_is_stopped_from_any_address() -> None:
    c.sent("Mong có thêm buổi tuyên truyền vào buổi tối cho công nhân.")
    copied = "MONG CO THEM buổi tuyên truyền  vào buổi tối cho công nhân !!!"
    answer = c.posted(filled(text=copied), at="10.9.9.9")
    assert answer.status_code == 422
    shown = c.form_in(answer.content)
    assert shown["text"] == [copied]
    assert Comment.objects.count() == 1
    assert c.posted({**shown, "text": f"{copied} Nhất là ca ba."}).status_code == 302


FOREIGN: Final[dict[str, Callable[[], str]]] = {
    "none": lambda: "",
    "nonsense": lambda: "x",
    "of another page": lambda: issue("125-kh-ubnd/MT2"),
    "of another kind": lambda: signing.dumps(["0" * 32, c.PLACE], salt="x"),
    "changed": lambda: issue(c.PLACE)[:-1] + "x",
    "with a NUL": lambda: f"\x00{issue(c.PLACE)}",
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_form_that_was_not_given_out_here_is_renewed_with_everything_typed(kind: str) -> None:
    with c.later(-60):
        token = FOREIGN[kind]()
    shown = refused(c.posted(filled(token=token)), 422)
    assert shown["token"] != [token]
    gets_through(shown)


def test_a_form_that_was_open_too_long_is_renewed_with_everything_typed() -> None:
    gets_through(refused(c.posted(filled(seconds=OPEN_HOURS * 3600 + 60)), 422))


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_a_page_of_another_site_sends_is_refused_and_can_be_sent_from_here(site: str) -> None:
    answer = Client().post(c.WRITE, filled(), headers={"Sec-Fetch-Site": site})
    gets_through(refused(answer, 422))


@pytest.mark.parametrize(
    "changed",
    [{"name": ""}, {"email": "không phải"}, {"text": ""}, {"text": "dài " * 501}, {"name": "a" * 81}],
)
def test_what_cannot_stand_is_said_at_its_field_and_all_of_it_is_kept(changed: dict[str, str]) -> None:
    answer = c.posted({**filled(), **changed})
    refused(answer, 422, {**TYPED, **changed})
    assert set(answer.context["form"].errors) == set(changed)
    assert not Comment.objects.exists()


def test_a_slow_human_without_scripts_and_cookies_gets_through() -> None:
    client = Client(enforce_csrf_checks=True)
    sent = {**c.form_of(client, seconds=47 * 3600), **TYPED}
    answer = c.posted(sent, client=client)
    assert answer.status_code == 302
    page = client.get(answer["Location"])
    assert page.status_code == 200
    assert MARK in page.content.decode()
    assert client.post(answer["Location"], {"withdraw": "1"}).status_code == 302
    assert not client.cookies


def test_the_form_needs_no_script_no_cookie_and_nobody_else() -> None:
    page = Client().get(c.WRITE)
    text = page.content.decode()
    assert "csrfmiddlewaretoken" not in text
    assert not page.cookies
    assert not re.search(r'(?:src|action)="(?:https?:)?//', text)
    assert "captcha" not in text.casefold()


def test_who_hears_the_page_or_goes_through_it_by_keys_does_not_meet_the_field_that_nobody_sees() -> None:
    page = Client().get(c.WRITE).content.decode()
    hidden = re.search(r'<div class="visually-hidden" aria-hidden="true">(.*?)</div>', page, re.DOTALL)
    assert hidden is not None
    (field,) = re.findall(r"<input[^>]*>", hidden[1])
    assert 'name="website"' in field
    assert 'tabindex="-1"' in field
    assert 'autocomplete="off"' in field
