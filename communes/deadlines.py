"""When a report may be started and sent, and whether it came in time; computed, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from communes.vocabulary import ReportState, Standing
from plans.calendar import Holiday, working_days_late, working_days_left

LOCAL: Final = ZoneInfo("Asia/Ho_Chi_Minh")
"""Where a day ends: a due date lasts until 24:00 there."""


class Timeliness(StrEnum):
    """How a report stands to its due date; only its first sending counts."""

    EXPECTED = "expected"
    """Not sent, and not due before today."""
    ON_TIME = "on_time"
    LATE = "late"
    """Sent after the due date."""
    OVERDUE = "overdue"
    """Not sent, and the due date is over."""
    NEVER = "never"
    """Not sent before the city closed the period."""


def local_day(moment: datetime) -> date:
    """The day of an aware moment where the communes are; ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone has no day")
    return moment.astimezone(LOCAL).date()


def due_date(due_on: date, extensions: Sequence[date]) -> date:
    """The day by whose end a report is due: the last extension granted holds, and never shortens."""
    return max(due_on, extensions[-1]) if extensions else due_on


def timeliness(first_sent_at: datetime | None, due: date, now: datetime, *, closed: bool) -> Timeliness:
    """How a report stands to its due date at this moment; a later, corrected sending changes nothing."""
    if first_sent_at is not None:
        return Timeliness.ON_TIME if local_day(first_sent_at) <= due else Timeliness.LATE
    if closed:
        return Timeliness.NEVER
    return Timeliness.EXPECTED if local_day(now) <= due else Timeliness.OVERDUE


def is_late(first_sent_at: datetime | None, due: date, now: datetime, *, closed: bool) -> bool:
    """Whether it came late, or is overdue in a period that is still open."""
    return timeliness(first_sent_at, due, now, closed=closed) in (Timeliness.LATE, Timeliness.OVERDUE)


def days_late(
    first_sent_at: datetime | None, due: date, now: datetime, holidays: Iterable[Holiday], *, closed: bool
) -> int:
    """Working days by which it came late or is overdue; 0 in every other case."""
    if not is_late(first_sent_at, due, now, closed=closed):
        return 0
    return working_days_late(due, local_day(first_sent_at or now), holidays)


def days_left(due: date, today: date, holidays: Iterable[Holiday]) -> int:
    """Working days after today until the due date; 0 on the day itself and when it is over."""
    return working_days_left(today, due, holidays)


def can_start(starts_on: date, today: date) -> bool:
    """Whether a report of the period may be begun: from its first day."""
    return starts_on <= today


def can_send(ends_on: date, today: date, *, closed: bool = False) -> bool:
    """Whether a report may be sent: from the day after the cut-off until the city closes the period."""
    return ends_on < today and not closed


def standing(state: ReportState | None, ends_on: date, today: date) -> Standing:
    """What the board shows of a commune's report; None where it was not begun."""
    if state is not None:
        return Standing(state.value)
    return Standing.NOT_STARTED if can_send(ends_on, today) else Standing.NOT_DUE
