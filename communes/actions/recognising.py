"""Recording what the city reviewed and decided on the healthy standing of communes in a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.db import transaction
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from bg_portal import audit, clock
from bg_portal.audit import rows
from communes import notices
from communes.models import Commune, Recognition, User
from communes.queries.desk import taking_part
from communes.queries.recognitions import last_steps, registrations, steps_of
from communes.recognition import DECIDED, MOVES, STANDING, refusal, state_of
from communes.refusals import Refused, RefusedForSome
from communes.roles import Permission
from communes.vocabulary import RecognitionState, RecognitionStep
from plans.deciding import Deciding
from plans.ledger import NewReading, lock_head, write_entry
from plans.models import Entry, Indicator, Period
from plans.queries import participants, plan_document
from plans.vocabulary import EntryKind, NoFigure, PeriodKind
from plans.words import full_name

_OUTSIDE: Final = gettext_noop("does not take part in the plan in this year")
_KNOWN: Final = gettext_noop("has exactly this decision already")


@dataclass(frozen=True)
class Recording:
    """What is to be recorded: one step for communes of a year, by one document, perhaps with a reason."""

    period: Period
    communes: Sequence[Commune]
    step: RecognitionStep
    document: Deciding | None = None
    reason: str = ""


@transaction.atomic
def record_recognition(*, recording: Recording, by: User) -> list[Recognition]:
    """Record the step for all of its communes, or for none.

    * a decision publishes a reading that is in force from the document's date, and takes the place of an
      earlier decision for the same year; taking a decision back takes its reading down;
    * one ledger entry for the document, one row and one audit event for each commune; each is told;
    * raises Refused, or RefusedForSome with a reason for each commune that stands in the way.
    """
    if not by.has_perm(Permission.RECORD_RECOGNITION):
        raise Refused(_("This step is not open to this account."))
    _well_formed(recording)
    lock_head(recording.period.plan)
    states = _refuse_some(recording)
    document = recording.document
    entry = write_entry(
        plan=recording.period.plan,
        kind=EntryKind.RECOGNITION,
        by=by,
        cause=document.citation if document else recording.step.value,
        source=f"recognition:{recording.period.key}",
        readings=_readings(recording, states),
    )
    found = [_append(entry, recording, place, by) for place in recording.communes]
    for row in found:
        notices.recognised(row)
    return found


def _well_formed(recording: Recording) -> None:
    document, period = recording.document, recording.period
    if period.kind != PeriodKind.YEAR:
        raise Refused(_("A standing is recognised for a year."))
    if not recording.communes:
        raise Refused(_("Choose at least one commune or ward."))
    if MOVES[recording.step].needs_document and document is None:
        raise Refused(_("A decision has a number, a date and an authority."))
    if document and document.dated_on > clock.today():
        raise Refused(_("The document's date cannot lie ahead."))
    if document and document.dated_on < period.starts_on:
        raise Refused(_("The document is older than the year that it is to be about."))


def _refuse_some(recording: Recording) -> dict[int, RecognitionState]:
    """Where the communes of the year stand now, by id; RefusedForSome where that forbids the step."""
    period = recording.period
    registered, steps = registrations(period.plan, period.year), last_steps(steps_of(period.plan))
    last = {
        place.id: steps.get((place.id, period.year))
        for place in taking_part(plan_document(period.plan), period.key, participants(period.plan))
    }
    states = {
        place: state_of(RecognitionStep(row.step) if row else None, registered=place in registered)
        for place, row in last.items()
    }
    reasons = [(place, _why_not(recording, place.pk, states, last)) for place in recording.communes]
    told = [f"{full_name(place)}: {gettext(why)}" for place, why in reasons if why]
    if told:
        raise RefusedForSome(told)
    return states


def _why_not(
    recording: Recording,
    place: int,
    states: Mapping[int, RecognitionState],
    last: Mapping[int, Recognition | None],
) -> str:
    """Why the step cannot be recorded for a commune, as a msgid; empty where it can."""
    if place not in states:
        return _OUTSIDE
    row, document = last[place], recording.document
    if row and document and row.step == recording.step and document == _document(row):
        return _KNOWN
    return refusal(recording.step, states[place], reason=recording.reason)


def _document(row: Recognition) -> Deciding | None:
    if row.document_date is None:
        return None
    return Deciding(row.document_number, row.document_date, row.authority)


def _readings(recording: Recording, states: Mapping[int, RecognitionState]) -> list[NewReading]:
    """What the step publishes: decisions, or their withdrawal; a review publishes nothing."""
    target = MOVES[recording.step].target
    if target is RecognitionState.UNDER_REVIEW:
        return []
    indicator = Indicator.objects.get(plan=recording.period.plan, code=STANDING)
    if target is None:
        taken = [place.pk for place in recording.communes if states[place.pk] in DECIDED]
        reason = NoFigure.WITHDRAWN.value
        return [NewReading(indicator.pk, pk, recording.period.pk, reason=reason) for pk in taken]
    return [_reading(indicator, recording, place, target) for place in recording.communes]


def _reading(
    indicator: Indicator, recording: Recording, place: Commune, target: RecognitionState
) -> NewReading:
    document = recording.document
    return NewReading(
        indicator_id=indicator.pk,
        commune_id=place.pk,
        period_id=recording.period.pk,
        value=Decimal(int(target is RecognitionState.RECOGNISED)),
        document_number=document.number if document else "",
        document_date=document.dated_on if document else None,
        effective_on=document.dated_on if document else None,
    )


def _append(entry: Entry, recording: Recording, place: Commune, by: User) -> Recognition:
    document = recording.document
    row = Recognition.objects.create(
        commune=place,
        period=recording.period,
        entry=entry,
        step=recording.step.value,
        document_number=document.number if document else "",
        document_date=document.dated_on if document else None,
        authority=document.authority if document else "",
        reason=recording.reason,
        by=by,
        at=entry.at,
    )
    audit.record(
        kind="recognition.recorded",
        by=by.pk,
        subject=rows.subject(row),
        data={"step": row.step, "digest": rows.digest(row)},
    )
    return row
