"""The plan's page states what its document says, and says where the document is silent."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import factories as f

pytestmark = pytest.mark.django_db


def test_it_states_objectives_measures_and_targets(client: Client) -> None:
    """Wording, targets and the eight measures as the document has them."""
    plan = f.plan_loaded()
    page = client.get(f"/ke-hoach/{plan.slug}/").content.decode()
    assert "Năm 2020: 100% xã, phường" in page
    assert "Năm 2020: 12 xã, phường" in page
    for measure in plan.measures.all():
        assert measure.statement_vi in page


def test_what_the_document_does_not_say_is_said_to_be_left_open(client: Client) -> None:
    """No body is invented for a measure; that there are no milestones is said by the plan's own note."""
    page = client.get("/ke-hoach/125-kh-ubnd/").content.decode()
    assert page.count("Cơ quan chủ trì: Kế hoạch không nêu") == 8
    assert "không nêu mốc từng năm" in page


def test_a_plan_that_is_not_there_is_not_found(client: Client) -> None:
    """Also in English."""
    assert client.get("/ke-hoach/1-kh/").status_code == 404
    assert client.get("/en/ke-hoach/1-kh/").status_code == 404


def test_a_period_asked_for_is_said_and_links_keep_it(client: Client) -> None:
    """What a page of a quarter links to as its plan leads on to the same quarter, and back to now."""
    page = client.get("/ke-hoach/125-kh-ubnd/", {"ky": "2018-Q2"}).content.decode()
    assert "<strong>Quý II/2018</strong>" in page
    assert 'href="/ke-hoach/125-kh-ubnd/muc-tieu/MT1/?ky=2018-Q2"' in page
    assert 'href="/ke-hoach/125-kh-ubnd/">Xem số liệu hiện thời</a>' in page


@pytest.mark.parametrize("asked", ["ky=abc", "ky=2030-Q1", "ky=2018-Q2&ngay=32/13/2018"])
def test_a_nonsense_period_is_refused_with_what_there_is(client: Client, asked: str) -> None:
    """In both languages: how both are written, from which day on, and every period as a link."""
    for prefix, said in (("", "khi nạp Kế hoạch"), ("/en", "when the plan was loaded")):
        answer = client.get(f"{prefix}/ke-hoach/125-kh-ubnd/?{asked}")
        assert answer.status_code == 404
        assert said in answer.content.decode()
        assert 'href="?ky=2018-Q2"' in answer.content.decode()
