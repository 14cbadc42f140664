"""The gallery shows every component, and keeps the rules that it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from bg_portal.templatetags import charts, components, questions

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.gallery_urls")]
SOURCE = Path("templates/site/components.html").read_text(encoding="utf-8")
INSIDE_OTHERS = {"question_compare"}


@pytest.mark.parametrize(
    "tag",
    sorted({*charts.register.tags, *components.register.tags, *questions.register.tags} - INSIDE_OTHERS),
)
def test_every_tag_is_shown(tag: str) -> None:
    assert f"{{% {tag} " in SOURCE or f"{{% {tag} %}}" in SOURCE


@pytest.mark.parametrize("query", ["", "?layout=work", "?layout=form&errors=1"])
def test_the_gallery_is_drawn_without_an_id_used_twice(client: Client, query: str) -> None:
    html = client.get(f"/thanh-phan/{query}").content.decode()
    found = re.findall(r'\sid="([^"]+)"', html)
    assert len(found) == len(set(found))
    assert "style=" not in html


def test_a_refused_form_is_named_in_the_title(client: Client) -> None:
    title = re.compile(r"<title>(.*?)</title>")
    good = client.get("/thanh-phan/").content.decode()
    bad = client.get("/thanh-phan/?errors=1").content.decode()
    assert title.findall(good) == ["KH 125 - Components"]
    assert title.findall(bad) == ["Lỗi: KH 125 - Components"]


def test_a_page_names_itself_in_the_other_language(client: Client) -> None:
    html = client.get("/404-nowhere/?a=1").content.decode()
    assert 'lang="en" hreflang="en"' in html
    assert '<html lang="vi"' in html
