"""A page asks the book for what it is about, and gets the same figures as from the book of everything."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans import objectives, overview
from plans.book import Book, needed_for
from plans.models import Plan
from plans.overview import book_at, book_now
from tests import factories as f
from tests import histories
from tests.documents import plan_125
from tests.progress_books import book, cell, standing, three

pytestmark = pytest.mark.django_db
CODES = frozenset({"LG11", "TT01", "SK02"})
JUDGED = objectives.indicators_used(plan_125())


def written(plan: Plan) -> histories.Book:
    """Two acceptances and a correction, of figures that are open, protected and restricted."""
    ledger = histories.Book()
    first = {(code, "da-mai", "2018-Q1"): Decimal(3) for code in ("LD01", "SK01", "SK02", "KT01")}
    ledger.write(first | {("LG11", "da-mai", "2018-Q1"): Decimal(1)})
    ledger.write({("LG11", "song-khe", "2018-Q1"): Decimal(1)})
    ledger.write({("LG11", "da-mai", "2018-Q1"): Decimal(0)})
    return ledger


def told(known: Book, codes: frozenset[str]) -> object:
    """Everything the book says of these indicators, and of whom anything was accepted."""
    figures = {figure for figure in known.figures if figure.indicator in codes}
    reported = [known.reported(quarter.key) for quarter in known.document.quarters]
    asked = known.document.quarter_keys if codes >= JUDGED else ()
    judged = [objectives.result(known, "MT1", key) for key in asked]
    return figures, reported, judged, {year for year in known.city_years if year.indicator in codes}


@pytest.mark.parametrize("public", [True, False])
def test_figures_of_a_question_are_those_of_the_whole_book(public: bool) -> None:
    plan = f.plan_loaded()
    written(plan)
    part, version = book_now(plan, public=public, about=CODES)
    assert told(part, CODES) == told(book_at(plan, version, public=public), CODES)


def test_objectives_are_judged_alike_by_the_book_of_their_indicators() -> None:
    plan = f.plan_loaded()
    written(plan)
    part, version = book_now(plan, public=True, about=objectives.indicators_used)
    whole = book_at(plan, version, public=True)
    for code in ("MT1", "MT2"):
        assert objectives.result(part, code, "2018-Q1") == objectives.result(whole, code, "2018-Q1")
        assert standing(part, code, "2018-Q1") == standing(whole, code, "2018-Q1")


def test_what_was_not_asked_for_is_not_taken_for_missing() -> None:
    part, _version = book_now(f.plan_loaded(), public=True, about=CODES)
    with pytest.raises(LookupError, match="TT02"):
        part.series("TT02", 1)


def test_parts_of_a_sum_and_the_count_behind_an_amount_are_read_with_it() -> None:
    document = plan_125()
    summed = next(indicator for indicator in document.indicators if indicator.sum_of)
    guarded = next(indicator for indicator in document.indicators if indicator.protected_with)
    needed = needed_for(document, {summed.code, guarded.code})
    assert {summed.code, guarded.code, *summed.sum_of, guarded.protected_with} <= needed


@pytest.mark.parametrize("about", [None, CODES, JUDGED])
def test_each_version_is_the_same_read_at_once_or_after_the_one_before(about: frozenset[str] | None) -> None:
    plan = f.plan_loaded()
    written(plan)
    last = book_now(plan, public=True, about=about)[1]
    versions = range(last - 3, last + 1)
    codes = about or JUDGED
    one_after_another = [told(book_at(plan, n, public=True, about=about), codes) for n in versions]
    at_once = []
    for version in versions:
        overview.forget()
        at_once.append(told(book_at(plan, version, public=True, about=about), codes))
    assert one_after_another == at_once
    assert len({str(each) for each in at_once}) == len(at_once)


def test_after_an_acceptance_only_its_readings_are_read() -> None:
    plan = f.plan_loaded()
    ledger = written(plan)
    book_now(plan, public=True)
    ledger.write({("LG11", "tan-my", "2018-Q1"): Decimal(1)})
    with CaptureQueriesContext(connection) as queries:
        book_now(plan, public=True)
    (read,) = [query["sql"] for query in queries if 'FROM "plans_reading"' in query["sql"]]
    assert '"entry_id" IN (' in read


def test_after_an_acceptance_every_other_commune_keeps_its_folio() -> None:
    plan = f.plan_loaded()
    ledger = written(plan)
    before = book_now(plan, public=True, about=CODES)[0]
    ledger.write({("LG11", "da-mai", "2018-Q2"): Decimal(1)})
    after = book_now(plan, public=True, about=CODES)[0]
    anew = {place for place, own in after.folios.items() if own is not before.folios[place]}
    assert anew == {f.commune("da-mai").pk}


def test_a_look_back_does_not_make_the_next_acceptance_dear() -> None:
    plan = f.plan_loaded()
    ledger = written(plan)
    before, version = book_now(plan, public=True)
    book_at(plan, version - 1, public=True)
    ledger.write({("LG11", "da-mai", "2018-Q2"): Decimal(1)})
    after = book_now(plan, public=True)[0]
    song_khe = f.commune("song-khe").pk
    assert after.folios[song_khe] is before.folios[song_khe]


def test_nothing_is_taken_over_once_the_plan_was_edited() -> None:
    plan = f.plan_loaded()
    ledger = written(plan)
    before = book_now(plan, public=True)[0]
    ledger.edit(1)
    after = book_now(plan, public=True)[0]
    assert not any(own is before.folios[place] for place, own in after.folios.items())


def test_what_was_computed_of_a_book_is_not_computed_again() -> None:
    known = book([cell("LG11", 1, "2018-Q1", 1)], three())
    assert objectives.result(known, "MT1", "2018-Q1") is objectives.result(known, "MT1", "2018-Q1")
    assert objectives.result(known, "MT1", "2018-Q2") is not objectives.result(known, "MT1", "2018-Q1")
