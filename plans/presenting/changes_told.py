"""What happened between two moments, thing by thing, in the words and the order of its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from bg_portal.dates import format_date
from plans.between import Cause, Told
from plans.presenting.change_words import Line, Names, paper_words
from plans.words import label_of

MOST_LINES: Final = 120
"""Lines of one thing that are told one by one."""

CAUSES: Final[Mapping[Cause, Promise]] = {
    Cause.REPORT: _("Reports accepted"),
    Cause.LATE_REPORT: _("Late reports: sent after the due date"),
    Cause.CORRECTION: _("Corrections by a replacement report"),
    Cause.WITHDRAWAL: _("Figures taken down for correction"),
    Cause.RECOGNITION: _("Decisions on the healthy standing"),
    Cause.TARGET_REVISION: _("Targets assigned or revised"),
    Cause.PARTICIPATION: _("Communes and wards that join or leave"),
    Cause.PLAN_EDIT: _("Edits of the plan"),
    Cause.COMMUNE_EDIT: _("Edits of a commune's or ward's own data"),
    Cause.EXTENSION: _("Due dates extended"),
    Cause.CLOSING: _("Periods closed for reports"),
    Cause.OPENING: _("Periods opened for reports again"),
}
_ORDER: Final = {cause: number for number, cause in enumerate(Cause)}
_OF_REPORTS: Final = frozenset({Cause.REPORT, Cause.LATE_REPORT, Cause.CORRECTION})


@dataclass(frozen=True)
class Item:
    """One thing that happened, with the lines that read otherwise by it."""

    text: str
    words: str
    """Why, as it was decided; empty where that is not public."""
    href: str
    """The report it came from; empty for everything else."""
    lines: list[Line]
    more: int
    """Lines beyond those that are told."""

    @property
    def placed(self) -> bool:
        """Whether its lines speak of several communes."""
        return any(line.place for line in self.lines)

    @property
    def noted(self) -> bool:
        return any(line.note for line in self.lines)


@dataclass(frozen=True)
class Group:
    """Things of one cause and period."""

    title: str
    period: str
    items: list[Item]


class Sum(NamedTuple):
    """How much happened from one cause."""

    title: str
    things: int
    lines: int


def ordered(names: Names, told: Iterable[Told]) -> list[Told]:
    """By cause, then the latest period first, then communes as official lists have them."""
    by_place = sorted(told, key=lambda one: (names.rank(one.commune), one.version))
    by_period = sorted(by_place, key=lambda one: one.period, reverse=True)
    return sorted(by_period, key=lambda one: _ORDER[one.cause])


def sums(told: Iterable[Told]) -> list[Sum]:
    """How many things there are of each cause, and how many figures, targets and texts read otherwise."""
    found: dict[Cause, tuple[int, int]] = {}
    for one in told:
        things, lines = found.get(one.cause, (0, 0))
        found[one.cause] = (things + 1, lines + len(one.figures) + len(one.targets) + len(one.edits))
    return [Sum(str(CAUSES[cause]), *found[cause]) for cause in Cause if cause in found]


def groups(names: Names, told: Iterable[Told]) -> list[Group]:
    """Things in their order, under the heads of their cause and period."""
    return [
        Group(str(CAUSES[cause]), period_words(period), [item(names, one) for one in rows])
        for (cause, period), rows in groupby(told, key=lambda one: (one.cause, one.period))
    ]


def item(names: Names, told: Told) -> Item:
    """One thing in words."""
    lines = names.lines(told)
    href = reverse("source", args=[told.source]) if told.cause in _OF_REPORTS and told.source else ""
    return Item(
        text=_text(names, told, len(lines)),
        words=told.words,
        href=href,
        lines=lines[:MOST_LINES],
        more=max(0, len(lines) - MOST_LINES),
    )


def period_words(key: str) -> str:
    """The period of a key; empty for none."""
    return label_of(key) if key else ""


def _text(names: Names, told: Told, lines: int) -> str:
    said: dict[str, object] = {"day": format_date(told.day), "n": lines, "period": period_words(told.period)}
    said |= {"place": names.place(told.commune or 0), "paper": paper_words(told.paper)}
    text = _message(told, lines) % said
    return text[:1].upper() + text[1:]


def _message(told: Told, lines: int) -> str:
    match told.cause:
        case Cause.REPORT | Cause.LATE_REPORT:
            return ngettext(
                "%(place)s, report accepted on %(day)s: %(n)s figure",
                "%(place)s, report accepted on %(day)s: %(n)s figures",
                lines,
            )
        case Cause.CORRECTION:
            return ngettext(
                "%(place)s, replacement report accepted on %(day)s: %(n)s figure",
                "%(place)s, replacement report accepted on %(day)s: %(n)s figures",
                lines,
            )
        case Cause.WITHDRAWAL:
            return gettext("%(place)s, taken down on %(day)s")
        case Cause.RECOGNITION if told.paper:
            return gettext("Document %(paper)s, recorded on %(day)s")
        case Cause.EXTENSION | Cause.CLOSING | Cause.OPENING:
            return gettext("%(period)s, on %(day)s")
        case _:
            return gettext("Entered on %(day)s")
