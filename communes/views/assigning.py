"""Storing targets from either form: what both ask before, and why nothing was stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from communes.forms.targets import AssignForm
from communes.models import User
from communes.views.access import INVALID
from communes.views.move_page import OVERTAKEN
from plans.actions.storing import CannotStore
from plans.actions.targets import TargetsMoved, assign_targets
from plans.assigning import NewTarget
from plans.models import Plan


class Stopped(NamedTuple):
    """Why nothing was stored, and the status that says so."""

    text: str
    status: int


def overtaken() -> Stopped:
    """Somebody else was faster."""
    return Stopped(_("Somebody assigned these targets in the meantime; look at them again."), OVERTAKEN)


def assign(plan: Plan, new: Sequence[NewTarget], form: AssignForm, by: User) -> Stopped | None:
    """Store the rows by the document of a valid form; what stood in the way, or None once they are stored."""
    document = form.deciding()
    if document is None:
        return Stopped(_("A decision has a number, a date and an authority."), INVALID)
    try:
        assign_targets(plan=plan, rows=new, document=document, reason=form.cleaned_data["reason"], by=by)
    except TargetsMoved:
        return overtaken()
    except CannotStore as error:
        return Stopped("; ".join(error.reasons), INVALID)
    return None
