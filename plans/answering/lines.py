"""One answer behind a figure, as a line: what it says, what it does in the figure, where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plans.book import Book
from plans.document import Indicator
from plans.explanation import Role, Source
from plans.presenting.wording import answer, written
from plans.protection import Form, Paper, Shown
from plans.provenance import Acceptances
from plans.ranges import Range
from plans.saying_words import sentence
from plans.sayings import gettext_noop
from plans.words import label_of

ROLES: Final[Mapping[Role | None, tuple[str, Promise]]] = {
    Role.COUNTED: ("full", _("counted")),
    Role.MISSING: ("unknown", _("missing")),
    Role.WITHHELD: ("na", _("counted, but not published")),
    Role.EXCLUDED: ("na", _("not counted")),
    Role.PART: ("plus", _("part of the sum")),
    None: ("na", _("nothing to look at")),
}
"""Shape and word for what an answer does."""


@dataclass(frozen=True)
class Formula:
    """A value, its unit, and what it is worked out from."""

    value: str
    unit: str
    terms: str


@dataclass(frozen=True)
class Line:
    """One answer, or the place of one that lacks."""

    code: str
    period: str
    text: str
    mark: str
    role: str
    paper: str
    why: str
    href: str
    """Leads to the report, where there is one."""
    sent: date | None
    accepted: date | None
    quiet: bool
    """Whether it adds nothing to the figure."""
    part: bool
    """Whether it is a part of the answer above it."""


@dataclass(frozen=True)
class Lines:
    """Answers as the rows of a table, that has no column nobody fills."""

    rows: tuple[Line, ...]

    @property
    def papers(self) -> bool:
        return any(row.paper for row in self.rows)

    @property
    def reports(self) -> bool:
        return any(row.href for row in self.rows)

    @property
    def codes(self) -> bool:
        """Whether they answer more than one question."""
        return len({row.code for row in self.rows}) > 1


def line(book: Book, source: Source, sources: Acceptances) -> Line:
    """The answer in words."""
    indicator, shown = book.document.indicator(source.indicator), source.shown
    mark, role = ROLES[source.role]
    accepted = sources.get((source.commune, source.period)) if shown else None
    return Line(
        code=source.indicator,
        period=label_of(source.period) if source.period else "",
        text=figure_text(shown, indicator),
        mark=mark,
        role=str(role),
        paper=paper_text(shown.paper) if shown else "",
        why=sentence(source.why, book.document) if source.why else "",
        href=reverse("source", args=[accepted.reference]) if accepted else "",
        sent=accepted.sent if accepted else None,
        accepted=accepted.on if accepted else None,
        quiet=source.role is not Role.COUNTED,
        part=source.role is Role.PART,
    )


def figure_text(shown: Shown | None, indicator: Indicator) -> str:
    """What stands accepted, as the reader may see it: a protected number stays a range."""
    if shown is None:
        return ""
    if shown.low is None:
        return gettext(_WITHOUT[shown.form])
    return answer(indicator, shown.low) if shown.low == shown.high else written(Range(shown.low, shown.high))


_WITHOUT: Final = {
    Form.MISSING: gettext_noop("no figures"),
    Form.NOT_PUBLISHED: gettext_noop("not published"),
    Form.NOT_APPLICABLE: gettext_noop("outside the scope"),
}


def paper_text(paper: Paper) -> str:
    """The document behind an answer with its days; empty where none is named."""
    if not paper.number:
        return ""
    said = [paper.number]
    if paper.dated_on:
        said.append(gettext("dated %(day)s") % {"day": f"{paper.dated_on:%d/%m/%Y}"})
    if paper.effective_on and paper.effective_on != paper.dated_on:
        said.append(gettext("in force from %(day)s") % {"day": f"{paper.effective_on:%d/%m/%Y}"})
    if paper.valid_until:
        said.append(gettext("valid until %(day)s") % {"day": f"{paper.valid_until:%d/%m/%Y}"})
    return ", ".join(said)
