"""On how many communes a figure rests, as a strip of cells."""

from __future__ import annotations

from django.utils.translation import gettext as _

from bg_portal.pieces import Part
from plans.document import Indicator
from plans.indicators import city
from plans.presenting.scope import Scope


def coverage_parts(scope: Scope, indicator: Indicator) -> list[Part]:
    """The communes whose figure is there, is not published, is not there; none where nothing is due."""
    found = city(scope.book, indicator, scope.span)
    if found.city_year or not found.parts:
        return []
    lacking, withheld = len(found.lacking), sum(not part.lacking for part in found.withheld)
    parts = [
        Part("good", found.known, _("have figures")),
        Part("mid", withheld, _("not published, to protect people")),
        Part("none", lacking, _("no data yet")),
    ]
    return [part for part in parts if part.number or part.kind != "mid"]
