"""The head of every page about one report: which report, its window, when it is due, where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bg_portal.dates import format_date, weekday_date
from bg_portal.pieces import Link, Words
from bg_portal.vietnamese import padded
from communes.deadlines import Timeliness
from communes.models import Commune, Report
from communes.notices import report_key
from communes.queries.surroundings import Surroundings
from communes.vocabulary import ReportState, Standing
from communes.words import LABELS, MARKS
from plans.document import PlanDocument
from plans.models import Period

_WITH_THE_COMMUNE = (ReportState.RETURNED, ReportState.REOPENED)


@dataclass(frozen=True)
class Head:
    """What the first lines say."""

    title: str
    window: str
    due: str
    left: str
    overdue: bool
    mark: str
    word: Words
    tone: str
    sent_back: str
    """Why the city sent the report back; only while the commune has it."""


def report_title(commune: Commune, period: Period) -> str:
    """A report in words: Report of quý III/2018, phường Đa Mai."""
    return _("Report of %(period)s, %(commune)s") % {"period": period.label, "commune": commune.full_name}


def window(period: Period) -> str:
    """The days whose data belong to the period."""
    words = _("Data from %(first)s to %(last)s")
    return words % {"first": format_date(period.starts_on), "last": format_date(period.ends_on)}


def head(report: Report, around: Surroundings, document: PlanDocument) -> Head:
    """The head of a report as it stands."""
    state = ReportState(report.state)
    back = state in _WITH_THE_COMMUNE
    return Head(
        title=report_title(report.commune, report.period),
        window=window(report.period),
        due=weekday_date(around.due),
        left=left_words(around, document),
        overdue=around.timeliness() is Timeliness.OVERDUE,
        mark=MARKS[Standing(state.value)],
        word=str(LABELS[state]),
        tone="act" if back else "",
        sent_back=around.last_comment if back else "",
    )


def left_words(around: Surroundings, document: PlanDocument) -> str:
    """How the report stands to its due date, in working days."""
    match around.timeliness():
        case Timeliness.EXPECTED:
            count = around.days_left(document)
            if not count:
                return _("due today")
            words = ngettext("%(count)s working day left", "%(count)s working days left", count)
            return words % {"count": padded(count)}
        case Timeliness.ON_TIME:
            return _("sent on time")
        case Timeliness.NEVER:
            return _("not sent before the period was closed")
        case late:
            count = around.days_late(document)
            words = ngettext("%(count)s working day late", "%(count)s working days late", count)
            if late is Timeliness.OVERDUE:
                words = ngettext(
                    "overdue by %(count)s working day", "overdue by %(count)s working days", count
                )
            return words % {"count": padded(count)}


def crumbs(report: Report, here: Words) -> list[Link]:
    """The way down to a page of a report."""
    return [*crumbs_of_period(report.commune, report.period, report_key(report.commune, report)), Link(here)]


def crumbs_of_period(commune: Commune, period: Period, key: tuple[str, str, str]) -> list[Link]:
    """The way down to a commune's period, begun or not."""
    return [
        Link(_("Desk"), reverse("desk")),
        Link(report_title(commune, period), reverse("report", args=key)),
    ]
