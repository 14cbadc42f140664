"""The words of a mail, from its two templates: plain text, in which nothing is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.template import Context
from django.template.loader import get_template

from bg_portal.called import plan_in_short


class Letter(NamedTuple):
    """What a mail says."""

    subject: str
    body: str


def letter(name: str, context: Mapping[str, Any]) -> Letter:
    """The mail of that name in the active language; its subject begins with the plan."""
    subject, body = (_text(f"emails/{name}-{part}.txt", context) for part in ("subject", "body"))
    return Letter(f"{plan_in_short()}: {subject.strip()}", body)


def _text(template: str, context: Mapping[str, Any]) -> str:
    found: Any = get_template(template)
    return str(found.template.render(Context(dict(context), autoescape=False)))
