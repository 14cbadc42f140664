"""`manage.py invite`: how the first administrator comes in."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from bg_portal.outbox.models import Message
from communes.models import Invitation
from tests import factories as f
from tests.test_people_invitations import SAID

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    output = StringIO()
    call_command("invite", *arguments, stdout=output, stderr=StringIO())
    return output.getvalue().strip()


def test_the_first_administrator_comes_in_by_the_printed_link(client: Client) -> None:
    link = run("Quan.Tri@example.vn", "--role", "administrator")
    assert link.startswith("https://portal.example.vn/moi/")
    assert link in Message.objects.get(to="quan.tri@example.vn").body
    assert client.post(link.removeprefix("https://portal.example.vn"), SAID).status_code == 302
    assert client.get("/lam-viec/nhan-su/").status_code == 200


def test_communes_and_days_are_named_as_people_write_them() -> None:
    place = f.commune()
    with f.on("2018-10-01"):
        days = ("--from", "02/10/2018", "--to", "31/12/2018")
        run("moi@example.vn", "--role", "officer", "--commune", place.code, *days, "--language", "en")
    invitation = Invitation.objects.get()
    assert (invitation.starts_on, invitation.ends_on) == (date(2018, 10, 2), date(2018, 12, 31))
    assert list(invitation.communes.all()) == [place]
    assert "/en/moi/" in Message.objects.get().body


@pytest.mark.parametrize(
    "arguments",
    [
        ("no address", "--role", "reviewer"),
        ("a@example.vn", "--role", "officer"),
        ("a@example.vn", "--role", "officer", "--commune", "00000"),
        ("a@example.vn", "--role", "inspector"),
        ("a@example.vn", "--role", "reviewer", "--from", "32/01/2018"),
        ("a@example.vn", "--role", "emperor"),
    ],
)
def test_what_cannot_stand_is_said_and_nothing_is_stored(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        run(*arguments)
    assert not Invitation.objects.exists()
