"""What is missing in a figure and what was left out of it, gathered so that each thing is said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plans.book import Book
from plans.explanation import Role, Source
from plans.queries import Place
from plans.saying_words import sentence
from plans.words import label_of


@dataclass(frozen=True)
class Gap:
    """The same answers of several communes."""

    codes: str
    text: str
    """The periods that lack, or why the answers do not count."""
    places: tuple[Place, ...]


def missing(sources: Sequence[Source], places: Sequence[Place]) -> list[Gap]:
    """Which answers lack, and whose."""
    lacking: dict[int, dict[str, list[str]]] = {}
    for source in sources:
        if source.role is Role.MISSING:
            own = lacking.setdefault(source.commune, {})
            own.setdefault(source.indicator, []).append(source.period)
    alike: dict[tuple[tuple[str, ...], tuple[str, ...]], list[int]] = {}
    for commune, codes in lacking.items():
        for keys in dict.fromkeys(map(tuple, codes.values())):
            same = tuple(code for code, own in codes.items() if tuple(own) == keys)
            alike.setdefault((same, keys), []).append(commune)
    return [
        Gap(", ".join(codes), _periods(keys), _chosen(places, communes))
        for (codes, keys), communes in sorted(alike.items())
    ]


def left_out(book: Book, sources: Sequence[Source], places: Sequence[Place]) -> list[Gap]:
    """Which answers stand accepted and do not count, and why."""
    alike: dict[str, list[Source]] = {}
    for source in sources:
        if source.role is Role.EXCLUDED and source.why:
            alike.setdefault(sentence(source.why, book.document), []).append(source)
    return [
        Gap(
            ", ".join(sorted({source.indicator for source in own})),
            why,
            _chosen(places, {source.commune for source in own}),
        )
        for why, own in alike.items()
    ]


def _periods(keys: Iterable[str]) -> str:
    return ", ".join(label_of(key) for key in keys if key)


def _chosen(places: Sequence[Place], communes: Iterable[int]) -> tuple[Place, ...]:
    own = set(communes)
    return tuple(place for place in places if place.id in own)
