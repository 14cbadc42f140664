"""What is told of the steps between two versions leads from the figures of one to those of the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from plans.between import Cause, Step, Told, protected_anew, told
from plans.document import PlanDocument
from plans.protection import Cell, Form, Paper, Shown, protect
from plans.vocabulary import EntryKind, NoFigure, Protection
from tests.progress_books import A, B, C, bent_plan, cell, decided, part, target, three, with_targets
from tests.progress_ledgers import PLACES, _cell

DAY = date(2018, 7, 4)
LATE = {(A, "2018-Q1"), (C, "2018-Q2")}
Place = tuple[str, int, str]


def accepted(version: int, *cells: Cell, day: date = DAY, kind: EntryKind = EntryKind.ACCEPTANCE) -> Step:
    return Step(version, kind, day, source=f"BC-{version}", cells=cells)


def edited(version: int, document: PlanDocument, cause: str = "QĐ 12", source: str = "admin:x") -> Step:
    return Step(version, EntryKind.PLAN_EDIT, DAY, cause, source, document=document)


def tell(*steps: Step, before: tuple[Cell, ...] = ()) -> tuple[Told, ...]:
    known = [(one.commune, one.period) for one in protect(before, three())]
    return told(three(), before, known, steps, LATE)


def bare(shown: Shown) -> Shown:
    """What is compared of a figure: not its entry, and its document only beside the number itself."""
    paper = shown.paper if shown.form is Form.EXACT else Paper()
    return replace(shown, entry=None, paper=paper)


def seen(cells: list[Cell], document: PlanDocument) -> dict[Place, Shown]:
    return {(s.indicator, s.commune, s.period): bare(s) for s in protect(cells, document)}


OTHER_LEVELS = [
    bent_plan(three(), "indicators", "SK01", protection=Protection.OPEN),
    bent_plan(three(), "indicators", "LD01", protection=Protection.SMALL),
    bent_plan(three(), "indicators", "SK02", protected_with=""),
    bent_plan(three(), "indicators", "MB01", protection=Protection.OPEN),
]


@st.composite
def steps(draw: st.DrawFn) -> list[Step]:
    found = []
    for version in range(2, 2 + draw(st.integers(1, 6))):
        if draw(st.integers(0, 4)) == 0:
            found.append(edited(version, draw(st.sampled_from([three(), *OTHER_LEVELS]))))
            continue
        places = draw(st.lists(st.sampled_from(PLACES), unique=True, min_size=1, max_size=6))
        found.append(accepted(version, *[draw(_cell(place)) for place in places]))
    return found


@settings(max_examples=60)
@given(
    before=st.lists(st.sampled_from(PLACES), unique=True, max_size=25).flatmap(
        lambda places: st.tuples(*map(_cell, places))
    ),
    taken=steps(),
)
def test_the_figures_told_lead_from_the_first_version_to_the_second(
    before: tuple[Cell, ...], taken: list[Step]
) -> None:
    shown = seen(list(before), three())
    ledger = {(c.indicator, c.commune, c.period): c for c in before}
    document = three()
    for one in tell(*taken, before=before):
        for moved in one.figures:
            place = (moved.indicator, moved.commune, moved.period)
            old = bare(moved.before) if moved.before else None
            assert shown.get(place) == old, "each change begins where the one before ended"
            if moved.after is None:
                del shown[place]
            else:
                shown[place] = bare(moved.after)
    for step in taken:
        document = step.document or document
        ledger |= {(c.indicator, c.commune, c.period): c for c in step.cells}
    last = seen(list(ledger.values()), document)
    assert shown.keys() == last.keys()
    assert {p: (s.form, s.low, s.high) for p, s in shown.items()} == {
        p: (s.form, s.low, s.high) for p, s in last.items()
    }


def test_a_correction_within_a_range_is_not_told() -> None:
    before = (cell("SK01", A, "2018-Q2", 2), cell("SK02", A, "2018-Q2", 60), cell("MB01", A, "2018-Q2", 0))
    quiet = [
        accepted(2, cell("SK01", A, "2018-Q2", 3)),
        accepted(3, cell("SK02", A, "2018-Q2", 90)),
        accepted(4, cell("MB01", A, "2018-Q2", 1)),
        accepted(5, cell("MB01", A, "2018-Q2", NoFigure.WITHDRAWN.value), kind=EntryKind.WITHDRAWAL),
    ]
    assert tell(*quiet, before=before) == ()


def test_what_is_seen_is_told_from_the_entry_at_which_it_came_to_be_seen() -> None:
    """0 becomes a range by the first entry; that it is another number since the second, nobody is told."""
    steps_ = [accepted(n, cell("SK01", A, "2018-Q2", value)) for n, value in ((2, 2), (3, 3), (4, 9))]
    found = tell(*steps_, before=(cell("SK01", A, "2018-Q2", 0),))
    assert [one.version for one in found] == [2, 4]


def test_an_amount_comes_to_be_seen_when_the_persons_are_no_longer_few() -> None:
    before = (cell("SK01", A, "2018-Q2", 2), cell("SK02", A, "2018-Q2", 60))
    (one,) = tell(accepted(2, cell("SK01", A, "2018-Q2", 8)), before=before)
    assert [(m.indicator, m.after.value if m.after else None) for m in one.figures] == [
        ("SK01", Decimal(8)),
        ("SK02", Decimal(60)),
    ]


CAUSES = [
    ("in time", accepted(2, cell("LD01", A, "2018-Q2", 1)), Cause.REPORT),
    ("late", accepted(2, cell("LD01", C, "2018-Q2", 1)), Cause.LATE_REPORT),
    ("of who is known", accepted(2, cell("LD01", B, "2018-Q2", 2)), Cause.CORRECTION),
    (
        "taken down",
        accepted(2, cell("LD01", B, "2018-Q2", NoFigure.WITHDRAWN.value), kind=EntryKind.WITHDRAWAL),
        Cause.WITHDRAWAL,
    ),
    (
        "recognised",
        accepted(2, decided(A, 2017, 1, date(2018, 1, 25)), kind=EntryKind.RECOGNITION),
        Cause.RECOGNITION,
    ),
    ("a target", edited(2, with_targets(three(), target("TT02", 2018, 9))), Cause.TARGET_REVISION),
    (
        "who takes part",
        edited(2, bent_plan(three(), "participation", part(C).key, to_period="2019-Q4")),
        Cause.PARTICIPATION,
    ),
    ("a text", edited(2, replace(three(), notes_vi="Khác")), Cause.PLAN_EDIT),
    ("an extension", Step(2, EntryKind.EXTENSION, DAY, "extension", "period:2018-Q2"), Cause.EXTENSION),
    ("closed", Step(2, EntryKind.REPORT_MOVE, DAY, "close", "period:2018-Q2"), Cause.CLOSING),
    ("opened", Step(2, EntryKind.REPORT_MOVE, DAY, "open", "period:2018-Q2"), Cause.OPENING),
    ("a commune's name", Step(2, EntryKind.PLAN_EDIT, DAY, "QĐ", "admin:commune 7"), Cause.COMMUNE_EDIT),
]


def test_each_cause_is_told_by_its_own_name() -> None:
    for case, step, cause in CAUSES:
        found = tell(step, before=(cell("LD01", B, "2018-Q2", 1),))
        assert [one.cause for one in found] == [cause], case


def test_the_sending_of_a_report_tells_the_public_nothing() -> None:
    assert tell(Step(2, EntryKind.REPORT_MOVE, DAY, "submit", "BC-1")) == ()


def test_reasons_of_reports_are_not_told_and_those_of_edits_are() -> None:
    down = replace(
        accepted(2, cell("LD01", A, "2018-Q2", 3)), cause="Ông A gọi điện", kind=EntryKind.WITHDRAWAL
    )
    bent = edited(3, replace(three(), notes_vi="Khác"), cause="QĐ 12/QĐ-UBND")
    loaded = edited(4, three(), cause="load_plan", source="file:125.toml")
    assert [one.words for one in tell(down, bent, loaded)] == ["", "QĐ 12/QĐ-UBND", ""]


def test_one_edit_of_several_things_is_told_by_each_of_them() -> None:
    moved = bent_plan(three(), "participation", part(C).key, to_period="2019-Q4")
    everything = replace(with_targets(moved, target("TT02", 2018, 9)), notes_vi="Khác")
    found = tell(edited(2, everything))
    assert [one.cause for one in found] == [Cause.TARGET_REVISION, Cause.PARTICIPATION, Cause.PLAN_EDIT]


def test_a_target_is_told_with_its_value_before_and_after_and_a_restricted_one_of_a_commune_never() -> None:
    first = with_targets(three(), target("TT02", 2018, 9), target("MB01", 2018, 4, commune=A))
    second = with_targets(three(), target("TT02", 2018, 12), target("MB01", 2018, 5, commune=A))
    (one,) = tell(edited(2, first), edited(3, second))[1:]
    (moved,) = one.targets
    assert moved.before is not None
    assert moved.after is not None
    assert (moved.code, moved.before.value, moved.after.value) == ("TT02", Decimal(9), Decimal(12))


def test_an_edit_that_protects_a_figure_in_another_way_tells_which_figures_are_seen_by_it() -> None:
    before = (cell("SK01", A, "2018-Q2", 2), cell("SK01", B, "2018-Q2", 9))
    assert protected_anew(three(), OTHER_LEVELS[0]) == {"SK01"}
    (one,) = tell(edited(2, OTHER_LEVELS[0]), before=before)
    assert [(m.commune, m.after.value if m.after else None) for m in one.figures] == [(A, Decimal(2))]
