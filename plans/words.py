"""The words a reader sees for the closed lists of `plans.vocabulary`."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Protocol

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from bg_portal.labels import Labels
from bg_portal.periods import Quarter
from plans.vocabulary import (
    AcrossCommunes,
    AcrossQuarters,
    CommentFlag,
    CommentReason,
    CommentState,
    CommentStep,
    Direction,
    EntryKind,
    Frequency,
    HolidayKind,
    IndicatorKind,
    MeasureOfSuccess,
    NewsMove,
    NewsState,
    NoFigure,
    PeriodKind,
    PlanState,
    Protection,
    RecordedBy,
    TopicKind,
    Window,
)

LABELS: Final = Labels(
    {
        PlanState.DRAFT: pgettext_lazy("plan", "being prepared"),
        PlanState.IN_FORCE: pgettext_lazy("plan", "in force"),
        PlanState.CLOSED: pgettext_lazy("plan", "concluded"),
    },
    {
        IndicatorKind.COUNT: _("count"),
        IndicatorKind.AMOUNT: _("amount"),
        IndicatorKind.YES_NO: _("yes or no"),
        IndicatorKind.SCORE: _("score"),
        IndicatorKind.STANDING: _("recognised standing"),
    },
    {
        Frequency.QUARTER: _("every quarter"),
        Frequency.YEAR: _("every year"),
    },
    {
        AcrossQuarters.SUM: _("quarters add up"),
        AcrossQuarters.LATEST: _("as at the end of the period"),
        AcrossQuarters.CUMULATIVE: _("counted since the start of the year"),
        AcrossQuarters.NONE: _("of its own quarter only"),
    },
    {
        AcrossCommunes.SUM: _("communes add up"),
        AcrossCommunes.COUNT_YES: _("number of communes that answered yes"),
        AcrossCommunes.NONE: _("never added up over communes"),
    },
    {
        Protection.OPEN: _("public"),
        Protection.SMALL: _("small numbers protected"),
        Protection.RESTRICTED: _("publication restricted"),
    },
    {
        RecordedBy.COMMUNE: _("reported by communes"),
        RecordedBy.CITY: _("recorded by the city"),
        RecordedBy.COMPUTED: _("computed from its parts"),
    },
    {
        MeasureOfSuccess.SHARE: _("share of communes"),
        MeasureOfSuccess.COUNT: _("number of communes"),
    },
    {
        Direction.REACH: _("to be reached"),
        Direction.KEEP: _("to be kept"),
    },
    {
        Window.STANDING: _("last answer, of this period or one of the four before, its document still valid"),
        Window.LAST_FOUR_QUARTERS: _("at least once in the last four periods"),
        Window.IN_FORCE: _("latest decision in force on the last day of the period"),
        Window.THE_YEAR: _("in the year so far"),
    },
    {
        PeriodKind.QUARTER: _("quarter"),
        PeriodKind.YEAR: _("year"),
    },
    {
        HolidayKind.DAY_OFF: _("day off"),
        HolidayKind.WORKING_DAY: _("make-up working day"),
    },
    {
        EntryKind.ACCEPTANCE: _("acceptance of a report"),
        EntryKind.RECOGNITION: _("decision on recognition"),
        EntryKind.TARGET_REVISION: _("revision of a target"),
        EntryKind.PLAN_EDIT: _("edit of the plan"),
        EntryKind.REPORT_MOVE: _("move of a report"),
        EntryKind.EXTENSION: _("extension of a due date"),
        EntryKind.WITHDRAWAL: _("withdrawal of a figure"),
    },
    {
        NoFigure.PROVIDER_SILENT: _("the provider has not sent it"),
        NoFigure.NOT_COLLECTED: _("could not be collected"),
        NoFigure.OTHER: _("another reason (say which)"),
        NoFigure.NOT_APPLICABLE: _("outside the scope"),
        NoFigure.WITHDRAWN: _("taken down for correction"),
        NoFigure.BLANK: _("left blank"),
    },
    {
        NewsState.DRAFT: pgettext_lazy("announcement", "Draft"),
        NewsState.SCHEDULED: pgettext_lazy("announcement", "Scheduled"),
        NewsState.PUBLISHED: pgettext_lazy("announcement", "Published"),
        NewsState.WITHDRAWN: pgettext_lazy("announcement", "Withdrawn"),
    },
    {
        NewsMove.SCHEDULE: pgettext_lazy("announcement", "To be published at a set time"),
        NewsMove.PUBLISH: pgettext_lazy("announcement", "Published"),
        NewsMove.TAKE_BACK: pgettext_lazy("announcement", "Taken back to the draft"),
        NewsMove.WITHDRAW: pgettext_lazy("announcement", "Withdrawn"),
    },
    {
        CommentState.WAITING: pgettext_lazy("comment", "Waits for a decision"),
        CommentState.APPROVED: pgettext_lazy("comment", "Published"),
        CommentState.REJECTED: pgettext_lazy("comment", "Not published"),
        CommentState.WITHDRAWN: pgettext_lazy("comment", "Withdrawn by its author"),
    },
    {
        CommentStep.SEND: pgettext_lazy("comment", "Sent"),
        CommentStep.APPROVE: pgettext_lazy("comment", "Approved"),
        CommentStep.REJECT: pgettext_lazy("comment", "Not published"),
        CommentStep.ANSWER: pgettext_lazy("comment", "Answered"),
        CommentStep.WITHDRAW: pgettext_lazy("comment", "Withdrawn by its author"),
        CommentStep.FORGET: pgettext_lazy("comment", "Text deleted, its time was over"),
    },
    {
        CommentReason.DUPLICATE: pgettext_lazy("comment", "Duplicate"),
        CommentReason.OFF_TOPIC: pgettext_lazy("comment", "Beyond the subject"),
        CommentReason.PERSONAL_DATA: pgettext_lazy("comment", "Holds personal information"),
        CommentReason.INSULT: pgettext_lazy("comment", "Insults, stigmatises"),
        CommentReason.ADVERTISING: pgettext_lazy("comment", "Advertising"),
        CommentReason.DENUNCIATION: pgettext_lazy(
            "comment", "Denunciation: not published, its author was told where to turn"
        ),
        CommentReason.UNREADABLE: pgettext_lazy("comment", "Without accents, cannot be read"),
    },
    {
        CommentFlag.CONTACT: pgettext_lazy("comment", "Number or address of a person"),
        CommentFlag.PERSON: pgettext_lazy("comment", "May name a person or a business"),
        CommentFlag.INSULT: pgettext_lazy("comment", "Insult or stigma"),
        CommentFlag.LINK: pgettext_lazy("comment", "Link"),
        CommentFlag.NO_ACCENTS: pgettext_lazy("comment", "Without accents"),
    },
    {
        TopicKind.OBJECTIVE: _("objective"),
        TopicKind.MEASURE: _("measure"),
        TopicKind.INDICATOR: _("indicator"),
    },
)

PLACE_WORDS: Final[dict[str, Promise]] = {
    "ward": pgettext_lazy("place", "ward"),
    "commune": pgettext_lazy("place", "commune"),
}
"""What a place is, before its Vietnamese name."""

PLACE_KINDS: Final[dict[str, Promise]] = {"ward": _("The wards"), "commune": _("The communes")}
"""Heads of the two groups that official lists of places have, in their order."""


def choices(kind: type[StrEnum]) -> list[tuple[str, Promise]]:
    """The members of a closed list with their words, for a model field."""
    return [(member.value, LABELS[member]) for member in kind]


def period_label(year: int, quarter: int) -> str:
    """A period as officials write it: quý II/2018, năm 2018; in English Q2 2018, year 2018."""
    language = get_language() or "vi"
    return Quarter(year, quarter).label(language) if quarter else gettext("year %(year)s") % {"year": year}


def label_of(key: str) -> str:
    """A period's name by its key, 2018-Q2 or 2018."""
    year, _sign, quarter = key.partition("-Q")
    return period_label(int(year), int(quarter or 0))


class Named(Protocol):
    """A place that can be named: a row, or the plain value that plans hand out."""

    @property
    def kind(self) -> str: ...
    @property
    def name_vi(self) -> str: ...
    @property
    def name_en(self) -> str: ...


def full_name(place: Named) -> str:
    """A place within a sentence: phường Đa Mai, xã Song Khê; in English its official form, Da Mai Ward."""
    if get_language() == "en":
        return place.name_en
    return f"{'phường' if place.kind == 'ward' else 'xã'} {place.name_vi}"
