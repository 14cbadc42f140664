"""What is printed to collect figures: the empty form, and a sheet for each provider."""

from __future__ import annotations

from dataclasses import dataclass

from bg_portal.dates import format_date
from communes.completeness import asked
from communes.history import History
from communes.models import Commune
from communes.presenting.compare import Comparison
from communes.presenting.faults import Faults
from communes.presenting.questions import QuestionRow, Sheet, question_rows
from communes.presenting.wording import measure_title, name_of, unit_of, yes_no_unit
from plans.document import Indicator, PlanDocument
from plans.models import Period
from plans.presenting.wording import capital, in_language, language


@dataclass(frozen=True)
class BlankGroup:
    """One measure of the empty form."""

    id: str
    title: str
    questions: list[QuestionRow]


@dataclass(frozen=True)
class ProviderRow:
    """One figure that is asked of a provider."""

    code: str
    name: str
    unit: str
    guidance: str


@dataclass(frozen=True)
class Provider:
    """A body that gives figures, with what is asked of it; numbered in the order of the form."""

    number: int
    name: str
    rows: list[ProviderRow]


def blank_groups(
    document: PlanDocument, history: History, commune: Commune, period: Period
) -> list[BlankGroup]:
    """The questions of a period with nothing filled in, beside the accepted figures."""
    sheet = Sheet(
        document=document,
        answers={},
        history=history,
        offers={},
        comparison=Comparison(document, history, period.key, commune),
        faults=Faults(document, ()),
        last_day=format_date(period.ends_on),
        blank=True,
    )
    questions = asked(document, period.key)
    groups = [
        BlankGroup(
            f"m{measure.order}",
            measure_title(measure),
            question_rows([q for q in questions if q.measure == measure.order], sheet),
        )
        for measure in document.measures
    ]
    return [group for group in groups if group.questions]


def providers(document: PlanDocument, period: str) -> list[Provider]:
    """Who is to be asked for figures of a quarter, and for which."""
    found: dict[str, list[Indicator]] = {}
    for question in asked(document, period):
        for name in question.providers(language()):
            found.setdefault(name, []).append(question)
    return [
        Provider(number, capital(name), [_row(question) for question in questions])
        for number, (name, questions) in enumerate(found.items(), start=1)
    ]


def _row(question: Indicator) -> ProviderRow:
    return ProviderRow(
        code=question.code,
        name=name_of(question),
        unit=unit_of(question) or yes_no_unit(),
        guidance=in_language(question, "guidance"),
    )
