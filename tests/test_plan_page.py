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
    """No body is invented for a measure, no milestone for an objective."""
    page = client.get("/ke-hoach/125-kh-ubnd/").content.decode()
    assert page.count("Cơ quan chủ trì: Kế hoạch không nêu") == 8
    assert "Kế hoạch không nêu mốc trung gian" in page


def test_a_plan_that_is_not_there_is_not_found(client: Client) -> None:
    """Also in English."""
    assert client.get("/ke-hoach/1-kh/").status_code == 404
    assert client.get("/en/ke-hoach/1-kh/").status_code == 404
