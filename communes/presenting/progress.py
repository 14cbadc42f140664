"""How far the objectives are, as home shows it: each in a sentence, a course of one to be reached, a map."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from bg_portal.charts.course import Course
from bg_portal.pieces import Link
from plans.book import Book
from plans.models import Objective, Plan
from plans.moments import Moment
from plans.presenting import Conclusion, conclusion
from plans.presenting.charts import objective_chart, objective_title
from plans.presenting.since_last import since_last
from plans.presenting.tile_maps import ANCHOR, TileMap, objective_map
from plans.queries import Place
from plans.stated import stated
from plans.vocabulary import Direction


def progress(
    plan: Plan, book: Book, moment: Moment, places: list[Place], asked: str, query: str = ""
) -> dict[str, Any]:
    """Every objective at the moment, what changed of it since the period before, and the map of one.

    Raises Http404 where the plan has no objective of the code `asked`. `query` leads to the moment.
    """
    rows = [stated(row, Objective) for row in book.document.objectives]
    said = [conclusion(book, plan, row, moment) for row in rows]
    mapped = next((each for each in said if asked in ("", each.objective.code)), None)
    if mapped is None:
        raise Http404
    since = since_last(book, plan, moment, places)
    return {
        "conclusions": [(*_with_chart(book, each), since.get(each.objective.code)) for each in said],
        "map": _map(plan, book, moment, places, said, mapped, query),
    }


def _with_chart(book: Book, said: Conclusion) -> tuple[Conclusion, Course | None, str]:
    """What is to be reached has a course to look at; what is to be kept is said in its number."""
    if said.objective.direction != Direction.REACH:
        return said, None, ""
    title = objective_title(said.result.objective, len(book.document.quarters))
    return said, objective_chart(book, said.result), title


def _map(
    plan: Plan,
    book: Book,
    moment: Moment,
    places: list[Place],
    said: list[Conclusion],
    shown: Conclusion,
    query: str,
) -> TileMap:
    """Who meets an objective, with the others a link away; other periods are on its own page."""

    def there(key: str, _day: date | None, _criterion: str) -> str:
        page = reverse("objective", args=[plan.slug, shown.objective.code])
        return f"{page}{moment.query(ky=key)}#{ANCHOR}"

    found = objective_map(book, shown.objective, shown.result, places, moment, address=there)
    choices = [
        Link(
            _("Objective %(order)s") % {"order": each.objective.order},
            f"?{query}{'&' if query else ''}{ANCHOR}={each.objective.code}#{ANCHOR}",
            each is shown,
        )
        for each in said
    ]
    return replace(found, choices=choices)
