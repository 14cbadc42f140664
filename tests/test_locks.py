"""The locked requirements install the same bytes everywhere and name no address of one machine's index."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from django.conf import settings

LOCKS = ["requirements.txt", "requirements-dev.txt"]


def read(name: str) -> str:
    return Path(settings.BASE_DIR, name).read_text()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address(lock: str) -> None:
    assert not re.search(r"://|extra-index-url|index-url|find-links|trusted-host", read(lock))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_and_hashed(lock: str) -> None:
    packages = re.split(r"\n(?=[a-z0-9])", read(lock).strip())
    assert len(packages) > 10
    for package in packages:
        assert re.match(r"[a-z0-9-]+(\[[a-z0-9,-]+\])?==\S+", package), package
        assert "--hash=sha256:" in package, package


def test_what_the_portal_needs_is_locked_alike_for_tests() -> None:
    pins = [set(re.findall(r"^[a-z0-9-]+(?:\[[a-z0-9,-]+\])?==\S+", read(lock), re.M)) for lock in LOCKS]
    assert pins[0] <= pins[1]


def test_every_dependency_is_locked_and_says_what_it_is_for() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = [re.split(r"[\[<>=~]", line)[0] for line in wanted]
    locked = re.findall(r"^([a-z0-9-]+)[\[=]", read("requirements-dev.txt"), re.M)
    assert set(names) - set(locked) == set()
    comments = re.findall(r'^  "[^"]+",\s+# \w+', read("pyproject.toml"), re.M)
    assert len(comments) >= len(wanted)
