"""No public page reads a table whose changes its ETag does not know of."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from communes.models import Submission
from tests.public_pages import addresses
from tests.stage import PLACE, Stage

pytestmark = pytest.mark.django_db
READ = re.compile(r'(?:FROM|JOIN)\s+"?(\w+)"?', re.I)
PLAN = "plan head entry reading target period holiday participation"
AIMS = "measure indicator objective criterion named"
REPORTS = "report submission passage extension periodmove recognition"
COVERED = {
    "plans.stamps.LEDGER": {f"plans_{name}" for name in (PLAN + " " + AIMS).split()}
    | {f"communes_{name}" for name in REPORTS.split()},
    "plans.stamps.NEWS": {
        "plans_announcement",
        "plans_announcementversion",
        "plans_announcementmove",
        "plans_picture",
    },
    "plans.stamps.COMMENTS": {"plans_comment", "plans_commentanswer", "plans_commentmove"},
    "communes.stamps.PLACES": {"communes_commune", "audit_event"},
}
"""By stamp, the tables of which every public change moves it: by an entry, by a move, by an event."""
NOT_SHOWN = {"communes_user"}
"""Read with the source of a figure, and named to nobody who is not signed in."""


def test_every_table_that_public_pages_read_has_its_stamp(stage: Stage) -> None:
    client, reference = Client(), Submission.objects.order_by("pk")[0].reference
    known = {table for stamp in settings.PORTAL_STAMPS for table in COVERED[stamp]}
    unknown: dict[str, set[str]] = {}
    for address in addresses([PLACE], [reference]):
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        for query in queries:
            for table in set(READ.findall(query["sql"])) - known - NOT_SHOWN:
                unknown.setdefault(table, set()).add(address)
    assert unknown == {}, "add SQL to PORTAL_STAMPS, and here what it covers"
