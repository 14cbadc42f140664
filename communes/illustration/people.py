"""The people of the story: offices instead of names, so that nobody real is meant."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from communes.actions.people import Grant, Newcomer, grant_role, open_account
from communes.models import Commune, User
from communes.roles import Role

SINCE = date(2016, 11, 7)
LAST = date(2020, 12, 31)


@dataclass(frozen=True)
class Cast:
    """Who acts in the story, and the accounts to try with their passwords."""

    officers: dict[str, User]
    reviewers: tuple[User, User]
    administrator: User
    accounts: list[tuple[str, str, str]]


def cast(communes: list[Commune]) -> Cast:
    """Make every account and role; passwords are drawn for this installation alone."""
    accounts: list[tuple[str, str, str]] = []
    officers = {place.slug: _officer(place, accounts) for place in communes}
    first = _person("chuyenvien1", "Chuyên viên tổng hợp 1", "Chuyên viên", Role.REVIEWER, None, accounts)
    second = _person("chuyenvien2", "Chuyên viên tổng hợp 2", "Chuyên viên", Role.REVIEWER, None, accounts)
    place = next(c for c in communes if c.slug == "da-mai")
    name = "Lãnh đạo UBND phường Đa Mai"
    _person("lanhdao.da-mai", name, "Phó Chủ tịch UBND phường", Role.COMMUNE_LEADER, place, accounts)
    _person("lanhdao", "Lãnh đạo UBND thành phố", "Phó Chủ tịch UBND thành phố", Role.LEADER, None, accounts)
    _person("thanhtra", "Thanh tra", "Thanh tra viên", Role.INSPECTOR, None, accounts)
    admin = _person("quantri", "Quản trị hệ thống", "Quản trị viên", Role.ADMINISTRATOR, None, accounts)
    return Cast(officers, (first, second), admin, accounts)


def _officer(place: Commune, accounts: list[tuple[str, str, str]]) -> User:
    name = f"Công chức {place.full_name}"
    title = "Công chức Văn hóa - xã hội"
    return _person(f"congchuc.{place.slug}", name, title, Role.OFFICER, place, accounts)


def _person(
    box: str,
    name: str,
    title: str,
    role: Role,
    place: Commune | None,
    accounts: list[tuple[str, str, str]],
) -> User:
    password = secrets.token_urlsafe(9)
    address = f"{box}@vidu.example.vn"
    newcomer = Newcomer(name=name, title=title, password=password, language=settings.LANGUAGE_CODE)
    user = open_account(email=address, newcomer=newcomer)
    grant = Grant(role, [place] if place else [], SINCE, LAST if role == Role.INSPECTOR else None)
    grant_role(user=user, grant=grant, by=None)
    accounts.append((name, address, password))
    return user
