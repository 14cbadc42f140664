"""The edits of an indicator's and of an objective's page, each with its targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from plans.admin.edits import DocumentEdit, Opened, Own
from plans.admin.known import communes, indicators, measures, target_section, with_targets
from plans.document import Criterion, Indicator, Named, Objective, PlanDocument
from plans.document_rows import PLAN, place_of
from plans.field_words import MODEL_NAMES
from plans.forms.row_fields import Choices
from plans.forms.row_forms import Section


class CodedEdit(DocumentEdit):
    """The edit of a row with a code, or of one to be added."""

    word: str

    def __init__(self, state: Opened, code: str, data: Any = None) -> None:
        self.code = code
        super().__init__(state, data)

    @property
    def place(self) -> str:
        return place_of(PLAN, self.word, self.code or self.form.cleaned_data.get("code", ""))

    def parent(self, table: str) -> str:
        return "" if table == "targets" else f"{self.place}, "

    def constants(self, table: str) -> dict[str, Any]:
        return {self.word: self.code or self.form.values()["code"]} if table == "targets" else {}

    def targets(self) -> Section:
        """The table of what was decided for it."""
        return target_section(self.state.document, self.state.now, self.code, communes())


class IndicatorEdit(CodedEdit):
    """An indicator and its targets."""

    word = "indicator"

    def own(self) -> Own:
        document = self.state.document
        others = [choice for choice in indicators(document) if choice[0] != self.code]
        choices = {"measure": measures(document), "part_of": others, "protected_with": others}
        columns = [spec.name for spec in fields(Indicator)]
        return Own(Indicator, _coded(document.indicators, self.code), columns, ("code",), choices)

    def described(self) -> Sequence[Section]:
        return [self.targets()]

    def bent(self, own: dict[str, Any], rows: dict[str, tuple[Any, ...]]) -> PlanDocument:
        now, row = self.state.now, self.own().row
        stands = _coded(now.indicators, self.code) or row
        changed = replace(stands, **own) if stands else Indicator(**own)
        others = (item for item in now.indicators if item.code != self.code)
        targets = with_targets(now, self.code, rows["targets"])
        return replace(now, indicators=(*others, changed), targets=targets)


class ObjectiveEdit(CodedEdit):
    """An objective, its criteria, the communes named for it, and its targets."""

    word = "objective"

    def own(self) -> Own:
        columns = [spec.name for spec in fields(Objective) if "table" not in spec.metadata]
        return Own(Objective, _coded(self.state.document.objectives, self.code), columns, ("code",))

    def described(self) -> Sequence[Section]:
        known = {"indicator": indicators(self.state.document), "commune": communes()}
        return [
            self._section(
                "criterion", Criterion, "criteria", ("indicator", "order", "window", "minimum"), known
            ),
            self._section("named", Named, "named", ("commune", "from_year", "document"), known),
            self.targets(),
        ]

    def _section(
        self, word: str, kind: type[Any], name: str, columns: Sequence[str], known: Mapping[str, Choices]
    ) -> Section:
        """The table of one of the objective's lists; its first column says which row a row is."""
        return Section(
            name=name,
            word=word,
            title=MODEL_NAMES[kind.__name__][1],
            row_class=kind,
            columns=columns,
            fixed=columns[:1],
            rows=getattr(_coded(self.state.document.objectives, self.code), name, ()),
            current=getattr(_coded(self.state.now.objectives, self.code), name, ()),
            choices={column: known[column] for column in columns if column in known},
        )

    def bent(self, own: dict[str, Any], rows: dict[str, tuple[Any, ...]]) -> PlanDocument:
        now, row = self.state.now, self.own().row
        stands = _coded(now.objectives, self.code) or row
        said = {**own, "criteria": rows["criteria"], "named": rows["named"]}
        changed = replace(stands, **said) if stands else Objective(**said)
        others = (item for item in now.objectives if item.code != self.code)
        targets = with_targets(now, self.code, rows["targets"])
        return replace(now, objectives=(*others, changed), targets=targets)


def _coded(rows: Iterable[Any], code: str) -> Any:
    """The row of a code, or None."""
    return next((row for row in rows if row.code == code), None)
