"""Two who write at once: the second sees both versions, chooses, and loses nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from communes.actions.sending import submit_report
from communes.answers import Content
from communes.models import Report
from communes.queries.drafts import draft_content
from tests import factories as f
from tests.factories_reports import address, opened, posted_by, signed_in, text_of, with_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> dict[str, Any]:
    """Alice has the form open; Ann, of the same commune, saves before her."""
    place = f.commune()
    alice, ann = f.officer(place), f.officer(place)
    with f.on("2018-10-02"):
        report = f.started(place, by=alice)
        client, other = signed_in(alice), signed_in(ann)
        mine = opened(client, report)
        theirs = opened(other, report) | {"LD01": "70", "LD03": "4", "limitations": "của Ann"}
        other.post(address("report-edit", report), theirs)
    return {"report": report, "client": client, "mine": mine}


def save(scene: dict[str, Any], fields: dict[str, str], **headers: str) -> Any:
    """Alice's POST."""
    with f.on("2018-10-02"):
        return scene["client"].post(address("report-edit", scene["report"]), fields, headers=headers)


def stored(scene: dict[str, Any]) -> Content:
    """The draft as it is now."""
    return draft_content(Report.objects.get(pk=scene["report"].pk))


def chosen(page: bytes) -> dict[str, str]:
    """What the page of the conflict posts when nothing is touched."""
    return posted_by(page.decode().replace('class="stack"', 'class="work-form"'))


def test_who_saves_second_sees_both_versions_and_changes_nothing_yet(scene: dict[str, Any]) -> None:
    answer = save(scene, scene["mine"] | {"LD01": "9"})
    assert answer.status_code == 409
    words = text_of(answer.content)
    assert "9 văn bản" in words
    assert "70 văn bản" in words
    assert stored(scene).answers["LD01"].value == Decimal(70)


def test_mine_is_chosen_where_i_typed_and_theirs_where_i_did_not(scene: dict[str, Any]) -> None:
    page = save(scene, scene["mine"] | {"LD01": "9", "NL01": "5"}).content
    fields = chosen(page)
    assert fields["keep-answer-LD01"] == "mine"
    assert fields["keep-answer-LD03"] == fields["keep-limitations"] == "theirs"
    assert save(scene, fields).status_code == 302
    content = stored(scene)
    values = {code: content.answers[code].value for code in ("LD01", "LD03", "NL01")}
    assert values == {"LD01": 9, "LD03": 4, "NL01": 5}
    assert content.limitations == "của Ann"


def test_the_other_version_can_be_chosen(scene: dict[str, Any]) -> None:
    fields = chosen(save(scene, scene["mine"] | {"LD01": "9"}).content)
    save(scene, fields | {"keep-answer-LD01": "theirs", "keep-limitations": "mine"})
    content = stored(scene)
    assert content.answers["LD01"].value == Decimal(70)
    assert content.limitations == ""


def test_what_cannot_be_read_goes_through_the_choice_as_typed(scene: dict[str, Any]) -> None:
    fields = chosen(save(scene, scene["mine"] | {"NL01": "năm", "LG11-document_date": "mai"}).content)
    assert save(scene, fields).status_code == 302
    answers = stored(scene).answers
    assert answers["NL01"].unread == {"value": "năm"}
    assert answers["LG11"].unread == {"document_date": "mai"}


def test_a_form_without_its_version_is_a_stale_one(scene: dict[str, Any]) -> None:
    assert save(scene, {}).status_code == 409
    assert save(scene, {"version": "x", "LD01": "3"}).status_code == 409


def test_saving_by_itself_is_told_of_the_conflict(scene: dict[str, Any]) -> None:
    answer = save(scene, scene["mine"] | {"LD01": "9"}, **{"X-Portal-Autosave": "1"})
    assert answer.status_code == 409
    assert answer.json()["saved"]


def test_what_was_typed_into_a_report_sent_meanwhile_is_shown_to_be_copied() -> None:
    place = f.commune()
    alice = f.officer(place)
    client = signed_in(alice)
    with f.on("2018-10-02"):
        report = with_words(f.started(place, by=alice), by=alice)
        fields = opened(client, report) | {"LD01": "4711", "next_tasks": "viết dở", "limitations": "y\x00z"}
        submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice)
        answer = client.post(address("report-edit", report), fields)
    assert answer.status_code == 409
    words = text_of(answer.content)
    assert "4.711 văn bản" in words
    assert "viết dở" in words
    assert "y\ufffdz" in words
    assert draft_content(report).answers["LD01"].value == Decimal(3)
