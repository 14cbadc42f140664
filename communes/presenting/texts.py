"""The words of a report as rows: what was done, limitations, tasks, proposals; and what was written last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from communes.answers import Content
from communes.forms.draft import MOST_PROPOSALS, PROPOSAL_LIMIT, TEXT_LIMIT
from communes.forms.draft_fields import account_name, proposal_name
from communes.presenting.faults import Faults
from communes.presenting.wording import measure_title
from plans.document import Measure, PlanDocument
from plans.words import label_of

LEAST_PROPOSAL_ROWS = 3
FREE_ROWS = 2
"""Empty rows that are always there for further proposals."""


@dataclass(frozen=True)
class TextRow:
    """One box for words."""

    id: str
    label: str
    text: str
    limit: int
    """Most characters that are stored."""
    help: str = ""
    error: str = ""
    remark: str = ""
    note: str = ""


@dataclass(frozen=True)
class LastTexts:
    """What was written for the last period that was sent."""

    period: str
    content: Content

    @property
    def label(self) -> str:
        """The period in words."""
        return label_of(self.period)

    @property
    def some(self) -> bool:
        """Whether there are any words to take over."""
        return bool(texts_by_field(self.content))


def privacy_help() -> str:
    """What no box for words may hold: what leads to a person is personal data (law 91/2025/QH15)."""
    return _(
        "Write nothing by which a person can be recognised (name, age, home, workplace, circumstances), "
        "and no name of a business. Describe the situation in general and in numbers."
    )


def texts_by_field(content: Content) -> dict[str, str]:
    """The texts of a report by field, as far as there are any."""
    texts = {account_name(order): text for order, text in content.accounts.items()}
    texts |= {"limitations": content.limitations, "next_tasks": content.next_tasks}
    return {place: text for place, text in texts.items() if text}


def account_row(measure: Measure, content: Content, faults: Faults, last: LastTexts | None) -> TextRow:
    """What was done for a measure; optional."""
    label = _("What was done in the period (if anything is to be told)")
    return _row(account_name(measure.order), label, content.accounts.get(measure.order, ""), faults, last)


def report_rows(content: Content, faults: Faults, last: LastTexts | None) -> list[TextRow]:
    """The texts about the whole report."""
    return [
        _row("limitations", _("Limitations and causes"), content.limitations, faults, last),
        _row("next_tasks", _("Tasks for the next period"), content.next_tasks, faults, last),
    ]


def _row(place: str, label: str, text: str, faults: Faults, last: LastTexts | None) -> TextRow:
    copied = last is not None and bool(text) and texts_by_field(last.content).get(place) == text
    words = _("The same as in %(quarter)s: the reviewer sees that it was not changed.")
    return TextRow(
        id=place,
        label=label,
        text=faults.typed(place, text),
        limit=TEXT_LIMIT,
        help=privacy_help(),
        error=faults.at("", place),
        remark=faults.remark("", place),
        note=words % {"quarter": last.label} if copied and last else "",
    )


def proposal_rows(
    proposals: Sequence[str], faults: Faults, *, typed: Sequence[str], rows: int
) -> list[TextRow]:
    """A row for each proposal and some free ones; `typed`: the rows as posted, where some cannot stand."""
    texts = list(typed or proposals)
    wanted = max(rows, LEAST_PROPOSAL_ROWS, len(texts) + (0 if typed else FREE_ROWS))
    texts += [""] * (min(wanted, MOST_PROPOSALS) - len(texts))
    places = {text: proposal_name(index) for index, text in enumerate(proposals)}
    return [_proposal(index, text, faults, places.get(text, "")) for index, text in enumerate(texts)]


def _proposal(index: int, text: str, faults: Faults, checked_as: str) -> TextRow:
    """One row; `checked_as`: its name among the checked proposals, which have no empty rows between."""
    name = proposal_name(index)
    slip = faults.slips.get(name)
    return TextRow(
        id=name,
        label=_("Proposal %(number)d") % {"number": index + 1},
        text=text,
        limit=PROPOSAL_LIMIT,
        error=slip.words if slip else faults.at("", checked_as) if checked_as else "",
        remark=faults.remark("", checked_as) if checked_as else "",
    )


def text_labels(document: PlanDocument, proposals: int) -> dict[str, str]:
    """Every box for words by field, as the summary of what cannot stand names it."""
    labels = {account_name(measure.order): measure_title(measure) for measure in document.measures}
    labels |= {
        "limitations": _("Limitations and causes"),
        "next_tasks": _("Tasks for the next period"),
    }
    named = _("Proposal %(number)d")
    return labels | {proposal_name(index): named % {"number": index + 1} for index in range(proposals)}
