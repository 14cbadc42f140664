"""Who may do what: one table of roles and permissions, read by every question about access."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import Final, Literal, Protocol


class Role(StrEnum):
    """What a person is on this portal; nobody is more than the sum of their roles."""

    OFFICER = "officer"
    COMMUNE_LEADER = "commune_leader"
    REVIEWER = "reviewer"
    LEADER = "leader"
    INSPECTOR = "inspector"
    ADMINISTRATOR = "administrator"


COMMUNE_ROLES: Final = (Role.OFFICER, Role.COMMUNE_LEADER)
CITY_ROLES: Final = tuple(role for role in Role if role not in COMMUNE_ROLES)


class Permission(StrEnum):
    """What can be asked of `user.has_perm`: of a commune, of something in a commune, or of nothing."""

    SEE_DESK = "communes.see_desk"
    SEE_CITY_DESK = "communes.see_city_desk"
    WRITE_REPORT = "communes.write_report"
    SUBMIT_REPORT = "communes.submit_report"
    CLEAR_REPORT = "communes.clear_report"
    NUMBER_REPORT = "communes.number_report"
    READ_REPORT = "communes.read_report"
    READ_DRAFT = "communes.read_draft"
    REVIEW_REPORT = "communes.review_report"
    ENTER_PAPER_REPORT = "communes.enter_paper_report"
    EXTEND_DEADLINE = "communes.extend_deadline"
    CLOSE_PERIOD = "communes.close_period"
    ANSWER_INSTRUCTION = "communes.answer_instruction"
    ANSWER_PROPOSAL = "communes.answer_proposal"
    GIVE_INSTRUCTION = "communes.give_instruction"
    RECORD_RECOGNITION = "communes.record_recognition"
    ASSIGN_TARGETS = "plans.assign_targets"
    WITHDRAW_FIGURE = "plans.withdraw_figure"
    READ_NEWS = "plans.read_announcements"
    WRITE_NEWS = "plans.write_announcement"
    PUBLISH_NEWS = "plans.publish_announcement"
    READ_COMMENTS = "plans.read_comments"
    MODERATE_COMMENT = "plans.moderate_comment"
    SEE_RESTRICTED = "plans.see_restricted"
    SEE_FORECAST = "plans.see_forecast"
    SEE_NAMES = "communes.see_names"
    EDIT_PLAN = "plans.edit_plan"
    MANAGE_PEOPLE = "communes.manage_people"
    READ_AUDIT = "communes.read_audit"
    SEE_ADMINISTRATION = "communes.see_administration"


class Scope(StrEnum):
    """How far a grant reaches: the communes of the membership, or everything."""

    OWN = "own"
    ALL = "all"


class Everywhere(Enum):
    """The answer "every commune", which no set of ids can say."""

    ALL = "all"


ALL: Final = Everywhere.ALL
Communes = frozenset[int] | Literal[Everywhere.ALL]


class Held(Protocol):
    """What the rules need to know of a membership."""

    @property
    def role(self) -> str: ...
    @property
    def commune_id(self) -> int | None: ...
    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date | None: ...
    @property
    def ended(self) -> bool: ...


def _grants(scope: Scope, *permissions: Permission) -> dict[str, Scope]:
    return dict.fromkeys(permissions, scope)


_P = Permission

GRANTS: Final[Mapping[str, Mapping[str, Scope]]] = MappingProxyType(
    {
        Role.OFFICER: {
            **_grants(Scope.ALL, _P.SEE_DESK),
            **_grants(Scope.OWN, _P.WRITE_REPORT, _P.SUBMIT_REPORT, _P.NUMBER_REPORT, _P.READ_REPORT),
            **_grants(Scope.OWN, _P.ANSWER_INSTRUCTION),
            **_grants(Scope.OWN, _P.READ_DRAFT, _P.SEE_RESTRICTED, _P.SEE_NAMES),
        },
        Role.COMMUNE_LEADER: {
            **_grants(Scope.ALL, _P.SEE_DESK),
            **_grants(Scope.OWN, _P.CLEAR_REPORT, _P.NUMBER_REPORT, _P.READ_REPORT),
            **_grants(Scope.OWN, _P.READ_DRAFT, _P.SEE_RESTRICTED, _P.SEE_NAMES),
        },
        Role.REVIEWER: {
            **_grants(Scope.ALL, _P.SEE_DESK, _P.SEE_CITY_DESK, _P.READ_REPORT, _P.REVIEW_REPORT),
            **_grants(Scope.ALL, _P.ENTER_PAPER_REPORT, _P.EXTEND_DEADLINE, _P.CLOSE_PERIOD),
            **_grants(Scope.ALL, _P.ANSWER_INSTRUCTION, _P.ANSWER_PROPOSAL),
            **_grants(Scope.ALL, _P.RECORD_RECOGNITION, _P.ASSIGN_TARGETS),
            **_grants(Scope.ALL, _P.READ_NEWS, _P.WRITE_NEWS, _P.PUBLISH_NEWS),
            **_grants(Scope.ALL, _P.READ_COMMENTS, _P.MODERATE_COMMENT),
            **_grants(Scope.ALL, _P.READ_DRAFT, _P.WITHDRAW_FIGURE, _P.SEE_RESTRICTED, _P.SEE_NAMES),
            **_grants(Scope.ALL, _P.SEE_FORECAST),
        },
        Role.LEADER: {
            **_grants(Scope.ALL, _P.SEE_DESK, _P.SEE_CITY_DESK, _P.READ_REPORT),
            **_grants(Scope.ALL, _P.SEE_FORECAST, _P.ANSWER_PROPOSAL),
            **_grants(Scope.ALL, _P.GIVE_INSTRUCTION, _P.READ_NEWS, _P.PUBLISH_NEWS, _P.READ_COMMENTS),
            **_grants(Scope.ALL, _P.SEE_RESTRICTED, _P.SEE_NAMES),
        },
        Role.INSPECTOR: {
            **_grants(Scope.ALL, _P.SEE_DESK, _P.SEE_CITY_DESK, _P.READ_REPORT, _P.READ_AUDIT),
            **_grants(Scope.ALL, _P.READ_DRAFT, _P.SEE_RESTRICTED, _P.SEE_NAMES, _P.SEE_ADMINISTRATION),
            **_grants(Scope.ALL, _P.READ_NEWS, _P.READ_COMMENTS, _P.SEE_FORECAST),
        },
        Role.ADMINISTRATOR: {
            **_grants(Scope.ALL, _P.SEE_DESK, _P.MANAGE_PEOPLE, _P.EDIT_PLAN, _P.READ_AUDIT, _P.SEE_NAMES),
            **_grants(Scope.ALL, _P.ASSIGN_TARGETS, _P.SEE_ADMINISTRATION),
        },
    }
)


def _stand_for(permission: Permission, *names: str) -> dict[str, Permission]:
    return dict.fromkeys(names, permission)


MODEL_PERMISSIONS: Final[Mapping[str, Permission]] = MappingProxyType(
    {
        **_stand_for(
            _P.SEE_ADMINISTRATION,
            "plans.view_plan",
            "plans.view_indicator",
            "plans.view_objective",
            "plans.view_entry",
            "plans.view_reading",
            "communes.view_commune",
            "communes.view_report",
            "communes.view_submission",
            "communes.view_passage",
        ),
        **_stand_for(
            _P.EDIT_PLAN,
            "plans.change_plan",
            "plans.add_indicator",
            "plans.change_indicator",
            "plans.add_objective",
            "plans.change_objective",
            "communes.change_commune",
        ),
        **_stand_for(_P.MANAGE_PEOPLE, "communes.view_user"),
        **_stand_for(_P.READ_AUDIT, "audit.view_event"),
    }
)
"""What Django's admin asks about its models, in the permissions of the table; what is not here is granted to
nobody: to delete anything, to write past the ledger, to type somebody else's password."""


def asked(permission: str) -> str:
    """The permission of the table that answers a question of Django's admin; any other stays as it is."""
    return MODEL_PERMISSIONS.get(permission, permission)


def in_force(membership: Held, today: date) -> bool:
    """True from the first to the last day, both included, unless the membership was ended before."""
    return membership.starts_on <= today and not is_over(membership, today)


def is_over(membership: Held, today: date) -> bool:
    """True after the last day, and from the moment the membership was ended."""
    return membership.ended or (membership.ends_on is not None and membership.ends_on < today)


def roles_granting(permission: str, scope: Scope) -> list[Role]:
    """The roles that give a permission with exactly this scope."""
    return [role for role in Role if GRANTS[role].get(permission) is scope]


def communes_where(memberships: Iterable[Held], permission: str, today: date) -> Communes:
    """The ids of the communes where the permission holds today, or ALL; an unknown one holds nowhere."""
    ids: set[int] = set()
    for membership in memberships:
        scope = GRANTS[membership.role].get(permission)
        if scope is None or not in_force(membership, today):
            continue
        if scope is Scope.ALL:
            return ALL
        if membership.commune_id is not None:
            ids.add(membership.commune_id)
    return frozenset(ids)


def allowed(memberships: Iterable[Held], permission: str, commune_id: int | None, today: date) -> bool:
    """Whether the permission holds for a commune; without a commune, whether it holds anywhere."""
    communes = communes_where(memberships, permission, today)
    if communes is ALL:
        return True
    return bool(communes) if commune_id is None else commune_id in communes
