"""What must hold for objectives, their criteria and named communes, and for targets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from plans.document import Criterion, Indicator, Objective, PlanDocument, Target
from plans.document_check_indicators import MOST_DECIMALS, Found
from plans.document_problems import Problem, gettext_noop
from plans.document_rows import PLAN, place_of
from plans.vocabulary import AcrossQuarters, IndicatorKind, MeasureOfSuccess, Window

LARGEST: Final = Decimal(10) ** 12
"""Values of targets and criteria stay below it, so that they fit their columns."""
_YES: Final = Decimal(1)


class _Known:
    """What rows may refer to, gathered once."""

    def __init__(self, document: PlanDocument) -> None:
        self.years = range(document.first_year, document.last_year + 1)
        self.indicators = {indicator.code: indicator for indicator in document.indicators}
        self.objectives = {objective.code: objective for objective in document.objectives}
        self.communes = {(part.commune, part.commune_valid_from) for part in document.participation}
        self.participants = {year: len(document.participants(str(year))) for year in self.years}


def goal_problems(document: PlanDocument) -> Iterator[Problem]:
    """Problems of objectives with all their rows, then of targets."""
    known = _Known(document)
    for objective in document.objectives:
        place = place_of(PLAN, "objective", objective.code)
        if not objective.criteria:
            text = gettext_noop("An objective needs at least one criterion.")
            yield Problem(place, "criterion", text)
        yield from _criteria(known, objective, place)
        yield from _named(known, objective, place)
    for target in document.targets:
        place = place_of(PLAN, "target", target.key)
        for rule in (_aim, _value, _scope):
            for name, message in rule(known, target):
                yield Problem(place, name, message)


def _criteria(known: _Known, objective: Objective, parent: str) -> Iterator[Problem]:
    for criterion in objective.criteria:
        place = place_of(parent, "criterion", criterion.key)
        indicator = known.indicators.get(criterion.indicator)
        if indicator is None:
            text = gettext_noop("There is no indicator %(code)s.")
            yield Problem(place, "indicator", text, {"code": criterion.indicator})
            continue
        for name, message in _criterion(criterion, indicator):
            yield Problem(place, name, message)


def _criterion(criterion: Criterion, indicator: Indicator) -> Found:
    if indicator.protected:
        yield "indicator", gettext_noop("A criterion may not use a protected indicator: it would reveal it.")
    if not _FITS[criterion.window](indicator):
        yield "window", gettext_noop("This window does not fit the indicator's kind and axis.")
    if indicator.kind in (IndicatorKind.YES_NO, IndicatorKind.STANDING) and criterion.minimum != _YES:
        yield "minimum", gettext_noop('The least value of a "yes" or a standing is 1.')
    if not _fits_column(criterion.minimum) or criterion.minimum <= 0:
        yield "minimum", gettext_noop("Write a number above 0, with at most three decimals.")


def _named(known: _Known, objective: Objective, parent: str) -> Iterator[Problem]:
    for named in objective.named:
        place = place_of(parent, "named", named.key)
        if (named.commune, named.commune_valid_from) not in known.communes:
            yield Problem(place, "commune", gettext_noop("This commune does not take part in the plan."))
        if named.from_year not in known.years:
            yield Problem(place, "from_year", gettext_noop("Write a year of the plan."))


def _aim(known: _Known, target: Target) -> Found:
    if bool(target.objective) == bool(target.indicator):
        yield "objective", gettext_noop("A target is of one objective or of one indicator.")
    if target.objective and target.objective not in known.objectives:
        yield "objective", gettext_noop("There is no such objective.")
    if target.indicator and target.indicator not in known.indicators:
        yield "indicator", gettext_noop("There is no such indicator.")
    indicator = known.indicators.get(target.indicator)
    if indicator and indicator.across_quarters is AcrossQuarters.NONE:
        yield (
            "indicator",
            gettext_noop("This indicator has no value of the year that a target could be set for."),
        )


def _value(known: _Known, target: Target) -> Found:
    if not _fits_column(target.value) or target.value < 0:
        yield "value", gettext_noop("Write a number of at least 0, with at most three decimals.")
        return
    indicator = known.indicators.get(target.indicator)
    if indicator:
        yield from _value_of_indicator(known, target, indicator)
        return
    objective = known.objectives.get(target.objective)
    success = objective.success if objective else None
    if success is MeasureOfSuccess.SHARE and target.value > 100:
        yield "value", gettext_noop("A share is at most 100 percent.")
    if success is MeasureOfSuccess.COUNT and target.value != target.value.to_integral_value():
        yield "value", gettext_noop("Communes are counted in whole numbers.")
    if success is MeasureOfSuccess.COUNT and target.value > known.participants.get(target.year, target.value):
        yield "value", gettext_noop("More communes than take part in that year.")


def _value_of_indicator(known: _Known, target: Target, indicator: Indicator) -> Found:
    if not _has_decimals(target.value, min(max(indicator.decimals, 0), MOST_DECIMALS)):
        whole = gettext_noop("Write a whole number: this indicator has no decimals.")
        yield (
            "value",
            gettext_noop("Write no more decimals than the indicator has.") if indicator.decimals else whole,
        )
    if indicator.kind in (IndicatorKind.YES_NO, IndicatorKind.STANDING):
        most = 1 if target.commune else known.participants.get(target.year, target.value)
        if target.value > most:
            yield (
                "value",
                gettext_noop(
                    "A commune answers yes (1) or no (0); the plan counts communes that answered yes."
                ),
            )


def _scope(known: _Known, target: Target) -> Found:
    if target.year not in known.years:
        yield "year", gettext_noop("Write a year of the plan.")
    if bool(target.commune) != bool(target.commune_valid_from):
        yield "commune_valid_from", gettext_noop("A commune is named by its code and its first day.")
    elif target.commune and (target.commune, target.commune_valid_from) not in known.communes:
        yield "commune", gettext_noop("This commune does not take part in the plan.")
    if target.commune and target.objective:
        yield "commune", gettext_noop("An objective's target is for the whole plan.")


def _fits_column(value: Decimal) -> bool:
    if not value.is_finite() or abs(value) >= LARGEST:
        return False
    return _has_decimals(value, MOST_DECIMALS)


def _has_decimals(value: Decimal, most: int) -> bool:
    """Whether a number that is not too large for its column has at most so many."""
    return value == value.quantize(Decimal(1).scaleb(-most))


def _lasting_yes(indicator: Indicator) -> bool:
    return indicator.kind is IndicatorKind.YES_NO and indicator.across_quarters is AcrossQuarters.LATEST


def _yes_of_a_quarter(indicator: Indicator) -> bool:
    return indicator.kind is IndicatorKind.YES_NO and indicator.across_quarters is AcrossQuarters.NONE


def _standing(indicator: Indicator) -> bool:
    return indicator.kind is IndicatorKind.STANDING


def _of_the_year(indicator: Indicator) -> bool:
    yearly = indicator.across_quarters in (AcrossQuarters.SUM, AcrossQuarters.CUMULATIVE)
    return yearly and indicator.asked


_FITS: Final[Mapping[Window, Callable[[Indicator], bool]]] = {
    Window.STANDING: _lasting_yes,
    Window.LAST_FOUR_QUARTERS: _yes_of_a_quarter,
    Window.IN_FORCE: _standing,
    Window.THE_YEAR: _of_the_year,
}
