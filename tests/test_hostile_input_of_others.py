"""Whatever ids and names of others are put into a form, nothing of another commune is changed or shown."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import models
from django.urls import reverse

from communes.models import (
    Account,
    Commune,
    Extension,
    Figure,
    Membership,
    Passage,
    Proposal,
    Report,
    Submission,
)
from tests import factories as f
from tests.hostile import PLACES, found
from tests.stage import ACCEPTED, DRAFT, ELSEWHERE, PLACE, SENT, Stage, named_addresses, sent, written

pytestmark = pytest.mark.django_db
SECRET = "Chuyện riêng của Song Khê"
ROWS: tuple[tuple[type[models.Model], str], ...] = (
    (Commune, "pk"),
    (Membership, "commune"),
    (Report, "commune"),
    (Figure, "report__commune"),
    (Account, "report__commune"),
    (Proposal, "report__commune"),
    (Submission, "report__commune"),
    (Passage, "report__commune"),
    (Extension, "commune"),
)
EXTRA = (
    "commune",
    "commune_id",
    "slug",
    "report",
    "report_id",
    "period",
    "plan",
    "user",
    "by",
    "pk",
    "id",
    "state",
)
"""What no form has, and a careless one would read."""


@pytest.fixture
def reports(stage: Stage) -> list[Report]:
    """The other commune's reports: one sent, one being written."""
    stranger, place = stage.people["stranger"], f.commune(ELSEWHERE)
    assert stranger is not None
    first = sent(written(SENT, by=stranger, at=place), by=stranger).report
    second = written(DRAFT, by=stranger, at=place, LD01=8)
    Report.objects.filter(pk=second.pk).update(limitations=SECRET)
    return [first, second]


def everything() -> list[Any]:
    """All that is stored of the other commune."""
    place = Commune.objects.get(slug=ELSEWHERE)
    return [
        list(model._default_manager.filter(**{path: place.pk}).order_by("pk").values())
        for model, path in ROWS
    ]


def theirs(stage: Stage, reports: list[Report]) -> list[str]:
    """What names the other commune's things."""
    figure, stranger = reports[1].figures.first(), stage.people["stranger"]
    assert figure is not None
    assert stranger is not None
    place, submission = reports[0].commune, reports[0].submissions.get()
    ids = (place.pk, reports[0].pk, reports[1].pk, figure.pk, submission.pk, stranger.pk)
    return [*map(str, ids), place.slug, place.code, submission.reference, stranger.email]


@pytest.mark.parametrize("name", sorted(name for name, (_page, who) in PLACES.items() if who == "officer"))
def test_names_and_ids_of_others_in_every_field_reach_nothing(
    stage: Stage, reports: list[Report], name: str
) -> None:
    form, before = found(stage, name), everything()
    fields = (*form.form.names(), *EXTRA)
    for value in theirs(stage, reports):
        response = form.post({**form.form.untouched(), **dict.fromkeys(fields, value)})
        assert SECRET not in response.content.decode()
        extra = form.post({**form.form.untouched(), **dict.fromkeys(EXTRA, value)})
        assert SECRET not in extra.content.decode()
        assert everything() == before


def of_reports() -> list[str]:
    """The names of the addresses that lead to a commune's report."""
    return sorted(name for name, wanted in named_addresses().items() if {"period", "plan"} < set(wanted))


@pytest.mark.parametrize("who", ["officer", "commune leader", "past inspector", "administrator"])
def test_forms_of_ones_own_sent_to_addresses_of_others_change_nothing(
    stage: Stage, reports: list[Report], who: str
) -> None:
    before, data = everything(), found(stage, "report-edit").form.untouched()
    data |= {
        "number": ["1"],
        "confirmed": ["1"],
        "comment": ["LD01"],
        "reason": ["LD01"],
        "until": ["30/10/2018"],
    }
    for name in of_reports():
        for period in (ACCEPTED, SENT, DRAFT):
            values = {**stage.values[name], "period": period}
            values |= {key: ELSEWHERE for key, value in values.items() if value == PLACE}
            address = reverse(name, kwargs=values)
            responses = [stage.client(who).post(address, data), stage.client(who).get(address)]
            assert {response.status_code for response in responses} <= {404, 405}, address
            assert not any(SECRET in response.content.decode() for response in responses)
    assert everything() == before
