"""How objectives moved between two moments, in words: value, standing, target, and through which communes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from django.utils.translation import gettext

from plans.changes import Change
from plans.document import Objective, Target
from plans.objective_moves import ObjectiveMove, Stood
from plans.presenting.change_words import Names
from plans.presenting.changes_told import period_words
from plans.presenting.conclusions import COMMUNE_WORDS, MARKS
from plans.presenting.wording import in_language, number, written
from plans.reasons import reason
from plans.saying_words import sentence
from plans.vocabulary import MeasureOfSuccess
from plans.windows import Verdict

MOST_NAMED: Final = 40
"""Communes that moved alike and are named one by one."""


class Then(NamedTuple):
    """An objective as it stood at one moment; `mark` is empty where nothing can be shown."""

    period: str = ""
    value: str = "–"
    reported: str = ""
    mark: str = ""
    word: str = ""
    reason: str = ""
    target: str = ""
    href: str = ""
    """How the value is worked out."""


class Through(NamedTuple):
    """The communes that moved in one way, each with the reason where it does not meet the objective."""

    text: str
    number: int
    communes: list[tuple[str, str]]
    more: int
    """Communes beyond those that are named."""


@dataclass(frozen=True)
class Moved:
    """One objective at both moments."""

    code: str
    short: str
    title: str
    before: Then
    after: Then
    communes: list[Through]
    moved: bool


def objective_moves(names: Names, moves: Iterable[ObjectiveMove]) -> list[Moved]:
    """Each objective, from the period told first to the one told last."""
    return [_moved(names, move) for move in moves]


def told_again(names: Names, again: Iterable[tuple[str, ObjectiveMove]]) -> list[tuple[str, Moved]]:
    """Periods that read otherwise than they did."""
    return [(period_words(period), _moved(names, move)) for period, move in again]


def _moved(names: Names, move: ObjectiveMove) -> Moved:
    objective = next(
        row
        for document in (names.after, names.before)
        for row in document.objectives
        if row.code == move.code
    )
    return Moved(
        code=move.code,
        short=gettext("Objective %(order)s") % {"order": objective.order},
        title=gettext("Objective %(order)s. %(name)s")
        % {"order": objective.order, "name": in_language(objective, "name")},
        before=_then(names, objective, move.before, first=True),
        after=_then(names, objective, move.after, first=False),
        communes=_through(names, move.communes),
        moved=move.moved,
    )


def _then(names: Names, objective: Objective, stood: Stood | None, *, first: bool) -> Then:
    if stood is None:
        return Then()
    document = names.before if first else names.after
    found, told = stood.result, stood.standing
    key = found.quarter.key
    return Then(
        period=period_words(key),
        value=value_words(stood),
        reported=f"{len(found.reported)}/{len(found.communes)}",
        mark=MARKS[told.word],
        word=gettext(told.label),
        reason=sentence(told.reason, document) if told.reason else "",
        target=_target(objective, stood.target),
        href=names.links.objective(objective.code, key, first=first) if names.links else "",
    )


def value_words(stood: Stood) -> str:
    """A value as it is displayed: 68,8%, 12, or a range of either."""
    if stood.shown is None:
        return "–"
    share = stood.result.objective.success is MeasureOfSuccess.SHARE
    return written(stood.shown) + ("%" if share else "")


def _target(objective: Objective, target: Target | None) -> str:
    if target is None:
        return gettext("no target")
    share = "%" if objective.success is MeasureOfSuccess.SHARE else ""
    return gettext("%(value)s in %(year)s (%(document)s)") % {
        "value": f"{number(target.value)}{share}",
        "year": target.year,
        "document": target.document,
    }


def _through(names: Names, changes: Sequence[Change]) -> list[Through]:
    known = sorted(changes, key=lambda one: (_step(one), names.rank(one.commune)))
    return [_named(names, list(rows)) for _step_of, rows in groupby(known, key=_step)]


def _named(names: Names, rows: Sequence[Change]) -> Through:
    told = [(names.place(one.commune), _why(names, one)) for one in rows[:MOST_NAMED]]
    return Through(_step_words(rows[0]), len(rows), told, len(rows) - len(told))


def _step(change: Change) -> tuple[int, int]:
    """Those that meet it now come first."""
    order: list[Verdict | None] = [*Verdict, None]
    return order.index(change.after), order.index(change.before)


def _step_words(change: Change) -> str:
    before, after = (
        str(COMMUNE_WORDS[verdict]) if verdict else gettext("Takes no part")
        for verdict in (change.before, change.after)
    )
    return f"{before} → {after}"


def _why(names: Names, change: Change) -> str:
    """Of who does not meet it now, the criteria that changed so."""
    if change.after is not Verdict.NOT_MET:
        return ""
    unmet = [cell for cell in change.cells if cell.verdict is Verdict.NOT_MET]
    return "; ".join(sentence(reason(cell), names.after) for cell in unmet)
