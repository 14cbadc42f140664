"""The illustrative story worked out again from its files alone, by code that knows nothing of the portal.

Every objective and every indicator, for every quarter and year and the whole plan, as the public sees them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation

from bg_portal.export import csv_file
from plans.answering import indicator as of_indicator
from plans.answering import objective as of_objective
from plans.explanation import IndicatorExplanation, explain_indicator, explain_objective
from plans.explanation_rows import Row, indicator_rows, objective_rows
from plans.figures import Figure
from plans.files.explanation import table_of
from plans.presenting import written
from plans.queries import Place
from plans.ranges import Range
from plans.spans import Span, of_quarter, of_year, plan_to_date
from tests import recomputed
from tests.recomputed import Line
from tests.story_books import IDS, PLACES, document, public_story

CODES = [indicator.code for indicator in document().indicators]
PERIODS = [period.key for period in document().periods]
VILLAGES = tuple(
    Place(IDS[slug], part.commune, part.commune_valid_from, "ward", slug, slug, slug, 0, 0)
    for slug, part in PLACES.items()
)


def spans() -> Iterator[Span]:
    yield from (of_quarter(document(), quarter.key) for quarter in document().quarters)
    yield from (of_year(document(), year.year) for year in document().years)
    yield plan_to_date(document(), document().quarter_keys[-1])


SPANS = tuple(spans())


def file(rows: tuple[Row, ...]) -> list[Line]:
    """The lines of the file that the rows are written to."""
    places = {place.id: place for place in VILLAGES}
    return recomputed.lines(csv_file.written(table_of(rows, document(), places, {})))


def ends(known: Range | None) -> tuple[Decimal | None, Decimal | None]:
    return (known.low, known.high) if known else (None, None)


def shown(again: recomputed.Figure, figure: Figure) -> Range:
    """What a page shows: all it can be; of a restricted indicator what was reported in the closed year."""
    if figure.city_year and again.low is not None:
        return Range(again.low, again.high)
    return Range(again.least, again.most)


def differences(told: IndicatorExplanation) -> Iterator[str]:
    """Where the file does not say what the book and the page say."""
    figure, again = told.figure, recomputed.figure(file(indicator_rows(public_story(), told)))
    where = f"{figure.indicator.code} {figure.span.kind} {figure.span.last}"
    if (again.low, again.high) != ends(figure.reported):
        yield f"{where}: {again} is not {figure.reported}"
    if figure.city_year is None and (again.known, again.expected) != (figure.known, figure.expected):
        yield f"{where}: {again} does not cover {figure.known}/{figure.expected}"
    if figure.bounds is not None and (again.least, again.most) != ends(figure.bounds):
        yield f"{where}: {again} is not within {figure.bounds}"
    page = of_indicator.formula(told, VILLAGES)
    if again.low is None and page.unit:
        yield f"{where}: the page says {page}"
    if again.low is not None and page.value != written(shown(again, figure)):
        yield f"{where}: the page says {page} and not {again}"


@pytest.mark.parametrize("code", CODES)
def test_every_figure_of_an_indicator_comes_out_of_its_file_again(code: str) -> None:
    told = [explain_indicator(public_story(), code, span) for span in SPANS]
    assert [fault for one in told for fault in differences(one)] == []


def test_the_story_has_figures_of_every_kind() -> None:
    """Whole, with gaps, protected, not published and restricted: else the test above would show little."""

    def known(code: str, span: Span) -> Figure:
        return explain_indicator(public_story(), code, span).figure

    closed, last = of_year(document(), 2019), of_year(document(), 2020)
    assert known("TT01", closed).value
    assert known("TT01", last).lacking
    bounds = known("TV02", closed).bounds
    assert bounds
    assert not bounds.exact
    assert known("SK02", closed).withheld
    assert known("KT05", closed).city_year
    assert known("KT05", last).reported is None


@pytest.mark.parametrize("code", ["MT1", "MT2"])
def test_every_value_of_an_objective_comes_out_of_its_file_again(code: str) -> None:
    with translation.override("en"):
        for key in PERIODS:
            told = explain_objective(public_story(), code, key)
            found, again = told.result, recomputed.objective(file(objective_rows(public_story(), told)))
            assert (again.met, again.not_met, again.unknown) == (found.met, found.not_met, found.unknown), key
            assert len(again.verdicts) == len(found.communes)
            said = of_objective.formula(found).value
            if code == "MT1":
                assert found.shown
                assert again.percents() == (found.shown.low, found.shown.high)
                assert said == written(Range(*again.percents())) + "%"
            else:
                assert said == written(Range(Decimal(again.met), Decimal(again.met + again.unknown)))


def _modules(node: ast.Import | ast.ImportFrom) -> list[str]:
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]


def test_what_computes_again_knows_nothing_of_the_portal() -> None:
    tree = ast.parse(Path(recomputed.__file__).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    names = {
        name.split(".")[0]
        for node in imports
        for name in (
            [node.module or ""] if isinstance(node, ast.ImportFrom) else [n.name for n in node.names]
        )
    }
    assert names <= {"__future__", "collections", "csv", "dataclasses", "datetime", "decimal", "io", "typing"}
