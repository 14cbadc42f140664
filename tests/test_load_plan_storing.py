"""The tables say what the document says; what accepted figures and reports stand on is not taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from plans.actions.storing import CannotStore, store_document
from plans.document import Indicator as IndicatorRow
from plans.document import PlanDocument
from plans.models import Criterion, Holiday, Indicator, Measure, Objective, Period, Plan, Target
from plans.queries import participants, plan_document, version_of
from plans.stated import plain_values
from tests import factories as f
from tests.documents import bent, plan_125, with_rows
from tests.histories import Book, forget

pytestmark = pytest.mark.django_db
LISTS = {
    "measures": Measure,
    "indicators": Indicator,
    "objectives": Objective,
    "periods": Period,
    "holidays": Holiday,
}


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield
    forget()


def store(document: PlanDocument) -> None:
    store_document(document=document, source="file:test.toml", cause="test", by=None)


def refusals(document: PlanDocument) -> list[str]:
    """Why it cannot be stored; the stored plan and its version are as before."""
    plan = f.plan_loaded()
    before, stored, rows = version_of(plan), plan_document(plan), Indicator.objects.count()
    with pytest.raises(CannotStore) as refused:
        store(document)
    assert (version_of(plan), plan_document(plan), Indicator.objects.count()) == (before, stored, rows)
    return refused.value.reasons


def without(name: str, *keys: str) -> PlanDocument:
    return with_rows(name, *(row for row in getattr(plan_125(), name) if row.key not in keys))


def says_the_same(plan: Plan, document: PlanDocument) -> bool:
    """Whether every row of the tables holds the plain values of the document's row, and none is left over."""
    for name, model in LISTS.items():
        rows = [plain_values(item, model) for item in getattr(document, name)]
        stored = list(model._meta.base_manager.filter(plan=plan).values(*rows[0]))
        key = repr
        assert sorted(map(key, map(sorted_items, stored))) == sorted(map(key, map(sorted_items, rows))), name
    return True


def sorted_items(row: dict[str, object]) -> list[tuple[str, object]]:
    return sorted(row.items())


def test_the_tables_hold_what_the_shipped_plan_says() -> None:
    plan = f.plan_loaded()
    assert says_the_same(plan, plan_125())
    assert len(participants(plan)) == len({p.commune for p in plan_125().participation}) == 16
    assert Criterion.objects.filter(objective__plan=plan).count() == 7


def test_the_tables_follow_an_edit_of_several_lists() -> None:
    document = plan_125()
    added = replace(document.indicator("LD03"), code="LD09", order=90, name_vi="Số cuộc khác")
    edited = replace(
        document,
        indicators=(*(i for i in document.indicators if i.code != "LD03"), added),
        holidays=document.holidays[1:],
        participation=document.participation[1:],
        measures=tuple(replace(m, name_en=f"{m.name_en}!") for m in document.measures),
    )
    store(edited)
    plan = f.plan_loaded()
    assert says_the_same(plan, edited)
    assert len(participants(plan)) == 15
    assert plan_document(plan) == edited


def test_storing_what_is_stored_writes_no_entry() -> None:
    before = version_of(f.plan_loaded())
    assert store_document(document=plan_125(), source="file:test.toml", cause="test", by=None) is None
    assert version_of(f.plan_loaded()) == before


def test_an_indicator_keeps_its_relations_in_the_tables() -> None:
    store(bent("indicators", "LD03", name_vi="Số cuộc họp"))
    rows = {row.code: row for row in Indicator.objects.select_related("part_of", "protected_with", "measure")}
    for item in plan_125().indicators:
        row = rows[item.code]
        assert (row.part_of.code if row.part_of else "") == item.part_of
        assert (row.protected_with.code if row.protected_with else "") == item.protected_with
        assert row.measure.order == item.measure


def test_an_indicator_with_accepted_figures_is_ended_and_not_left_out() -> None:
    Book().write({("LD03", "da-mai", "2018-Q3"): Decimal(0)})
    assert refusals(without("indicators", "LD03")) == [
        "Indicator LD03 has accepted figures: end it with valid_to instead of leaving it out."
    ]
    store(bent("indicators", "LD03", valid_to="2018-Q3"))
    assert Indicator.objects.get(code="LD03").valid_to == "2018-Q3"


def test_an_indicator_that_a_draft_answers_is_not_left_out() -> None:
    with f.on("2018-10-02"):
        f.written(f.commune(), by=f.officer())
    (reason,) = refusals(without("indicators", "LD03"))
    assert reason.startswith("LD03 ")
    assert reason.endswith("cannot be left out: reports, drafts or targets stand on it.")


def test_an_indicator_goes_together_with_the_criterion_that_asked_for_it() -> None:
    first, second = plan_125().objectives
    kept = tuple(c for c in first.criteria if c.indicator != "LG12")
    document = replace(without("indicators", "LG12"), objectives=(replace(first, criteria=kept), second))
    store(document)
    assert not Indicator.objects.filter(code="LG12").exists()
    assert Criterion.objects.filter(objective__code="MT1").count() == 5


def test_a_period_with_accepted_figures_changes_only_its_due_date() -> None:
    Book().write({("LD03", "da-mai", "2018-Q3"): Decimal(1)})
    quarter = plan_125().period("2018-Q3")
    moved = bent("periods", "2018-Q3", ends_on=quarter.ends_on - timedelta(days=1))
    assert refusals(moved) == ["Period 2018-Q3 has accepted figures: only its due date can change."]
    assert refusals(without("periods", "2018-Q3")) == [
        "2018-Q3 cannot be left out: reports, drafts or targets stand on it."
    ]
    later = date(2018, 10, 12)
    store(bent("periods", "2018-Q3", due_on=later))
    assert Period.objects.get(year=2018, quarter=3).due_on == later


def test_a_period_without_figures_may_move() -> None:
    Book().write({("LD03", "da-mai", "2018-Q3"): Decimal(1)})
    start = date(2018, 10, 2)
    store(bent("periods", "2018-Q4", starts_on=start))
    assert Period.objects.get(year=2018, quarter=4).starts_on == start


def test_an_objective_with_a_target_is_not_left_out() -> None:
    (reason,) = refusals(replace(without("objectives", "MT2"), targets=plan_125().targets[:1]))
    assert reason.startswith("MT2 ")


def test_every_reason_is_told_at_once() -> None:
    Book().write({("LD03", "da-mai", "2018-Q3"): Decimal(1), ("NL01", "da-mai", "2018-Q2"): Decimal(1)})
    document = without("indicators", "LD03", "NL01")
    quarters = {row.key: row for row in document.periods}
    for key in ("2018-Q2", "2018-Q3"):
        quarters[key] = replace(quarters[key], ends_on=quarters[key].ends_on - timedelta(days=1))
    reasons = refusals(replace(document, periods=tuple(quarters.values())))
    assert [reason.split(" has ")[0] for reason in sorted(reasons)] == [
        "Indicator LD03",
        "Indicator NL01",
        "Period 2018-Q2",
        "Period 2018-Q3",
    ]


def test_every_unknown_commune_is_named() -> None:
    parts = plan_125().participation
    document = with_rows(
        "participation", *(replace(p, commune=f"9{p.commune[1:]}") for p in parts[:2]), *parts[2:]
    )
    told = refusals(document)
    assert [reason.split(",")[0] for reason in told] == [
        f"Commune 9{part.commune[1:]}" for part in sorted(parts[:2], key=lambda part: part.commune)
    ]


def test_a_revised_target_is_a_new_row_and_the_last_one_holds() -> None:
    aim = plan_125().targets[-1]
    for value in (13, 12):
        store(
            with_rows(
                "targets", plan_125().targets[0], replace(aim, value=Decimal(value), document=f"QĐ {value}")
            )
        )
    rows = Target.objects.filter(objective__code="MT2").order_by("entry__version")
    assert [(row.value, row.document) for row in rows] == [
        (Decimal(12), aim.document),
        (Decimal(13), "QĐ 13"),
        (Decimal(12), "QĐ 12"),
    ]


def test_a_target_that_is_revised_and_set_back_holds_again() -> None:
    aim = plan_125().targets[-1]
    store(with_rows("targets", plan_125().targets[0], replace(aim, value=Decimal(13))))
    store(plan_125())
    rows = Target.objects.filter(objective__code="MT2").order_by("entry__version")
    assert [row.value for row in rows] == [Decimal(12), Decimal(13), Decimal(12)]


def test_other_edits_write_no_target_anew() -> None:
    before = Target.objects.count()
    store(replace(plan_125(), aim_en="Another aim."))
    assert Target.objects.count() == before


def test_an_indicator_of_the_document_is_found_in_the_plan_as_it_stands_now() -> None:
    changed: IndicatorRow = replace(plan_125().indicator("LD03"), required=True)
    store(bent("indicators", "LD03", required=True))
    assert plan_document(f.plan_loaded()).indicator("LD03") == changed
