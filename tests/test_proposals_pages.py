"""Proposals on pages: the list with how long each waits, the answer on the commune's report and desk."""

from __future__ import annotations

import pytest

from communes.models import User
from communes.roles import Role
from tests import factories as f
from tests.city import browser, page, words
from tests.test_proposals_answering import COURSE, LEAFLETS, TAKEN_UP, answer, proposal_of, sent

pytestmark = pytest.mark.django_db
LIST = "/lam-viec/kien-nghi/"


def alice() -> User:
    return User.objects.get(memberships__commune=f.commune())


def test_the_list_says_whose_and_for_how_long() -> None:
    sent(LEAFLETS)
    text = page(f.reviewer(), LIST, "2018-11-12")
    assert LEAFLETS in text
    assert "Phường Đa Mai, quý III/2018" in text
    assert "gửi 41 ngày trước" in text


def test_a_reviewer_answers_on_the_page_of_the_proposal() -> None:
    proposal = proposal_of(sent(LEAFLETS))
    path = f"{LIST}{proposal.pk}/"
    with f.on("2018-10-10"):
        client = browser(f.reviewer())
        refused = client.post(path, {"kind": "not_taken_up", "seen": "0"})
        assert refused.status_code == 422
        assert client.post(path, {"kind": "taken_up", "text": TAKEN_UP.text, "seen": "0"}).status_code == 302
        assert TAKEN_UP.text in words(client.get(path))


def test_the_commune_reads_the_answer_on_its_report_and_its_desk() -> None:
    answer(proposal_of(sent(LEAFLETS, COURSE)))
    report = page(alice(), "/lam-viec/125-kh-ubnd/2018-Q3/da-mai/", "2018-10-12")
    assert report.index("Tiếp thu") < report.index("chưa được trả lời")
    assert TAKEN_UP.text in report
    assert "Phường Đa Mai, quý III/2018: Tiếp thu" in page(alice(), "/lam-viec/", "2018-10-12")
    assert "quý III/2018: Tiếp thu" not in page(alice(), "/lam-viec/", "2018-11-12")


def test_the_city_reads_on_desk_and_overview_how_many_wait() -> None:
    sent(LEAFLETS, COURSE)
    line = "Kiến nghị chưa trả lời: 02 (lâu nhất 41 ngày)"
    assert line in page(f.reviewer(), "/lam-viec/", "2018-11-12")
    assert line in page(f.person("Giang", Role.LEADER), "/lam-viec/tong-quan/", "2018-11-12")
