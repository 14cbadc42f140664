"""A signed-in browser on a day, for tests of the pages behind the sign-in."""

from __future__ import annotations

from html import unescape
from typing import Any

from django.test import Client
from django.urls import reverse

from communes.models import Commune, User
from tests import factories as f

DAY = "2018-10-03"
"""Two working days before the third quarter of 2018 is due."""
QUARTER = "2018-Q3"


def browser(user: User) -> Client:
    """A browser in which `user` is signed in."""
    client = Client()
    client.force_login(user, backend="communes.backends.RoleBackend")
    return client


def address(name: str, place: Commune | None = None, key: str = QUARTER, *more: object) -> str:
    """The address of a page of a period or a report."""
    slug = [place.slug] if place else []
    return reverse(name, args=[f.plan_loaded().slug, key, *slug, *more])


def page(user: User, path: str, day: str = DAY, hour: int = 9) -> str:
    """What `user` reads at an address on a day, without line breaks and entities."""
    with f.on(day, hour):
        response = browser(user).get(path)
    assert response.status_code == 200, response.status_code
    return words(response)


def words(response: Any) -> str:
    """The page as one line of text with its tags."""
    return unescape(" ".join(response.content.decode().split()))
