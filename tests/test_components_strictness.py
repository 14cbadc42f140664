"""A slip in a component tag is an error when the page is built, never a gap on it."""

from __future__ import annotations

import pytest
from django.template import Context, Template, TemplateSyntaxError

from bg_portal.pieces import Part
from bg_portal.templatetags.components import MARKS, UnknownWordError

LOAD = "{% load components questions %}"


def drawn(code: str, **context: object) -> str:
    return Template(LOAD + code).render(Context(context))


@pytest.mark.parametrize(
    "code",
    [
        "{% mark 'full' %}",
        "{% mark name='full' colour='red' %}",
        "{% state mark='full' %}",
        "{% section id='a' %}{% endsection %}",
        "{% table %}{% endtable %}",
        "{% button text='a' onclick='b' %}",
        "{% question id='a' label='b' class='c' %}{% endquestion %}",
        "{% summary_list %}",
    ],
)
def test_unknown_missing_or_positional_arguments_are_syntax_errors(code: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        drawn(code)


@pytest.mark.parametrize(
    "code",
    [
        "{% mark name='tick' %}",
        "{% state mark='full' word='a' tone='red' %}",
        "{% notice tone='warn' %}{% endnotice %}",
        "{% button text='a' tone='danger' %}",
        "{% table caption='a' density='tight' %}{% endtable %}",
        "{% sixteen parts=parts %}",
    ],
)
def test_names_that_do_not_exist_are_refused(code: str) -> None:
    with pytest.raises(UnknownWordError):
        drawn(code, parts=[Part("bad", 1, "a")])


def test_attributes_are_escaped_and_bodies_are_not() -> None:
    code = "{% section title=hostile id='a' %}<em>{{ hostile }}</em>{% endsection %}"
    code += "{% state mark='full' word=hostile %}"
    html = drawn(code, hostile='<script>"')
    assert "<script>" not in html
    assert "<em>&lt;script&gt;" in html


def test_every_mark_has_a_shape_in_the_sprite() -> None:
    sprite = Template("{% include 'components/sprite.html' %}").render(Context())
    assert all(f'id="m-{name}"' in sprite for name in MARKS)
