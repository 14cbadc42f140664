"""A report as it is read: every answer as it was sent, beside what it was before and what stands out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from communes import completeness
from communes.answers import Answer, Content, changes
from communes.finding_words import sentence
from communes.findings import Finding
from communes.presenting.wording import measure_title, name_of, paper_words, short_name_of, value_words
from plans.document import Indicator, PlanDocument
from plans.vocabulary import Protection


@dataclass(frozen=True)
class Beside:
    """What a content is read beside; empty where a page does not compare."""

    previous: Content | None = None
    """The sending before this one."""
    last: Mapping[str, Answer] = field(default_factory=dict)
    """The accepted answers of the last period that has any."""
    last_quarter: str = ""
    """The key of that period."""
    words_before: Content | None = None
    """The last accepted report, for its words."""
    findings: Sequence[Finding] = ()
    withdrawn: frozenset[str] = frozenset()
    """Codes of accepted figures that were taken down."""
    withdraw: Mapping[str, str] = field(default_factory=dict)
    """Where to take an accepted figure down, by code, for who may."""


@dataclass(frozen=True)
class AnswerRow:
    """One answer; where it is hidden, nothing of it is here."""

    code: str
    name: str
    part: bool
    hidden: bool
    value: str = ""
    given: bool = True
    paper: str = ""
    note: str = ""
    hints: tuple[str, ...] = ()
    before: str = ""
    """What the sending before said; empty where that was the same."""
    last: str = ""
    withdrawn: bool = False
    withdraw: str = ""


@dataclass(frozen=True)
class TextBlock:
    """A text of the report, and whether it says word for word what the last one said."""

    anchor: str
    title: str
    text: str
    unchanged: bool


@dataclass(frozen=True)
class MeasureBlock:
    """One measure with its answers."""

    title: str
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True)
class Correction:
    """One changed figure of a replacement report, with its reason."""

    code: str
    name: str
    hidden: bool
    old: str = ""
    new: str = ""
    reason: str = ""


def is_restricted(indicator: Indicator) -> bool:
    """Whether its figures are shown inside only to who asks for them."""
    return indicator.protection is Protection.RESTRICTED


class Sheet:
    """One content of a report, set out by measure; with `hide` it leaves out what is restricted."""

    def __init__(self, document: PlanDocument, content: Content, beside: Beside, *, hide: bool) -> None:
        self.document = document
        self.content = content
        self.beside = beside
        self.hide = hide
        before = beside.previous
        self.changed = {change.code for change in changes(before, content)} if before else set()

    def blocks(self, quarter: str) -> list[MeasureBlock]:
        """The measures that ask something in the quarter, in the plan's order."""
        questions = completeness.asked(self.document, quarter)
        blocks = []
        for measure in self.document.measures:
            rows = tuple(self._row(question) for question in questions if question.measure == measure.order)
            if rows:
                blocks.append(MeasureBlock(measure_title(measure), rows))
        return blocks

    def accounts(self) -> list[TextBlock]:
        """What was done, measure by measure; what is empty is left out."""
        before = self.beside.words_before.accounts if self.beside.words_before else {}
        told = self.content.accounts
        return [
            TextBlock(
                anchor=f"account-{measure.order}",
                title=measure_title(measure),
                text=told[measure.order],
                unchanged=before.get(measure.order) == told[measure.order],
            )
            for measure in self.document.measures
            if told.get(measure.order)
        ]

    def closing_texts(self, titles: tuple[str, str]) -> list[TextBlock]:
        """Limitations and the tasks of the next period, under the titles given; what is empty is left out."""
        before = self.beside.words_before
        return [
            TextBlock(name, title, text, before is not None and getattr(before, name) == text)
            for title, name in zip(titles, ("limitations", "next_tasks"), strict=True)
            if (text := getattr(self.content, name))
        ]

    def _row(self, question: Indicator) -> AnswerRow:
        part = bool(question.part_of)
        name = short_name_of(question) if part else name_of(question)
        if self.hide and is_restricted(question):
            withdraw = self.beside.withdraw.get(question.code, "")
            before = _("hidden") if question.code in self.changed else ""
            return AnswerRow(question.code, name, part, hidden=True, before=before, withdraw=withdraw)
        answer = self.content.answers.get(question.code)
        last = self.beside.last.get(question.code)
        return AnswerRow(
            code=question.code,
            name=name,
            part=part,
            hidden=False,
            value=value_words(question, answer),
            given=answer is not None and answer.given,
            paper=paper_words(answer),
            note=answer.note if answer else "",
            hints=tuple(self._hints(question)),
            before=self._before(question),
            last=value_words(question, last) if last else "",
            withdrawn=question.code in self.beside.withdrawn,
            withdraw=self.beside.withdraw.get(question.code, ""),
        )

    def _hints(self, question: Indicator) -> list[str]:
        """What was found about the answer; a sentence that would tell a hidden figure is left out."""
        return [
            sentence(finding, self.document)
            for finding in self.beside.findings
            if finding.code == question.code and not (self.hide and self._tells_hidden(finding))
        ]

    def _tells_hidden(self, finding: Finding) -> bool:
        return any(is_restricted(self.document.indicator(code)) for code in finding.other_codes)

    def _before(self, question: Indicator) -> str:
        if self.beside.previous is None or question.code not in self.changed:
            return ""
        before = self.beside.previous.answers.get(question.code)
        value, paper = value_words(question, before), paper_words(before)
        return f"{value}, {paper}" if paper else value


def corrections(
    document: PlanDocument, accepted: Content, content: Content, *, hide: bool
) -> list[Correction]:
    """What a replacement report changes of the accepted one."""
    return [
        _correction(document.indicator(change.code), change.before, change.after, hide=hide)
        for change in changes(accepted, content)
    ]


def _correction(
    indicator: Indicator, before: Answer | None, after: Answer | None, *, hide: bool
) -> Correction:
    if hide and is_restricted(indicator):
        return Correction(indicator.code, name_of(indicator), hidden=True)
    return Correction(
        code=indicator.code,
        name=name_of(indicator),
        hidden=False,
        old=value_words(indicator, before),
        new=value_words(indicator, after),
        reason=after.note if after else "",
    )
