"""Every role × every permission, cell by cell: what the role table must say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from communes.roles import (
    ALL,
    GRANTS,
    MODEL_PERMISSIONS,
    Permission,
    Role,
    allowed,
    asked,
    communes_where,
)

TODAY = date(2018, 10, 2)
OWN, OTHER = 1, 2

# a: everywhere; o: in the own commune only; -: not at all.
MATRIX = """
                             officer  commune_leader  reviewer  leader  inspector  administrator
communes.see_desk               a           a            a        a         a            a
communes.see_city_desk          -           -            a        a         a            -
communes.write_report           o           -            -        -         -            -
communes.submit_report          o           -            -        -         -            -
communes.clear_report           -           o            -        -         -            -
communes.number_report          o           o            -        -         -            -
communes.read_report            o           o            a        a         a            -
communes.read_draft             o           o            a        -         a            -
communes.review_report          -           -            a        -         -            -
communes.enter_paper_report     -           -            a        -         -            -
communes.extend_deadline        -           -            a        -         -            -
communes.close_period           -           -            a        -         -            -
communes.answer_instruction      o           -            a        -         -            -
communes.answer_proposal        -           -            a        a         -            -
communes.give_instruction       -           -            -        a         -            -
communes.record_recognition     -           -            a        -         -            -
plans.assign_targets            -           -            a        -         -            a
plans.withdraw_figure           -           -            a        -         -            -
plans.read_announcements        -           -            a        a         a            -
plans.write_announcement        -           -            a        -         -            -
plans.publish_announcement      -           -            a        a         -            -
plans.read_comments             -           -            a        a         a            -
plans.moderate_comment          -           -            a        -         -            -
plans.see_restricted            o           o            a        a         a            -
plans.see_forecast              -           -            a        a         a            -
communes.see_names              o           o            a        a         a            a
plans.edit_plan                 -           -            -        -         -            a
communes.manage_people          -           -            -        -         -            a
communes.read_audit             -           -            -        -         a            a
communes.see_administration     -           -            -        -         a            a
"""

# The same of what Django's admin asks about its models.
MODELS = """
                             officer  commune_leader  reviewer  leader  inspector  administrator
plans.view_plan                 -           -            -        -         a            a
plans.change_plan               -           -            -        -         -            a
plans.view_indicator            -           -            -        -         a            a
plans.add_indicator             -           -            -        -         -            a
plans.change_indicator          -           -            -        -         -            a
plans.view_objective            -           -            -        -         a            a
plans.add_objective             -           -            -        -         -            a
plans.change_objective          -           -            -        -         -            a
plans.view_entry                -           -            -        -         a            a
plans.view_reading              -           -            -        -         a            a
communes.view_commune           -           -            -        -         a            a
communes.change_commune         -           -            -        -         -            a
communes.view_user              -           -            -        -         -            a
communes.view_report            -           -            -        -         a            a
communes.view_submission        -           -            -        -         a            a
communes.view_passage           -           -            -        -         a            a
audit.view_event                -           -            -        -         a            a
"""


@dataclass
class Held:
    role: str
    commune_id: int | None = None
    starts_on: date = date(2016, 11, 7)
    ends_on: date | None = None
    ended: bool = False


def cells(matrix: str = MATRIX) -> list[tuple[str, str, str]]:
    head, *rows = (line.split() for line in matrix.strip().splitlines())
    return [
        (permission, role, cell) for permission, *row in rows for role, cell in zip(head, row, strict=True)
    ]


def held(role: str) -> Held:
    return Held(role, OWN if role in {"officer", "commune_leader"} else None)


def test_the_matrix_names_every_role_and_permission() -> None:
    assert {permission for permission, _, _ in cells()} == set(Permission)
    assert {role for _, role, _ in cells()} == set(Role) == set(GRANTS)


@pytest.mark.parametrize(("permission", "role", "cell"), cells())
def test_each_cell_is_answered_as_the_matrix_says(permission: str, role: str, cell: str) -> None:
    memberships = [held(role)]
    assert allowed(memberships, permission, OWN, TODAY) is (cell != "-")
    assert allowed(memberships, permission, OTHER, TODAY) is (cell == "a")
    assert allowed(memberships, permission, None, TODAY) is (cell != "-")
    expected = {"a": ALL, "o": frozenset({OWN}), "-": frozenset()}[cell]
    assert communes_where(memberships, permission, TODAY) == expected


def test_every_question_of_djangos_admin_is_answered_as_the_matrix_says() -> None:
    assert {question for question, _, _ in cells(MODELS)} == set(MODEL_PERMISSIONS)
    for question, role, cell in cells(MODELS):
        assert allowed([held(role)], asked(question), None, TODAY) is (cell == "a"), (question, role)


def test_nobody_deletes_anything_or_writes_past_the_ledger() -> None:
    everything = [held(role) for role in Role]
    models = ("plan", "indicator", "target", "entry", "reading", "submission", "passage", "event", "user")
    for question in [f"delete_{model}" for model in models] + ["add_entry", "change_reading", "change_user"]:
        for app in ("plans", "communes", "audit"):
            assert not allowed(everything, asked(f"{app}.{question}"), None, TODAY)


def test_an_unknown_permission_holds_nowhere() -> None:
    everything = [held(role) for role in Role]
    assert not allowed(everything, "communes.fly", None, TODAY)
    assert not allowed(everything, "", OWN, TODAY)


def test_nobody_who_writes_also_accepts() -> None:
    """No single role holds both ends of the way."""
    for granted in GRANTS.values():
        assert not {Permission.WRITE_REPORT, Permission.REVIEW_REPORT} <= set(granted)


def test_an_officer_of_two_communes_writes_for_both() -> None:
    memberships = [Held("officer", 1), Held("officer", 3), Held("commune_leader", 2)]
    assert communes_where(memberships, Permission.WRITE_REPORT, TODAY) == frozenset({1, 3})
    assert communes_where(memberships, Permission.READ_REPORT, TODAY) == frozenset({1, 2, 3})
