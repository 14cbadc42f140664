"""The closed sets of words in which a plan, its document and its ledger are written."""

from __future__ import annotations

from enum import StrEnum


class PlanState(StrEnum):
    """Where a plan stands: being prepared, in force, or over."""

    DRAFT = "draft"
    IN_FORCE = "in_force"
    CLOSED = "closed"


class IndicatorKind(StrEnum):
    """What one answer to an indicator is."""

    COUNT = "count"
    """A whole number of things, persons or events."""
    AMOUNT = "amount"
    """A quantity with decimals, such as money."""
    YES_NO = "yes_no"
    """Done or not done."""
    SCORE = "score"
    """Points on a scale, never added up."""
    STANDING = "standing"
    """A recognised state, which the city records with its deciding document."""


class Frequency(StrEnum):
    """How often an indicator is answered."""

    QUARTER = "quarter"
    YEAR = "year"


class AcrossQuarters(StrEnum):
    """How the quarters of a year make its value."""

    SUM = "sum"
    """A flow: quarters add up."""
    LATEST = "latest"
    """A stock or a state that lasts: the last quarter's value stands."""
    CUMULATIVE = "cumulative"
    """Already counted since the reporting year's first day: the last quarter is the year's value."""
    NONE = "none"
    """True of its own quarter only."""


class AcrossCommunes(StrEnum):
    """How the communes make the city's value."""

    SUM = "sum"
    COUNT_YES = "count_yes"
    """The number of communes that answered yes, or that are recognised."""
    NONE = "none"


class Protection(StrEnum):
    """What the public may see of an indicator."""

    OPEN = "open"
    SMALL = "small"
    """Values from 1 to 4 are shown as a range."""
    RESTRICTED = "restricted"
    """Nothing by commune or by quarter; the city's figure of a closed year only."""


class RecordedBy(StrEnum):
    """Who enters an indicator's value."""

    COMMUNE = "commune"
    CITY = "city"
    COMPUTED = "computed"
    """Nobody: it is the sum of its parts."""


class Asks(StrEnum):
    """What a "yes" must come with."""

    NUMBER = "number"
    """The document's number and sign."""
    DATE = "date"
    VALID_UNTIL = "valid_until"
    """The last day of the document's validity; empty where it has no end."""
    ACTIVITY = "activity"
    """What was done, in a few words."""


class MeasureOfSuccess(StrEnum):
    """In what an objective's value is expressed."""

    SHARE = "share"
    """Percent of the participating communes."""
    COUNT = "count"
    """Number of communes."""


class Direction(StrEnum):
    """Whether an objective is to be reached by its target's year or kept all along."""

    REACH = "reach"
    KEEP = "keep"


class Window(StrEnum):
    """Which readings a criterion looks at."""

    STANDING = "standing"
    """The last reading, of this quarter or one of the four before, if its document is still valid."""
    LAST_FOUR_QUARTERS = "last_four_quarters"
    """Any of this quarter and the three before."""
    IN_FORCE = "in_force"
    """The latest decision effective on the period's last day."""
    THE_YEAR = "the_year"
    """The year so far."""


class PeriodKind(StrEnum):
    """Reports belong to quarters; years carry targets, totals and what the city records by year."""

    QUARTER = "quarter"
    YEAR = "year"


class EntryKind(StrEnum):
    """What a version of the ledger came from."""

    ACCEPTANCE = "acceptance"
    RECOGNITION = "recognition"
    TARGET_REVISION = "target_revision"
    PLAN_EDIT = "plan_edit"
    REPORT_MOVE = "report_move"
    EXTENSION = "extension"
    WITHDRAWAL = "withdrawal"


class NoFigure(StrEnum):
    """Why a reading has no value."""

    PROVIDER_SILENT = "provider_silent"
    """Whoever provides the figure has not sent it."""
    NOT_COLLECTED = "not_collected"
    OTHER = "other"
    NOT_APPLICABLE = "not_applicable"
    """Outside the indicator's scope: never counted as missing."""
    WITHDRAWN = "withdrawn"
    """Taken down after acceptance."""
    BLANK = "blank"
    """Left unanswered in an accepted report."""


class HolidayKind(StrEnum):
    """How a day departs from the Monday-to-Friday week."""

    DAY_OFF = "day_off"
    WORKING_DAY = "working_day"
    """A Saturday or Sunday worked to make up for a day off."""


class NewsState(StrEnum):
    """Where an announcement stands."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    """It will be published by itself at a moment that somebody decided."""
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    """It was public once; its address says so, and why it is gone."""


class NewsMove(StrEnum):
    """What happens to an announcement."""

    SCHEDULE = "schedule"
    PUBLISH = "publish"
    TAKE_BACK = "take_back"
    WITHDRAW = "withdraw"


class CommentState(StrEnum):
    """Where a comment of the public stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    """Taken back by who wrote it."""


class CommentStep(StrEnum):
    """What happens to a comment."""

    SEND = "send"
    APPROVE = "approve"
    REJECT = "reject"
    ANSWER = "answer"
    WITHDRAW = "withdraw"
    FORGET = "forget"
    """Its time was over: name and text were deleted, that it was there is kept."""


class CommentReason(StrEnum):
    """Why a comment is not published: the closed list that the public is told of."""

    DUPLICATE = "duplicate"
    OFF_TOPIC = "off_topic"
    PERSONAL_DATA = "personal_data"
    INSULT = "insult"
    ADVERTISING = "advertising"
    DENUNCIATION = "denunciation"
    """It reports a deed or a person: not ours to keep; who wrote it is told where to turn."""
    UNREADABLE = "unreadable"


class CommentFlag(StrEnum):
    """What a moderator should look at in a comment before deciding."""

    CONTACT = "contact"
    """A telephone number, an e-mail address, an identity number."""
    PERSON = "person"
    """Words that likely lead to a person or a business."""
    INSULT = "insult"
    LINK = "link"
    NO_ACCENTS = "no_accents"


class TopicKind(StrEnum):
    """What part of a plan something is about."""

    OBJECTIVE = "objective"
    MEASURE = "measure"
    INDICATOR = "indicator"
