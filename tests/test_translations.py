"""What the portal says in English it says in Vietnamese, and the compiled catalogue is the written one."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

CATALOGUE = "bg_portal/locale/vi/LC_MESSAGES/django.po"
MARKS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "pgettext", "npgettext"}
SOURCES = ("manage.py", "bg_portal", "plans", "communes", "templates", "static")


@pytest.fixture
def gettext() -> None:
    if shutil.which("msgfmt") is None:
        pytest.skip("no gettext on this machine (apt install gettext)")


def run(*command: str, folder: Path) -> str:
    environment = {"PATH": os.environ["PATH"], "DEBUG": "on", "PORTAL_ENV_FILE": os.devnull}
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.mark.usefixtures("gettext")
def test_the_compiled_catalogue_is_the_written_one(tmp_path: Path) -> None:
    catalogue = Path(settings.BASE_DIR, CATALOGUE)
    made = tmp_path / "django.mo"
    run("msgfmt", "--check", "-o", str(made), str(catalogue), folder=tmp_path)
    assert made.read_bytes() == catalogue.with_suffix(".mo").read_bytes()


@pytest.mark.usefixtures("gettext")
def test_every_sentence_of_the_source_is_translated(tmp_path: Path) -> None:
    for name in SOURCES:
        source = Path(settings.BASE_DIR, name)
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    run(sys.executable, "manage.py", "makemessages", "--locale=vi", "--no-wrap", folder=tmp_path)
    left = run("msgattrib", "--untranslated", "--no-obsolete", "--no-wrap", CATALOGUE, folder=tmp_path)
    left += run("msgattrib", "--only-fuzzy", "--no-obsolete", "--no-wrap", CATALOGUE, folder=tmp_path)
    assert re.findall(r'^msgid "(.+)"$', left, re.M) == []


def test_no_sentence_is_hidden_from_the_catalogue_in_an_f_string() -> None:
    """xgettext does not look into them."""
    for room in ("bg_portal", "plans", "communes"):
        for path in Path(settings.BASE_DIR, room).rglob("*.py"):
            strings = (n for n in ast.walk(ast.parse(path.read_bytes())) if isinstance(n, ast.JoinedStr))
            calls = (n for string in strings for n in ast.walk(string) if isinstance(n, ast.Call))
            said = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id in MARKS]
            assert not any(isinstance(c.args[0], ast.Constant) for c in said if c.args), path
