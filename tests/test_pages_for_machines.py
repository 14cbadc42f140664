"""Pages tell machines their address, their other language and their data, and nothing breaks out of it."""

from __future__ import annotations

import json
import re

import pytest
from django.conf import settings
from django.template import Context, Template
from django.test import Client

from plans.models import Announcement
from plans.news_pages import news_path
from tests import factories as f
from tests import news as n

pytestmark = pytest.mark.django_db
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def page(address: str) -> str:
    f.plan_loaded()
    return Client().get(address).content.decode()


def data(address: str) -> dict[str, object]:
    (block,) = BLOCK.findall(page(address))
    found: dict[str, object] = json.loads(block)
    return found


def test_a_page_names_its_one_address_whatever_is_asked_of_it() -> None:
    html = page("/ke-hoach/125-kh-ubnd/?ngay=2018-12-14")
    assert f'<link rel="canonical" href="{settings.PORTAL_URL}/ke-hoach/125-kh-ubnd/">' in html
    assert f'hreflang="en" href="{settings.PORTAL_URL}/en/ke-hoach/125-kh-ubnd/' in html


def test_what_is_shared_begins_with_the_plan_and_describes_the_page() -> None:
    html = page("/ke-hoach/125-kh-ubnd/chi-tieu/TT02/")
    assert "<title>KH 125 - " in html
    assert '<meta name="description" content="Số lượt người dự tuyên truyền trực tiếp">' in html


def test_the_plan_is_a_catalogue_of_its_open_datasets() -> None:
    found = data("/ke-hoach/125-kh-ubnd/")
    assert found["@type"] == "DataCatalog"
    codes = [row["identifier"] for row in found["dataset"]]  # type: ignore[attr-defined]
    assert "TT02" in codes
    assert not {"MB01", "KT05", "DM02"} & set(codes)


def test_an_indicator_is_a_dataset_whose_file_is_there() -> None:
    found = data("/en/ke-hoach/125-kh-ubnd/chi-tieu/TT02/")
    assert (found["@type"], found["inLanguage"]) == ("Dataset", "en")
    file = found["distribution"]["contentUrl"]  # type: ignore[index]
    assert Client().get(file.removeprefix(settings.PORTAL_URL)).status_code == 200


def test_a_restricted_indicator_is_no_dataset() -> None:
    assert BLOCK.findall(page("/ke-hoach/125-kh-ubnd/chi-tieu/MB01/")) == []


def test_no_name_ends_the_block_it_stands_in() -> None:
    name = "</script><script>alert(1)</script>&amp;"
    template = Template("{% load structured %}{% structured_data data=data %}")
    html = template.render(Context({"data": {"name": name}}))
    assert html.count("<script") == 1
    assert json.loads(BLOCK.findall(html)[0])["name"] == name


def pictured() -> Announcement:
    """A public announcement with a picture."""
    with f.on("2018-10-02"):
        found = n.published(f.reviewer(), picture_id=n.picture().pk, alt_vi="Một buổi họp")
    found.refresh_from_db()
    return found


def test_an_announcement_is_shared_with_its_title_its_summary_and_its_picture() -> None:
    found = pictured()
    html = page(news_path(found))
    assert '<meta property="og:type" content="article">' in html
    assert html.count("og:type") == 1
    assert '<meta property="og:title" content="KH 125 - ' in html
    assert f'<meta name="description" content="{found.public_version.summary_vi}">' in html
    assert f'<meta property="og:image" content="{settings.PORTAL_URL}/tin-tuc/anh/' in html


def test_a_way_leads_back_to_each_page_above_and_no_other_calls_itself_the_present_one() -> None:
    found = pictured()
    trail = page(news_path(found)).partition('<nav class="breadcrumb"')[2].partition("</nav>")[0]
    assert f'<a href="/tin-tuc/{found.year}/">' in trail
    assert "aria-current" not in trail
