"""Two ledgers that are equal after protection give identical public answers, to the last byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communes.actions import drafting, reviewing, sending
from communes.models import Report, Submission
from communes.queries.figures import public_figures
from plans.protection import Shown
from plans.vocabulary import NoFigure, Protection, RecordedBy
from tests import factories as f
from tests.documents import plan_125
from tests.explained import explained
from tests.histories import Book, Cell, Outcome, undone
from tests.public_pages import bodies

pytestmark = pytest.mark.django_db
LEVELS = {i.code: i.protection for i in plan_125().indicators if i.recorded_by is RecordedBy.COMMUNE}
SMALL = [code for code, level in LEVELS.items() if level is Protection.SMALL and code != "SK02"]
RESTRICTED = [code for code, level in LEVELS.items() if level is Protection.RESTRICTED]
QUARTERS = ("2018-Q2", "2018-Q3")
PLACES = ("da-mai", "song-khe")
Values = dict[str, int]


def protected() -> set[Shown]:
    """Everything accepted as the public may know it; where it came from does not count."""
    plan = f.plan_loaded()
    known = [public_figures(plan, f.commune(slug)).figures for slug in PLACES]
    rows = [row for figures in known for series in figures.values() for row in series.values()]
    return {replace(row, entry=None) for row in rows}


def reported(report: Report, values: Values, limitations: str) -> Submission:
    """A report whose hidden answers are these, sent."""
    content = replace(f.full_content(report, **values), limitations=limitations)
    by = f.officer(report.commune)
    report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=by)
    checked = f.checked(report)
    return sending.submit_report(report=report, checked=checked, clearance=f.CLEARANCE, by=by)


def story(first: Values, second: Values, limitations: str) -> tuple[dict[str, bytes], str]:
    """Two reports accepted, one of them replaced; the public pages, and what a submission's checksum was."""
    bob = f.reviewer()
    with f.on("2018-10-02"):
        for slug in PLACES:
            report = f.started(f.commune(slug), by=f.officer(f.commune(slug)))
            sent = reported(report, first, limitations)
            reviewing.accept_submission(submission=sent, by=bob)
        reviewing.reopen_report(report=sent.report, by=bob, comment=limitations)
        again = reported(Report.objects.get(pk=sent.report.pk), second, limitations)
        reviewing.accept_submission(submission=again, by=bob)
        references = list(Submission.objects.values_list("reference", flat=True))
        return bodies(PLACES, references) | explained(f.plan_loaded()), again.checksum


HIDDEN = dict.fromkeys([*SMALL, *RESTRICTED], 2)
OTHER = dict.fromkeys(SMALL, 3) | dict.fromkeys(RESTRICTED, 4)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param((HIDDEN, HIDDEN), (OTHER, OTHER), id="other values from the beginning"),
        pytest.param((HIDDEN, HIDDEN), (HIDDEN, OTHER), id="a correction that the public cannot see"),
        pytest.param(
            ({"SK01": 2, "SK02": 60}, {"SK01": 2, "SK02": 60}),
            ({"SK01": 4, "SK02": 95}, {"SK01": 3, "SK02": 80}),
            id="the amount that goes with few persons",
        ),
        pytest.param(({"KT05": 0}, {"KT05": 0}), ({"KT05": 9}, {"KT05": 12}), id="restricted figures"),
    ],
)
def test_reports_that_differ_only_in_what_is_protected_look_the_same(
    one: tuple[Values, Values], other: tuple[Values, Values]
) -> None:
    with undone():
        pages, checksum = story(*one, limitations="Một")
        figures = protected()
    with undone():
        other_pages, other_checksum = story(*other, limitations="Hai")
        assert protected() == figures
    assert checksum != other_checksum
    for address, body in pages.items():
        assert other_pages[address] == body, address


def test_a_figure_that_the_public_may_see_does_change_the_pages() -> None:
    with undone():
        pages, _checksum = story({"LD01": 7}, {"LD01": 7}, "Một")
    with undone():
        assert story({"LD01": 8}, {"LD01": 8}, "Một")[0] != pages


outcomes = st.one_of(st.integers(0, 7).map(Decimal), st.sampled_from([*NoFigure]))
codes = st.sampled_from([*SMALL, *RESTRICTED, "SK01", "SK02", "LD01", "TT02"])
cells = st.tuples(codes, st.sampled_from(PLACES), st.sampled_from(QUARTERS))


def hidden(cell: Cell, ledger: dict[Cell, Outcome], draw: Callable[[Any], Outcome]) -> Outcome | None:
    """Another outcome wherever the public cannot tell; None where it cannot even tell that there is one."""
    code, outcome = cell[0], ledger[cell]
    if LEVELS[code] is Protection.RESTRICTED:
        return draw(st.none() | outcomes)
    if isinstance(outcome, NoFigure):
        outside = {NoFigure.NOT_APPLICABLE}
        return draw(st.sampled_from(sorted(outside if outcome in outside else set(NoFigure) - outside)))
    if code == "SK02":
        persons = ledger.get(("SK01", *cell[1:]), NoFigure.BLANK)
        few = isinstance(persons, NoFigure) or 1 <= persons <= 4
        return draw(st.integers(0, 99).map(Decimal)) if few else outcome
    return (
        draw(st.integers(1, 4).map(Decimal))
        if LEVELS[code] is Protection.SMALL and 1 <= outcome <= 4
        else outcome
    )


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ledger=st.dictionaries(cells, outcomes, min_size=8, max_size=20), data=st.data())
def test_any_two_ledgers_that_are_equal_after_protection_look_the_same(
    ledger: dict[Cell, Outcome], data: st.DataObject
) -> None:
    drawn = {cell: hidden(cell, ledger, data.draw) for cell in ledger}
    other = {cell: outcome for cell, outcome in drawn.items() if outcome is not None}
    answers = []
    for written in (ledger, other):
        with undone(), f.on("2018-10-05"):
            Book().write(written)
            answers.append((protected(), bodies(PLACES)))
    assert answers[0] == answers[1]
