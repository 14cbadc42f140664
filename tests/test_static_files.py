"""Static files are gathered under names that change with their content, compressed beforehand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from bg_portal.settings import STORAGES

REFERENCE = re.compile(r"""\{%\s*static\s+['"]([^'"]+)['"]""")


@pytest.fixture
def gathered(tmp_path: Path, settings: object) -> Path:
    settings.STORAGES, settings.STATIC_ROOT = STORAGES, str(tmp_path)  # type: ignore[attr-defined]
    call_command("collectstatic", "--noinput", verbosity=0)
    return tmp_path


def test_every_file_a_template_names_is_there_compressed(gathered: Path) -> None:
    paths = json.loads((gathered / "staticfiles.json").read_text())["paths"]
    templates = (settings.BASE_DIR / "templates").rglob("*.html")
    named = {name for template in templates for name in REFERENCE.findall(template.read_text())}
    assert named
    assert sorted(named - paths.keys()) == []
    for name in named:
        assert paths[name] != name
        if (gathered / name).stat().st_size > 1000 and name.endswith((".css", ".js", ".svg")):
            assert (gathered / f"{paths[name]}.br").exists(), name
