"""What an indicator means: the definition that its document gives, as terms and values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bg_portal.pieces import Row
from plans.document import Indicator
from plans.presenting.rows import unit_of
from plans.presenting.scope import Scope
from plans.presenting.wording import in_language, language
from plans.protection import has_city_year
from plans.vocabulary import Frequency, Protection
from plans.words import LABELS, label_of

PROTECTION: Final[dict[Protection, Promise]] = {
    Protection.OPEN: gettext_lazy("every figure is public"),
    Protection.SMALL: gettext_lazy(
        "a figure from 1 to 4 is shown as “below 5”, and every total is computed from what is shown"
    ),
    Protection.RESTRICTED: gettext_lazy(
        "only the city's figure of a closed year is public, from 0 to 4 as one range; "
        "nothing by commune or by period"
    ),
}
"""What the public sees at each level."""


def reading_rules(scope: Scope, indicator: Indicator) -> list[Row]:
    """How its figures are to be read: the unit, how they add up, what of them is public."""
    unit = in_language(indicator, "unit") or unit_of(scope, indicator)
    across = indicator.across_quarters if indicator.frequency is Frequency.QUARTER else None
    rows = [
        Row(_("Unit of measure"), unit),
        Row(_("Over the quarters"), str(LABELS[across]) if across else ""),
        Row(_("Over the communes"), str(LABELS[indicator.across_communes])),
        Row(_("Protection"), _protection(indicator)),
    ]
    return [row for row in rows if row.value]


def _protection(indicator: Indicator) -> str:
    if indicator.protection is Protection.RESTRICTED and not has_city_year(indicator):
        return _("no figure of it is public")
    return str(PROTECTION[indicator.protection])


def origin(scope: Scope, indicator: Indicator) -> list[Row]:
    """Where its figures come from, and the indicators that belong together with it."""
    rows = [
        Row(_("Given"), str(LABELS[indicator.frequency])),
        Row(_("Source of data"), "; ".join(indicator.providers(language()))),
        Row(_("In use"), _validity(indicator)),
        *_family(scope, indicator),
    ]
    return [row for row in rows if row.value]


def _family(scope: Scope, indicator: Indicator) -> Iterator[Row]:
    """The whole that it is a part of, its parts, and the count whose protection hides it too."""
    document = scope.book.document
    if indicator.part_of:
        yield _other(scope, _("Part of"), document.indicator(indicator.part_of))
    if indicator.protected_with:
        yield _other(scope, _("Protected together with"), document.indicator(indicator.protected_with))
    for code in indicator.sum_of:
        yield _other(scope, _("Sum of"), document.indicator(code))
    for other in document.indicators_of(indicator.measure):
        if other.part_of == indicator.code:
            yield _other(scope, _("Of which"), other)
        if indicator.code in other.sum_of:
            yield _other(scope, _("Adds to"), other)


def _other(scope: Scope, term: str, other: Indicator) -> Row:
    return Row(term, f"{in_language(other, 'name')} ({other.code})", scope.indicator(other.code))


def _validity(indicator: Indicator) -> str:
    if indicator.valid_from and indicator.valid_to:
        names = {"first": label_of(indicator.valid_from), "last": label_of(indicator.valid_to)}
        return _("from %(first)s to %(last)s") % names
    if indicator.valid_from:
        return _("from %(first)s") % {"first": label_of(indicator.valid_from)}
    if indicator.valid_to:
        return _("until %(last)s") % {"last": label_of(indicator.valid_to)}
    return ""
