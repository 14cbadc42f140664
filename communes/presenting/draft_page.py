"""The report form as one value: what the draft holds, what is wrong with it, how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bg_portal import clock
from bg_portal.dates import format_date, format_moment
from bg_portal.pieces import Stop
from bg_portal.vietnamese import padded
from communes import completeness
from communes.answers import Answer, Content
from communes.completeness import Progress
from communes.forms.draft import Posted
from communes.models import Report
from communes.notices import report_key
from communes.presenting.compare import Comparison
from communes.presenting.faults import Fault, Faults
from communes.presenting.questions import QuestionRow, Sheet, question_rows
from communes.presenting.texts import (
    LastTexts,
    TextRow,
    account_row,
    privacy_help,
    proposal_rows,
    report_rows,
    text_labels,
)
from communes.presenting.wording import measure_title
from communes.queries.checks import CheckedDraft
from communes.queries.surroundings import Surroundings
from plans.document import Indicator, Measure

TEXTS = "texts"


@dataclass(frozen=True)
class Group:
    """One measure of the form."""

    id: str
    title: str
    order: int
    meta: str
    questions: list[QuestionRow]
    account: TextRow
    action: SafeString
    """The button that says nothing occurred, where that would still say something."""


@dataclass(frozen=True)
class DraftPage:
    """Everything the form draws."""

    groups: list[Group]
    texts: list[TextRow]
    proposals: list[TextRow]
    stops: list[Stop]
    faults: list[Fault]
    fault_count: int
    done: Progress
    to_explain: int
    last: LastTexts | None
    last_tasks: list[str]
    copy_button: SafeString

    @property
    def mend(self) -> str:
        """The heading over what cannot stand."""
        return _("Before sending: %(places)s") % {"places": places_to_mend(self.fault_count)}

    @property
    def privacy(self) -> str:
        """What no box for words may hold."""
        return privacy_help()

    @property
    def progress(self) -> str:
        """How many required answers are there."""
        words = _("%(done)d of %(total)d required answers entered")
        return words % {"done": self.done.done, "total": self.done.total}

    @property
    def warning(self) -> str:
        """What keeps the draft from being sent beside what is missing."""
        parts = []
        if self.fault_count:
            parts.append(places_to_mend(self.fault_count))
        if self.to_explain:
            count = self.to_explain
            words = ngettext("%(count)s figure to explain", "%(count)s figures to explain", count)
            parts.append(words % {"count": padded(count)})
        return " · ".join(parts)


def places_to_mend(count: int) -> str:
    """How many things cannot stand."""
    words = ngettext("%(count)s place to be mended", "%(count)s places to be mended", count)
    return words % {"count": padded(count)}


def offers_of(checked: CheckedDraft, period: str) -> dict[str, Answer]:
    """What the form offered when the report was begun, from the accepted figures as they stand now."""
    return completeness.prefill(checked.questions, checked.history, period)


def draft_page(
    report: Report,
    checked: CheckedDraft,
    around: Surroundings,
    *,
    posted: Posted | None = None,
    rows: int = 0,
) -> DraftPage:
    """The form of a checked draft; `posted`: where slips of a POST are shown again; `rows`: for proposals."""
    content = checked.content
    faults = Faults(checked.document, checked.findings, posted.slips if posted else {})
    sheet = _sheet(report, checked, faults)
    last = last_texts(around)
    groups = [_group(m, sheet, checked, last) for m in checked.document.measures]
    typed = posted.proposal_rows if posted and posted.slips else ()
    proposals = proposal_rows(content.proposals, faults, typed=typed, rows=rows)
    listed = faults.listed(checked.questions, text_labels(checked.document, len(proposals)))
    shown = [group for group in groups if group.questions]
    texts = report_rows(content, faults, last)
    return DraftPage(
        groups=shown,
        texts=texts,
        proposals=proposals,
        stops=[*(_stop(g, checked, faults) for g in shown), _stop_of_texts(content, texts, proposals)],
        faults=listed,
        fault_count=len(listed),
        done=completeness.overall(checked.progress),
        to_explain=len({finding.code for finding in checked.readiness.unexplained}),
        last=last,
        last_tasks=last.content.next_tasks.splitlines() if last else [],
        copy_button=_copy_button(report, last) if last and last.some else SafeString(),
    )


def _copy_button(report: Report, last: LastTexts) -> SafeString:
    words = _("Take over the words of %(quarter)s") % {"quarter": last.label}
    return _button(words, formaction=reverse("report-copy", args=report_key(report.commune, report)))


def last_texts(around: Surroundings) -> LastTexts | None:
    """What the commune wrote for the last period it sent a report for."""
    return LastTexts(around.previous_period, around.previous) if around.previous else None


def _sheet(report: Report, checked: CheckedDraft, faults: Faults) -> Sheet:
    key = report.period.key
    return Sheet(
        document=checked.document,
        answers=checked.content.answers,
        history=checked.history,
        offers=offers_of(checked, key),
        comparison=Comparison(checked.document, checked.history, key, report.commune),
        faults=faults,
        last_day=format_date(report.period.ends_on),
    )


def _group(measure: Measure, sheet: Sheet, checked: CheckedDraft, last: LastTexts | None) -> Group:
    questions = [q for q in checked.questions if q.measure == measure.order]
    progress = checked.progress.get(measure.order, Progress(0, 0))
    entered = _("%(done)d/%(total)d entered") % {"done": progress.done, "total": progress.total}
    return Group(
        id=f"m{measure.order}",
        title=measure_title(measure),
        order=measure.order,
        meta=entered if progress.total else "",
        questions=question_rows(questions, sheet),
        account=account_row(measure, checked.content, sheet.faults, last),
        action=_nil_button(measure) if can_be_nil(questions, checked.content) else SafeString(),
    )


def _nil_button(measure: Measure) -> SafeString:
    return _button(_("Nothing occurred in the period"), name="move", value=f"nil-{measure.order}")


def _button(text: str, **attributes: str) -> SafeString:
    """A button for the head of a sheet, which takes it ready made."""
    return render_to_string("components/button.html", {"text": text, "tone": "small", **attributes})


def can_be_nil(questions: Sequence[Indicator], content: Content) -> bool:
    """Whether a flow is still unanswered, so that "nothing occurred" would say something."""
    empty = (content.answers.get(q.code, Answer(q.code)) for q in questions if q.nil_fills)
    return any(not (answer.given or answer.unread) for answer in empty)


def _stop(group: Group, checked: CheckedDraft, faults: Faults) -> Stop:
    progress = checked.progress.get(group.order, Progress(0, 0))
    codes = {question.id for question in group.questions}
    count = f"{progress.done}/{progress.total}"
    if codes & set(faults.codes()) or group.account.error:
        return Stop(group.title, f"#{group.id}", "error", _("to be mended"), "error")
    if codes & {finding.code for finding in checked.readiness.unexplained}:
        return Stop(group.title, f"#{group.id}", "hint", _("to be explained"), "act")
    if progress.complete:
        return Stop(group.title, f"#{group.id}", "full", count, "good")
    mark = "draft" if progress.done else "ring"
    return Stop(group.title, f"#{group.id}", mark, count if progress.done else _("not entered"))


def _stop_of_texts(content: Content, texts: Sequence[TextRow], proposals: Sequence[TextRow]) -> Stop:
    title, href = _("Words of the report"), f"#{TEXTS}"
    if any(row.error for row in (*texts, *proposals)):
        return Stop(title, href, "error", _("to be mended"), "error")
    written = bool(content.limitations or content.next_tasks or content.proposals)
    return Stop(title, href, "draft" if written else "ring", "" if written else _("not entered"))


def saved_words(report: Report, *, name: str = "") -> str:
    """When the draft was saved last, and by whom where it was somebody else."""
    if report.saved_at is None:
        return _("Not saved yet")
    moment = format_moment(report.saved_at)
    if clock.today() == report.saved_at.astimezone(clock.now().tzinfo).date():
        moment = moment.partition(",")[0]
    if name:
        return _("Saved at %(moment)s by %(name)s") % {"moment": moment, "name": name}
    return _("Saved at %(moment)s") % {"moment": moment}
