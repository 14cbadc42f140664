"""What a commune reported before, from the readings that stand now."""

from __future__ import annotations

from collections import defaultdict

from communes.answers import Answer
from communes.history import History, Past
from communes.models import Commune
from plans.models import Period, Reading
from plans.queries import ReadingRow, reading_rows


def history_of(commune: Commune, period: Period) -> History:
    """The accepted quarters before this one, oldest first."""
    by_quarter: dict[str, dict[str, Answer]] = defaultdict(dict)
    for row in reading_rows(period.plan, commune):
        if "-Q" in row.period and row.period < period.key:
            by_quarter[row.period][row.indicator] = answer_of_reading(row.indicator, row)
    accepted = tuple(Past(key, by_quarter[key]) for key in sorted(by_quarter))
    return History(accepted, commune.population_2009)


def answer_of_reading(code: str, row: ReadingRow | Reading) -> Answer:
    """An accepted figure as the answer it was."""
    return Answer(
        code=code,
        value=row.value,
        reason=row.reason,
        document_number=row.document_number,
        document_date=row.document_date,
        valid_until=row.valid_until,
    )
