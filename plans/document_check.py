"""The one validator of plan documents: for files, for admin, for whatever else edits a plan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields
from typing import Any, Final

from bg_portal.vietnamese import clean_text
from plans.document import PlanDocument
from plans.document_check_goals import goal_problems
from plans.document_check_indicators import indicator_problems
from plans.document_check_periods import period_problems
from plans.document_problems import Problem, gettext_noop
from plans.document_rows import PLAN, YEARS, place_of, tables, walk

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LARGEST_ORDER: Final = 32_767
"""What its column holds."""
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,10}[a-z]?")


def check(document: PlanDocument) -> list[Problem]:
    """Every problem of the document, each with its place; none for a document that can be stored."""
    return [problem for rule in _RULES for problem in rule(document)]


def _text_problems(document: PlanDocument) -> Iterator[Problem]:
    for place, item in walk(document):
        for spec in fields(item):
            if "limit" in spec.metadata:
                yield from _one_text(place, item, spec)


def _one_text(place: str, item: Any, spec: Field[Any]) -> Iterator[Problem]:
    value: str = getattr(item, spec.name)
    limit: int = spec.metadata["limit"]
    if not value and spec.default is MISSING:
        yield Problem(place, spec.name, gettext_noop("Fill this in."))
    if len(value) > limit:
        params = {"limit": limit, "length": len(value)}
        text = gettext_noop("At most %(limit)d characters; these are %(length)d.")
        yield Problem(place, spec.name, text, params)
    if spec.name.endswith("_en") and value and not getattr(item, spec.name.removesuffix("en") + "vi"):
        yield Problem(place, spec.name, gettext_noop("Say it in Vietnamese first."))
    yield from _unclean(place, spec, value)


def _unclean(place: str, spec: Field[Any], value: str) -> Iterator[Problem]:
    try:
        clean = clean_text(value, multiline=spec.metadata.get("multiline", False))
    except ValueError as hidden:
        yield Problem(place, spec.name, str(hidden))
        return
    if clean != value:
        text = gettext_noop("Write it in composed letters (NFC), without needless spaces and line breaks.")
        yield Problem(place, spec.name, text)


def _duplicates(document: PlanDocument) -> Iterator[Problem]:
    for parent, item in walk(document):
        for name, table in tables(type(item)):
            found = Counter(row.key for row in getattr(item, name))
            for key, times in found.items():
                if times > 1:
                    params = {"times": times}
                    text = gettext_noop("This is stated %(times)d times.")
                    yield Problem(place_of(parent, table, key), "", text, params)


def _orders(document: PlanDocument) -> Iterator[Problem]:
    """Numbers of one list are positive and used once; indicators are numbered within their measure."""
    taken: set[tuple[str, int, int]] = set()
    for place, item in walk(document):
        if not hasattr(item, "order"):
            continue
        group = (place.removesuffix(item.key), getattr(item, "measure", 0), item.order)
        if item.order < 1:
            yield Problem(place, "order", gettext_noop("Count from 1."))
        if item.order > LARGEST_ORDER:
            text = gettext_noop("Write a number of at most %(most)d.")
            yield Problem(place, "order", text, {"most": LARGEST_ORDER})
        if group in taken and place != f"measure {item.order}":
            yield Problem(place, "order", gettext_noop("Another one has this number."))
        taken.add(group)


def _codes(document: PlanDocument) -> Iterator[Problem]:
    objectives = {objective.code for objective in document.objectives}
    for place, item in walk(document):
        code = getattr(item, "code", "")
        if code and not _CODE.fullmatch(code):
            text = gettext_noop("Write a code of capital letters and digits, as TT03 or TT01a.")
            yield Problem(place, "code", text)
        if place == f"indicator {code}" and code in objectives:
            yield Problem(place, "code", gettext_noop("An objective has this code."))


def _plan(document: PlanDocument) -> Iterator[Problem]:
    if not _SLUG.fullmatch(document.slug):
        text = gettext_noop("Write small letters without accents, digits and single hyphens, as 125-kh-ubnd.")
        yield Problem(PLAN, "slug", text)
    for name in ("first_year", "last_year"):
        if getattr(document, name) not in YEARS:
            yield Problem(PLAN, name, gettext_noop("Write a year of four digits."))
    if document.first_year > document.last_year:
        yield Problem(PLAN, "last_year", gettext_noop("The plan ends before it begins."))
    if document.issued_on.year > document.last_year:
        yield Problem(PLAN, "issued_on", gettext_noop("The plan was issued after its last year."))


_RULES: Final[tuple[Callable[[PlanDocument], Iterator[Problem]], ...]] = (
    _plan,
    _text_problems,
    _duplicates,
    _orders,
    _codes,
    indicator_problems,
    goal_problems,
    period_problems,
)
