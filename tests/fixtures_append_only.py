"""Lets Django empty the tables after a transactional test, which append-only tables would refuse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import TransactionTestCase

from bg_portal.audit.models import Head
from tests.append_only_fixture import lifted


@pytest.fixture(scope="session", autouse=True)
def flushes_pass_the_triggers() -> Iterator[None]:
    """Each flush runs without triggers; afterwards the chain has its head again, as after the migration."""
    flush = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]

    def flush_and_restore(test_case: TransactionTestCase) -> None:
        with lifted(connection):
            flush(test_case)
        Head.objects.create()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", flush_and_restore)
        yield
