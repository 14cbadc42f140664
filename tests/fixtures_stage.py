"""The stage of tests.stage, set once for all tests of a file: setting it takes longer than most of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests import factories as f
from tests.histories import undone
from tests.stage import DAY, Stage, set_stage


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker: Any) -> Iterator[Stage]:
    """Everybody and everything, on DAY; each test's own changes are rolled back as always."""
    with django_db_blocker.unblock(), f.on(DAY), undone():
        yield set_stage()
