"""The style sheets stay small and keep their rules."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

SHEETS = sorted(Path("static/css").glob("*.css"))
SCRIPTS = sorted(Path("static/js").glob("*.js"))
ORDER = [
    "tokens",
    "base",
    "layout",
    "components-frame",
    "components",
    "components-figures",
    "components-forms",
    "print",
]


def test_all_sheets_together_take_less_than_15_kb_compressed() -> None:
    assert sum(len(gzip.compress(sheet.read_bytes(), 9)) for sheet in SHEETS) < 15_000


def test_all_scripts_together_take_less_than_10_kb_compressed() -> None:
    assert sum(len(gzip.compress(script.read_bytes(), 9)) for script in SCRIPTS) < 10_000


def test_base_links_every_sheet_once_and_tokens_first() -> None:
    linked = re.findall(
        r"static 'css/([\w-]+)\.css'", Path("templates/base.html").read_text(encoding="utf-8")
    )
    assert linked == ORDER
    assert set(linked) == {sheet.stem for sheet in SHEETS}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_sheet_is_short(sheet: Path) -> None:
    assert len(sheet.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize(
    "sheet", [sheet for sheet in SHEETS if sheet.stem != "tokens"], ids=lambda sheet: sheet.stem
)
def test_colours_are_written_in_tokens_only(sheet: Path) -> None:
    code = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsl", code)


@pytest.mark.parametrize(
    "sheet", [sheet for sheet in SHEETS if sheet.stem != "print"], ids=lambda sheet: sheet.stem
)
def test_nothing_is_forced_outside_print(sheet: Path) -> None:
    assert "!important" not in sheet.read_text(encoding="utf-8")


def test_every_token_that_is_used_is_defined() -> None:
    code = "".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    assert set(re.findall(r"var\(--([\w-]+)", code)) <= set(re.findall(r"--([\w-]+):", code))


def test_every_class_that_is_styled_occurs_in_a_template_or_tag() -> None:
    styled = set()
    for sheet in SHEETS:
        code = re.sub(
            r"/\*.*?\*/|url\([^)]*\)|\"[^\"]*\"", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        styled |= set(re.findall(r"\.(-?[a-z][\w-]*)", code))
    markup = "".join(path.read_text(encoding="utf-8") for path in Path("templates").rglob("*.html"))
    markup += Path("bg_portal/templatetags/components.py").read_text(encoding="utf-8")
    stems = {re.sub(r"--\w[\w-]*$|-\d$", "", name) for name in styled}
    assert sorted(stem for stem in stems if not re.search(rf"\b{re.escape(stem)}\b", markup)) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_script_is_short_stands_alone_and_says_what_happens_without_it(script: Path) -> None:
    lines = script.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= (230 if script.stem == "typing" else 80)
    assert lines[0].startswith("// ")
    assert "without it" in lines[0]
    assert not any(line.startswith(("import ", "export ")) for line in lines)
