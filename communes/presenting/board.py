"""The board as it is drawn: a mark and few words for each report, totals for each period and commune."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from django.utils.translation import get_language, gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from bg_portal.periods import Quarter
from bg_portal.pieces import Words
from bg_portal.sorting import Column as SortColumn
from communes import words
from communes.deadlines import Timeliness
from communes.presenting.standing_words import Picture
from communes.standing import CommuneStanding
from communes.vocabulary import Standing

_WORDS = {
    Standing.NOT_DUE: pgettext_lazy("board", "Not due yet"),
    Standing.NOT_STARTED: pgettext_lazy("board", "Not started"),
    Standing.DRAFT: pgettext_lazy("board", "Being written"),
    Standing.CLEARED: pgettext_lazy("board", "To be sent"),
    Standing.SUBMITTED: pgettext_lazy("board", "To be reviewed"),
    Standing.RETURNED: pgettext_lazy("board", "Returned"),
    Standing.ACCEPTED: pgettext_lazy("board", "On time"),
    Standing.REOPENED: pgettext_lazy("board", "Reopened"),
}
"""Short, for cells; of what is accepted the board says whether it came in time."""
_WITH_COMMUNE = frozenset({Standing.RETURNED, Standing.REOPENED})
_QUIET = frozenset({Standing.NOT_DUE, Standing.NOT_STARTED})


class Column(NamedTuple):
    """A period at the head of the board."""

    text: str
    spoken: str
    href: str
    css: str


class Year(NamedTuple):
    """A year over its periods."""

    year: int
    span: int


class Cell(NamedTuple):
    """One report; `href` is empty where there is nothing to open."""

    mark: str
    word: Words
    tone: str
    href: str
    css: str


class Total(NamedTuple):
    """One line of totals under the board; `cells` hold a number and the column's class."""

    text: Words
    cells: list[tuple[int, str]]


@dataclass(frozen=True)
class Line:
    """One commune: its reports, and how many of those that are due came in time."""

    name: str
    cells: list[Cell | None]
    on_time: int
    due: int


BY_NAME, BY_TIME = "ten", "dung-han"
COLUMNS: Final[Mapping[str, SortColumn]] = {
    BY_NAME: SortColumn(_("Commune or ward")),
    BY_TIME: SortColumn(_("On time")),
}
"""What the board can be sorted by; by time, first is whose reports lack or came late most often."""


def years(keys: Iterable[str]) -> list[Year]:
    """The years over their periods."""
    found = groupby(Quarter.parse(key).year for key in keys)
    return [Year(year, len(list(members))) for year, members in found]


def short(key: str) -> str:
    """A period under its year: IV, in English Q4."""
    quarter = Quarter.parse(key)
    return f"Q{quarter.number}" if get_language() == "en" else quarter.roman


def cell_picture(row: CommuneStanding) -> Picture:
    """State and punctuality in a mark and two words: what is in order is soft, the rest stands out."""
    what, late = row.standing, _lateness(row)
    if what in _WITH_COMMUNE:
        return Picture(words.MARKS[what], str(_WORDS[what]), "act")
    if row.timeliness is Timeliness.NEVER:
        return Picture(words.MARKS[what], pgettext("board", "Not sent"), "strong")
    if row.timeliness is Timeliness.OVERDUE:
        return Picture(words.MARKS[what], late, "act")
    if what is not Standing.ACCEPTED:
        word = f"{_WORDS[what]}, {late.lower()}" if late else str(_WORDS[what])
        return Picture(words.MARKS[what], word, "quiet" if what in _QUIET else "strong" if late else "")
    nil = pgettext("board", "Nothing to report")
    if late:
        return Picture("late", f"{late}, {nil.lower()}" if row.nil else late, "strong")
    return Picture("nil", nil, "") if row.nil else Picture("full", str(_WORDS[what]), "good")


def _lateness(row: CommuneStanding) -> str:
    """Muộn 3, Quá hạn 2: working days, as the board's head says; empty for what is in time."""
    if row.timeliness is Timeliness.LATE:
        return pgettext("board", "Late %(n)d") % {"n": row.days_late}
    if row.timeliness is Timeliness.OVERDUE:
        return pgettext("board", "Overdue %(n)d") % {"n": row.days_late}
    return ""


def counts(rows: Iterable[CommuneStanding]) -> dict[str, int]:
    """Of these reports: sent, of them in time and late, accepted, with nothing to report, and sent or due."""
    known = list(rows)
    in_time = sum(row.timeliness is Timeliness.ON_TIME for row in known)
    late = sum(row.timeliness is Timeliness.LATE for row in known)
    return {
        "sent": in_time + late,
        "in_time": in_time,
        "late": late,
        "accepted": sum(row.standing in (Standing.ACCEPTED, Standing.REOPENED) for row in known),
        "nil": sum(row.nil for row in known),
        "due": sum(row.timeliness is not Timeliness.EXPECTED for row in known),
    }


TOTALS: dict[str, Words] = {
    "sent": _("Sent"),
    "in_time": _("of which on time"),
    "late": _("of which late"),
    "accepted": _("Accepted"),
    "nil": _("Nothing to report"),
}
"""The lines under the board."""


def totals(columns: list[list[CommuneStanding]], css: list[str]) -> list[Total]:
    """Those lines for every period; a reopened report keeps its accepted figures and counts as accepted."""
    found = [counts(column) for column in columns]
    return [
        Total(text, [(each[name], style) for each, style in zip(found, css, strict=True)])
        for name, text in TOTALS.items()
    ]


def late_note() -> str:
    """What the numbers beside "late" are, and what a cell does."""
    return gettext("Late and overdue: number of working days. Each cell opens its report.")
