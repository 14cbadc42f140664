"""What is printed to collect figures: the empty form with last values, and one sheet for each provider."""

from __future__ import annotations

from datetime import date

import pytest

from communes.actions.periods import grant_extension
from communes.models import Report, User
from tests import factories as f
from tests.factories_reports import address, posted_by, signed_in, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice() -> User:
    return f.officer(f.commune())


def unborn() -> Report:
    """The address of a report that nobody has begun."""
    return Report(commune=f.commune(), period=f.period("2018-Q3"))


def test_the_empty_form_is_empty_beside_the_last_values(alice: User) -> None:
    bob = f.reviewer()
    with f.on("2018-07-03"):
        f.accepted(f.commune(), "2018-Q2", by=alice, reviewer=bob, LD01=37, KT01=14)
    with f.on("2018-10-02"):
        page = signed_in(alice).get(address("report-blank", unborn())).content
    words = text_of(page)
    assert "Quý II/2018 37" in words
    assert "Quý II/2018 14" in words
    boxes = posted_by(page.decode().replace('<div class="stack">', '<form class="work-form">'))
    assert not any(boxes.values())
    assert b"checked" not in page


def test_each_provider_is_asked_only_for_its_own(alice: User) -> None:
    with f.on("2018-10-02"):
        client = signed_in(alice)
        overview = text_of(client.get(address("provider-sheets", unborn())).content)
        page = client.get(address("provider-sheet", unborn(), 1))
        words = text_of(page.content)
    assert "Công an xã, phường" in overview
    assert "Kính gửi: UBND xã, phường" in words
    assert "LD01" in words
    assert "KT01" not in words
    assert "trước thứ Sáu, 05/10/2018" in words
    assert f"Nơi nhận: Ủy ban nhân dân phường Đa Mai, {alice.name}" in words


def test_every_question_is_asked_of_somebody(alice: User) -> None:
    with f.on("2018-10-02"):
        client = signed_in(alice)
        overview = text_of(client.get(address("provider-sheets", unborn())).content)
        form = posted_by(client.get(address("report-blank", unborn())).content.decode())
    assert all(code in overview for code in form if code.isalnum() and code.isupper())


def test_an_extended_due_date_stands_on_the_sheet(alice: User) -> None:
    bob = f.reviewer()
    with f.on("2018-10-02"):
        grant_extension(
            commune=f.commune(), period=f.period(), until=date(2018, 10, 12), reason="Bão lụt", by=bob
        )
        words = text_of(signed_in(alice).get(address("provider-sheet", unborn(), 1)).content)
    assert "trước thứ Sáu, 12/10/2018" in words
