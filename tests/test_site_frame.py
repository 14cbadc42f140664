"""What the frame of every page shows is not taken away by what one page is told."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.public_pages import addresses
from tests.stage import PLACE, Stage

pytestmark = pytest.mark.django_db
FRAME = ("/so-do/", "/rieng-tu/", "/xa-phuong/", "/tim-kiem/")
"""Links that stand at the edge of every page with a foot."""


def test_every_public_page_with_a_foot_leads_on(stage: Stage) -> None:
    client, without = Client(), []
    for address in addresses([PLACE], []):
        page = client.get(address).content.decode()
        if '<footer class="foot">' in page:
            without += [(address, link) for link in FRAME if f'{link}"' not in page]
    assert without == []
