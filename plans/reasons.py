"""Rules and verdicts in sentences: what a criterion or a figure asks for, and what an answer rests on."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from plans.calendar import Period
from plans.document import Criterion, Indicator
from plans.objectives import ObjectiveResult
from plans.sayings import IndicatorNames, Padded, Param, PeriodName, PeriodNames, Saying, gettext_noop, say
from plans.spans import Span
from plans.vocabulary import (
    AcrossCommunes,
    AcrossQuarters,
    Frequency,
    IndicatorKind,
    MeasureOfSuccess,
    Window,
)
from plans.windows import Judged, Reason

_RULES: Final[Mapping[Window, str]] = {
    Window.STANDING: gettext_noop(
        "The last answer, of this period or one of the four before, is yes, "
        "and its document is valid on %(day)s."
    ),
    Window.LAST_FOUR_QUARTERS: gettext_noop(
        "The answer is yes for at least one of the last four periods up to %(period)s."
    ),
    Window.IN_FORCE: gettext_noop("The latest decision in force on %(day)s recognises the commune."),
    Window.THE_YEAR: gettext_noop("The year so far comes to at least %(minimum)s."),
}

_REASONS: Final[Mapping[Reason, str]] = {
    Reason.DOCUMENT_VALID: gettext_noop(
        "document %(number)s of %(dated_on)s is valid on the period's last day"
    ),
    Reason.ANSWERED_NO: gettext_noop("the answer for %(period)s is no"),
    Reason.DOCUMENT_NOT_NAMED: gettext_noop(
        "the answer for %(period)s is yes, without the number or the date of the document"
    ),
    Reason.DOCUMENT_LATER: gettext_noop(
        "document %(number)s was issued on %(dated_on)s, after the period's last day"
    ),
    Reason.DOCUMENT_EXPIRED: gettext_noop("document %(number)s was valid until %(valid_until)s"),
    Reason.DONE: gettext_noop("carried out in %(period)s"),
    Reason.NOT_DONE: gettext_noop("not carried out in any of %(quarters)s"),
    Reason.RECOGNISED: gettext_noop(
        "recognised for %(year)s by decision %(number)s, in force from %(effective_on)s"
    ),
    Reason.NOT_RECOGNISED: gettext_noop(
        "not recognised for %(year)s by decision %(number)s, in force from %(effective_on)s"
    ),
    Reason.ENOUGH: gettext_noop("the year so far comes to at least %(minimum)s"),
    Reason.NOT_ENOUGH: gettext_noop("the year so far does not come to %(minimum)s"),
    Reason.NO_FIGURES: gettext_noop("no data for %(missing)s"),
    Reason.NO_DECISION: gettext_noop("no decision in force on the period's last day"),
    Reason.NOT_ASKED: gettext_noop("the indicator does not apply in this period"),
    Reason.OUT_OF_SCOPE: gettext_noop("outside the scope of the indicator"),
}

_MEASURES: Final[Mapping[MeasureOfSuccess, str]] = {
    MeasureOfSuccess.SHARE: gettext_noop(
        "The value is the percentage of the communes that meet every criterion: %(met)s of %(expected)s."
    ),
    MeasureOfSuccess.COUNT: gettext_noop(
        "The value is the number of communes that meet every criterion: %(met)s of %(expected)s."
    ),
}


def rule(criterion: Criterion, quarter: Period) -> Saying:
    """What a criterion asks for in a quarter."""
    return _with(
        _RULES[criterion.window],
        {"day": quarter.ends_on, "period": PeriodName(quarter.key), "minimum": criterion.minimum},
    )


def reason(judged: Judged) -> Saying:
    """What a verdict rests on."""
    paper, reading = judged.paper, judged.reading
    message = _REASONS[judged.reason]
    if judged.reason is Reason.DOCUMENT_VALID and not (paper.number and paper.dated_on):
        message = gettext_noop("the answer for %(period)s is yes")
    params: dict[str, Param] = {
        "number": paper.number or "…",
        "dated_on": paper.dated_on or "…",
        "valid_until": paper.valid_until or "…",
        "effective_on": paper.effective_on or "…",
        "period": PeriodName(reading.period if reading else judged.period),
        "year": reading.period if reading else "…",
        "quarters": PeriodNames(tuple(figure.period for figure in judged.looked_at)),
        "missing": PeriodNames(judged.missing),
        "minimum": judged.criterion.minimum,
    }
    return _with(message, params)


def _with(message: str, params: Mapping[str, Param]) -> Saying:
    """Only what the sentence speaks of."""
    return Saying(message, {name: value for name, value in params.items() if f"%({name})s" in message})


def objective_rules(found: ObjectiveResult) -> tuple[Saying, ...]:
    """How an objective's value comes about."""
    numbers = {"met": Padded(Decimal(found.met)), "expected": Padded(Decimal(found.expected))}
    rules = [
        say(
            gettext_noop(
                "A commune does not meet the objective where one criterion is not met; "
                "where one cannot be told, neither can the objective."
            )
        ),
        say(_MEASURES[found.objective.success], **numbers),
    ]
    if found.naming:
        text = gettext_noop("Only the communes that a document names are counted: %(documents)s.")
        rules.append(say(text, documents="; ".join(found.naming)))
    if found.unknown:
        text = gettext_noop(
            "Communes of which it cannot be told yet: %(unknown)s. The value may be higher by as many."
        )
        rules.append(say(text, unknown=Padded(Decimal(found.unknown))))
    return tuple(rules)


def indicator_rules(indicator: Indicator, span: Span, *, city: bool) -> tuple[Saying, ...]:
    """How an indicator's figure over a span comes about."""
    rules = [_across_quarters(indicator, span)]
    if indicator.sum_of:
        text = gettext_noop("It is computed for each commune and period as the sum of: %(parts)s.")
        rules.append(say(text, parts=IndicatorNames(indicator.sum_of)))
    if city and indicator.across_communes is AcrossCommunes.SUM:
        rules.append(say(gettext_noop("The communes add up.")))
    if city and indicator.across_communes is AcrossCommunes.COUNT_YES:
        rules.append(say(gettext_noop("The communes that say yes, or are recognised, are counted.")))
    return tuple(rules)


def _across_quarters(indicator: Indicator, span: Span) -> Saying:
    if indicator.kind is IndicatorKind.STANDING:
        return say(gettext_noop("What the decision in force on %(day)s says."), day=span.ends_on)
    if indicator.frequency is Frequency.YEAR or len(span.quarters) == 1:
        return say(gettext_noop("The figure of %(period)s."), period=PeriodName(_period(indicator, span)))
    if indicator.across_quarters is AcrossQuarters.SUM:
        text = gettext_noop("The sum of the quarters from %(first)s to %(last)s.")
        return say(text, first=PeriodName(span.quarters[0]), last=PeriodName(span.last))
    if indicator.across_quarters is AcrossQuarters.CUMULATIVE:
        text = gettext_noop("The latest figure up to %(last)s: it counts from the start of the year.")
        return say(text, last=PeriodName(span.last))
    return say(gettext_noop("The figure of the last quarter, as at %(day)s."), day=span.ends_on)


def _period(indicator: Indicator, span: Span) -> str:
    return str(span.year) if indicator.frequency is Frequency.YEAR else span.last
