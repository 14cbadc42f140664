"""The healthy standing of a year as a page shows it: by commune, and step by step."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import gettext, ngettext, npgettext, pgettext

from bg_portal.dates import format_date
from bg_portal.pieces import Part
from bg_portal.pieces import Passage as PassagePiece
from communes import words
from communes.models import Recognition
from communes.presenting.place_names import name_list
from communes.presenting.standing_words import Picture
from communes.queries.recognitions import CommuneYear, Decision
from communes.recognition import DECIDED
from communes.vocabulary import RecognitionState, RecognitionStep
from plans.presenting.groups import by_kind

_STEP_MARKS = {
    RecognitionStep.REVIEW: "sent",
    RecognitionStep.RECOGNISE: "full",
    RecognitionStep.REFUSE: "unmet",
    RecognitionStep.TAKE_BACK: "back",
}


class YearRow(NamedTuple):
    """One commune."""

    name: str
    registered: str
    state: Picture
    decision: str
    in_force: str
    in_force_note: str


def year_rows(rows: Sequence[CommuneYear], *, year_over: bool) -> list[tuple[str, list[YearRow]]]:
    """Wards first, then communes, each in alphabetical order, as official lists have them."""
    return [(title, [_row(row, year_over=year_over) for row in own]) for title, own in by_kind(rows)]


def _row(row: CommuneYear, *, year_over: bool) -> YearRow:
    return YearRow(
        name=row.place.name,
        registered=_registered(row),
        state=_state(row),
        decision=_decision(row, year_over=year_over),
        in_force=str(words.LABELS[row.in_force.outcome]) if row.in_force else "",
        in_force_note=_in_force_note(row.in_force),
    )


def _registered(row: CommuneYear) -> str:
    if not row.registered:
        return str(words.LABELS[RecognitionState.NOT_REGISTERED])
    word = str(words.LABELS[RecognitionState.REGISTERED])
    return f"{word}, {format_date(row.registered_on)}" if row.registered_on else word


def _state(row: CommuneYear) -> Picture:
    word = words.LABELS[row.decision.outcome if row.decision else row.state]
    tone = "good" if row.state is RecognitionState.RECOGNISED else ""
    return Picture(words.RECOGNITION_MARKS[row.state], str(word), tone or ("" if row.decision else "quiet"))


def _decision(row: CommuneYear, *, year_over: bool) -> str:
    """The document; after the year's end it is said where there is none."""
    if row.decision:
        return document_line(row.decision.row)
    return pgettext("standing", "No decision yet") if year_over else ""


def _in_force_note(decision: Decision | None) -> str:
    if decision is None or decision.row.document_date is None:
        return ""
    told = {"year": decision.year, "day": format_date(decision.row.document_date)}
    return gettext("for %(year)s, from %(day)s") % told


def document_line(row: Recognition) -> str:
    """Number, date, authority."""
    day = format_date(row.document_date) if row.document_date else ""
    return ", ".join(part for part in (row.document_number, day, row.authority) if part)


def parts(rows: Sequence[CommuneYear]) -> list[Part]:
    """The year as the strip of units."""
    recognised = sum(row.state is RecognitionState.RECOGNISED for row in rows)
    refused = sum(row.state is RecognitionState.NOT_RECOGNISED for row in rows)
    review = sum(row.state is RecognitionState.UNDER_REVIEW for row in rows)
    rest = sum(row.state not in DECIDED for row in rows) - review
    return [
        Part("good", recognised, ngettext("recognised", "recognised", recognised)),
        Part("mid", review, npgettext("standing", "under review", "under review", review)),
        Part("not", refused, ngettext("not recognised", "not recognised", refused)),
        Part("none", rest, ngettext("no decision yet", "no decision yet", rest)),
    ]


def course(steps: Sequence[Recognition], *, names: bool) -> list[PassagePiece]:
    """What was recorded, oldest first: one line for each document with its communes."""
    return [
        _passage(list(rows), names=names) for _entry, rows in groupby(steps, key=lambda row: row.entry_id)
    ]


def _passage(rows: list[Recognition], *, names: bool) -> PassagePiece:
    first, step = rows[0], RecognitionStep(rows[0].step)
    lines = [name_list([row.commune for row in rows]), document_line(first), first.reason]
    return PassagePiece(
        at=first.at,
        word=str(words.RECORDED[step]),
        mark=_STEP_MARKS[step],
        by=first.by.name if names else "",
        comment="\n".join(line for line in lines if line),
        tone="good" if step is RecognitionStep.RECOGNISE else "",
    )
