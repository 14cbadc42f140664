"""Reads the posted report form into a draft: what cannot be read as an answer is kept as it was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from django.http import QueryDict

from bg_portal.vietnamese import parse_number
from communes.answers import Answer, Content
from communes.checks.alone import OFFERED
from communes.forms.draft_fields import (
    Reader,
    Slip,
    account_name,
    field_name,
    proposal_name,
)
from plans.document import Indicator, PlanDocument
from plans.vocabulary import Asks, IndicatorKind

MOST_PROPOSALS: Final = 30
TEXT_LIMIT: Final = 5000
PROPOSAL_LIMIT: Final = 1000
LIMITS: Final = {"reason_text": 300, "document_number": 60, "activity": 300, "note": 500}
"""Characters, as the columns of a figure have room."""
NUMBER_LIMIT: Final = Decimal(10) ** 12
"""With its decimals 15 digits: SQLite keeps no more, and could not give a longer number back."""
NUMBER_DECIMALS: Final = 3
ASKED: Final = {
    "document_number": Asks.NUMBER,
    "document_date": Asks.DATE,
    "valid_until": Asks.VALID_UNTIL,
    "activity": Asks.ACTIVITY,
}
"""The fields that go with a yes, and what the indicator asks for where they stand."""
KEEP: Final = "keep-"
THEIRS: Final = "theirs"


@dataclass(frozen=True)
class Posted:
    """What came with one POST of the form."""

    content: Content
    version: int
    """Of the draft that the page showed; -1, which no draft has, where the field is missing or nonsense."""
    opened: str
    """The marks of that draft's units (communes.merging)."""
    taken: frozenset[str]
    """Units for which the other person's version was chosen after a conflict."""
    slips: Mapping[str, Slip]
    """By field name: what cannot be stored at all, with what was typed."""
    proposal_rows: tuple[str, ...]
    """The rows of proposals as typed, empty ones too."""


def read_draft(
    data: QueryDict,
    *,
    document: PlanDocument,
    questions: Sequence[Indicator],
    before: Content,
    offers: Mapping[str, Answer],
    language: str,
) -> Posted:
    """The draft as typed. A field that was not sent keeps what was stored; an empty one is emptied."""
    reader = Reader(data, language)
    answers = {
        question.code: _answer(
            reader, question, before.answers.get(question.code, Answer(question.code)), offers
        )
        for question in questions
    }
    rows, proposals = _proposals(reader, before.proposals)
    content = replace(
        before,
        answers={**before.answers, **answers},
        accounts=_accounts(reader, document, before),
        limitations=reader.text("limitations", before.limitations, TEXT_LIMIT, multiline=True),
        next_tasks=reader.text("next_tasks", before.next_tasks, TEXT_LIMIT, multiline=True),
        proposals=proposals,
    )
    taken = frozenset(
        name.removeprefix(KEEP) for name in data if name.startswith(KEEP) and data[name] == THEIRS
    )
    return Posted(content, read_version(data), data.get("opened", ""), taken, reader.slips, rows)


def read_version(data: QueryDict) -> int:
    """The draft's version that the page showed; -1, which no draft has, for anything else."""
    typed = data.get("version", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1


def _accounts(reader: Reader, document: PlanDocument, before: Content) -> dict[int, str]:
    return {
        measure.order: reader.text(
            account_name(measure.order), before.accounts.get(measure.order, ""), TEXT_LIMIT, multiline=True
        )
        for measure in document.measures
    }


def _proposals(reader: Reader, before: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The rows as typed, and the proposals in them."""
    names = [proposal_name(index) for index in range(MOST_PROPOSALS)]
    sent = [name for name in names if name in reader.data]
    if not sent:
        return before, before
    stored = dict(zip(names, before, strict=False))
    texts = [reader.text(name, stored.get(name, ""), PROPOSAL_LIMIT, multiline=True) for name in sent]
    typed = [
        slip.text if (slip := reader.slips.get(name)) else text
        for name, text in zip(sent, texts, strict=True)
    ]
    return tuple(typed), tuple(text for text in texts if text)


def _answer(reader: Reader, question: Indicator, before: Answer, offers: Mapping[str, Answer]) -> Answer:
    if question.kind is IndicatorKind.YES_NO:
        answer = _choice(reader, question, before)
    else:
        answer = _number(reader, question, before)
    answer = _with_papers(reader, question, answer, before)
    note = reader.text(field_name(question.code, "note"), before.note, LIMITS["note"])
    answer = replace(answer, note=note)
    return replace(answer, confirmed=_confirmed(reader, answer, before, offers.get(question.code)))


def _choice(reader: Reader, question: Indicator, before: Answer) -> Answer:
    """Yes, no, or a reason for neither: one group of radios of which one holds."""
    name = field_name(question.code)
    kept = before.reason or ("" if before.value is None else str(int(before.value)))
    chosen = reader.choice(name, kept, ("", "0", "1", *OFFERED))
    reason_text = reader.text(
        field_name(question.code, "reason_text"), before.reason_text, LIMITS["reason_text"]
    )
    if chosen in ("0", "1"):
        return Answer(question.code, Decimal(chosen))
    return Answer(question.code, reason=chosen, reason_text=reason_text)


def _number(reader: Reader, question: Indicator, before: Answer) -> Answer:
    """A number, or a reason for none; where both came, the number waits unread until one is taken away."""
    code = question.code
    value, typed = _value(reader, code, before)
    reason = reader.choice(field_name(code, "reason"), before.reason, ("", *OFFERED))
    reason_text = reader.text(field_name(code, "reason_text"), before.reason_text, LIMITS["reason_text"])
    if reason and value is not None:
        value, typed = None, reader.line(field_name(code))
    if value is not None:
        reason_text = ""
    unread = {"value": typed} if typed else {}
    return Answer(code, value, reason=reason, reason_text=reason_text, unread=unread)


def _value(reader: Reader, code: str, before: Answer) -> tuple[Decimal | None, str]:
    """The number that was typed, or the text that is none."""
    if code not in reader.data:
        return before.value, before.unread.get("value", "")
    typed = reader.line(code)
    if not typed:
        return None, ""
    try:
        value = parse_number(typed, language=reader.language)
    except ValueError:
        return None, typed
    return (value, "") if _fits(value) else (None, typed)


def _fits(value: Decimal) -> bool:
    """Whether the column holds it; whether it makes sense is for the checks to say."""
    return value < NUMBER_LIMIT and value == round(value, NUMBER_DECIMALS)


def _with_papers(reader: Reader, question: Indicator, answer: Answer, before: Answer) -> Answer:
    """The document and the activity that go with a yes; a no or a reason has none."""
    if answer.value == 0 or answer.reason:
        return answer
    asked = [place for place, asks in ASKED.items() if asks in question.asks]
    unread = dict(answer.unread)
    values: dict[str, Any] = {}
    for place in asked:
        name = field_name(question.code, place)
        if place in LIMITS:
            values[place] = reader.text(name, getattr(before, place), LIMITS[place])
        else:
            day, typed = reader.day(name, getattr(before, place), before.unread.get(place, ""))
            values[place] = day
            unread |= {place: typed} if typed else {}
    return replace(answer, unread=unread, **values)


def _confirmed(reader: Reader, answer: Answer, before: Answer, offer: Answer | None) -> bool:
    """Whether somebody stands by the answer: typing it does, leaving an offered one as it is does not."""
    if not answer.given:
        return True
    if field_name(answer.code, "offered") in reader.data and offer is not None and same(answer, offer):
        return field_name(answer.code, "confirmed") in reader.data
    return before.confirmed if same(answer, before) else True


def same(answer: Answer, other: Answer) -> bool:
    """Whether two answers say the same, whatever was explained about them and whoever confirmed it."""
    places = ("value", "reason", "document_number", "document_date", "valid_until", "activity")
    return all(getattr(answer, place) == getattr(other, place) for place in places) and not answer.unread
