"""The shipped document of Plan 125 says what its source says, and leaves empty what it does not."""

from __future__ import annotations

import csv
import unicodedata
from datetime import date
from decimal import Decimal

from plans.document_check import check
from plans.document_toml import write_toml
from plans.vocabulary import Direction, HolidayKind, MeasureOfSuccess, PlanState, Window
from tests.documents import PLAN_125, plan_125

COMMUNES = PLAN_125.parents[2] / "communes" / "data" / "communes.csv"


def test_the_shipped_file_is_exactly_what_is_written_back() -> None:
    assert write_toml(plan_125()) == PLAN_125.read_text(encoding="utf-8")


def test_it_is_in_composed_letters_and_has_no_problem() -> None:
    text = PLAN_125.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert check(plan_125()) == []


def test_it_states_number_issuer_and_years() -> None:
    plan = plan_125()
    assert (plan.number, plan.slug, plan.issued_on) == ("125/KH-UBND", "125-kh-ubnd", date(2016, 11, 7))
    assert (plan.first_year, plan.last_year, plan.state) == (2016, 2020, PlanState.IN_FORCE)
    assert plan.issuer_vi == "Ủy ban nhân dân thành phố Bắc Giang"
    assert not plan.clearance_required
    assert not plan.names_public


def test_what_the_source_does_not_say_is_empty() -> None:
    plan = plan_125()
    assert plan.legal_basis == ""
    assert [measure.order for measure in plan.measures] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert not any(measure.responsible_vi or measure.partners_vi for measure in plan.measures)
    assert not any(objective.named for objective in plan.objectives)


def test_objective_one_is_six_criteria_to_be_reached_by_all_in_2020() -> None:
    objective = plan_125().objective("MT1")
    assert (objective.success, objective.direction) == (MeasureOfSuccess.SHARE, Direction.REACH)
    windows = [(criterion.indicator, criterion.window) for criterion in objective.criteria]
    documents = [(code, Window.STANDING) for code in ("LG11", "LG21", "LG31")]
    activities = [(code, Window.LAST_FOUR_QUARTERS) for code in ("LG12", "LG22", "LG32")]
    assert windows == sorted(documents + activities)


def test_objective_two_is_twelve_communes_to_be_kept() -> None:
    objective = plan_125().objective("MT2")
    assert (objective.success, objective.direction) == (MeasureOfSuccess.COUNT, Direction.KEEP)
    assert [(row.indicator, row.window) for row in objective.criteria] == [("DM01", Window.IN_FORCE)]


def test_the_only_targets_are_the_two_that_the_source_states() -> None:
    targets = [(row.objective, row.indicator, row.year, row.value) for row in plan_125().targets]
    assert targets == [("MT1", "", 2020, Decimal(100)), ("MT2", "", 2020, Decimal(12))]
    assert all("125/KH-UBND" in row.document for row in plan_125().targets)


def test_its_holidays_are_general_knowledge_and_say_so() -> None:
    holidays = plan_125().holidays
    assert {row.source for row in holidays} == {"kiến thức chung, cần đối chiếu thông báo hằng năm"}
    assert not any(row.verified for row in holidays)
    assert [row.day for row in holidays if row.kind is HolidayKind.WORKING_DAY] == [date(2019, 1, 5)]


def test_all_sixteen_communes_take_part_from_the_first_quarter() -> None:
    with COMMUNES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["valid_from"] == "2013-12-31"]
    listed = [(row["code"], date.fromisoformat(row["valid_from"])) for row in rows]
    plan = plan_125()
    assert [(part.commune, part.commune_valid_from) for part in plan.participation] == sorted(listed)
    assert len(plan.participants("2016-Q4")) == len(plan.participants("2020-Q4")) == 16


def test_its_notes_say_what_belongs_to_no_period_and_what_was_not_compared() -> None:
    notes = plan_125().notes_vi.split("\n")
    assert notes[0] == "Danh mục chỉ tiêu do cổng đề xuất, chưa đối chiếu với biểu mẫu của Bộ, tỉnh."
    assert any("từ ngày 15/12/2020 đến ngày 31/12/2020 không thuộc kỳ báo cáo" in note for note in notes)
    assert len(notes) == len(plan_125().notes_en.split("\n"))
