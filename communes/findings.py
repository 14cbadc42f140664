"""What a check has to say: a refusal that keeps a report from being sent, or a hint that asks why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeAlias

from bg_portal.periods import Quarter
from communes.answers import Answer

SHORTEST_REASON: Final = 5
"""Characters; decision of the house: shorter than this nothing is explained."""

TEXT_PLACES: Final = frozenset({"reason_text", "activity", "note", "document_number"})


class Level(StrEnum):
    """Whether it must be mended, or may be explained."""

    REFUSAL = "refusal"
    HINT = "hint"


@dataclass(frozen=True)
class Name:
    """Stands in a message for the name of an indicator, which depends on the reader's language."""

    code: str


Param: TypeAlias = Decimal | int | date | str | Quarter | Name


@dataclass(frozen=True)
class Finding:
    """One thing that was found about an answer or a text of a report.

    `message` is a msgid that says what to do, with `params` to be written in the reader's language.
    """

    code: str
    """The indicator's; empty for a text of the report."""
    level: Level
    message: str
    params: Mapping[str, Param] = field(default_factory=dict)
    other_codes: tuple[str, ...] = ()
    """Indicators whose answers may be at fault as well."""
    place: str = "value"
    """The field of the answer, or the text of the report."""

    @property
    def asks_why(self) -> bool:
        """Whether a reason is owed: hints about figures, not about wording."""
        return self.level is Level.HINT and bool(self.code) and self.place not in TEXT_PLACES


def refusals(findings: Iterable[Finding]) -> list[Finding]:
    """What must be mended."""
    return [finding for finding in findings if finding.level is Level.REFUSAL]


def hints(findings: Iterable[Finding]) -> list[Finding]:
    """What may be right, and travels to the reviewer with its reason."""
    return [finding for finding in findings if finding.level is Level.HINT]


def unexplained(findings: Iterable[Finding], answers: Mapping[str, Answer]) -> list[Finding]:
    """The hints for which the answer's note gives no reason yet."""
    return [finding for finding in findings if finding.asks_why and not _explained(answers.get(finding.code))]


def _explained(answer: Answer | None) -> bool:
    return answer is not None and len(answer.note.strip()) >= SHORTEST_REASON
