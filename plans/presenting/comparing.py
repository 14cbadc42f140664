"""Whether a period compares with the same one of the year before, said once for a whole page."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from bg_portal.dates import format_date
from plans.comparability import Comparability, windows
from plans.presenting.scope import Scope
from plans.saying_words import sentence


def comparability(scope: Scope) -> Iterator[str]:
    """What a reader of its comparisons must know; nothing where the days are the same."""
    pair = windows(scope.book.document, scope.span)
    if pair is None:
        yield _("The plan has no same period a year before, so nothing is compared.")
        return
    lengths = {"days": pair.now.days, "before": pair.before.days, "year": pair.before.year}
    if pair.verdict is Comparability.NO and pair.first:
        day = format_date(pair.before.starts_on)
        yield _("The same period a year before is the first of the plan, from %(day)s: not compared.") % {
            "day": day
        }
    elif pair.verdict is Comparability.NO:
        text = _(
            "It has %(days)s days and the same period of %(year)s had %(before)s: "
            "both figures are given, no percentage."
        )
        yield text % lengths
    else:
        for note in pair.notes(0, 0):
            yield _("Against the same period of %(year)s: %(note)s.") % {
                "year": pair.before.year,
                "note": sentence(note, scope.book.document),
            }
