"""Editing a commune: its names, days and place on the map; it is known by its code and first day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from bg_portal import audit
from bg_portal.vietnamese import fold, sort_key
from communes.models import Commune, User
from communes.refusals import Overtaken, Refused
from communes.roles import Permission
from plans.ledger import lock_head, write_entry
from plans.models import Participation, Plan
from plans.vocabulary import EntryKind

EDITED: Final = (
    "kind",
    "name_vi",
    "name_en",
    "slug",
    "valid_to",
    "successor_id",
    "succession_note_vi",
    "succession_note_en",
    "grid_row",
    "grid_column",
    "population_2009",
)
_KEPT: Final = frozenset(EDITED) - {"name_vi", "name_en", "succession_note_vi", "succession_note_en"}
"""Whose values the audit keeps; of a text it keeps that it changed."""


class Edited(NamedTuple):
    """A field of a commune, before and after."""

    field: str
    before: Any
    after: Any


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Edited]:
    """What an edit changes, field by field."""
    return [Edited(name, before[name], after[name]) for name in EDITED if before[name] != after[name]]


def stated(commune: Commune) -> dict[str, Any]:
    """What can be edited of a commune, as it stands."""
    return {name: getattr(commune, name) for name in EDITED}


@transaction.atomic
def edit_commune(
    *, commune: Commune, shown: Mapping[str, Any], values: Mapping[str, Any], cause: str, by: User
) -> list[Edited]:
    """Change a commune as its page stated; returns what changed, nothing where nothing did.

    * `shown` is what the page showed: Overtaken where it is not what stands any more;
    * one ledger entry for each plan the commune takes part in, because its pages show the commune's name;
    * one audit event; Refused where another commune has the address, and for who edits no plans.
    """
    if not by.has_perm(Permission.EDIT_PLAN):
        raise Refused(_("This step is not open to this account."))
    plans = Plan.objects.filter(pk__in=Participation.objects.filter(commune=commune).values("plan"))
    for plan in plans.order_by("pk"):
        lock_head(plan)
    row = Commune.objects.select_for_update().get(pk=commune.pk)
    if stated(row) != dict(shown):
        raise Overtaken(_("Somebody else edited it at the same moment: look at the changes once more."))
    changes = differences(shown, values)
    if changes:
        _save(row, values)
        for plan in plans:
            write_entry(
                plan=plan, kind=EntryKind.PLAN_EDIT, by=by, cause=cause, source=f"admin:commune {row.pk}"
            )
        rows = [
            ["commune", name, _token(name, before), _token(name, after)] for name, before, after in changes
        ]
        audit.record(
            kind="commune.edited", by=by.pk, subject=f"communes.commune:{row.pk}", data={"changes": rows}
        )
    return changes


def _save(row: Commune, values: Mapping[str, Any]) -> None:
    for name in EDITED:
        setattr(row, name, values[name])
    row.name_sort, row.name_fold = sort_key(row.name_vi), fold(row.name_vi)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refused(
            _("Another commune has this name in addresses, or the days are out of order.")
        ) from error


def _token(name: str, value: Any) -> str | int | None:
    if value is None or value == "":
        return None
    if name not in _KEPT:
        return "text"
    return value.isoformat() if isinstance(value, date) else value
