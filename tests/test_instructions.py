"""Words from the leader: given, read and answered by those they are for, open until they are done."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from bg_portal import audit
from bg_portal.outbox.models import Message
from communes.actions.instructing import Order, give_instruction, move_instruction
from communes.models import Instruction, User
from communes.queries.instructions import done_instructions, open_instructions, readable_instruction
from communes.refusals import Overtaken, Refused
from communes.roles import Role
from communes.vocabulary import InstructionStep
from tests import factories as f
from tests.city import browser, page

pytestmark = pytest.mark.django_db
DAY = "2018-10-03"
TEXT = "Tổ chức giao ban với các trường học."
LIST = "/lam-viec/y-kien-chi-dao/"
ANSWER, FINISH = InstructionStep.ANSWER, InstructionStep.FINISH


def leader() -> User:
    return User.objects.filter(memberships__role=Role.LEADER).first() or f.person("Giang", Role.LEADER)


def given(*, to: str = "da-mai", text: str = TEXT, by: User | None = None) -> Instruction:
    """An instruction about Đa Mai, to its officers or (empty) to the reviewers."""
    order = Order(
        f.plan_loaded(),
        f.commune(to) if to else None,
        text,
        date(2018, 10, 10),
        about_commune=f.commune(),
    )
    with f.on(DAY):
        return give_instruction(order=order, by=by or leader())


def moved(instruction: Instruction, step: InstructionStep, by: User, text: str = "") -> None:
    with f.on("2018-10-08"):
        move_instruction(instruction=instruction, step=step, by=by, text=text)


def open_for(user: User) -> list[str]:
    return [one.text for one in open_instructions(user, f.plan_loaded())]


def test_those_it_is_for_read_it_and_are_told_once() -> None:
    alice, carol = f.officer(), f.stranger()
    given()
    given()
    assert open_for(alice) == [TEXT]
    assert open_for(carol) == []
    (message,) = Message.objects.filter(key__startswith="instruction:")
    assert message.to == alice.email
    assert TEXT in message.body


def test_what_is_for_the_reviewers_is_no_communes_business() -> None:
    alice, bob = f.officer(), f.reviewer()
    instruction = given(to="")
    assert open_for(alice) == []
    assert open_for(bob) == [TEXT]
    with pytest.raises(Http404):
        readable_instruction(alice, instruction.pk)
    assert [m.to for m in Message.objects.filter(key__startswith="instruction:")] == [bob.email]


def test_it_is_open_until_it_is_done() -> None:
    alice, instruction = f.officer(), given()
    moved(instruction, ANSWER, alice, "Đã giao ban ngày 05/10.")
    assert open_for(alice) == [TEXT]
    moved(instruction, FINISH, leader())
    assert open_for(alice) == []
    assert [one.text for one in done_instructions(alice, f.plan_loaded())] == [TEXT]
    assert audit.verify() is None


def test_the_leader_is_told_of_the_answer() -> None:
    alice, instruction = f.officer(), given()
    moved(instruction, ANSWER, alice, "Đã giao ban.")
    message = Message.objects.get(key__startswith="instruction-move:")
    assert message.to == leader().email
    assert "Đã giao ban." in message.body


def test_a_reviewer_ends_it_once_it_was_answered() -> None:
    alice, bob, instruction = f.officer(), f.reviewer(), given()
    with pytest.raises(Refused):
        moved(instruction, FINISH, bob)
    moved(instruction, ANSWER, alice, "Đã làm.")
    moved(instruction, FINISH, bob)
    with pytest.raises(Overtaken):
        moved(instruction, ANSWER, alice, "Bổ sung.")


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.INSPECTOR, Role.ADMINISTRATOR])
def test_only_a_leader_gives_one(role: Role) -> None:
    with pytest.raises(Refused):
        given(by=f.person("Hoa", role))


def test_a_day_that_is_over_is_refused() -> None:
    order = Order(f.plan_loaded(), None, TEXT, date(2018, 10, 2), period=f.period())
    with pytest.raises(Refused), f.on(DAY):
        give_instruction(order=order, by=leader())


def test_the_database_wants_one_subject() -> None:
    for about in ({}, {"about_commune": f.commune(), "period": f.period()}):
        order = Order(f.plan_loaded(), None, TEXT, date(2018, 10, 10), **about)  # type: ignore[arg-type]
        with pytest.raises(IntegrityError), transaction.atomic(), f.on(DAY):
            give_instruction(order=order, by=leader())


def test_overdue_is_said_in_words_on_list_and_desk() -> None:
    alice = f.officer()
    given()
    assert "hạn thực hiện: 10/10/2018" in page(alice, LIST, "2018-10-10")
    assert "quá hạn từ 10/10/2018" in page(alice, LIST, "2018-10-11")
    assert "quá hạn từ 10/10/2018" in page(alice, "/lam-viec/", "2018-10-11")


def test_a_leader_gives_one_on_its_page_prefilled_from_the_address() -> None:
    alice = f.officer()
    with f.on(DAY):
        client = browser(leader())
        text = client.get(f"{LIST}moi/?xa=da-mai").content.decode()
        assert '<option value="xa:da-mai" selected>' in text
        assert '<option value="da-mai" selected>' in text
        data = {"about": "muc-tieu:MT1", "to": "da-mai", "text": TEXT, "due_on": "10/10/2018"}
        response = client.post(f"{LIST}moi/", data)
        assert response.status_code == 302
        assert "Mục tiêu 1" in page(alice, response["Location"])


def test_the_answer_is_typed_on_the_page_of_the_instruction() -> None:
    alice, path = f.officer(), f"{LIST}{given().pk}/"
    with f.on(DAY):
        client = browser(alice)
        assert client.post(path, {"text": ""}).status_code == 422
        assert client.post(path, {"text": "Đã giao ban."}).status_code == 302
    assert "Đã giao ban." in page(leader(), path)
