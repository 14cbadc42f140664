"""Assigning targets of indicators to communes and to the whole plan, and revising them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bg_portal import clock
from plans import document_data
from plans.actions.storing import CannotStore, stored_communes
from plans.actions.target_rows import store_targets
from plans.assigning import NewTarget, changed, is_revision, problems_of, standing, with_targets
from plans.deciding import Deciding
from plans.document import PlanDocument
from plans.ledger import lock_head, write_entry
from plans.models import Entry, Plan
from plans.queries import plan_document
from plans.vocabulary import EntryKind

ASSIGN = "plans.assign_targets"


class TargetsMoved(CannotStore):
    """Somebody else assigned some of the targets since they were looked at; nothing was changed."""


@transaction.atomic
def assign_targets(
    *, plan: Plan, rows: Sequence[NewTarget], document: Deciding, reason: str, by: AbstractBaseUser
) -> Entry | None:
    """Store what a document decided; None, and nothing written, where every value stands already.

    * open to the city's specialist, who assigns targets in practice, and to who edits plans;
    * one entry with the plan's document as it is now; every value decided stays in a row of its own;
    * a value that takes another's place needs a reason, and the other has to be the one that was seen;
    * raises CannotStore with every reason at once, TargetsMoved where somebody else was faster.
    """
    if not by.has_perm(ASSIGN):  # type: ignore[attr-defined]  # every user model of Django has it
        raise CannotStore([gettext("This step is not open to this account.")])
    lock_head(plan)
    before = plan_document(plan)
    _still(before, rows)
    new = changed(before, rows)
    if not new:
        return None
    _refuse(_reasons(before, new, document, reason))
    after = with_targets(before, new, cited=document.citation, reason=reason)
    entry = write_entry(
        plan=plan,
        kind=EntryKind.TARGET_REVISION,
        by=by,
        cause=reason or document.citation,
        source=f"targets:{','.join(sorted({str(row.year) for row in new}))}",
        document=document_data.to_data(after),
    )
    communes = stored_communes()
    store_targets(
        plan=plan, document=after, communes=communes, entry=entry, cited=document.citation, reason=reason
    )
    return entry


def _still(before: PlanDocument, rows: Iterable[NewTarget]) -> None:
    moved = [row for row in rows if standing(before, row) not in (row.before, row.value)]
    if moved:
        raise TargetsMoved([gettext("Somebody assigned these targets in the meantime; look at them again.")])


def _reasons(before: PlanDocument, new: list[NewTarget], document: Deciding, reason: str) -> list[str]:
    found: list[str | Promise] = []
    if document.dated_on > clock.today():
        found.append(_("The document's date cannot lie ahead."))
    if is_revision(before, new) and not reason:
        found.append(_("A target that stands already is changed: say why."))
    found += [
        f"{key}: {gettext(problem.message) % problem.params}"
        for key, problem in problems_of(before, new).items()
    ]
    return [str(reason) for reason in found]


def _refuse(reasons: list[str]) -> None:
    if reasons:
        raise CannotStore(reasons)
