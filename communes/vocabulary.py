"""The closed lists of words that reports and communes are described with."""

from __future__ import annotations

from enum import StrEnum


class CommuneKind(StrEnum):
    """What the law calls the place: phường in a town, xã in the country."""

    WARD = "ward"
    COMMUNE = "commune"


class ReportState(StrEnum):
    """Where a report stands between its commune and the city."""

    DRAFT = "draft"
    CLEARED = "cleared"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    REOPENED = "reopened"


class ReportKind(StrEnum):
    """Ordinary; nothing to report in the period; or in place of an accepted one."""

    ORDINARY = "ordinary"
    NIL = "nil"
    REPLACEMENT = "replacement"


class MoveName(StrEnum):
    """The verbs of the workflow; its table is in `communes.workflow`."""

    CLEAR = "clear"
    RECALL = "recall"
    SUBMIT = "submit"
    RETURN = "return"
    ACCEPT = "accept"
    REOPEN = "reopen"


class Standing(StrEnum):
    """What the board shows of a report, computed and never stored."""

    NOT_DUE = "not_due"
    NOT_STARTED = "not_started"
    DRAFT = "draft"
    CLEARED = "cleared"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    REOPENED = "reopened"


class RecognitionState(StrEnum):
    """Where a commune stands in a year with the healthy standing."""

    NOT_REGISTERED = "not_registered"
    REGISTERED = "registered"
    UNDER_REVIEW = "under_review"
    RECOGNISED = "recognised"
    NOT_RECOGNISED = "not_recognised"


class RecognitionStep(StrEnum):
    """What the city records of a commune's year; its table is in `communes.recognition`."""

    REVIEW = "review"
    RECOGNISE = "recognise"
    REFUSE = "refuse"
    TAKE_BACK = "take_back"


class InstructionState(StrEnum):
    """Where an instruction of a leader stands."""

    GIVEN = "given"
    ANSWERED = "answered"
    DONE = "done"


class InstructionStep(StrEnum):
    """What can be done with an instruction; its table is in `communes.instructing`."""

    ANSWER = "answer"
    FINISH = "finish"


class AnswerKind(StrEnum):
    """What the city does with a commune's proposal."""

    TAKEN_UP = "taken_up"
    PASSED_ON = "passed_on"
    NOT_TAKEN_UP = "not_taken_up"


class Outcome(StrEnum):
    """What a decision says in the light of the decisions for earlier years."""

    RECOGNISED = "recognised"
    RECOGNISED_AGAIN = "recognised_again"
    NOT_RECOGNISED = "not_recognised"
    NOT_CONTINUED = "not_continued"
