"""Whatever has happened since, the page of a past day says again what it said on that day, to the letter."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from communes.actions import reviewing
from communes.actions.figures import withdraw_figure
from communes.actions.periods import close_period, grant_extension, reopen_period
from communes.models import Report
from communes.queries.reporting import Reporting, reporting
from communes.refusals import Refused
from communes.vocabulary import RecognitionStep, ReportState
from plans.actions.storing import CannotStore, store_document
from plans.document import PlanDocument
from plans.models import Indicator
from plans.objectives import result
from plans.overview import book_at
from plans.queries import places_of, plan_document, version_of
from plans.ranges import Range
from plans.standing import Word, standing_of
from plans.vocabulary import EntryKind
from tests import decisions as d
from tests import factories as f
from tests.crowd import moved, submission
from tests.histories import Book, forget, undone

pytestmark = pytest.mark.django_db
FIRST = date(2018, 10, 2)
QUARTER = "2018-Q3"
LENGTH = 4
ASKED = 4
"""Pages that are asked for each day: drawn, so that many histories ask for all of them."""
LOOKED_AT = ("2017-Q1", "2018-Q2")
PLACES = ("da-mai", "song-khe", "tan-my")
TODAY = re.compile(r"<span>In ngày [^<]*</span>")
Stood = dict[tuple[str, str], tuple[Range | None, Word, int]]


class History:
    """A plan in use, and everything that can happen to it; what cannot happen just then does not."""

    def __init__(self) -> None:
        self.book, self.bob = Book(), f.reviewer()
        self.plan = self.book.plan

    def report(self, slug: str) -> Report | None:
        return Report.objects.filter(commune__slug=slug, period=f.period(QUARTER)).first()

    def send(self, slug: str, _number: int) -> None:
        if self.report(slug) is None:
            by = f.officer(f.commune(slug))
            sent = Report.objects.create(
                commune=f.commune(slug), period=f.period(QUARTER), state=ReportState.SUBMITTED
            )
            one = submission(sent, QUARTER, by)
            one.save()
            moved(one, by, accepted=False)

    def accept(self, slug: str, _number: int) -> None:
        self.send(slug, 0)
        if self._report(slug).state == ReportState.SUBMITTED:
            last = self._report(slug).submissions.get()
            reviewing.accept_submission(submission=last, by=self.bob)

    def give_back(self, slug: str, _number: int) -> None:
        self.send(slug, 0)
        last = self._report(slug).submissions.get()
        reviewing.return_submission(submission=last, by=self.bob, comment="LD01: kiểm tra lại")

    def reopen(self, slug: str, _number: int) -> None:
        self.accept(slug, 0)
        reviewing.reopen_report(report=self._report(slug), by=self.bob, comment="LD01: kiểm tra lại")

    def correct(self, slug: str, number: int) -> None:
        cells = {("LD01", slug, QUARTER): Decimal(number), ("LG12", slug, QUARTER): Decimal(number % 2)}
        self.book.write(cells)

    def withdraw(self, slug: str, _number: int) -> None:
        self.accept(slug, 0)
        ld01 = Indicator.objects.get(plan=self.plan, code="LD01")
        withdraw_figure(report=self._report(slug), indicator=ld01, reason="Nhầm kỳ", by=self.bob)

    def recognise(self, slug: str, number: int) -> None:
        d.register(slug, key="2017-Q1")
        step = RecognitionStep.RECOGNISE if number % 2 else RecognitionStep.REFUSE
        document = d.document(date(2018, 1, 20), f"{number}/QĐ-UBND")
        d.record(step, slug, by=self.bob, year=2017, document=document)

    def assign(self, slug: str, number: int) -> None:
        known = d.stated_value(slug)
        d.assign(d.target(slug, 100 + number, known), by=self.bob, reason="Điều chỉnh")

    def extend(self, slug: str, number: int) -> None:
        until = date(2018, 12, 1) + timedelta(days=number)
        place, period = f.commune(slug), f.period(QUARTER)
        grant_extension(commune=place, period=period, until=until, reason="Mưa lũ", by=self.bob)

    def close(self, _slug: str, number: int) -> None:
        act = close_period if number % 2 else reopen_period
        act(period=f.period("2018-Q1"), comment="Hết hạn", by=self.bob)

    def name(self, _slug: str, number: int) -> None:
        first, *rest = self.stated.objectives
        named = replace(first, name_vi=f"Tên {number}", statement_vi=f"Nội dung {number}")
        self.edit(objectives=(named, *rest))

    def judge(self, _slug: str, number: int) -> None:
        first, *rest = self.stated.objectives
        self.edit(objectives=(replace(first, criteria=first.criteria[: 1 + number % 6]), *rest))

    def aim(self, _slug: str, number: int) -> None:
        targets = tuple(
            replace(row, value=Decimal(number)) if row.objective == "MT2" else row
            for row in self.stated.targets
        )
        self.edit(targets=targets, notes_vi=f"Ghi chú {number}")

    def postpone(self, _slug: str, number: int) -> None:
        rows = self.stated.periods
        later = date(2018, 10, 8) + timedelta(days=number)
        self.edit(periods=tuple(replace(r, due_on=later) if r.key == QUARTER else r for r in rows))

    def leave(self, slug: str, number: int) -> None:
        """From some quarter on, or from the plan altogether, or in again."""
        code = f.commune(slug).code
        own = [row for row in self.stated.participation if row.commune == code]
        others = [row for row in self.stated.participation if row.commune != code]
        ends = ("", "2018-Q2", "2018-Q4", None)[number % 4]
        back = own or [replace(others[0], commune=code)]
        stays = [replace(row, to_period=ends) for row in back] if ends is not None else []
        self.edit(participation=(*others, *stays))

    @property
    def stated(self) -> PlanDocument:
        return plan_document(self.plan)

    def edit(self, **changes: Any) -> None:
        document = replace(self.stated, **changes)
        store_document(document=document, source="admin:plan", cause="Công văn 15", by=None)

    def _report(self, slug: str) -> Report:
        found = self.report(slug)
        assert found is not None
        return found


STEPS: list[Callable[[History, str, int], None]] = [
    *(History.send, History.accept, History.give_back, History.correct, History.withdraw, History.reopen),
    *(History.recognise, History.assign, History.extend, History.close),
    *(History.name, History.judge, History.aim, History.postpone, History.leave),
]
Taken = list[tuple[Callable[[History, str, int], None], str, int, list[int]]]


@st.composite
def histories(draw: st.DrawFn) -> Taken:
    """Some of the steps in any order, each once: drawn freely, most would be one and the same.

    Each with a commune, a number, and the places of the pages that are asked for its day.
    """
    order = draw(st.permutations(STEPS))[:LENGTH]
    asked = st.permutations(range(len(addresses_of("x", FIRST)))).map(lambda places: places[:ASKED])
    return [(step, draw(st.sampled_from(PLACES)), draw(st.integers(0, 7)), draw(asked)) for step in order]


PAGES: dict[str, list[str | int]] = {
    "plan": [],
    "measure": [3],
    "period": [QUARTER],
    "indicator": ["LD01"],
    "indicator-why": ["LD01"],
    "objective-why": ["MT1"],
}
"""Pages that take a day, with what their addresses ask for beside the plan."""


def addresses_of(plan: str, day: date) -> list[str]:
    """The pages that take a day, asked for this one."""
    at = f"?ngay={day.isoformat()}"
    objectives = (("MT1", QUARTER), ("MT2", "2018"))
    return [
        reverse("home") + at,
        reverse("commune", args=[PLACES[0]]) + at,
        *(reverse(name, args=[plan, *values]) + at for name, values in PAGES.items()),
        *(f"{reverse('objective', args=[plan, code])}{at}&ky={key}" for code, key in objectives),
        f"{reverse('changes', args=[plan])}?tu=2018-09-30&den={day.isoformat()}",
    ]


def pages(plan: str, day: date, asked: list[int]) -> dict[str, str]:
    """What stands on those of them, without the day of printing."""
    client = Client()
    found = {}
    for address in [addresses_of(plan, day)[place] for place in asked]:
        answer = client.get(address)
        assert answer.status_code == 200, address
        found[address] = TODAY.sub("", answer.content.decode().partition("<main")[2].partition("</main>")[0])
    return found


def stood(history: History, version: int) -> tuple[PlanDocument, Stood, Reporting]:
    """Plan, figures, standings, coverage and report states at a version, as functions tell them."""
    book = book_at(history.plan, version, public=True)
    told: Stood = {}
    for objective in book.document.objectives:
        for key in (*LOOKED_AT, QUARTER):
            found = result(book, objective.code, key)
            told[objective.code, key] = found.shown, standing_of(book, found).word, len(found.reported)
    counts = reporting(history.plan, QUARTER, places_of(book.document, QUARTER), version)
    return book.document, told, counts


@settings(max_examples=12, phases=[Phase.generate])
@given(taken=histories())
def test_the_pages_of_a_past_day_are_what_they_were(taken: Taken) -> None:
    with undone():
        history = History()
        shown, computed = {}, {}
        for number, (step, slug, value, asked) in enumerate(taken):
            day = FIRST + timedelta(days=number)
            with f.on(day.isoformat()):
                try:
                    step(history, slug, value)
                except (Refused, CannotStore):
                    history.book.write(kind=EntryKind.EXTENSION)
                version = version_of(history.plan)
                shown[day] = asked, pages(history.plan.slug, day, asked)
                computed[version] = stood(history, version)
        forget()
        with f.on((FIRST + timedelta(days=30)).isoformat()):
            for day, (asked, before) in shown.items():
                assert pages(history.plan.slug, day, asked) == before, f"the pages of {day}"
            for version, before_ in computed.items():
                assert stood(history, version) == before_, f"version {version}"


def test_every_kind_of_step_can_happen_and_is_remembered() -> None:
    """Each in turn: a property of histories in which nothing happens would be worth nothing."""
    with undone():
        history = History()
        versions = [version_of(history.plan)]
        for number, step in enumerate(STEPS):
            with f.on((FIRST + timedelta(days=number)).isoformat()):
                step(history, "tan-my" if step is History.give_back else "da-mai", 1)
            versions.append(version_of(history.plan))
        assert versions == sorted(set(versions)), "each step wrote an entry"
