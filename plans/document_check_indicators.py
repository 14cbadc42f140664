"""What must hold between an indicator's fields, and between indicators."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from plans.document import Indicator, PlanDocument
from plans.document_indicators import PROVIDER_SEPARATOR
from plans.document_problems import Problem, gettext_noop
from plans.document_rows import PLAN, place_of
from plans.vocabulary import AcrossCommunes, AcrossQuarters, Frequency, IndicatorKind, Protection, RecordedBy

MOST_DECIMALS: Final = 3
_LEVELS: Final = tuple(Protection)
_STATES: Final = (IndicatorKind.YES_NO, IndicatorKind.STANDING)
_NUMBERS: Final = (IndicatorKind.COUNT, IndicatorKind.AMOUNT)

Found = Iterator[tuple[str, str]]
"""A field's name and the msgid of what is wrong with it."""


def indicator_problems(document: PlanDocument) -> Iterator[Problem]:
    """Problems of each indicator by itself, then of what it refers to."""
    known = {indicator.code: indicator for indicator in document.indicators}
    for indicator in document.indicators:
        place = place_of(PLAN, "indicator", indicator.code)
        for rule in _RULES:
            for name, message in rule(indicator):
                yield Problem(place, name, message)
        yield from _unknown(document, indicator, place)
        for name, message in _relations(indicator, known):
            yield Problem(place, name, message)


def _kind(indicator: Indicator) -> Found:
    if indicator.kind is IndicatorKind.STANDING:
        if indicator.recorded_by is not RecordedBy.CITY:
            yield "recorded_by", gettext_noop("A recognised standing is recorded by the city.")
        if indicator.across_quarters is not AcrossQuarters.LATEST:
            yield "across_quarters", gettext_noop("A recognised standing lasts: its latest decision counts.")
    most = MOST_DECIMALS if indicator.kind in (IndicatorKind.AMOUNT, IndicatorKind.SCORE) else 0
    if not 0 <= indicator.decimals <= most:
        yield "decimals", gettext_noop("Only amounts and scores have decimals, and at most three.")
    if indicator.asks and indicator.kind not in _STATES:
        yield "asks", gettext_noop('Only a "yes" or a standing comes with a document or an activity.')


def _sums(indicator: Indicator) -> Found:
    if indicator.across_quarters is AcrossQuarters.SUM and indicator.kind not in _NUMBERS:
        yield "across_quarters", gettext_noop("Only counts and amounts add up over quarters.")
    if indicator.across_communes is AcrossCommunes.SUM and indicator.kind not in _NUMBERS:
        yield "across_communes", gettext_noop("Only counts and amounts add up over communes.")
    if indicator.across_communes is AcrossCommunes.COUNT_YES and indicator.kind not in _STATES:
        yield "across_communes", gettext_noop("Only yes and recognised standings can be counted.")
    yearly = (AcrossQuarters.SUM, AcrossQuarters.CUMULATIVE)
    if indicator.frequency is Frequency.YEAR and indicator.across_quarters in yearly:
        yield "across_quarters", gettext_noop("What is recorded by the year has no quarters to add up.")


def _recording(indicator: Indicator) -> Found:
    if indicator.required and not indicator.asked:
        yield "required", gettext_noop("Only what communes report can be required of them.")
    if indicator.asked and indicator.frequency is Frequency.YEAR:
        yield "frequency", gettext_noop("Communes report by the quarter.")
    if bool(indicator.sum_of) != (indicator.recorded_by is RecordedBy.COMPUTED):
        yield "sum_of", gettext_noop("What is computed names its parts, and nothing else does.")
    providers = [text.count(PROVIDER_SEPARATOR) for text in (indicator.provider_vi, indicator.provider_en)]
    if indicator.provider_en and providers[0] != providers[1]:
        yield "provider_en", gettext_noop("Name as many providers as in Vietnamese.")


def _unknown(document: PlanDocument, indicator: Indicator, place: str) -> Iterator[Problem]:
    codes = {other.code for other in document.indicators}
    quarters = {period.key for period in document.quarters}
    for name, code in _references(indicator):
        if code not in codes:
            text = gettext_noop("There is no indicator %(code)s.")
            yield Problem(place, name, text, {"code": code})
    if indicator.measure not in {measure.order for measure in document.measures}:
        text = gettext_noop("There is no measure %(number)d.")
        yield Problem(place, "measure", text, {"number": indicator.measure})
    for name in ("valid_from", "valid_to"):
        key = getattr(indicator, name)
        if key and key not in quarters:
            text = gettext_noop("There is no quarter %(key)s.")
            yield Problem(place, name, text, {"key": key})
    if indicator.valid_to and indicator.valid_to < indicator.valid_from:
        yield Problem(place, "valid_to", gettext_noop("It ends before it begins."))


def _relations(indicator: Indicator, known: dict[str, Indicator]) -> Found:
    for name in ("part_of", "sum_of", "protected_with"):
        if indicator.code in _reached(indicator.code, name, known):
            yield name, gettext_noop("This leads back to the indicator itself.")
    for name, code in _references(indicator):
        if code in known and name != "protected_with" and not _alike(indicator, known[code]):
            yield name, gettext_noop("A part has the unit, the kind and the axes of its whole.")
    for code in indicator.sum_of:
        if code in known and _level(known[code]) > _level(indicator):
            yield "sum_of", gettext_noop("A sum is protected as strongly as each of its parts.")
    other = known.get(indicator.protected_with) if indicator.protected_with else None
    if other and not 0 < _level(other) <= _level(indicator):
        yield "protected_with", gettext_noop("Both are protected, this one no less than the other.")


def _references(indicator: Indicator) -> Iterator[tuple[str, str]]:
    for name in ("part_of", "protected_with"):
        if getattr(indicator, name):
            yield name, getattr(indicator, name)
    for code in indicator.sum_of:
        yield "sum_of", code


def _reached(code: str, name: str, known: dict[str, Indicator]) -> set[str]:
    """Every indicator that one leads to along the field, itself only where the way is a circle."""
    reached: set[str] = set()
    waiting = [code]
    while waiting:
        item = known.get(waiting.pop())
        following = {other for field, other in _references(item) if field == name} if item else set()
        waiting.extend(following - reached)
        reached |= following
    return reached


def _alike(one: Indicator, other: Indicator) -> bool:
    names = ("unit_vi", "kind", "frequency", "across_quarters", "across_communes")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _level(indicator: Indicator) -> int:
    return _LEVELS.index(indicator.protection)


_RULES: Final[tuple[Callable[[Indicator], Found], ...]] = (_kind, _sums, _recording)
