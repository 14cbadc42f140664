"""Builds a plan document from plain data and notes whatever has not the shape of one, all at once."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, replace
from typing import Any, Final, get_args, get_type_hints

from plans.document import (
    Criterion,
    Holiday,
    Indicator,
    Measure,
    Named,
    Objective,
    Participation,
    Period,
    PlanDocument,
    Target,
)
from plans.document_problems import Problem, gettext_noop
from plans.document_rows import PLAN, place_of, tables
from plans.document_values import MistypedError, convert, neutral

Path = tuple[str | int, ...]
"""Where something stands in the data: ("indicator", 3, "unit_vi"), rows counted from 0."""

_ROWS: Final = (
    PlanDocument,
    Measure,
    Indicator,
    Objective,
    Criterion,
    Named,
    Target,
    Period,
    Holiday,
    Participation,
)
_HINTS: Final[Mapping[type[Any], Mapping[str, Any]]] = {cls: get_type_hints(cls) for cls in _ROWS}


class DocumentReader:
    """One reading of one document: the problems met, and where in the data each place was found."""

    def __init__(self, lines: Mapping[Path, int] | None = None) -> None:
        """`lines` gives the line of a path, where the data come from a file."""
        self.problems: list[Problem] = []
        self.broken: set[str] = set()
        """Rows of which a value is missing or could not be read, by the place the validator gives them."""
        self._lines = lines or {}
        self._paths: dict[str, Path] = {}

    def document(self, data: Mapping[str, Any]) -> PlanDocument:
        """The document as far as it could be read; neutral values stand for what could not."""
        document: PlanDocument = self._row(PlanDocument, data, "", ())
        return document

    def line(self, place: str, name: str) -> int | None:
        """The line of a field, or else of its row; none where it is not known."""
        path = self._paths.get(place, ())
        return self._lines.get((*path, name)) or self._lines.get(path)

    def _row(self, cls: type[Any], data: Mapping[str, Any], parent: str, path: Path) -> Any:
        """The row without its own rows first, as its place is called by its key."""
        values, problems = _values(cls, data)
        item = cls(**values)
        place = place_of(parent, str(path[-2]), item.key or f"#{int(path[-1]) + 1}") if path else PLAN
        self._paths[place] = path
        if problems and path:
            self.broken.add(place_of(parent, str(path[-2]), item.key))
        for name, message, params in [*problems, *_unknown(cls, data)]:
            self._note(place, name, message, **params)
        below = {
            name: self._rows(get_args(_HINTS[cls][name])[0], data[table], place, (*path, table))
            for name, table in tables(cls)
            if table in data
        }
        return replace(item, **below)

    def _rows(self, cls: type[Any], data: Any, parent: str, path: Path) -> tuple[Any, ...]:
        if not isinstance(data, list) or not all(isinstance(row, Mapping) for row in data):
            table = str(path[-1])
            self._note(parent, table, gettext_noop("Begin each row with [[%(table)s]]."), table=table)
            return ()
        return tuple(self._row(cls, row, parent, (*path, number)) for number, row in enumerate(data))

    def _note(self, place: str, name: str, message: str, **params: str | int) -> None:
        self.problems.append(Problem(place, name, message, params, self.line(place, name)))


_Noted = tuple[str, str, Mapping[str, str | int]]
"""A field's name, the msgid, and its parameters."""


def _values(cls: type[Any], data: Mapping[str, Any]) -> tuple[dict[str, Any], list[_Noted]]:
    values: dict[str, Any] = {}
    problems: list[_Noted] = []
    for spec in fields(cls):
        if "table" in spec.metadata or (spec.name not in data and not _needed(spec)):
            continue
        hint = _HINTS[cls][spec.name]
        values[spec.name] = spec.metadata.get("unread", neutral(hint))
        if spec.name not in data:
            problems.append((spec.name, gettext_noop("This key is missing."), {}))
            continue
        try:
            values[spec.name] = convert(hint, data[spec.name])
        except MistypedError as mistyped:
            problems.append((spec.name, mistyped.message, mistyped.params))
    return values, problems


def _unknown(cls: type[Any], data: Mapping[str, Any]) -> list[_Noted]:
    known = [spec.metadata.get("table", spec.name) for spec in fields(cls)]
    found: list[_Noted] = []
    for name in data:
        if name in known:
            continue
        meant = difflib.get_close_matches(name, known, n=1)
        if meant:
            found.append((name, gettext_noop("Unknown key; is %(meant)s meant?"), {"meant": meant[0]}))
        else:
            found.append((name, gettext_noop("Unknown key."), {}))
    return found


def _needed(spec: Field[Any]) -> bool:
    return spec.default is MISSING and spec.default_factory is MISSING
