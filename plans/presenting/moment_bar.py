"""The first line of a page with figures: its moment, the way back to now, the periods beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bg_portal.pieces import Link
from plans.document import Period, PlanDocument
from plans.moments import Moment
from plans.presenting.scope import Scope
from plans.words import period_label


@dataclass(frozen=True)
class MomentBar:
    """The moment in words and links."""

    period: str
    ends_on: date
    day: date | None
    """The day whose knowledge is shown; None for now."""
    now: str
    """The same period as it is known now."""
    previous: Link | None
    following: Link | None
    """The periods of the same kind beside it; none that has not begun."""
    reported: int = 0
    due: int = 0
    """Of how many communes anything stands accepted, of how many it should; 0 where nobody asks."""


Address = Callable[[str, date | None], str]
"""Gives the page for a period and a day; no day: now."""


def moment_bar(document: PlanDocument, moment: Moment, address: Address) -> MomentBar:
    """The bar of the page that `address` leads to."""
    row = document.period(moment.period.key)
    rows = document.quarters if row.quarter else document.years
    until = moment.today
    place = rows.index(row)
    earlier = rows[place - 1] if place else None
    later = rows[place + 1] if place + 1 < len(rows) and rows[place + 1].starts_on <= until else None
    return MomentBar(
        period=period_label(row.year, row.quarter),
        ends_on=row.ends_on,
        day=moment.day,
        now=address(row.key, None),
        previous=_link(earlier, moment, address),
        following=_link(later, moment, address),
    )


def city_bar(scope: Scope, address: Address) -> MomentBar:
    """The bar of a page of the city's figures, with how many communes they come from."""
    bar = moment_bar(scope.book.document, scope.moment, address)
    known, due = (len(of(scope.quarter)) for of in (scope.book.reported, scope.book.participants))
    return replace(bar, reported=known, due=due)


def in_query(key: str, day: date | None) -> str:
    """The address of the same page at another moment."""
    return f"?ky={key}" + (f"&ngay={day.isoformat()}" if day else "")


def _link(row: Period | None, moment: Moment, address: Address) -> Link | None:
    return Link(period_label(row.year, row.quarter), address(row.key, moment.day)) if row else None
