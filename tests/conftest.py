"""Fixtures every test may ask for, and the rules every test runs under."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator
from typing import Any

import hypothesis
import pytest
from django.db import connection
from django.utils import translation
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants
from playwright.sync_api import Page, expect

from tests.factories import plan_loaded
from tests.histories import forget

pytest_plugins = ["tests.fixtures_append_only", "tests.fixtures_stage"]

_OTHERS_END = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""
IN_CI = os.environ.get("CI") == "true"
# A browser left to itself asks its maker's servers at every start.
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# What comes late on a busy machine comes all the same: nothing is measured by how fast a page is drawn.
PATIENCE = 120_000  # milliseconds
expect.set_options(timeout=PATIENCE)

# The same examples every time: a test that fails on one machine fails on all.
hypothesis.settings.register_profile("portal", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("portal")
# It would draw from the constants of all modules imported so far, too: others in each process.
_none = Constants()
providers._get_local_constants = lambda: _none


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything is installed, a skip is a failure: it would hide what was not tested."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped although CI=true: {item.nodeid}: {report.longrepr}"
    return report


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test of one engine alone is not part of the run on the other."""
    other = "sqlite" if connection.vendor == "postgresql" else "postgresql"
    foreign = [item for item in items if item.get_closest_marker(other)]
    if foreign:
        config.hook.pytest_deselected(items=foreign)
        items[:] = [item for item in items if item not in foreign]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The plan and its communes are there before the first test: loading takes longer than most tests.

    After the last one a thread that served a browser may hold its connection still, and a database that is
    in use is not dropped.
    """
    with django_db_blocker.unblock():
        plan_loaded()
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(_OTHERS_END)


@pytest.fixture(autouse=True)
def vietnamese_first() -> None:
    """A request leaves its language behind in the thread; the next test starts with the portal's own."""
    translation.activate("vi")


@pytest.fixture(autouse=True)
def forget_books() -> None:
    """What a process remembers of a version holds for ever; a test's rollback makes another history of it."""
    forget()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """How pytest-playwright starts the Chromium of the distribution; tests that ask for `page` get it."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no Chromium on this machine (apt install chromium)")
    # Playwright's loop runs in the tests' own thread, where Django would then refuse every query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    return {"executable_path": chromium, "args": CHROMIUM_ARGS}


@pytest.fixture
def page(page: Page) -> Page:
    """A page that waits as long for what it is asked to do as for what is expected of it."""
    page.set_default_timeout(PATIENCE)
    return page


@pytest.fixture
def javascript() -> bool:
    """Whether the browser runs scripts; a test that wants both parametrizes `javascript`."""
    return True


@pytest.fixture
def width() -> int:
    """The browser window's width in CSS pixels; a test that wants several parametrizes `width`."""
    return 1280


@pytest.fixture
def browser_context_args(javascript: bool, width: int) -> dict[str, Any]:
    """A window as an official's browser has it: Vietnamese, with or without scripts, of the given width."""
    return {
        "viewport": {"width": width, "height": 900},
        "java_script_enabled": javascript,
        "locale": "vi-VN",
        "timezone_id": "Asia/Ho_Chi_Minh",
    }
