"""What part of a plan a text is about: an objective, a measure, an indicator, or the plan as a whole.

A topic is written as "objective:MT1"; it names the part as addresses do, so that texts that are kept for ever
stand in no plan's way when a part of it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plans.document import PlanDocument
from plans.vocabulary import TopicKind


class Topic(NamedTuple):
    """A part of a plan by its kind and its code, which for a measure is its number."""

    kind: TopicKind
    code: str

    def __str__(self) -> str:
        return f"{self.kind.value}:{self.code}"


def topic(text: str) -> Topic | None:
    """The topic that is written so; None for the plan as a whole and for what is none."""
    kind, _colon, code = text.partition(":")
    return Topic(TopicKind(kind), code) if code and kind in set(TopicKind) else None


def topics(document: PlanDocument) -> Iterator[Topic]:
    """Every part of the plan, in its order."""
    yield from (Topic(TopicKind.OBJECTIVE, row.code) for row in document.objectives)
    yield from (Topic(TopicKind.MEASURE, str(row.order)) for row in document.measures)
    yield from (Topic(TopicKind.INDICATOR, row.code) for row in document.indicators)


def names(document: PlanDocument, about: Topic) -> tuple[str, str] | None:
    """What the part is called, in Vietnamese and in English; None where the plan has no such part."""
    match about.kind:
        case TopicKind.OBJECTIVE:
            rows = [row for row in document.objectives if row.code == about.code]
            return (rows[0].name_vi, rows[0].name_en) if rows else None
        case TopicKind.MEASURE:
            measures = [row for row in document.measures if str(row.order) == about.code]
            return (measures[0].name_vi, measures[0].name_en) if measures else None
        case TopicKind.INDICATOR:
            found = [row for row in document.indicators if row.code == about.code]
            return (found[0].name_vi, found[0].name_en) if found else None
