"""The edit of a plan's own page: what its head says, and all that belongs to the plan as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from plans.admin.edits import DocumentEdit, Own
from plans.admin.known import communes, measures
from plans.document import Holiday, Indicator, Measure, Objective, Participation, Period, PlanDocument
from plans.document_rows import PLAN
from plans.field_words import MODEL_NAMES
from plans.forms.row_fields import Choices
from plans.forms.row_forms import Section

IDENTITY = ("number", "slug")
"""By these a plan is known to files and addresses."""
_MEASURE = tuple(spec.name for spec in fields(Measure))
_INDICATOR = ("code", "measure", "order", "name_vi", "required")
_OBJECTIVE = ("code", "order", "name_vi", "name_en", "success", "direction")
_PERIOD = ("kind", "year", "quarter", "starts_on", "ends_on", "due_on")
_HOLIDAY = ("day", "kind", "name_vi", "name_en", "source", "verified")
_PARTICIPATION = ("commune", "from_period", "to_period")


class PlanEdit(DocumentEdit):
    """Head, measures, indicators and objectives in their order, periods, holidays, participation."""

    place = PLAN

    def own(self) -> Own:
        columns = [spec.name for spec in fields(PlanDocument) if "table" not in spec.metadata]
        return Own(PlanDocument, self.state.document, columns, IDENTITY)

    def described(self) -> Sequence[Section]:
        return [
            self._section("measure", Measure, "measures", _MEASURE, 1),
            self._section("indicator", Indicator, "indicators", _INDICATOR, 1, grows=False),
            self._section("objective", Objective, "objectives", _OBJECTIVE, 1, grows=False),
            self._section("period", Period, "periods", _PERIOD, 3),
            self._section("holiday", Holiday, "holidays", _HOLIDAY, 1),
            self._section("participation", Participation, "participation", _PARTICIPATION, 1),
        ]

    def _section(
        self, word: str, kind: type[Any], name: str, columns: Sequence[str], keys: int, *, grows: bool = True
    ) -> Section:
        """The table of one list; its first columns, `keys` of them, say which row a row is."""
        return Section(
            name=name,
            word=word,
            title=MODEL_NAMES[kind.__name__][1],
            row_class=kind,
            columns=columns,
            fixed=columns[:keys],
            rows=getattr(self.state.document, name),
            current=getattr(self.state.now, name),
            choices=self._choices(columns),
            grows=grows,
        )

    def _choices(self, columns: Sequence[str]) -> dict[str, Choices]:
        """What a table's columns may refer to."""
        found: dict[str, Choices] = {}
        if "measure" in columns:
            found["measure"] = measures(self.state.document)
        if "commune" in columns:
            found["commune"] = communes()
        return found

    def parent(self, table: str) -> str:
        return ""

    def bent(self, own: dict[str, Any], rows: dict[str, tuple[Any, ...]]) -> PlanDocument:
        changes: dict[str, Any] = {**own, **rows}
        return replace(self.state.now, **changes)
