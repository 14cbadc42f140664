"""Naming the communes that an objective is about, by a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext

from plans.actions.storing import CannotStore, store_document
from plans.document import Named, Objective, PlanDocument
from plans.document_check import check
from plans.ledger import lock_head
from plans.models import Entry, Plan
from plans.queries import plan_document

EDIT = "plans.edit_plan"


class Note(NamedTuple):
    """What pages say beside an objective, in both languages."""

    vi: str
    en: str


@transaction.atomic
def name_communes(
    *,
    plan: Plan,
    objective: str,
    communes: Iterable[tuple[str, date]],
    from_year: int,
    document: str,
    by: AbstractBaseUser,
    note: Note | None = None,
) -> Entry | None:
    """State which communes a document names for an objective, in place of those named before.

    * `communes` are codes with their first days; none of them: any count again;
    * `note` takes the place of what pages say beside the objective, which may speak of who is counted;
    * it changes the plan's document, so it is open to who edits plans;
    * raises CannotStore with every reason at once; None where the plan says so already.
    """
    if not by.has_perm(EDIT):  # type: ignore[attr-defined]  # every user model of Django has it
        raise CannotStore([gettext("This step is not open to this account.")])
    lock_head(plan)
    named = tuple(
        Named(commune=code, commune_valid_from=day, from_year=from_year, document=document)
        for code, day in communes
    )
    after = _with_named(plan_document(plan), objective, named, note)
    problems = check(after)
    if problems:
        raise CannotStore(f"{p.where}: {gettext(p.message) % p.params}" for p in problems)
    return store_document(document=after, source=f"named:{objective}", cause=document, by=by)


def _with_named(
    document: PlanDocument, code: str, named: tuple[Named, ...], note: Note | None
) -> PlanDocument:
    if code not in {objective.code for objective in document.objectives}:
        raise CannotStore([gettext("There is no such objective.")])
    objectives = (_stated(row, named, note) if row.code == code else row for row in document.objectives)
    return replace(document, objectives=tuple(objectives))


def _stated(row: Objective, named: tuple[Named, ...], note: Note | None) -> Objective:
    after = replace(row, named=named)
    return replace(after, note_vi=note.vi, note_en=note.en) if note else after
