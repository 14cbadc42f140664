"""Nothing happened is a figure; no figure is not: the two stay apart from the form to the page."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from communes.actions import drafting, reviewing, sending
from communes.answers import Answer
from communes.models import Passage
from plans.models import Reading
from plans.vocabulary import NoFigure
from tests import factories as f
from tests.histories import Book, Cell, Outcome, undone

pytestmark = pytest.mark.django_db
CELL: Cell = ("LD01", "da-mai", "2018-Q3")
outcomes = st.one_of(st.sampled_from([Decimal(0), Decimal(1)]), st.sampled_from([*NoFigure]))


def accepted_with(*changed: Answer, without: str = "") -> Passage:
    """A report of Đa Mai, accepted, in which some answers are others or left out."""
    place = f.commune()
    alice = f.officer(place)
    report = f.started(place, by=alice)
    full = f.full_content(report)
    answers = {**full.answers, **{answer.code: answer for answer in changed}}
    content = replace(full, answers={code: a for code, a in answers.items() if code != without})
    report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=alice)
    checked = f.checked(report)
    sent = sending.submit_report(report=report, checked=checked, clearance=f.CLEARANCE, by=alice)
    return reviewing.accept_submission(submission=sent, by=f.reviewer())


def cells(client: Client, code: str) -> list[str]:
    """What the public page of the commune shows for an indicator: each quarter, then the year to date."""
    page = client.get("/xa-phuong/da-mai/?nam=2018").content.decode()
    (row,) = re.findall(rf'<span class="code">{code}</span></th>(.*?)</tr>', page, re.S)
    texts = re.findall(r'<td class="num"[^>]*>(.*?)</td>', row, re.S)[:5]
    shown = (re.sub(r'<span class="visually-hidden">.*?</span>', "", text) for text in texts)
    return [re.sub(r"<[^>]+>", "", text).strip() for text in shown]


def has_number(text: str) -> bool:
    """Whether it says a number, beside how much of what is due is there."""
    return any(sign.isdigit() for sign in text.partition("(")[0])


@settings(max_examples=25)
@given(history=st.lists(outcomes, min_size=1, max_size=4))
def test_what_was_accepted_last_stands_as_a_number_or_as_a_reason_and_never_as_both(
    history: list[Outcome],
) -> None:
    with undone():
        book = Book()
        for outcome in history:
            book.write({CELL: outcome})
        reading = Reading.objects.get(plan=book.plan, superseded_by=None)
        last = history[-1]
        assert (reading.value is None) == isinstance(last, NoFigure)
        assert reading.value == (None if isinstance(last, NoFigure) else last)
        assert reading.reason == (last.value if isinstance(last, NoFigure) else "")


@pytest.mark.parametrize("values", [{"value": None, "reason": ""}, {"value": Decimal(0), "reason": "other"}])
def test_the_database_refuses_a_reading_that_is_both_or_neither(values: dict[str, object]) -> None:
    book = Book()
    place = vars(book.reading(CELL, Decimal(0))) | values
    with pytest.raises(IntegrityError), transaction.atomic():
        Reading.objects.create(plan=book.plan, entry=book.write(), **place)


def test_zero_is_shown_as_zero_and_counts_in_the_year(client: Client) -> None:
    with f.on("2018-10-02"):
        accepted_with(Answer("LD01", Decimal(0)))
        assert Book().figures()[CELL] == Decimal(0)
        assert cells(client, "LD01")[2] == "0"
        assert cells(client, "LD01")[-1] == "≥\N{NO-BREAK SPACE}0 (1/3)"


def test_a_reason_for_no_figure_is_shown_as_missing_and_counts_nowhere(client: Client) -> None:
    with f.on("2018-10-02"):
        accepted_with(Answer("LD03", reason=NoFigure.NOT_COLLECTED.value))
        assert Book().figures()["LD03", "da-mai", "2018-Q3"] is NoFigure.NOT_COLLECTED
        assert not any(map(has_number, cells(client, "LD03")))


def test_an_optional_question_left_blank_has_no_reading_at_all(client: Client) -> None:
    with f.on("2018-10-02"):
        accepted_with(without="LD03")
        assert ("LD03", "da-mai", "2018-Q3") not in Book().figures()
        assert not any(map(has_number, cells(client, "LD03")))


def test_what_was_accepted_and_is_blank_in_the_replacement_stands_as_left_blank(client: Client) -> None:
    with f.on("2018-10-02"):
        report = accepted_with().report
        reviewing.reopen_report(report=report, by=f.reviewer(), comment="LD03")
        alice = f.officer()
        full = f.full_content(report)
        content = replace(full, answers={**full.answers, "LD03": Answer("LD03")})
        report.refresh_from_db()
        report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=alice)
        checked = f.checked(report)
        sent = sending.submit_report(report=report, checked=checked, clearance=f.CLEARANCE, by=alice)
        reviewing.accept_submission(submission=sent, by=f.reviewer())
        assert Book().figures()["LD03", "da-mai", "2018-Q3"] is NoFigure.BLANK
        assert not any(map(has_number, cells(client, "LD03")))
