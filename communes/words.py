"""The words for the closed lists of `communes.vocabulary`; one state, a word for each audience."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from communes.vocabulary import (
    AnswerKind,
    CommuneKind,
    InstructionState,
    InstructionStep,
    MoveName,
    Outcome,
    RecognitionState,
    RecognitionStep,
    ReportKind,
    ReportState,
    Standing,
)

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
    RecognitionState.NOT_REGISTERED: pgettext_lazy("standing", "Not registered"),
    RecognitionState.REGISTERED: pgettext_lazy("standing", "Registered"),
    RecognitionState.UNDER_REVIEW: pgettext_lazy("standing", "Under review"),
    RecognitionState.RECOGNISED: pgettext_lazy("standing", "Recognised"),
    RecognitionState.NOT_RECOGNISED: pgettext_lazy("standing", "Not recognised"),
    RecognitionStep.REVIEW: pgettext_lazy("standing", "Under review"),
    RecognitionStep.RECOGNISE: pgettext_lazy("standing", "Recognised"),
    RecognitionStep.REFUSE: pgettext_lazy("standing", "Not recognised"),
    RecognitionStep.TAKE_BACK: pgettext_lazy("standing", "Take back what was recorded by mistake"),
    InstructionState.GIVEN: pgettext_lazy("instruction", "Given"),
    InstructionState.ANSWERED: pgettext_lazy("instruction", "Answered"),
    InstructionState.DONE: pgettext_lazy("instruction", "Done"),
    InstructionStep.ANSWER: pgettext_lazy("instruction", "Answer"),
    InstructionStep.FINISH: pgettext_lazy("instruction", "Mark as done"),
    AnswerKind.TAKEN_UP: pgettext_lazy("proposal", "Taken up"),
    AnswerKind.PASSED_ON: pgettext_lazy("proposal", "Passed on to another body"),
    AnswerKind.NOT_TAKEN_UP: pgettext_lazy("proposal", "Not taken up"),
    Outcome.RECOGNISED: pgettext_lazy("standing", "Recognised"),
    Outcome.RECOGNISED_AGAIN: pgettext_lazy("standing", "Recognised again"),
    Outcome.NOT_RECOGNISED: pgettext_lazy("standing", "Not recognised"),
    Outcome.NOT_CONTINUED: pgettext_lazy("standing", "No longer recognised"),
}

RECORDED: Final[dict[RecognitionStep, Promise]] = {
    **{step: LABELS[step] for step in RecognitionStep if step is not RecognitionStep.TAKE_BACK},
    RecognitionStep.TAKE_BACK: pgettext_lazy("standing", "What was recorded has been taken back"),
}
"""The steps of a recognition as what has happened."""

CITY_LABELS: Final[dict[ReportState, Promise]] = {
    ReportState.SUBMITTED: pgettext_lazy("state seen by the city", "To be reviewed"),
    ReportState.RETURNED: pgettext_lazy("state seen by the city", "Returned, with the commune"),
    ReportState.REOPENED: pgettext_lazy("state seen by the city", "Reopened, with the commune"),
}

ANSWER_MARKS: Final[dict[AnswerKind, str]] = {
    AnswerKind.TAKEN_UP: "full",
    AnswerKind.PASSED_ON: "sent",
    AnswerKind.NOT_TAKEN_UP: "unmet",
}
"""The shape beside the answer to a proposal."""

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

RECOGNITION_MARKS: Final[dict[RecognitionState, str]] = {
    RecognitionState.NOT_REGISTERED: "ring",
    RecognitionState.REGISTERED: "draft",
    RecognitionState.UNDER_REVIEW: "sent",
    RecognitionState.RECOGNISED: "full",
    RecognitionState.NOT_RECOGNISED: "unmet",
}
"""The same for the healthy standing."""


def choices(kind: type[StrEnum]) -> list[tuple[str, Promise]]:
    """The members of a closed list with their words, for a model field."""
    return [(member.value, LABELS[member]) for member in kind]


def state_for_city(state: ReportState) -> Promise:
    """The word a reviewer reads where the commune reads another."""
    return CITY_LABELS.get(state, LABELS[state])
