"""Every past version reproduces: what stood then is told later, whatever has happened since."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bg_portal import audit
from communes.actions import drafting, reviewing, sending
from communes.actions.figures import withdraw_figure
from communes.actions.periods import grant_extension
from plans.document import PlanDocument
from plans.models import Indicator
from plans.queries import plan_document, version_of
from plans.vocabulary import EntryKind, NoFigure
from tests import factories as f
from tests.histories import Book, Cell, Outcome, forget, undone

pytestmark = pytest.mark.django_db
CELLS = tuple(product(("LD01", "SK01"), ("da-mai", "song-khe"), ("2018-Q2", "2018-Q3")))
Stood = tuple[dict[Cell, Outcome], PlanDocument]

accepted = st.dictionaries(
    st.sampled_from(CELLS), st.one_of(st.integers(0, 9).map(Decimal), st.sampled_from([*NoFigure]))
)
withdrawn = st.sampled_from(CELLS)
steps = st.one_of(accepted, withdrawn, st.sampled_from(["extend", "edit"]))
Step = dict[Cell, Outcome] | Cell | str


def take(book: Book, step: Step, number: int) -> None:
    """One step of a history, as an entry of its kind."""
    match step:
        case dict():
            book.write(step)
        case "extend":
            book.write(kind=EntryKind.EXTENSION)
        case "edit":
            book.edit(number)
        case tuple():
            book.write({step: NoFigure.WITHDRAWN}, EntryKind.WITHDRAWAL)


def stands(book: Book, version: int | None = None) -> Stood:
    return book.figures(version), plan_document(book.plan, version)


def reproduces(book: Book, stood: Mapping[int, Stood]) -> None:
    forget()
    for version, expected in stood.items():
        assert stands(book, version) == expected, f"version {version}"


@settings(max_examples=8)
@given(history=st.lists(steps, max_size=6))
def test_a_random_history_reproduces_at_each_of_its_versions(history: list[Step]) -> None:
    with undone():
        book = Book()
        stood = {version_of(book.plan): stands(book)}
        for number, step in enumerate(history):
            take(book, step, number)
            stood[version_of(book.plan)] = stands(book)
        assert len(stood) == 1 + len(history)
        reproduces(book, stood)
        assert audit.verify() is None


def test_a_story_told_by_the_actions_reproduces_at_each_of_its_versions() -> None:
    """Sent, accepted, withdrawn, extended, edited, reopened, sent anew, accepted again."""
    book, place = Book(), f.commune()
    alice, bob = f.officer(place), f.reviewer()
    stood: dict[int, Stood] = {}

    def done(result: Callable[[], object]) -> None:
        result()
        stood[version_of(book.plan)] = stands(book)

    with f.on("2018-10-02"):
        submission = f.submitted(place, by=alice, LD01=3)
        report = submission.report
        ld01 = Indicator.objects.get(plan=book.plan, code="LD01")
        done(lambda: reviewing.accept_submission(submission=submission, by=bob))
        done(lambda: withdraw_figure(report=report, indicator=ld01, reason="Nhầm kỳ", by=bob))
        day, why = date(2018, 10, 30), "Mưa lũ"
        done(lambda: grant_extension(commune=place, period=report.period, until=day, reason=why, by=bob))
        done(lambda: book.edit(1))
        done(lambda: reviewing.reopen_report(report=report, by=bob, comment="LD01"))
        content, version = f.full_content(report, LD01=4), report.draft_version
        report = drafting.save_draft(report=report, content=content, version=version, by=alice)
        checked = f.checked(report)
        again = sending.submit_report(report=report, checked=checked, clearance=f.CLEARANCE, by=alice)
        done(lambda: reviewing.accept_submission(submission=again, by=bob))
    course = [figures["LD01", "da-mai", "2018-Q3"] for figures, _document in stood.values()]
    assert course == [Decimal(3), *[NoFigure.WITHDRAWN] * 4, Decimal(4)]
    reproduces(book, stood)
