"""The plan document as a TOML file: written in one way, and read with every mistake named at once."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from plans.document import PlanDocument
from plans.document_check import check
from plans.document_data import stated
from plans.document_problems import DocumentErrors, Problem, gettext_noop
from plans.document_reader import DocumentReader, Path
from plans.document_rows import PLAN
from plans.document_values import leaf

LONGEST_LIST: Final = 100
"""Characters of a list that is written on one line."""

_HEADER = re.compile(r"\s*\[\[\s*([A-Za-z_][\w.]*)\s*\]\]")
_KEY = re.compile(r"\s*([A-Za-z_]\w*)\s*=")
_SYNTAX = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)


def read(text: str) -> PlanDocument:
    """The document that the file states.

    Raises DocumentErrors with every problem at once: a file that is not TOML at its first broken line,
    else all keys that are unknown, missing or mistyped, and all that the validator finds in rows that
    could be read.
    """
    reader = DocumentReader(lines_of(text))
    try:
        document = reader.document(tomllib.loads(text, parse_float=Decimal))
    except ValueError as error:
        raise DocumentErrors([_syntax_problem(str(error))]) from error
    problems = [*reader.problems, *_found(reader, document)]
    if problems:
        raise DocumentErrors(sorted(problems, key=lambda problem: problem.line or 0))
    return document


def write_toml(document: PlanDocument) -> str:
    """The file that states the document: equal documents give equal files, byte by byte."""
    return "".join(_lines(document, ()))


def lines_of(text: str) -> dict[Path, int]:
    """The line of each header and key, counted from 1, in the plain style of `write_toml`."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    path: Path = ()
    within_text = False
    for number, line in enumerate(text.split("\n"), start=1):
        if not within_text:
            if header := _HEADER.match(line):
                path = _enter(header[1].split("."), counts)
                found[path] = number
            elif key := _KEY.match(line):
                found.setdefault((*path, key[1]), number)
        within_text ^= line.count('"""') % 2 == 1
    return found


def _enter(names: list[str], counts: dict[Path, int]) -> Path:
    """The path of the next row of a table; the rows beneath it are counted anew."""
    path: Path = ()
    for name in names[:-1]:
        path = (*path, name, counts.get((*path, name), 0))
    table = (*path, names[-1])
    counts[table] = counts.get(table, -1) + 1
    return (*table, counts[table])


def _syntax_problem(message: str) -> Problem:
    found = _SYNTAX.fullmatch(message)
    reason, line = (found[1], found[2]) if found else (message, None)
    text = gettext_noop("This is not TOML: %(reason)s.")
    return Problem(PLAN, "", text, {"reason": reason}, int(line) if line else None)


def _found(reader: DocumentReader, document: PlanDocument) -> list[Problem]:
    """What the validator says of rows and keys that could be read, with its line.

    Periods are judged by their neighbours, so one that could not be read silences all.
    """
    noted = {(problem.place, problem.field) for problem in reader.problems}
    periods = any(place.startswith("period ") for place in reader.broken)
    return [
        Problem(found.place, found.field, found.message, found.params, reader.line(found.place, found.field))
        for found in check(document)
        if found.place not in reader.broken
        and (found.place, found.field) not in noted
        and not (periods and found.place.startswith("period "))
    ]


def _lines(item: Any, path: tuple[str, ...]) -> Iterator[str]:
    """The row's own values, then the rows beneath it, each with its header."""
    said = stated(item)
    for name, value in said.items():
        if not _is_rows(value):
            yield f"{name} = {_literal(value)}\n"
    for name, value in said.items():
        if _is_rows(value):
            for row in value:
                yield f"\n[[{'.'.join((*path, name))}]]\n"
                yield from _lines(row, (*path, name))


def _is_rows(value: Any) -> bool:
    return isinstance(value, tuple) and any(not isinstance(one, str) for one in value)


def _literal(value: Any) -> str:
    plain = leaf(value)
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if isinstance(plain, list | tuple):
        return _list(list(plain))
    if isinstance(value, str):
        return _text(plain) if "\n" in plain else _string(plain)
    return str(plain)


def _string(value: str) -> str:
    """JSON's escapes are TOML's, but for the one control character that only JSON takes."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _text(value: str) -> str:
    """A text of several lines, each on its own; TOML leaves out the first line break."""
    lines = [_string(line)[1:-1] for line in value.split("\n")]
    return '"""\n' + "\n".join(lines) + '"""'


def _list(values: list[str]) -> str:
    line = "[" + ", ".join(_string(value) for value in values) + "]"
    if len(line) <= LONGEST_LIST:
        return line
    return "[\n" + "".join(f"  {_string(value)},\n" for value in values) + "]"
