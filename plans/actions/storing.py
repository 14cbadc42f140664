"""Bring the stored plan in line with a document, as one ledger entry, from a file as from a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models, transaction
from django.utils.translation import gettext as _

from bg_portal import audit
from plans import document_data, edit_events
from plans.actions.rows import store_rows
from plans.document import PlanDocument
from plans.document_diff import difference
from plans.ledger import lock_head, write_entry
from plans.models import (
    Entry,
    Indicator,
    Participation,
    Period,
    Plan,
    Reading,
)
from plans.queries import plan_document
from plans.stated import plain_values
from plans.vocabulary import EntryKind

FILE = "file:"
"""How the source of an edit begins that came from a file."""


class CannotStore(Exception):  # noqa: N818  a refusal with its reasons, not an error
    """What the stored plan does not allow any more; every reason at once, and nothing was changed."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = list(reasons)
        super().__init__("; ".join(self.reasons))


def stored_document(number: str) -> PlanDocument | None:
    """The plan of this number as it is stored, or None."""
    plan = Plan.objects.filter(number=number).first()
    return plan_document(plan) if plan else None


def edited_otherwise(number: str) -> bool:
    """Whether the plan's last edit came another way than by file, so that a file would undo it."""
    last = Entry.objects.filter(plan__number=number, document__isnull=False).order_by("-version").first()
    return last is not None and not last.source.startswith(FILE)


@transaction.atomic
def store_document(
    *, document: PlanDocument, source: str, cause: str, by: AbstractBaseUser | None
) -> Entry | None:
    """Store what a checked document states.

    * None, and nothing written, where it is what is stored already;
    * raises CannotStore where accepted readings stand on what it takes away or moves;
    * one entry with the canonical document, one audit event with its digest.
    """
    plan, _created = Plan.objects.get_or_create(number=document.number, defaults=plain_values(document, Plan))
    lock_head(plan)
    before = None if _created else plan_document(plan)
    if before == document:
        return None
    communes = stored_communes()
    _known(document, communes)
    moved = _moved_periods(plan, document)
    entry = write_entry(
        plan=plan,
        kind=EntryKind.PLAN_EDIT,
        by=by,
        cause=cause,
        source=source,
        document=document_data.to_data(document),
    )
    leftovers = store_rows(plan=plan, document=document, communes=communes, entry=entry)
    reasons = moved + _removed(leftovers)
    if reasons:
        raise CannotStore(reasons)
    _record(entry, before, document)
    return entry


def _record(entry: Entry, before: PlanDocument | None, document: PlanDocument) -> None:
    """One event: a file vouches for the whole document, an edit on a page for each change besides."""
    data: dict[str, audit.Data] = {"version": entry.version, "digest": document_data.digest(document)}
    edited = before is not None and not entry.source.startswith(FILE)
    if before is not None and edited:
        changes = edit_events.tokens(difference(before, document))
        data |= {"before": document_data.digest(before), "changes": changes}
    audit.record(
        kind="plan.edited" if edited else "plan.loaded",
        by=entry.by_id,
        subject=f"plans.plan:{entry.plan_id}",
        data=data,
    )


def stored_communes() -> dict[tuple[str, date], int]:
    """The keys of all communes by code and first day; the model is met through the foreign key only."""
    commune = Participation.commune.field.related_model
    rows = commune._meta.base_manager.values_list("code", "valid_from", "pk")
    return {(code, valid_from): pk for code, valid_from, pk in rows}


def _named_communes(document: PlanDocument) -> set[tuple[str, date]]:
    parts = [(part.commune, part.commune_valid_from) for part in document.participation]
    named = [(n.commune, n.commune_valid_from) for o in document.objectives for n in o.named]
    targets = [(t.commune, t.commune_valid_from) for t in document.targets]
    return {*parts, *named, *((code, day) for code, day in targets if code and day)}


def _known(document: PlanDocument, communes: Mapping[tuple[str, date], int]) -> None:
    reasons = [
        _("Commune %(code)s, valid from %(day)s, is not stored.") % {"code": code, "day": day.isoformat()}
        for code, day in sorted(_named_communes(document) - communes.keys())
    ]
    if reasons:
        raise CannotStore(reasons)


def _removed(leftovers: Iterable[models.Model]) -> list[str]:
    """Delete what the document no longer states; returns why some of it cannot go."""
    reasons = []
    for row in leftovers:
        try:
            row.delete()
        except models.ProtectedError as error:
            reasons.append(_in_use(row, error.protected_objects))
    return reasons


def _in_use(row: models.Model, uses: Iterable[models.Model]) -> str:
    if isinstance(row, Indicator) and any(isinstance(use, Reading) for use in uses):
        message = _(
            "Indicator %(code)s has accepted figures: end it with valid_to instead of leaving it out."
        )
        return message % {"code": row.code}
    return _("%(row)s cannot be left out: reports, drafts or targets stand on it.") % {"row": row}


def _moved_periods(plan: Plan, document: PlanDocument) -> list[str]:
    """A period with accepted readings changes only its due date."""
    windows = {p.key: (p.starts_on, p.ends_on) for p in document.periods}
    used = Period.objects.filter(plan=plan, readings__isnull=False).distinct()
    stored = {p.key: (p.starts_on, p.ends_on) for p in used}
    message = _("Period %(key)s has accepted figures: only its due date can change.")
    return [message % {"key": key} for key, days in stored.items() if windows.get(key, days) != days]
