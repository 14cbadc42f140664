"""The charts of the portal as template tags, as strict as the components; what they draw is geometry of
`bg_portal.charts`.

The body of each is the data table, which stands closed behind the picture; it is empty where the table stands
beside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.translation import gettext

from bg_portal.charts.bars import draw_bars, draw_years
from bg_portal.charts.course import draw_course
from bg_portal.charts.multiples import draw_multiples
from bg_portal.templatetags.components import drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.safestring import SafeString

    from bg_portal.charts.bars import Bar
    from bg_portal.charts.course import Course
    from bg_portal.charts.multiples import Unit
    from bg_portal.charts.scale import Scale
    from bg_portal.pieces import Words

register = template.Library()


@register.simple_block_tag
def chart_course(content: str, *, chart: Course, title: Words, id: str, hidden: bool = False) -> SafeString:
    """An amount over the periods against its target: a line with dots, gaps, ranges, corrections.

    `hidden`: its title, where a heading says it.
    """
    shown = {"drawing": draw_course(chart), "about": in_words(chart), "table": content.strip()}
    return drawn("chart_course", {"title": title, "id": id, "hidden": hidden, **shown})


@register.simple_block_tag
def chart_bars(
    content: str, *, bars: Sequence[Bar], title: Words, id: str, median_words: str = ""
) -> SafeString:
    """An amount by unit: level bars in the order given, and the median where it is one number."""
    shown = {"drawing": draw_bars(bars, median_words=median_words), "table": content.strip()}
    about = [f"{bar.name}: {bar.words}" for bar in bars]
    return drawn("chart_bars", {"title": title, "id": id, "about": "; ".join(about), **shown})


@register.simple_block_tag
def chart_years(
    content: str, *, bars: Sequence[Bar], scale: Scale, ticks: Sequence[str], title: Words, id: str
) -> SafeString:
    """An amount by year: upright bars, and what was decided for each year."""
    shown = {"drawing": draw_years(bars, ticks=ticks, scale=scale), "table": content.strip()}
    about = [f"{bar.name}: {bar.words}" for bar in bars]
    return drawn("chart_years", {"title": title, "id": id, "about": "; ".join(about), **shown})


@register.simple_block_tag
def chart_multiples(content: str, *, units: Sequence[Unit], title: Words, note: Words) -> SafeString:
    """The course of each unit in a small picture of its own; `note` says what scale they share."""
    shown = {"pictures": draw_multiples(units), "table": content.strip()}
    return drawn("chart_multiples", {"title": title, "note": note, **shown})


def in_words(chart: Course) -> str:
    """What a course shows, for who does not see it: from where to where, and of what nothing is known."""
    said = []
    if chart.first and chart.last:
        text = gettext("From %(first)s in %(from)s to %(last)s in %(to)s.")
        ends = {"first": chart.first.words, "from": chart.first.label}
        said.append(text % {**ends, "last": chart.last.words, "to": chart.last.label})
    unsure = [f"{p.label} {p.words}" for p in chart.points if p.known and not p.exact]
    if unsure:
        said.append(gettext("Not known exactly: %(periods)s.") % {"periods": "; ".join(unsure)})
    if chart.gaps:
        periods = ", ".join(point.label for point in chart.gaps)
        said.append(gettext("No data: %(periods)s.") % {"periods": periods})
    if chart.target_words:
        said.append(f"{chart.target_words}.")
    return " ".join(said)
