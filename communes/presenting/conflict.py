"""Two versions of a draft as rows of words: what was saved by somebody else, what was typed here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from communes.answers import Answer, Content
from communes.forms.draft import KEEP
from communes.forms.draft_fields import Slip
from communes.merging import Difference, Unit, answer_key, units
from communes.presenting.texts import text_labels
from communes.presenting.wording import name_of, paper_words, value_words
from plans.document import PlanDocument


@dataclass(frozen=True)
class ConflictRow:
    """One unit to choose a version of."""

    name: str
    label: str
    theirs: str
    mine: str
    mine_first: bool


@dataclass(frozen=True)
class TypedRow:
    """One unit of what was typed."""

    label: str
    text: str


def conflict_rows(found: Iterable[Difference], document: PlanDocument) -> list[ConflictRow]:
    """A row for each difference, in the order of the form."""
    labels = _labels(document)
    order = {key: place for place, key in enumerate(labels)}
    return [
        ConflictRow(
            name=f"{KEEP}{each.key}",
            label=labels[each.key],
            theirs=unit_words(each.key, each.theirs, document),
            mine=unit_words(each.key, each.mine, document),
            mine_first=each.mine_changed,
        )
        for each in sorted(found, key=lambda each: order[each.key])
    ]


def typed_rows(content: Content, slips: Mapping[str, Slip], document: PlanDocument) -> list[TypedRow]:
    """Everything a draft says, in the order of the form, and then what could not be stored of it."""
    labels, said = _labels(document), units(content)
    rows = [
        TypedRow(label, unit_words(key, said[key], document)) for key, label in labels.items() if key in said
    ]
    return [*rows, *(TypedRow(name, slip.text) for name, slip in slips.items() if slip.text)]


def _labels(document: PlanDocument) -> dict[str, str]:
    """Every unit by its key, in the order of the form."""
    labels = {answer_key(i.code): f"{i.code} {name_of(i)}" for i in document.indicators}
    return {**labels, **text_labels(document, 0), "proposals": _("Proposals")}


def unit_words(key: str, unit: Unit | None, document: PlanDocument) -> str:
    """What one unit says, typed but unreadable text included."""
    if unit is None:
        return _("[not entered yet]")
    if isinstance(unit, str):
        return unit
    if not isinstance(unit, Answer):
        return "\n".join(unit)
    indicator = document.indicator(unit.code)
    typed = ", ".join(unit.unread.values())
    value = typed if typed and not unit.given else value_words(indicator, unit)
    parts = [value, paper_words(unit), typed if unit.given else "", unit.note]
    return "\n".join(part for part in parts if part)
