"""Templates keep to the content-security policy and to the components."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGES = [path for path in sorted(Path("templates").rglob("*.html")) if "emails" not in path.parts]
BLOCKS = {"title", "body", "content", "aside", "scripts"}
OWN = [path for path in PAGES if "admin" not in path.parts]
"""Those that are not built on Django's admin, whose blocks have names of their own."""


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_nothing_is_written_inline_that_the_policy_refuses(page: Path) -> None:
    code = page.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", code)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", code))


@pytest.mark.parametrize("page", OWN, ids=str)
def test_blocks_have_the_five_names(page: Path) -> None:
    assert set(re.findall(r"{% block (\w+)", page.read_text(encoding="utf-8"))) <= BLOCKS


def test_a_component_template_belongs_to_a_tag_or_is_included() -> None:
    tags = "".join(path.read_text(encoding="utf-8") for path in Path("bg_portal/templatetags").glob("*.py"))
    markup = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    for component in Path("templates/components").glob("*.html"):
        name = component.stem
        assert f'drawn("{name}"' in tags or f"components/{name}.html" in tags + markup
