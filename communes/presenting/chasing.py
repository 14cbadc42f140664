"""Ready texts that remind communes by whatever way the city writes to them; nothing is sent from here."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from bg_portal.dates import format_date, weekday
from bg_portal.periods import Quarter
from bg_portal.templatetags.vietnamese_numbers import padded
from communes.deadlines import Timeliness, local_day
from communes.presenting.place_names import name_list
from communes.standing import CommuneStanding
from plans.words import full_name

OFFICE = _("The city's Division of Labour, War Invalids and Social Affairs")


def group_text(missing: Sequence[CommuneStanding], *, plan: str, url: str) -> str:
    """The reminder to all that have not sent yet; empty where none has to be reminded.

    It names the period's own due date, so who was given a later one is left out until that is over.
    """
    missing = [row for row in missing if not row.extended_until or row.timeliness is Timeliness.OVERDUE]
    if not missing or missing[0].period.due_on is None:
        return ""
    first, due = missing[0], missing[0].period.due_on
    facts = {
        "office": OFFICE,
        "hour": f"{first.now:%H:%M}",
        "day": format_date(first.today),
        "n": padded(len(missing)),
        "period": _period(first),
        "plan": plan,
        "list": name_list([row.place for row in missing]),
        "weekday": weekday(due),
        "due": format_date(due),
        "url": url,
    }
    if first.timeliness is Timeliness.OVERDUE:
        return _overdue() % facts
    return _in_time() % facts


def returned_text(row: CommuneStanding) -> str:
    """The reminder to one commune whose report came back; names a day only where one is still ahead."""
    if row.facts is None or row.facts.moved_at is None:
        return ""
    facts = {
        "period": _period(row),
        "place": full_name(row.place),
        "day": format_date(local_day(row.facts.moved_at)),
        "reason": row.facts.comment.rstrip("."),
        "due": format_date(row.due),
    }
    if row.due > row.today:
        return (
            gettext(
                "The report of %(period)s of %(place)s was returned on %(day)s for correction: %(reason)s. "
                "Please send it again before %(due)s."
            )
            % facts
        )
    return (
        gettext(
            "The report of %(period)s of %(place)s was returned on %(day)s for correction: %(reason)s. "
            "Please send it again soon."
        )
        % facts
    )


def _in_time() -> str:
    return gettext(
        "%(office)s announces: at %(hour)s on %(day)s, %(n)s communes and wards have not yet sent their "
        "report of %(period)s on carrying out Plan %(plan)s: %(list)s. Due date: %(weekday)s, %(due)s. The "
        "People's Committees of the communes and wards are asked to send it in time. Where nothing "
        "occurred, please send a nothing-to-report report. Address: %(url)s"
    )


def _overdue() -> str:
    return gettext(
        "%(office)s announces: at %(hour)s on %(day)s, %(n)s communes and wards have not yet sent their "
        "report of %(period)s on carrying out Plan %(plan)s: %(list)s. It was due on %(weekday)s, %(due)s. "
        "The People's Committees of the communes and wards are asked to send it now. Where nothing "
        "occurred, please send a nothing-to-report report. Address: %(url)s"
    )


def _period(row: CommuneStanding) -> str:
    return Quarter.parse(row.period.key).label(get_language() or "vi")
