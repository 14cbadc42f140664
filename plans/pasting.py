"""A table copied from a spreadsheet, read as targets: codes above, communes at the left, each slip named.

Communes are found by name without accents, with or without "phường" and "xã", or by their official code,
of which a spreadsheet drops the leading zeros. A column of running numbers is left out, a row of sums is
checked.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, Protocol

from bg_portal.vietnamese import clean_text, fold, format_number, gettext_noop, parse_number
from plans.assigning import NewTarget, problems_of, standing
from plans.document import PlanDocument
from plans.vocabulary import AcrossQuarters

_KINDS: Final = frozenset({"ubnd", "phuong", "xa", "p", "x", "ward", "commune"})
_NUMBERING: Final = frozenset({"stt", "tt", "no"})
_CITY: Final = frozenset({"toan thanh pho", "thanh pho", "ca thanh pho", "the whole city", "city"})
_SUMS: Final = frozenset({"cong", "tong", "tong cong", "tong so", "total", "sum"})


class Place(Protocol):
    """What has to be known of a commune to find it."""

    @property
    def code(self) -> str: ...
    @property
    def valid_from(self) -> date: ...
    @property
    def name_vi(self) -> str: ...
    @property
    def name_en(self) -> str: ...


@dataclass(frozen=True)
class Fault:
    """What has to be mended in a cell; rows and columns are counted from 1, as they were pasted."""

    row: int
    column: int
    message: str
    """An English msgid with %(name)s for each of the parameters."""
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Pasted:
    """What a table says, and everything that is wrong with it."""

    targets: tuple[NewTarget, ...]
    faults: tuple[Fault, ...]


@dataclass
class _Reading:
    """A table while it is read."""

    document: PlanDocument
    year: int
    language: str
    names: Mapping[str, Sequence[Place]]
    codes: dict[int, str] = field(default_factory=dict)
    """By column, the indicator it is for."""
    found: dict[str, tuple[int, int, NewTarget]] = field(default_factory=dict)
    sums: list[tuple[int, int, str, Decimal]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def refuse(self, row: int, column: int, message: str, **params: str | int) -> None:
        self.faults.append(Fault(row, column, message, params))


def read_table(
    text: str, *, document: PlanDocument, places: Sequence[Place], year: int, language: str
) -> Pasted:
    """The targets of a pasted table; numbers are read as the page's language writes them."""
    reading = _Reading(document, year, language, _names(places))
    rows = [(number, cells) for number, cells in _rows(text, reading) if any(cells)]
    if not rows:
        return Pasted((), (*reading.faults, Fault(1, 1, gettext_noop("There is no table here."))))
    (head, titles), *body = rows
    first = 1 if titles and fold(titles[0]) in _NUMBERING else 0
    _head(reading, head, titles, first)
    for number, cells in body:
        _row(reading, number, cells, first)
    if not reading.found and not reading.faults:
        reading.refuse(head, first + 1, gettext_noop("The table has no values."))
    _check_sums(reading, first + 1)
    _check_values(reading)
    order = sorted(reading.faults, key=lambda fault: (fault.row, fault.column))
    return Pasted(tuple(target for _row, _column, target in reading.found.values()), tuple(order))


def _rows(text: str, reading: _Reading) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row, cleaned; a cell with hidden signs is refused and counts as empty."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter="\t")
    try:
        for number, cells in enumerate(lines, start=1):
            yield (
                number,
                [_clean(reading, number, column, cell) for column, cell in enumerate(cells, start=1)],
            )
    except csv.Error:
        reading.refuse(1, 1, gettext_noop("This cannot be read as a table copied from a spreadsheet."))


def _clean(reading: _Reading, row: int, column: int, cell: str) -> str:
    try:
        return clean_text(cell)
    except ValueError as error:
        reading.refuse(row, column, str(error))
        return ""


def _names(places: Sequence[Place]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in places:
        for name in {_plain(place.name_vi), _plain(place.name_en), place.code.lstrip("0")}:
            found.setdefault(name, []).append(place)
    return found


def _plain(name: str) -> str:
    """A name without accents and without what kind of place it is."""
    words = fold(name).replace(".", " ").split()
    while len(words) > 1 and words[0] in _KINDS:
        words = words[1:]
    while len(words) > 1 and words[-1] in _KINDS:
        words = words[:-1]
    return " ".join(words)


def _head(reading: _Reading, row: int, titles: Sequence[str], first: int) -> None:
    codes = {indicator.code.casefold(): indicator for indicator in reading.document.indicators}
    for column, title in enumerate(titles[first + 1 :], start=first + 2):
        if not title:
            continue
        indicator = codes.get(title.replace(":", " ").split()[0].casefold())
        if indicator is None:
            reading.refuse(row, column, gettext_noop("There is no indicator %(code)s."), code=_short(title))
        elif indicator.across_quarters is AcrossQuarters.NONE:
            text = gettext_noop("Indicator %(code)s has no value of the year that a target could be set for.")
            reading.refuse(row, column, text, code=indicator.code)
        elif indicator.code in reading.codes.values():
            text = gettext_noop("Indicator %(code)s stands above another column too.")
            reading.refuse(row, column, text, code=indicator.code)
        else:
            reading.codes[column] = indicator.code
    if not any(titles[first + 1 :]):
        text = gettext_noop("Write the codes of the indicators above the columns, as TT02.")
        reading.refuse(row, first + 2, text)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _row(reading: _Reading, number: int, cells: Sequence[str], first: int) -> None:
    """One row; without values it says nothing, as a heading within the table."""
    values = {column: cell for column, cell in enumerate(cells, start=1) if cell and column > first + 1}
    if not values:
        return
    name = cells[first]
    if fold(name) in _SUMS:
        for column, _code, value in _numbers(reading, number, values):
            reading.sums.append((number, column, reading.codes[column], value))
    elif fold(name) in _CITY:
        _place(reading, number, values, "", None)
    else:
        _commune(reading, number, name, values, first + 1)


def _commune(reading: _Reading, number: int, name: str, values: Mapping[int, str], column: int) -> None:
    found = reading.names.get(_plain(name) if not name.isdigit() else name.lstrip("0"), ())
    if len(found) == 1:
        _place(reading, number, values, found[0].code, found[0].valid_from)
    elif not name:
        reading.refuse(number, column, gettext_noop("Write which commune or ward this row is for."))
    elif found:
        text = gettext_noop("More than one commune is called %(name)s: write its official code.")
        reading.refuse(number, column, text, name=_short(name))
    else:
        text = gettext_noop("No commune or ward of this year's plan is called %(name)s.")
        reading.refuse(number, column, text, name=_short(name))


def _place(
    reading: _Reading, number: int, values: Mapping[int, str], commune: str, valid_from: date | None
) -> None:
    for column, code, value in _numbers(reading, number, values):
        target = NewTarget(code, reading.year, value, commune, valid_from)
        if target.key in reading.found:
            text = gettext_noop("This place stands in row %(first)d already.")
            reading.refuse(number, column, text, first=reading.found[target.key][0])
            continue
        before = standing(reading.document, target)
        told = NewTarget(code, reading.year, value, commune, valid_from, before)
        reading.found[target.key] = (number, column, told)


def _numbers(reading: _Reading, number: int, values: Mapping[int, str]) -> Iterator[tuple[int, str, Decimal]]:
    for column, cell in values.items():
        try:
            value = parse_number(cell, language=reading.language)
        except ValueError as error:
            reading.refuse(number, column, str(error))
            continue
        if column in reading.codes:
            yield column, reading.codes[column], value
        elif not any(fault.column == column for fault in reading.faults):
            reading.refuse(number, column, gettext_noop("There is no indicator's code above this column."))


def _check_sums(reading: _Reading, names: int) -> None:
    """A row of sums that does not agree tells of a slip in the column above, if all of it was read."""
    unread = {fault.column for fault in reading.faults}
    for row, column, code, written in reading.sums:
        if column in unread or names in unread:
            continue
        own = [t for _row, _column, t in reading.found.values() if t.indicator == code and t.commune]
        total = sum((target.value or Decimal(0) for target in own), Decimal(0))
        if total != written:
            text = gettext_noop("The communes of this column add up to %(sum)s.")
            reading.refuse(row, column, text, sum=format_number(total, language=reading.language))


def _check_values(reading: _Reading) -> None:
    targets = [target for _row, _column, target in reading.found.values()]
    for key, problem in problems_of(reading.document, targets).items():
        row, column, _target = reading.found[key]
        reading.faults.append(Fault(row, column, problem.message, problem.params))
