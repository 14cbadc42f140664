"""What is to be mended or explained in a draft, sorted to the fields where it is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from communes.finding_words import sentence
from communes.findings import Finding, Level
from communes.forms.draft_fields import Slip, anchor, field_name
from communes.presenting.wording import name_in_list
from plans.document import Indicator, PlanDocument

IN_THE_BOX = ("value", "reason", "reason_text")
"""Places whose words stand at the question itself rather than at a field below it."""


@dataclass(frozen=True)
class Fault:
    """One thing that cannot stand, with the id of the control it is about."""

    href: str
    label: str
    words: str


class Faults:
    """The findings of a draft, and the slips of the form that was just posted, by field."""

    def __init__(
        self, document: PlanDocument, findings: Iterable[Finding], slips: Mapping[str, Slip] | None = None
    ) -> None:
        self.document = document
        self.slips = dict(slips or {})
        self.findings = list(findings)
        self.refused: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.remarks: dict[tuple[str, str], list[str]] = defaultdict(list)
        for finding in self.findings:
            found = self.refused if finding.level is Level.REFUSAL else self.remarks
            found[finding.code, finding.place].append(sentence(finding, document))

    def at(self, code: str, place: str) -> str:
        """The words at one field of an answer, or of a text of the report where `code` is empty."""
        slip = self.slips.get(field_name(code, place) if code else place)
        return " ".join([*([slip.words] if slip else []), *self.refused.get((code, place), [])])

    def at_question(self, code: str) -> str:
        """The words at the question itself."""
        return " ".join(filter(None, (self.at(code, place) for place in IN_THE_BOX)))

    def remark(self, code: str, place: str) -> str:
        """What is striking at one field and may be right."""
        return " ".join(self.remarks.get((code, place), []))

    def why(self, code: str) -> str:
        """What about an answer asks for a reason."""
        asking = [f for f in self.findings if f.code == code and f.asks_why]
        return " ".join(sentence(finding, self.document) for finding in asking)

    def typed(self, name: str, stored: str) -> str:
        """What a field shows: what was stored, or what was typed and could not be."""
        slip = self.slips.get(name)
        return slip.text if slip else stored

    def listed(self, questions: Iterable[Indicator], text_labels: Mapping[str, str]) -> list[Fault]:
        """Everything that cannot stand, in the order of the form, for the summary on top."""
        found = [fault for question in questions for fault in self.of_question(question)]
        for place, label in text_labels.items():
            words = self.at("", place)
            if words:
                found.append(Fault(f"#{place}", label, words))
        return found

    def of_question(self, question: Indicator) -> list[Fault]:
        """Everything that cannot stand about one answer, field by field."""
        code = question.code
        places = (*IN_THE_BOX, "document_number", "document_date", "valid_until", "activity", "note")
        label = f"{code} {name_in_list(question)}"
        return [
            Fault(f"#{anchor(code, place)}", label, words)
            for place in places
            if (words := self.at(code, place))
        ]

    def codes(self) -> Collection[str]:
        """The questions at which something cannot stand."""
        refused = {code for code, _ in self.refused if code}
        return refused | {name.partition("-")[0] for name in self.slips}
