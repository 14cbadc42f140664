"""The list in which a writer finds what an announcement is about: each plan, and its parts by kind."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.utils.translation import gettext

from plans import words
from plans.forms.news import Abouts, about_value
from plans.models import Plan
from plans.news_pages import topic_words
from plans.queries import plan_document, plans_public
from plans.topics import names, topics


def plans_by_slug(also: Plan | None = None) -> dict[str, Plan]:
    """The plans that something can be said about, the latest first; `also` where one is spoken of already."""
    found = sorted(plans_public(), key=lambda plan: plan.issued_on, reverse=True)
    if also is not None and also not in found:
        found.append(also)
    return {plan.slug: plan for plan in found}


def abouts(also: Plan | None = None) -> Abouts:
    """What can be spoken of."""
    plans = plans_by_slug(also)
    return Abouts(plans, _choices(plans.values()))


def _choices(plans: Iterable[Plan]) -> list[tuple[str, Any]]:
    """Each plan as a whole, then its objectives, measures and indicators in groups."""
    choices: list[tuple[str, Any]] = []
    for plan in plans:
        title = gettext("Plan %(number)s") % {"number": plan.number}
        choices.append((plan.slug, gettext("%(plan)s as a whole") % {"plan": title}))
        document = plan_document(plan)
        for kind, rows in groupby(topics(document), key=lambda each: each.kind):
            group = [
                (about_value(plan.slug, str(row)), _named(topic_words(row), names(document, row)))
                for row in rows
            ]
            choices.append((f"{title}: {words.LABELS[kind]}", group))
    return choices


def _named(words_: str, called: tuple[str, str] | None) -> str:
    return f"{words_}. {called[0]}" if called else words_
