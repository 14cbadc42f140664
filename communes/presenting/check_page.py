"""The draft as it will be sent: each answer in words, what is missing, what keeps it from being sent."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from communes.completeness import Progress, overall
from communes.findings import Finding
from communes.forms.draft_fields import anchor
from communes.presenting.draft_page import last_texts
from communes.presenting.faults import Fault, Faults
from communes.presenting.texts import TextRow, account_row, report_rows, text_labels
from communes.presenting.wording import measure_title, name_in_list, name_of, paper_words, value_words
from communes.queries.checks import CheckedDraft
from communes.queries.surroundings import Surroundings
from plans.document import Indicator, Measure


@dataclass(frozen=True)
class AnswerRow:
    """One answer as the city will read it."""

    code: str
    name: str
    value: str
    paper: str
    href: str
    problem: str
    unconfirmed: bool
    hint: str
    explanation: str
    empty: bool


@dataclass(frozen=True)
class AnswerGroup:
    """The answers and the words of one measure."""

    id: str
    title: str
    rows: list[AnswerRow]
    account: str


@dataclass(frozen=True)
class CheckPage:
    """Everything the check page draws of the draft."""

    missing: list[Fault]
    refused: list[Fault]
    unexplained: list[Fault]
    groups: list[AnswerGroup]
    texts: list[TextRow]
    proposals: tuple[str, ...]
    done: Progress
    ready: bool

    @property
    def progress(self) -> str:
        """How many required answers are there."""
        words = _("%(done)d of %(total)d required answers entered")
        return words % {"done": self.done.done, "total": self.done.total}


def check_page(checked: CheckedDraft, around: Surroundings, key: tuple[str, str, str]) -> CheckPage:
    """The check page of a draft; links lead to the fields of its form."""
    form = reverse("report-edit", args=key)
    faults = Faults(checked.document, checked.findings)
    named = {question.code: question for question in checked.questions}
    labels = text_labels(checked.document, len(checked.content.proposals))
    listed = faults.listed(checked.questions, labels)
    return CheckPage(
        missing=[_missing(named[code], checked, form) for code in checked.readiness.missing],
        refused=[Fault(f"{form}{fault.href}", fault.label, fault.words) for fault in listed],
        unexplained=[_unexplained(f, named, faults, form) for f in _first(checked.readiness.unexplained)],
        groups=[_group(measure, checked, faults, form) for measure in checked.document.measures],
        texts=report_rows(checked.content, faults, last_texts(around)),
        proposals=checked.content.proposals,
        done=overall(checked.progress),
        ready=checked.readiness.ready,
    )


def _label(question: Indicator) -> str:
    return f"{question.code} {name_in_list(question)}"


def _missing(question: Indicator, checked: CheckedDraft, form: str) -> Fault:
    answer = checked.content.answers.get(question.code)
    offered = answer is not None and answer.given and not answer.confirmed
    if offered:
        return Fault(f"{form}#{anchor(question.code, 'confirmed')}", _label(question), _("to be confirmed"))
    return Fault(f"{form}#{anchor(question.code)}", _label(question), _("still to be entered"))


def _first(findings: tuple[Finding, ...]) -> list[Finding]:
    """One finding for each answer, as one reason is asked for."""
    return list({finding.code: finding for finding in reversed(findings)}.values())[::-1]


def _unexplained(finding: Finding, named: dict[str, Indicator], faults: Faults, form: str) -> Fault:
    href = f"{form}#{anchor(finding.code, 'note')}"
    return Fault(href, _label(named[finding.code]), faults.why(finding.code))


def _group(measure: Measure, checked: CheckedDraft, faults: Faults, form: str) -> AnswerGroup:
    questions = [q for q in checked.questions if q.measure == measure.order]
    return AnswerGroup(
        id=f"m{measure.order}",
        title=measure_title(measure),
        rows=[_row(question, checked, faults, form) for question in questions],
        account=account_row(measure, checked.content, faults, None).text,
    )


def _row(question: Indicator, checked: CheckedDraft, faults: Faults, form: str) -> AnswerRow:
    code = question.code
    answer = checked.content.answers.get(code)
    value = value_words(question, answer)
    if answer and "value" in answer.unread:
        value = answer.unread["value"]
    return AnswerRow(
        code=code,
        name=name_of(question),
        value=value,
        paper=paper_words(answer),
        href=f"{form}#{anchor(code)}",
        problem=" ".join(fault.words for fault in faults.of_question(question)),
        unconfirmed=answer is not None and answer.given and not answer.confirmed,
        hint=faults.why(code),
        explanation=answer.note if answer else "",
        empty=answer is None or not answer.given,
    )
