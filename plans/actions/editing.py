"""Edit a stored plan from a page, if it still stands as the page showed it."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from plans.actions.storing import store_document
from plans.document import PlanDocument
from plans.ledger import lock_head
from plans.models import Entry, Plan
from plans.queries import document_version

PAGE = "admin:"
"""How the source of an edit begins that came from a page."""


class EditedMeanwhile(Exception):  # noqa: N818  an answer, not an error
    """Somebody else edited the plan since the page was opened; nothing was changed."""


@transaction.atomic
def edit_plan(
    *, plan: Plan, document: PlanDocument, based_on: int, page: str, cause: str, by: AbstractBaseUser
) -> Entry | None:
    """Store what a checked document states, if the plan still stands as the page showed it.

    * `based_on` is the version whose document was bent, `page` where that was done, as "indicator TT03";
    * raises EditedMeanwhile, and CannotStore as `store_document` does.
    """
    lock_head(plan)
    if document_version(plan) != based_on:
        raise EditedMeanwhile
    return store_document(document=document, source=f"{PAGE}{page}", cause=cause, by=by)
