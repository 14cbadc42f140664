"""A refused form says on top what to mend, and every link of it leads to the control it names."""

from __future__ import annotations

import re

from django.template import Context, Template

from bg_portal.gallery import SampleForm

REFUSED = {"email": "đa mai", "kind": "", "role": "officer"}


def ids(html: str) -> set[str]:
    return set(re.findall(r'\sid="([^"]+)"', html))


def test_the_summary_stands_first_and_each_link_finds_its_control() -> None:
    html = str(SampleForm(REFUSED))
    links = re.findall(r'<a href="#([^"]+)"', html)
    assert html.startswith('<div class="notice notice--error error-summary"')
    assert links == ["id_name", "id_email", "id_kind_0", "id_sure"]
    assert set(links) <= ids(html)


def test_a_form_not_yet_sent_has_no_summary() -> None:
    assert "error-summary" not in str(SampleForm())


def test_what_describes_a_control_exists() -> None:
    html = str(SampleForm(REFUSED))
    described = {name for group in re.findall(r'aria-describedby="([^"]+)"', html) for name in group.split()}
    assert {"id_name_helptext", "id_name_error", "id_kind_error"} <= described
    assert described <= ids(html)


def test_what_was_typed_stays() -> None:
    assert 'value="đa mai"' in str(SampleForm(REFUSED))


def test_a_question_is_described_by_its_unit_help_and_error() -> None:
    code = (
        "{% load questions %}{% question id='a' label='b' help='c' error='d' %}"
        "{% number_box id='a' name='a' unit='e' help=True error=True %}{% endquestion %}"
    )
    html = Template(code).render(Context())
    assert 'aria-describedby="a-unit a-help a-error"' in html
    assert {"a", "a-unit", "a-help", "a-error"} <= ids(html)
    assert '<label class="question__label" for="a">' in html
