"""Cells of figures as template tags; written without templates, because a table holds hundreds of them."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from bg_portal.templatetags.components import state
from plans.presenting.figures import Said
from plans.presenting.rows import ComparisonSaid, StandingSaid, TargetSaid

register = template.Library()
NONE = SafeString()


@register.simple_tag
def figure(*, said: Said, coverage: bool = True) -> SafeString:
    """A figure, leading to its why, with how much of what is due is in it and what a sign means."""
    text = format_html('<a href="{}">{}</a>', said.href, said.text) if said.href and said.text else said.text
    part = format_html(' <small class="soft">({})</small>', said.coverage) if _covered(said, coverage) else ""
    note = format_html('<span class="visually-hidden"> ({})</span>', said.note) if said.note else ""
    return format_html("{}{}{}", text, part, note)


def _covered(said: Said, always: bool) -> bool:  # noqa: FBT001  (what the tag was asked)
    return bool(said.coverage) and (always or not said.whole)


@register.simple_tag
def target(*, of: TargetSaid) -> SafeString:
    """The year's target; of the city below it what the communes' own make together."""
    if not of.communes:
        return format_html("{}", of.text)
    words = ngettext("%(n)s commune together: %(sum)s", "%(n)s communes together: %(sum)s", of.communes)
    own = format_html("{}<br>", of.text) if of.text else NONE
    return format_html(
        '{}<small class="soft">{}</small>', own, words % {"n": of.communes, "sum": of.communes_sum}
    )


@register.simple_tag
def standing(*, of: StandingSaid | None, line: bool = False) -> SafeString:
    """The word against the target with its shape, and why nobody can tell; `line`: on a line of its own."""
    if of is None:
        return NONE
    word = format_html("{}{}", SafeString("<br>" if line else ""), state(mark=of.mark, word=of.word))
    return format_html('{}<br><small class="soft">{}</small>', word, of.reason) if of.reason else word


@register.simple_tag
def comparison(*, of: ComparisonSaid) -> SafeString:
    """The sentence, and below it what a reader must know."""
    notes = format_html_join("", "<br><small>{}</small>", ((note,) for note in of.notes))
    return format_html("{}{}", of.text, notes)
