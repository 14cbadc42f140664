"""Writing the working draft: start it, save it, fill in what did not happen, copy last period's words."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from bg_portal import audit, clock
from communes import completeness, deadlines, nothing, words, workflow
from communes.answers import Answer, Content
from communes.models import Account, Commune, Figure, Proposal, Report, User
from communes.queries.drafts import draft_answers, draft_content
from communes.queries.history import history_of
from communes.queries.periods import is_closed, takes_part
from communes.refusals import Overtaken, Refused
from communes.vocabulary import ReportKind, ReportState
from plans.models import Indicator, Measure, Period
from plans.queries import plan_document


class DraftConflict(Overtaken):
    """Somebody saved the draft after the page was opened; `now` is what they saved."""

    def __init__(self, now: Content, version: int) -> None:
        super().__init__(_("Somebody else saved this report while it was open here."))
        self.now = now
        self.version = version


@transaction.atomic
def start_report(*, commune: Commune, period: Period, by: User) -> Report:
    """Open the period's report, prefilled with the stocks and standing answers of the last accepted one.

    Two who start at once get the same report. Prefilled answers wait for somebody to confirm them.
    """
    _may_write(commune, by)
    if not takes_part(commune, period):
        raise Refused(_("This commune does not take part in the plan in this period."))
    if not deadlines.can_start(period.starts_on, clock.today()):
        raise Refused(_("This period has not begun yet."))
    if is_closed(period):
        raise Refused(_("The city has closed this period; a reviewer can open it again."))
    report, created = Report.objects.get_or_create(commune=commune, period=period)
    if created:
        document = plan_document(period.plan)
        asked = completeness.asked(document, period.key)
        prefilled = completeness.prefill(asked, history_of(commune, period), period.key)
        _write_figures(report, {}, prefilled, by)
        report.writers.add(by)
    return report


@transaction.atomic
def save_draft(*, report: Report, content: Content, version: int, by: User) -> Report:
    """Store the draft as typed, half-filled or not.

    * refuses a report that is with the city or accepted;
    * where somebody saved since `version`, changes nothing and raises DraftConflict with what they saved;
    * stamps who wrote each answer, only where it changed.
    """
    report = _writable(report, by)
    before = draft_content(report)
    if report.draft_version != version:
        raise DraftConflict(before, report.draft_version)
    _write_figures(report, before.answers, content.answers, by)
    _write_accounts(report, content.accounts)
    _write_proposals(report, content.proposals)
    report.limitations = content.limitations
    report.next_tasks = content.next_tasks
    report.kind = _kind(report, content).value
    return _stamp(report, by)


@transaction.atomic
def fill_nil(*, report: Report, measure: int | None, version: int, by: User) -> Report:
    """Put 0 where a flow is still unanswered, in one measure or everywhere, and never over what was typed.

    Stocks stay to be confirmed and yes/no answers are left alone: "nothing happened" says nothing of them.
    """
    report = _writable(report, by)
    before = draft_answers(report)
    if report.draft_version != version:
        raise DraftConflict(draft_content(report), report.draft_version)
    document = plan_document(report.period.plan)
    asked = completeness.asked(document, report.period.key)
    filled = nothing.nil_answers(asked, before, measure=measure)
    _write_figures(report, before, {**before, **filled}, by)
    if measure is None and report.kind == ReportKind.ORDINARY:
        report.kind = ReportKind.NIL.value
    audit.record(kind="report.nil_filled", by=by.pk, subject=f"communes.report:{report.pk}", data={})
    return _stamp(report, by)


@transaction.atomic
def copy_texts(*, report: Report, source: Content, version: int, by: User) -> Report:
    """Take over last period's words where nothing was written yet; figures are never copied."""
    report = _writable(report, by)
    before = draft_content(report)
    if report.draft_version != version:
        raise DraftConflict(before, report.draft_version)
    accounts = {order: text for order, text in source.accounts.items() if order not in before.accounts}
    _write_accounts(report, {**accounts, **before.accounts})
    _write_proposals(report, before.proposals or source.proposals)
    report.limitations = report.limitations or source.limitations
    report.next_tasks = report.next_tasks or source.next_tasks
    return _stamp(report, by)


def _may_write(commune: Commune, by: User) -> None:
    if not any(by.has_perm(p, commune) for p in ("communes.write_report", "communes.enter_paper_report")):
        raise Refused(_("This step is not open to this account."))


def _writable(report: Report, by: User) -> Report:
    report = (
        Report.objects.select_related("commune", "period__plan")
        .select_for_update(of=("self",))
        .get(pk=report.pk)
    )
    _may_write(report.commune, by)
    if ReportState(report.state) not in workflow.WRITABLE:
        message = _("The report is now: %(state)s. It cannot be changed in this state.")
        raise Overtaken(message % {"state": words.LABELS[ReportState(report.state)]})
    return report


def _stamp(report: Report, by: User) -> Report:
    report.draft_version += 1
    report.saved_at, report.saved_by = clock.now(), by
    report.save()
    report.writers.add(by)
    return report


def _kind(report: Report, content: Content) -> ReportKind:
    """A nothing-to-report report that tells of something is an ordinary one."""
    if report.kind != ReportKind.NIL:
        return ReportKind(report.kind)
    questions = completeness.asked(plan_document(report.period.plan), report.period.key)
    return ReportKind.NIL if nothing.is_nil(questions, content.answers) else ReportKind.ORDINARY


def _write_figures(
    report: Report, before: Mapping[str, Answer], after: Mapping[str, Answer], by: User
) -> None:
    """Store the answers that changed; what was emptied is removed."""
    changed = {code: a for code, a in after.items() if a != before.get(code)}
    emptied = {code for code, a in changed.items() if a == Answer(code)}
    report.figures.filter(indicator__code__in=emptied).delete()
    ids = dict(Indicator.objects.filter(plan=report.period.plan, code__in=changed).values_list("code", "pk"))
    rows = [_figure(report, ids[code], a, by) for code, a in changed.items() if code not in emptied]
    stored = [f.name for f in Figure._meta.concrete_fields if f.name not in ("id", "report", "indicator")]
    Figure.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["report", "indicator"], update_fields=stored
    )


def _figure(report: Report, indicator_id: int, answer: Answer, by: User) -> Figure:
    values = {name: value for name, value in vars(answer).items() if name not in ("code", "unread")}
    return Figure(
        report=report,
        indicator_id=indicator_id,
        **values,
        typed=dict(answer.unread),
        written_by=by,
        written_at=clock.now(),
    )


def _write_accounts(report: Report, accounts: Mapping[int, str]) -> None:
    ids = dict(Measure.objects.filter(plan=report.period.plan).values_list("order", "pk"))
    report.accounts.all().delete()
    Account.objects.bulk_create(
        Account(report=report, measure_id=ids[order], text=text)
        for order, text in accounts.items()
        if text and order in ids
    )


def _write_proposals(report: Report, proposals: tuple[str, ...]) -> None:
    report.proposals.all().delete()
    Proposal.objects.bulk_create(
        Proposal(report=report, order=order, text=text)
        for order, text in enumerate((p for p in proposals if p), start=1)
    )
