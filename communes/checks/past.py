"""What answers say beside the accepted ones of earlier quarters: what cannot shrink, and what jumps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from bg_portal.periods import Quarter
from bg_portal.vietnamese import gettext_noop
from communes.answers import Answer
from communes.findings import Finding, Level, Name, Param
from communes.history import History, Past
from plans.document import Indicator
from plans.vocabulary import AcrossQuarters, IndicatorKind, Protection

DISTINCT_OF: Final = {"KT04": "KT02"}
"""What counts each thing once in the year, and what counts every time: never more of the first."""
JUMP: Final = 3
"""Times; decision of the house, as are the three next."""
LEAST_JUMP: Final = 10
"""Below this difference a multiple is noise."""
SLIP: Final = 500
"""Times from which a wrong unit or a point for a comma is likelier than growth."""
LEAST_COPY: Final = 5
"""Equal numbers above 0 from which a copied quarter is likelier than chance."""

_SHRUNK: Final = gettext_noop(
    "Counted since the start of the year, this number (%(value)s) cannot be below that of "
    "%(quarter)s (%(before)s). Check it, or ask for that report to be reopened."
)
_MORE_THAN_TIMES: Final = gettext_noop(
    "This number (%(value)s) is greater than %(other)s since the start of the year (%(limit)s). "
    "Check one number or the other."
)
_SLIPPED: Final = gettext_noop(
    "Hundreds of times more or less than in %(quarter)s (from %(before)s to %(value)s). "
    "Check the unit and the decimal point."
)
_JUMPED: Final = gettext_noop(
    "%(times)s times the number of %(quarter)s (from %(before)s to %(value)s). Say why, if it is right."
)
_STOCK_MOVED: Final = gettext_noop(
    "Changed by more than half since %(quarter)s (from %(before)s to %(value)s). Say why, if it is right."
)
_COPIED: Final = gettext_noop(
    "Every number of the period is the same as in %(quarter)s. Say why, if they were counted anew."
)


def check_past(
    question: Indicator,
    value: Decimal,
    answers: Mapping[str, Answer],
    history: History,
    quarters: Sequence[str],
) -> Iterator[Finding]:
    """Everything to be said about one value beside earlier ones; `quarters`: the year's, up to this one."""
    if question.kind is IndicatorKind.YES_NO:
        return
    if question.across_quarters is AcrossQuarters.CUMULATIVE:
        yield from _shrunk(question, value, history, quarters)
        yield from _distinct(question, value, answers, history, quarters)
    elif question.protection is not Protection.RESTRICTED:
        yield from _moved(question, value, history)


def _shrunk(
    question: Indicator, value: Decimal, history: History, quarters: Sequence[str]
) -> Iterator[Finding]:
    found = history.latest(question.code)
    if found and found[0].quarter in quarters and value < found[1]:
        yield _beside(question.code, Level.REFUSAL, _SHRUNK, value, *found)


def _distinct(
    question: Indicator,
    value: Decimal,
    answers: Mapping[str, Answer],
    history: History,
    quarters: Sequence[str],
) -> Iterator[Finding]:
    other = DISTINCT_OF.get(question.code)
    limit = _year_so_far(other, answers, history, quarters) if other else None
    if other and limit is not None and value > limit:
        params: dict[str, Param] = {"value": value, "limit": limit, "other": Name(other)}
        yield Finding(question.code, Level.REFUSAL, _MORE_THAN_TIMES, params, (other,))


def _year_so_far(
    code: str, answers: Mapping[str, Answer], history: History, quarters: Sequence[str]
) -> Decimal | None:
    """The sum over the year up to this report; None where a quarter lacks, so that nothing can be said."""
    earlier = {past.quarter: past.number(code) for past in history.accepted}
    now = answers.get(code)
    values = [earlier.get(quarter) for quarter in quarters[:-1]] + [now.value if now else None]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None


def _moved(question: Indicator, value: Decimal, history: History) -> Iterator[Finding]:
    found = history.latest(question.code)
    if found is None or found[1] == 0:
        return
    before = found[1]
    if value and not before / SLIP < value < before * SLIP:
        yield _beside(question.code, Level.HINT, _SLIPPED, value, *found)
    elif question.across_quarters is AcrossQuarters.LATEST:
        if abs(value - before) * 2 > before:
            yield _beside(question.code, Level.HINT, _STOCK_MOVED, value, *found)
    elif value >= before * JUMP and value - before >= LEAST_JUMP:
        times = round(value / before, 1)
        yield _beside(question.code, Level.HINT, _JUMPED, value, *found, times=times)


def _beside(
    code: str, level: Level, message: str, value: Decimal, past: Past, before: Decimal, **more: Param
) -> Finding:
    quarter = Quarter.parse(past.quarter)
    return Finding(code, level, message, {"value": value, "before": before, "quarter": quarter, **more})


def check_copied(
    questions: Sequence[Indicator], answers: Mapping[str, Answer], history: History
) -> Iterator[Finding]:
    """A hint, on the first of them, where all that flows is as it was in the last accepted quarter."""
    last = history.last
    flows = [question.code for question in questions if question.nil_fills]
    now = {code: answer.value for code in flows if (answer := answers.get(code)) and answer.value is not None}
    if last is None or any(last.number(code) != now.get(code) for code in flows):
        return
    counted = [code for code, value in now.items() if value]
    if len(counted) >= LEAST_COPY:
        params = {"quarter": Quarter.parse(last.quarter)}
        yield Finding(counted[0], Level.HINT, _COPIED, params, tuple(counted[1:]))
