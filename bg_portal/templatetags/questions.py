"""The parts of a form in which one question takes one row, beside the figures to compare with.

Names and values are plain: the form decides what a field is called, these tags only set it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.utils.safestring import SafeString

from bg_portal.templatetags.components import MARKS, TONES, drawn, known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bg_portal.pieces import Choice, Row, Stop, Words

register = template.Library()


@register.simple_block_tag
def question(
    content: str,
    *,
    id: str,
    label: Words,
    code: str = "",
    help: Words = "",
    error: Words = "",
    compare: Sequence[Row] = (),
    note: Words = "",
    group: bool = False,
    part: bool = False,
) -> SafeString:
    """One question. Body: its controls. `group`: several controls (fieldset) instead of the one with this id;
    `part`: indented under the whole it belongs to; `compare`: rows at the right; `note`: words there."""
    return drawn("question", locals())


@register.inclusion_tag("components/question_compare.html")
def question_compare(*, rows: Sequence[Row]) -> dict[str, Any]:
    """The figures to compare with, always in the order: last two, year to date, same period, target."""
    return {"rows": rows}


@register.inclusion_tag("components/number_box.html")
def number_box(
    *,
    id: str,
    name: str,
    value: str = "",
    unit: Words = "",
    help: bool = False,
    error: bool = False,
    required: bool = False,
) -> dict[str, Any]:
    """The box for a number with its unit; `help`, `error`: whether the question has one to read with it."""
    return locals()


@register.inclusion_tag("components/no_figures.html")
def no_figures(
    *,
    id: str,
    name: str,
    choices: Sequence[Choice],
    chosen: str = "",
    note_name: str = "",
    note: str = "",
    open: bool = False,
) -> dict[str, Any]:
    """“No figures, because …”: closed until needed, open when something is chosen."""
    return locals()


@register.inclusion_tag("components/choice_list.html")
def choice_list(
    *,
    id: str,
    name: str,
    choices: Sequence[Choice],
    chosen: str = "",
    legend: Words = "",
    stacked: bool = False,
) -> dict[str, Any]:
    """Radios in one row, or one under the other; a fieldset of its own when it has a legend."""
    return locals()


@register.inclusion_tag("components/small_field.html")
def small_field(
    *,
    id: str,
    name: str,
    label: Words,
    value: str = "",
    hint: Words = "",
    error: Words = "",
    wide: bool = False,
) -> dict[str, Any]:
    """A short field below a question: number, date of a document; several in <div class="small-fields">."""
    return locals()


@register.inclusion_tag("components/tick.html")
def tick(*, id: str, name: str, text: Words, value: str = "on", checked: bool = False) -> dict[str, Any]:
    """One tick: a prefilled answer is confirmed, a group has nothing to report."""
    return locals()


@register.inclusion_tag("components/question_hint.html")
def question_hint(
    *,
    id: str,
    name: str,
    title: Words,
    text: Words = "",
    value: str = "",
    label: Words = "",
    error: Words = "",
) -> dict[str, Any]:
    """A figure that may be right and needs a reason: what is striking, and a box for why it is so."""
    return locals()


@register.simple_block_tag
def savebar(content: str, *, saved: Words, progress: Words = "", warning: Words = "") -> SafeString:
    """Always in sight below a long form; body: its buttons. autosave.js announces here."""
    return drawn("savebar", locals())


@register.inclusion_tag("components/outline.html")
def outline(*, items: Sequence[Stop], label: Words, short: Words) -> dict[str, Any]:
    """The groups of a long form, how far each is; on a phone closed under `short`."""
    for item in items:
        known(item.mark, MARKS, "mark")
        known(item.tone, TONES, "tone")
    return locals()
