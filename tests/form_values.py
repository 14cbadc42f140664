"""One POST of the report form, read by itself: a question for a number, a question of yes or no."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import QueryDict

from communes.answers import Answer, Content
from communes.forms.draft import Posted, read_draft
from plans.vocabulary import AcrossQuarters, Asks
from tests.plan_values import indicator, plan, yes_no

NUMBER = indicator("LD01")
CHOICE = yes_no("LG11", AcrossQuarters.LATEST, frozenset({Asks.NUMBER, Asks.DATE, Asks.ACTIVITY}))


def read(
    fields: dict[str, str],
    before: dict[str, Answer] | None = None,
    offers: dict[str, Answer] | None = None,
    language: str = "vi",
) -> Posted:
    """One POST, read by itself."""
    return read_draft(
        QueryDict(urlencode(fields)),
        document=plan(),
        questions=(NUMBER, CHOICE),
        before=Content(kind="ordinary", answers=before or {}, accounts={1: "cũ"}, proposals=("một",)),
        offers=offers or {},
        language=language,
    )
