"""Each edit in the administration is one ledger entry and one audit event with before and after."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bg_portal import audit
from bg_portal.audit.models import Event
from plans.actions.storing import edited_otherwise, store_document
from plans.models import Entry, Indicator, Measure, Objective, Target
from plans.queries import plan_document
from tests import factories as f
from tests.administration import CAUSE, administrator, confirmed, fields, typed
from tests.documents import bent

pytestmark = pytest.mark.django_db


def plan_page() -> str:
    return reverse("admin:plans_plan_change", args=[f.plan_loaded().pk])


def indicator_page(code: str) -> str:
    return reverse("admin:plans_indicator_change", args=[Indicator.objects.get(code=code).pk])


def objective_page(code: str) -> str:
    return reverse("admin:plans_objective_change", args=[Objective.objects.get(code=code).pk])


def test_a_page_sent_back_as_it_is_changes_nothing() -> None:
    client, _ = administrator()
    before = Entry.objects.count()
    for address in (plan_page(), indicator_page("TT03"), objective_page("MT1"), objective_page("MT2")):
        answer = client.post(address, typed(client, address))
        assert "Không có thay đổi nào" in answer.content.decode(), address
    assert Entry.objects.count() == before


def test_an_edit_of_a_measure_is_one_entry_and_one_event() -> None:
    client, user = administrator()
    entries, events = Entry.objects.count(), Event.objects.count()
    answer = confirmed(client, plan_page(), **{"measures-0-responsible_vi": "Công an thành phố"})
    assert answer.status_code == 302
    assert Measure.objects.get(order=1).responsible_vi == "Công an thành phố"
    entry = Entry.objects.order_by("version").last()
    assert entry is not None
    assert (Entry.objects.count(), Event.objects.count()) == (entries + 1, events + 2)
    assert (entry.by, entry.cause, entry.source) == (user, CAUSE, "admin:plan")
    assert edited_otherwise("125/KH-UBND")
    assert [e.kind for e in Event.objects.order_by("-sequence")[:2]] == ["plan.edited", "ledger.entered"]
    assert audit.verify() is None


def test_the_event_holds_listed_values_before_and_after_and_a_digest_of_texts() -> None:
    client, user = administrator()
    changed = {"required": [], "guidance_vi": "Ghi số buổi đã tổ chức."}
    confirmed(client, indicator_page("TT03"), **{**changed, "order": "99"})
    event = Event.objects.filter(kind="plan.edited").get()
    assert event.actor_id == user.pk
    rows = {field: (before, after) for _place, field, before, after in event.data["changes"]}
    assert rows["order"][1] == "99"
    assert rows["guidance_vi"][1].startswith("sha256:")
    assert "Ghi" not in str(event.data)
    assert event.data["before"] != event.data["digest"]


def test_a_revised_target_is_a_new_row_beside_the_old_one() -> None:
    client, _ = administrator()
    target = Target.objects.filter(objective__code="MT2", commune=None).earliest("pk")
    answer = confirmed(
        client, objective_page("MT2"), **{"targets-0-value": "13", "targets-0-document": "12/QĐ-UBND"}
    )
    assert answer.status_code == 302
    values = Target.objects.filter(objective__code="MT2", commune=None, year=target.year)
    assert [row.value for row in values.order_by("entry__version")] == [target.value, 13]


def test_a_new_indicator_is_added_by_way_of_the_document() -> None:
    client, _ = administrator()
    added = {
        "code": "TT99",
        "measure": "1",
        "order": "99",
        "name_vi": "Số buổi thử",
        "unit_vi": "buổi",
        "kind": "count",
        "across_quarters": "sum",
        "across_communes": "sum",
    }
    answer = confirmed(client, reverse("admin:plans_indicator_add"), **added)
    assert answer.status_code == 302
    assert plan_document(f.plan_loaded()).indicator("TT99").name_vi == "Số buổi thử"


def test_an_edit_by_somebody_else_meanwhile_stays() -> None:
    client, _ = administrator()
    preview = client.post(indicator_page("TT03"), typed(client, indicator_page("TT03"), order="98"))
    other = bent("indicators", "TT03", guidance_vi="Do người khác sửa.")
    store_document(document=other, source="file:x.toml", cause="test", by=None)
    again = client.post(indicator_page("TT03"), {**fields(preview), "step": "store"})
    assert again.status_code == 409
    assert "Do người khác sửa." in again.content.decode()
    assert client.post(indicator_page("TT03"), {**fields(again), "step": "store"}).status_code == 302
    stored = plan_document(f.plan_loaded()).indicator("TT03")
    assert (stored.order, stored.guidance_vi) == (98, "Do người khác sửa.")


def test_what_is_in_use_is_not_removed_and_the_reason_is_said() -> None:
    client, _ = administrator()
    with f.on("2018-10-02"):
        f.accepted(f.commune(), by=f.officer(), reviewer=f.reviewer())
        used = next(
            i for i, row in enumerate(plan_document(f.plan_loaded()).indicators) if row.code == "LD01"
        )
        answer = confirmed(client, plan_page(), **{f"indicators-{used}-DELETE": "on"})
    assert answer.status_code == 409
    assert "LD01" in answer.content.decode()
    assert Indicator.objects.filter(code="LD01").exists()
