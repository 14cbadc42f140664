"""Data about a page for machines, in the vocabulary of schema.org."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_ESCAPED: Final = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
"""So that nothing in a name can end the block it stands in."""


@register.simple_tag
def structured_data(*, data: Mapping[str, object]) -> SafeString:
    """A block of JSON-LD: data, which browsers do not run."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False).translate(_ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308  (escaped above)
