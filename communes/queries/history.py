"""What a commune reported before, from the readings that stand now."""

from __future__ import annotations

from collections import defaultdict

from communes.answers import Answer
from communes.history import History, Past
from communes.models import Commune
from plans.models import Period, Reading
from plans.queries import readings_at
from plans.vocabulary import PeriodKind


def history_of(commune: Commune, period: Period) -> History:
    """The accepted quarters before this one, oldest first."""
    rows = readings_at(period.plan).filter(commune=commune, period__kind=PeriodKind.QUARTER)
    by_quarter: dict[str, dict[str, Answer]] = defaultdict(dict)
    for row in rows:
        if row.period.key < period.key:
            by_quarter[row.period.key][row.indicator.code] = answer_of_reading(row)
    accepted = tuple(Past(key, by_quarter[key]) for key in sorted(by_quarter))
    return History(accepted, commune.population_2009)


def answer_of_reading(reading: Reading) -> Answer:
    """An accepted figure as the answer it was."""
    return Answer(
        code=reading.indicator.code,
        value=reading.value,
        reason=reading.reason,
        document_number=reading.document_number,
        document_date=reading.document_date,
        valid_until=reading.valid_until,
    )
