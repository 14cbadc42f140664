"""Traces of a person in the texts of a report: numbers and addresses are refused, likely words are hints.

Reports are of numbers alone and have no use for what leads to a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bg_portal.traces import TraceKind, traces
from bg_portal.vietnamese import gettext_noop
from communes.findings import Level

_EMAIL_FOUND: Final = gettext_noop(
    "Take out the e-mail address %(found)s: a report names nothing that leads to a person."
)
_IDENTITY_FOUND: Final = gettext_noop(
    "Take out the identity number %(found)s: a report names nothing that leads to a person."
)
_PHONE_FOUND: Final = gettext_noop(
    "Take out the telephone number %(found)s: a report names nothing that leads to a person."
)
_PERSON: Final = gettext_noop(
    "“%(found)s” may lead to a person. Describe the situation in general and in numbers."
)
_BUSINESS: Final = gettext_noop(
    "“%(found)s” may name a business. Describe the situation in general and in numbers."
)
_SAID: Final[Mapping[TraceKind, tuple[Level, str]]] = {
    TraceKind.EMAIL: (Level.REFUSAL, _EMAIL_FOUND),
    TraceKind.IDENTITY: (Level.REFUSAL, _IDENTITY_FOUND),
    TraceKind.PHONE: (Level.REFUSAL, _PHONE_FOUND),
    TraceKind.PERSON: (Level.HINT, _PERSON),
    TraceKind.BUSINESS: (Level.HINT, _BUSINESS),
}


@dataclass(frozen=True)
class TextFinding:
    """A trace of a person, with the words it was found in."""

    level: Level
    message: str
    """A msgid with %(found)s."""
    found: str


def text_findings(text: str) -> list[TextFinding]:
    """What in a text leads to a person, or may; refusals first."""
    return [TextFinding(*_SAID[trace.kind], trace.found) for trace in traces(text)]
