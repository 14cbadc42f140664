"""The questions of the report form as rows: what is asked, what was answered, what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from bg_portal.pieces import Choice, Row
from communes.answers import Answer
from communes.checks.alone import OFFERED
from communes.forms.draft import ASKED, LIMITS, same
from communes.forms.draft_fields import field_name
from communes.history import History
from communes.presenting.compare import Comparison
from communes.presenting.faults import Faults
from communes.presenting.small_fields import SmallField, small_fields
from communes.presenting.wording import name_of, short_name_of, unit_of
from plans.document import Indicator, PlanDocument
from plans.presenting.wording import capital, in_language, language, number
from plans.vocabulary import IndicatorKind, NoFigure
from plans.words import LABELS, label_of


@dataclass(frozen=True)
class Whole:
    """What the next questions are parts of and add up to: computed, never asked."""

    code: str
    label: str
    unit: str
    value: str
    parts: str
    """The ids of the boxes that add up to it, for the running total."""
    compare: list[Row]


@dataclass(frozen=True)
class QuestionRow:
    """One question with its controls."""

    id: str
    label: str
    help: str
    error: str
    compare: list[Row]
    note: str
    part: bool
    yes_no: bool
    value: str
    unit: str
    reasons: list[Choice]
    reason: str
    reason_text: str
    fields: list[SmallField]
    offered: bool
    tick: str
    ticked: bool
    why: str
    explanation: str
    explanation_error: str
    remarks: list[str] = field(default_factory=list)
    whole: Whole | None = None

    @property
    def answers(self) -> list[Choice]:
        """The two answers to a question of yes or no."""
        return [Choice("1", _("Yes")), Choice("0", _("No"))]

    @property
    def reason_id(self) -> str:
        """Of the reasons' disclosure, from which those of its controls are made."""
        return field_name(self.id, "reason")

    @property
    def reason_text_name(self) -> str:
        return field_name(self.id, "reason_text")

    @property
    def note_name(self) -> str:
        return field_name(self.id, "note")

    @property
    def offered_name(self) -> str:
        return field_name(self.id, "offered")

    @property
    def confirmed_name(self) -> str:
        return field_name(self.id, "confirmed")

    @property
    def reason_name(self) -> str:
        """Where the reasons are posted: among the choices of a yes or no, else in a field of their own."""
        return self.id if self.yes_no else field_name(self.id, "reason")


@dataclass(frozen=True)
class Sheet:
    """What rows are built from."""

    document: PlanDocument
    answers: Mapping[str, Answer]
    history: History
    offers: Mapping[str, Answer]
    comparison: Comparison
    faults: Faults
    last_day: str
    blank: bool = False
    """On paper: nothing is filled in, nothing is to be confirmed."""


def reasons_offered() -> list[tuple[NoFigure, str]]:
    """Why there may be no figure, each as the beginning of a line."""
    return [(code, capital(str(LABELS[code]))) for code in OFFERED]


def reason_choices(answer: Answer, *, yes_no: bool) -> list[Choice]:
    """The reasons for no figure, after the choice that takes such a reason back.

    A yes or a no takes it back by itself, being in the same group.
    """
    reasons = [Choice(code.value, text) for code, text in reasons_offered()]
    if not yes_no:
        return [Choice("", _("There is a figure")), *reasons]
    return reasons if answer.value is not None else [Choice("", _("Not answered yet")), *reasons]


def question_rows(questions: Sequence[Indicator], sheet: Sheet) -> list[QuestionRow]:
    """The questions of one measure, parts under their whole."""
    rows, above = [], ""
    for question in questions:
        whole = _summed(question, sheet.document)
        head = whole.code if whole else question.part_of
        part = bool(head) and head == above
        begins = whole is not None and not part
        rows.append(_row(question, sheet, part=part or begins, whole=whole if begins else None))
        above = head if part or begins else question.code
    return rows


def _summed(question: Indicator, document: PlanDocument) -> Indicator | None:
    return next((other for other in document.indicators if question.code in other.sum_of), None)


def _row(question: Indicator, sheet: Sheet, *, part: bool, whole: Indicator | None) -> QuestionRow:
    code, faults = question.code, sheet.faults
    answer = sheet.answers.get(code, Answer(code))
    yes_no = question.kind is IndicatorKind.YES_NO
    offered = not sheet.blank and _is_offered(answer, sheet.offers.get(code))
    return QuestionRow(
        id=code,
        label=_label(question, part=part),
        help=in_language(question, "guidance"),
        error=faults.at_question(code),
        compare=sheet.comparison.rows(question),
        note=_note(question, sheet, offered=offered),
        part=part,
        yes_no=yes_no,
        value=_value(answer, yes_no=yes_no),
        unit=unit_of(question),
        reasons=[] if sheet.blank else reason_choices(answer, yes_no=yes_no),
        reason=answer.reason,
        reason_text=faults.typed(field_name(code, "reason_text"), answer.reason_text),
        fields=small_fields(question, answer, faults),
        offered=offered,
        tick=_("Checked, still true on %(day)s") % {"day": sheet.last_day} if offered else "",
        ticked=answer.confirmed,
        why=faults.why(code),
        explanation=faults.typed(field_name(code, "note"), answer.note),
        explanation_error=faults.at(code, "note"),
        remarks=[words for place in ("reason_text", *ASKED) if (words := _remark(faults, code, place))],
        whole=_whole(whole, sheet) if whole else None,
    )


def _label(question: Indicator, *, part: bool) -> str:
    name = capital(short_name_of(question)) if part else name_of(question)
    return name if question.required else _("%(name)s (if any)") % {"name": name}


def _remark(faults: Faults, code: str, place: str) -> str:
    """Wording that may lead to a person; hints about figures ask for a reason instead."""
    return faults.remark(code, place) if place in LIMITS else ""


def _is_offered(answer: Answer, offer: Answer | None) -> bool:
    return offer is not None and answer.given and same(answer, offer)


def _value(answer: Answer, *, yes_no: bool) -> str:
    if "value" in answer.unread:
        return answer.unread["value"]
    if answer.value is None:
        return ""
    return str(int(answer.value)) if yes_no else number(answer.value)


def _note(question: Indicator, sheet: Sheet, *, offered: bool) -> str:
    """Who gives the figure, and where an offered answer came from."""
    notes = []
    found = sheet.history.latest(question.code) if offered else None
    if found:
        notes.append(
            _("Taken over from %(quarter)s, to be confirmed.") % {"quarter": label_of(found[0].quarter)}
        )
    providers = "; ".join(question.providers(language()))
    if providers:
        notes.append(_("Provided by: %(providers)s.") % {"providers": providers})
    return " ".join(notes)


def _whole(indicator: Indicator, sheet: Sheet) -> Whole:
    values = [a.value if (a := sheet.answers.get(code)) else None for code in indicator.sum_of]
    known = [value for value in values if value is not None]
    complete = len(known) == len(values) and not sheet.blank
    return Whole(
        code=indicator.code,
        label=name_of(indicator),
        unit=unit_of(indicator),
        value=number(sum(known)) if complete else "…",
        parts=" ".join(indicator.sum_of),
        compare=sheet.comparison.rows(indicator),
    )
