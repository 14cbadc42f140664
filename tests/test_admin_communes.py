"""A commune is edited through an action: one event, and one entry for each plan that shows its name."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bg_portal import audit
from bg_portal.audit.models import Event
from communes.field_words import field_words
from communes.models import Commune
from plans.actions.storing import edited_otherwise
from plans.models import Entry
from tests import factories as f
from tests.administration import CAUSE, administrator, confirmed, fields, typed

pytestmark = pytest.mark.django_db


def page() -> str:
    return reverse("admin:communes_commune_change", args=[f.commune().pk])


def refused(client: Client, **changed: Any) -> Any:
    answer = client.post(page(), typed(client, page(), **changed))
    assert answer.status_code == 422
    return answer.context["edit"].form.errors


def test_an_edited_name_is_one_entry_and_one_event_and_sorts_anew() -> None:
    client, user = administrator()
    entries, events = Entry.objects.count(), Event.objects.count()
    assert confirmed(client, page(), name_vi="Ấp Mới", grid_row="7", grid_column="7").status_code == 302
    stored = Commune.objects.get(pk=f.commune().pk)
    assert (stored.name_vi, stored.name_fold, stored.grid_row) == ("Ấp Mới", "ap moi", 7)
    assert Commune.objects.first() == stored
    assert (Entry.objects.count(), Event.objects.count()) == (entries + 1, events + 2)
    entry, event = Entry.objects.latest("version"), Event.objects.get(kind="commune.edited")
    assert (entry.cause, entry.by, entry.document, event.actor_id) == (CAUSE, user, None, user.pk)
    assert ["commune", "name_vi", "text", "text"] in event.data["changes"]
    assert "Ấp" not in str(event.data)
    assert not edited_otherwise("125/KH-UBND")
    assert audit.verify() is None


def test_a_page_sent_back_as_it_is_changes_nothing() -> None:
    client, _ = administrator()
    before = Entry.objects.count(), Event.objects.count()
    answer = client.post(page(), typed(client, page()))
    assert answer.context["edit"].problems
    assert (Entry.objects.count(), Event.objects.count()) == before


def test_what_cannot_stand_is_said_at_its_field() -> None:
    client, _ = administrator()
    assert "slug" in refused(client, slug="song-khe")
    assert "slug" in refused(client, slug="Da_Mai")
    assert "valid_to" in refused(client, valid_to="01/01/1950")
    assert "grid_row" in refused(client, grid_row="")
    assert "name_vi" in refused(client, name_vi="")


def test_code_and_first_day_stay_whatever_is_posted() -> None:
    client, _ = administrator()
    answer = client.post(page(), typed(client, page(), code="99999", valid_from="01/01/2000"))
    assert answer.context["edit"].changes() == []


def test_a_page_that_was_open_for_long_takes_nothing_back_that_others_changed_meanwhile() -> None:
    client, _ = administrator()
    opened = typed(client, page(), name_en="Da Mai Two")
    assert confirmed(client, page(), population_2009="7777").status_code == 302
    preview = client.post(page(), opened)
    edit = preview.context["edit"]
    assert [row.field for row in edit.meanwhile] == [field_words("population_2009")]
    assert [row.field for row in edit.changes()] == [field_words("name_en")]
    assert client.post(page(), {**fields(preview), "step": "store"}).status_code == 302
    stored = Commune.objects.get(slug="da-mai")
    assert (stored.name_en, stored.population_2009) == ("Da Mai Two", 7777)


def test_two_who_edit_at_once_are_told_of_each_other() -> None:
    client, _ = administrator()
    preview = client.post(page(), typed(client, page(), name_en="Da Mai Two"))
    Commune.objects.filter(slug="da-mai").update(population_2009=1)
    kept = dict(preview.context["kept"])
    answer = client.post(page(), {**kept, "seen": preview.context["edit"].seen, "step": "store"})
    assert answer.status_code == 409
    assert Commune.objects.get(slug="da-mai").name_en != "Da Mai Two"
