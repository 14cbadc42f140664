"""The posted form as a draft: Vietnamese numbers, texts as typed; a field that did not come loses nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from communes.answers import Answer
from communes.forms.draft import read_version
from tests.form_values import read


@pytest.mark.parametrize(
    ("typed", "value"), [("1.234", 1234), ("1.234,5", Decimal("1234.5")), ("0", 0), (" 12 ", 12)]
)
def test_numbers_are_read_as_they_are_written_here(typed: str, value: Decimal) -> None:
    answer = read({"LD01": typed}).content.answers["LD01"]
    assert (answer.value, answer.unread) == (value, {})


def test_on_english_pages_point_and_comma_change_places() -> None:
    assert read({"LD01": "1,234.5"}, language="en").content.answers["LD01"].value == Decimal("1234.5")


@pytest.mark.parametrize(
    "typed", ["12abc", "1e309", "nan", "-5", "=1+1", "9" * 14, "0,1234567", "1,2345", "١٢", "<b>1</b>"]
)
def test_what_is_no_number_is_kept_as_typed(typed: str) -> None:
    answer = read({"LD01": typed}).content.answers["LD01"]
    assert answer.value is None
    assert answer.unread == {"value": typed}


def test_hidden_signs_in_a_number_are_made_visible_and_kept() -> None:
    answer = read({"LD01": "1\x002\u202e"}).content.answers["LD01"]
    assert answer.unread == {"value": "1\ufffd2\ufffd"}


def test_a_number_beside_a_reason_for_none_waits_until_one_is_taken_away() -> None:
    answer = read({"LD01": "12", "LD01-reason": "not_collected"}).content.answers["LD01"]
    assert (answer.value, answer.reason, answer.unread) == (None, "not_collected", {"value": "12"})


def test_a_number_takes_the_words_about_its_absence_away() -> None:
    answer = read({"LD01": "12", "LD01-reason": "", "LD01-reason_text": "x"}).content.answers["LD01"]
    assert (answer.value, answer.reason_text) == (Decimal(12), "")


def test_a_field_that_did_not_come_keeps_what_was_stored() -> None:
    stored = Answer("LD01", Decimal(7), note="vì sao")
    posted = read({"version": "3"}, before={"LD01": stored})
    assert posted.content.answers["LD01"] == stored
    assert posted.content.accounts[1] == "cũ"
    assert posted.content.proposals == ("một",)


def test_an_empty_field_is_emptied() -> None:
    posted = read(
        {"LD01": "", "account-1": "", "proposal-0": ""}, before={"LD01": Answer("LD01", Decimal(7))}
    )
    assert posted.content.answers["LD01"] == Answer("LD01")
    assert posted.content.accounts[1] == ""
    assert posted.content.proposals == ()


def test_a_no_has_no_document_and_no_activity() -> None:
    fields = {"LG11": "0", "LG11-document_number": "14/KH", "LG11-document_date": "1/7/2018"}
    assert read(fields).content.answers["LG11"] == Answer("LG11", Decimal(0))


def test_a_reason_among_the_choices_is_a_reason() -> None:
    assert read({"LG11": "not_applicable"}).content.answers["LG11"] == Answer("LG11", reason="not_applicable")


def test_a_yes_comes_with_what_it_asks_for() -> None:
    fields = {"LG11": "1", "LG11-document_number": "14/KH-UBND", "LG11-document_date": "5/7/2018"}
    answer = read({**fields, "LG11-activity": "Họp"}).content.answers["LG11"]
    assert (answer.document_number, answer.document_date) == ("14/KH-UBND", date(2018, 7, 5))
    assert answer.activity == "Họp"


def test_a_day_that_does_not_exist_is_kept_as_typed() -> None:
    answer = read({"LG11": "1", "LG11-document_date": "31/02/2018"}).content.answers["LG11"]
    assert answer.unread == {"document_date": "31/02/2018"}


@pytest.mark.parametrize("chosen", ["2", "yes", "withdrawn", "<script>", "x" * 500])
def test_a_choice_that_was_not_offered_changes_nothing_and_is_said(chosen: str) -> None:
    posted = read({"LG11": chosen}, before={"LG11": Answer("LG11", Decimal(1))})
    assert posted.content.answers["LG11"].value == 1
    assert "LG11" in posted.slips


@pytest.mark.parametrize("typed", ["a\x00b", "a\u202eb", "x" * 5001, "a\x07"])
def test_a_text_that_cannot_be_stored_is_shown_again_beside_what_was_stored(typed: str) -> None:
    posted = read({"account-1": typed})
    assert posted.content.accounts[1] == "cũ"
    assert posted.slips["account-1"].text.startswith(typed[0])
    assert posted.slips["account-1"].words


def test_texts_are_composed() -> None:
    assert read({"limitations": "co\u0302ng"}).content.limitations == "công"


@pytest.mark.parametrize("typed", ["", "-1", "1.5", "abc", "9" * 30, "\u0663"])
def test_a_version_that_is_none_is_older_than_every_draft(typed: str) -> None:
    assert read_version(QueryDict(urlencode({"version": typed}))) == -1
