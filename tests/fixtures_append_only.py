"""Lets tests empty append-only tables, which refuse it in earnest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import TransactionTestCase

from bg_portal.audit.chain import GENESIS
from bg_portal.audit.models import Event, Head
from tests.append_only_fixture import lifted
from tests.factories import plan_loaded


@pytest.fixture(scope="session", autouse=True)
def flushes_pass_the_triggers() -> Iterator[None]:
    """Each flush runs without triggers; afterwards stands again what every test finds: chain head, plan.

    Tests that flush do not all run last: those that share a browser are moved together.
    """
    flush = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]

    def flush_and_restore(test_case: TransactionTestCase) -> None:
        with lifted(connection):
            flush(test_case)
        Head.objects.create()
        plan_loaded()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", flush_and_restore)
        yield


@pytest.fixture
def empty_chain(db: None) -> None:
    """An audit chain without the events of the plan that every test finds loaded."""
    with lifted(connection):
        Event.objects.all().delete()
    Head.objects.update(count=0, last_hash=GENESIS)
