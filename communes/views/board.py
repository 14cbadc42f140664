"""The board of reports: commune by period, the period now open first."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bg_portal.dates import format_date, weekday_date
from bg_portal.pieces import Link
from bg_portal.sorting import Key, Order, order_asked
from bg_portal.vietnamese import sort_key
from communes.presenting import board as drawn
from communes.queries.board import Board, board
from communes.standing import CommuneStanding
from communes.views.city_tasks import states
from communes.views.steps import key_of
from communes.views.worker import worker
from plans.calendar import Period
from plans.presenting.groups import places_by_kind
from plans.queries import Place, open_among
from plans.words import PLACE_KINDS, label_of

ON_A_PAGE = 200
"""Communes; the totals are those of all."""


@require_safe
def report_board(request: HttpRequest, plan: str) -> HttpResponse:
    """Every commune's report of every period for the city; the own commune's for who works in one."""
    found = board(worker(request), plan)
    order = order_asked(request.GET, drawn.COLUMNS if found.whole else {})
    page = Paginator(_ordered(found, order), ON_A_PAGE).get_page(request.GET.get("trang"))
    return render(request, "communes/board.html", _context(found, page, order))


def _context(found: Board, page: Page[Place], order: Order) -> dict[str, Any]:
    periods = found.document.quarters
    now = open_among(periods, found.known.now.date())
    css = [_css(number, period, now) for number, period in enumerate(periods)]
    return {
        "plan": found.plan,
        "crumbs": [Link(_("Desk"), reverse("desk")), Link(_("Board of reports"))],
        "whole": found.whole,
        "years": drawn.years(period.key for period in periods),
        "columns": [_column(found, period, style) for period, style in zip(periods, css, strict=True)],
        "width": len(periods) + 2,
        "order": order,
        "page": page,
        "groups": _groups(found, page, css, together=bool(order.column)),
        "totals": drawn.totals([found.column(period) for period in periods], css) if found.whole else [],
        "note": drawn.late_note(),
        **(_now(found, now) if now else {}),
    }


def _css(number: int, period: Period, now: Period | None) -> str:
    """The classes of a column: a line where a year begins, a ground for the period now open."""
    names = ["board__year"] if number and period.quarter == 1 else []
    return " ".join([*names, *(["board__now"] if period is now else [])])


def _column(found: Board, period: Period, css: str) -> drawn.Column:
    key = period.key
    href = reverse("period-desk", args=[found.plan.slug, key]) if found.whole else ""
    return drawn.Column(drawn.short(key), label_of(key), href, css)


def _now(found: Board, now: Period) -> dict[str, Any]:
    """The period now open, as a list by state: what a telephone shows first."""
    rows = found.column(now)
    return {
        "period": label_of(now.key),
        "cut_off": format_date(now.ends_on),
        "due": weekday_date(now.due_on) if now.due_on else "",
        "sent": drawn.counts(rows)["sent"],
        "expected": len(rows),
        "states": states(rows),
        "href": reverse("period-desk", args=[found.plan.slug, now.key]) if found.whole else "",
    }


def _ordered(found: Board, order: Order) -> list[Place]:
    """Wards first, then communes, each in alphabetical order, as in official lists; or as asked for."""
    kinds = list(PLACE_KINDS)
    if not order.column:
        return sorted(found.places, key=lambda place: kinds.index(place.kind))
    asked = found.places if order.column == drawn.BY_TIME else []
    lacking = {place.id: _lacking(found, place) for place in asked}
    keys: dict[str, Key] = {
        drawn.BY_NAME: lambda place: sort_key(place.name),
        drawn.BY_TIME: lambda place: lacking[place.id],
    }
    return order.arranged(found.places, keys)


def _lacking(found: Board, place: Place) -> int | None:
    """How many of the reports that were due did not come in time, below zero; None where none was due."""
    counts = drawn.counts(row for row in found.row(place) if row)
    return counts["in_time"] - counts["due"] if counts["due"] else None


def _groups(
    found: Board, page: Page[Place], css: list[str], *, together: bool
) -> list[tuple[str, list[drawn.Line]]]:
    """The communes of a page by kind, or together where another order was asked for."""
    if together:
        return [("", [_line(found, place, css) for place in page])]
    return [(title, [_line(found, place, css) for place in places]) for title, places in places_by_kind(page)]


def _line(found: Board, place: Place, css: list[str]) -> drawn.Line:
    rows = found.row(place)
    counts = drawn.counts(row for row in rows if row)
    return drawn.Line(
        name=place.name_en if get_language() == "en" else place.name_vi,
        cells=[_cell(found, row, style) for row, style in zip(rows, css, strict=True)],
        on_time=counts["in_time"],
        due=counts["due"],
    )


def _cell(found: Board, row: CommuneStanding | None, css: str) -> drawn.Cell | None:
    if row is None:
        return None
    mark, word, tone = drawn.cell_picture(row)
    href = reverse("report", args=key_of(found.plan, row)) if row.begun else ""
    return drawn.Cell(mark, word, tone, href, css)
