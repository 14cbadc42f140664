"""The components of the portal as template tags: keyword arguments only, an unknown one is a syntax error.

A tag's template is templates/components/<tag>.html and sees exactly the tag's arguments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bg_portal.strip import PARTS, strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.core.paginator import Page
    from django.template.context import Context

    from bg_portal.pieces import Link, Part, Passage, Row, Task, Tile, Words
    from bg_portal.sorting import Head

register = template.Library()

REPORT_MARKS = {"wait", "ring", "draft", "cleared", "sent", "full", "late", "nil", "back", "open"}
OTHER_MARKS = {"unmet", "unknown", "na", "up", "down", "plus", "minus", "act", "hint", "error"}
MARKS = frozenset(REPORT_MARKS | OTHER_MARKS)
TONES = frozenset({"", "good", "act", "quiet", "strong", "error"})
NOTICES = {"info": "", "act": "hint", "error": "error", "done": "full"}
BUTTONS = frozenset({"", "main", "small", "plain"})
DENSITIES = frozenset({"", "dense"})
TILES = {"met": "full", "unmet": "unmet", "none": "unknown", "na": "na", "plain": ""}


class UnknownWordError(ValueError):
    """A component was given a name that it does not have."""


def known(name: str, names: Iterable[str], what: str) -> str:
    """`name`, when it is one of `names`; else UnknownWordError: a slip shows at once."""
    if name not in names:
        raise UnknownWordError(f"there is no {what} {name!r}; there are: {', '.join(sorted(names))}")
    return name


def drawn(component: str, arguments: dict[str, Any]) -> SafeString:
    """A component with a body, drawn by its template."""
    return render_to_string(f"components/{component}.html", arguments)


# ── marks and states; written without a template, because a board holds hundreds of them ─────────
def shape(name: str) -> SafeString:
    """The symbol of a mark, hidden from screen readers: the word beside it says the same."""
    return format_html(
        '<svg class="mark" aria-hidden="true"><use href="#m-{}"/></svg>', known(name, MARKS, "mark")
    )


@register.simple_tag
def mark(*, name: str) -> SafeString:
    """The shape alone; its word must stand beside it."""
    return shape(name)


@register.simple_tag
def state(*, mark: str, word: Words, tone: str = "", label: bool = False) -> SafeString:
    """A state: shape and word, in a box where it is the one verdict of its block."""
    tone_class = f" state--{tone}" if known(tone, TONES, "tone") else ""
    label_class = " state--label" if label else ""
    return format_html(
        '<span class="state{}{}">{}<span>{}</span></span>', tone_class, label_class, shape(mark), word
    )


@register.simple_tag
def board_cell(*, mark: str, word: Words, tone: str = "", href: str = "") -> SafeString:
    """The content of one cell of the board: the mark above its word, a link with `href`."""
    known(tone, TONES, "tone")
    inner = format_html("{}<span>{}</span>", shape(mark), word)
    if href:
        return format_html('<a class="cell cell--{}" href="{}">{}</a>', tone or "plain", href, inner)
    return format_html('<span class="cell cell--{}">{}</span>', tone or "plain", inner)


# ── the frame of a page ──────────────────────────────────────────────────────────────────────────
@register.simple_block_tag
def intro(content: str, *, title: Words, lead: Words = "") -> SafeString:
    """What this page is: its title, one paragraph, and in the body its moment."""
    return drawn("intro", locals())


@register.simple_block_tag
def moment(content: str) -> SafeString:
    """Period, cut-off, coverage, update: the first line of a page with figures. Body: one <li> each."""
    return drawn("moment", locals())


@register.simple_block_tag
def section(
    content: str, *, title: Words, id: str = "", meta: Words = "", href: str = "", thin: bool = False
) -> SafeString:
    """A chapter under a full rule (`thin`: beside others); `meta` ends its head, a link with `href`."""
    return drawn("section", locals())


@register.simple_block_tag
def sheet(content: str, *, title: Words, id: str, meta: Words = "", action: str = "") -> SafeString:
    """A sheet of a form or a document; `action` is a ready button for its head."""
    return drawn("sheet", locals())


@register.simple_block_tag
def notice(content: str, *, tone: str = "info", title: Words = "", id: str = "") -> SafeString:
    """Something the reader has to know (info), to answer (act), to mend (error), or that is done (done)."""
    mark_name = NOTICES[known(tone, NOTICES, "notice")]
    return drawn("notice", locals())


@register.inclusion_tag("components/breadcrumb.html")
def breadcrumb(*, items: Sequence[Link]) -> dict[str, Any]:
    """The way down to this page; the last one is where the reader stands."""
    return {"items": items}


@register.inclusion_tag("components/switch.html")
def switch(*, items: Sequence[Link], label: Words) -> dict[str, Any]:
    """The same picture for another period or question, as links."""
    return {"items": items, "label": label}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: Context, *, page: Page[Any], parameter: str = "trang") -> dict[str, Any]:
    """Earlier and later pages of a list; keeps the rest of the query."""
    query = context["request"].GET.copy()

    def address(number: int) -> str:
        query[parameter] = str(number)
        return f"?{query.urlencode()}"

    return {
        "page": page,
        "previous_href": address(page.number - 1),
        "next_href": address(page.number + 1),
    }


@register.inclusion_tag("components/button.html")
def button(
    *,
    text: Words,
    href: str = "",
    name: str = "",
    value: str = "",
    tone: str = "",
    formaction: str = "",
    copies: str = "",
) -> dict[str, Any]:
    """A link that looks like a button, or a submit; `copies` is the id of a text to copy (buttons.js)."""
    known(tone, BUTTONS, "button")
    return locals()


@register.inclusion_tag("components/why.html")
def why(*, href: str, text: Words = "") -> dict[str, Any]:
    """From every conclusion to how its number came about."""
    return {"href": href, "text": text}


@register.inclusion_tag("components/print_foot.html", takes_context=True)
def print_foot(context: Context, *, page: Words, about: Words = "") -> dict[str, Any]:
    """On paper only: which page this was, of which period, printed on which day."""
    known_to_all = {name: context.get(name) for name in ("illustrative", "today")}
    return {"page": page, "about": about, **known_to_all}


# ── what is said, counted, listed ────────────────────────────────────────────────────────────────
@register.simple_block_tag
def say(
    content: str, *, figure: Words, unit: Words = "", note: Words = "", dense: bool = False
) -> SafeString:
    """A conclusion in a full sentence, its figure set large; at most two on a page."""
    return drawn("say", locals())


@register.inclusion_tag("components/sixteen.html")
def sixteen(*, parts: Sequence[Part], legend: bool = True) -> dict[str, Any]:
    """Every unit one cell, in the order met, not met, no data; above 40 units one proportional bar."""
    for part in parts:
        known(part.kind, PARTS, "part")
    return {"parts": parts, "cells": strip(parts), "legend": legend}


@register.inclusion_tag("components/tiles.html")
def tiles(*, places: Sequence[Tile], label: Words) -> dict[str, Any]:
    """The units on their grid: a list of links, so that names wrap and keep their size.

    Those without a place on it come in a list below.
    """
    marked = [(place, TILES[known(place.state, TILES, "tile")]) for place in places]
    return {
        "tiles": [pair for pair in marked if pair[0].row],
        "others": [pair for pair in marked if not pair[0].row],
        "label": label,
    }


@register.simple_block_tag
def table(
    content: str,
    *,
    caption: Words,
    hidden: bool = False,
    density: str = "",
    cards: bool = False,
    scroll: bool = False,
    kind: str = "",
) -> SafeString:
    """A table; body: thead, tbody, tfoot. `hidden`: its caption, where a heading says it; `cards`: blocks on
    a phone; `scroll`: wider than a phone, the first column stays; `kind`: board or grid."""
    known(density, DENSITIES, "density")
    return drawn("table", locals())


@register.inclusion_tag("components/sort_head.html")
def sort_head(*, head: Head, css: str = "") -> dict[str, Any]:
    """The head of a column that sorts by it, or turns the order around; `css`: classes of the column."""
    return {"head": head, "css": f"{css} num".strip() if head.number else css}


@register.inclusion_tag("components/sort_links.html")
def sort_links(*, heads: Sequence[Head]) -> dict[str, Any]:
    """The same links in a row above the table, for telephones: there its head is hidden, or out of sight."""
    return {"heads": heads}


@register.inclusion_tag("components/summary_list.html")
def summary_list(*, rows: Sequence[Row], small: bool = False) -> dict[str, Any]:
    """Terms and values."""
    return {"rows": rows, "small": small}


@register.inclusion_tag("components/task_list.html")
def task_list(*, items: Sequence[Task], label: Words, rest: Link | None = None) -> dict[str, Any]:
    """What waits: mark, what, why, and until when at the end of the line; `rest`: where all of it is."""
    return {"items": items, "label": label, "rest": rest}


@register.inclusion_tag("components/timeline.html")
def timeline(*, passages: Sequence[Passage], label: Words) -> dict[str, Any]:
    """The course of a report, move by move, in the order given."""
    return {"passages": passages, "label": label}
