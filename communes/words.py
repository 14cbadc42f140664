"""The words for the closed lists of `communes.vocabulary`; one state, a word for each audience."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Protocol

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from communes.vocabulary import CommuneKind, MoveName, ReportKind, ReportState, Standing

LABELS: Final[dict[StrEnum, Promise]] = {
    CommuneKind.WARD: pgettext_lazy("place", "ward"),
    CommuneKind.COMMUNE: pgettext_lazy("place", "commune"),
    ReportKind.ORDINARY: _("Ordinary report"),
    ReportKind.NIL: _("Nothing-to-report report"),
    ReportKind.REPLACEMENT: _("Replacement report"),
    ReportState.DRAFT: _("Being written"),
    ReportState.CLEARED: _("Cleared by the leader, to be sent"),
    ReportState.SUBMITTED: _("Sent, waiting for review"),
    ReportState.RETURNED: _("Returned"),
    ReportState.ACCEPTED: _("Accepted"),
    ReportState.REOPENED: _("Reopened for correction"),
    Standing.NOT_DUE: _("Not due yet"),
    Standing.NOT_STARTED: _("Not started"),
    Standing.DRAFT: _("Being written"),
    Standing.CLEARED: _("Cleared by the leader, to be sent"),
    Standing.SUBMITTED: _("Sent, waiting for review"),
    Standing.RETURNED: _("Returned"),
    Standing.ACCEPTED: _("Accepted"),
    Standing.REOPENED: _("Reopened for correction"),
    MoveName.CLEAR: pgettext_lazy("move", "Clear"),
    MoveName.RECALL: pgettext_lazy("move", "Take back to mend"),
    MoveName.SUBMIT: pgettext_lazy("move", "Send the report"),
    MoveName.RETURN: pgettext_lazy("move", "Return for correction"),
    MoveName.ACCEPT: pgettext_lazy("move", "Accept"),
    MoveName.REOPEN: pgettext_lazy("move", "Reopen for correction"),
}

CITY_LABELS: Final[dict[ReportState, Promise]] = {
    ReportState.SUBMITTED: pgettext_lazy("state seen by the city", "To be reviewed"),
    ReportState.RETURNED: pgettext_lazy("state seen by the city", "Returned, with the commune"),
    ReportState.REOPENED: pgettext_lazy("state seen by the city", "Reopened, with the commune"),
}

MARKS: Final[dict[Standing, str]] = {
    Standing.NOT_DUE: "wait",
    Standing.NOT_STARTED: "ring",
    Standing.DRAFT: "draft",
    Standing.CLEARED: "cleared",
    Standing.SUBMITTED: "sent",
    Standing.RETURNED: "back",
    Standing.ACCEPTED: "full",
    Standing.REOPENED: "open",
}
"""The shape that always stands beside the word."""


def choices(kind: type[StrEnum]) -> list[tuple[str, Promise]]:
    """The members of a closed list with their words, for a model field."""
    return [(member.value, LABELS[member]) for member in kind]


def state_for_city(state: ReportState) -> Promise:
    """The word a reviewer reads where the commune reads another."""
    return CITY_LABELS.get(state, LABELS[state])


class _Named(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def name_vi(self) -> str: ...
    @property
    def name_en(self) -> str: ...


def full_name(place: _Named) -> str:
    """A place within a sentence: phường Đa Mai, xã Song Khê; in English its official form, Da Mai Ward."""
    if get_language() == "en":
        return place.name_en
    return f"{'phường' if place.kind == CommuneKind.WARD else 'xã'} {place.name_vi}"
