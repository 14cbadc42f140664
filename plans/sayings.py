"""Sentences not yet written: a msgid with its parameters, so that page, file and API say the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from plans.document_problems import gettext_noop

__all__ = [
    "IndicatorNames",
    "Padded",
    "Param",
    "PeriodName",
    "PeriodNames",
    "Saying",
    "UnitName",
    "gettext_noop",
    "say",
]


@dataclass(frozen=True)
class Padded:
    """A whole number as running Vietnamese text of the administration writes it: 05; else as it is."""

    number: Decimal


@dataclass(frozen=True)
class PeriodName:
    """Stands for the name of a period: its key, "2018-Q2" or "2018"."""

    key: str


@dataclass(frozen=True)
class PeriodNames:
    """Stands for the names of several periods."""

    keys: tuple[str, ...]


@dataclass(frozen=True)
class IndicatorNames:
    """Stands for the names of indicators within a sentence."""

    codes: tuple[str, ...]


@dataclass(frozen=True)
class UnitName:
    """Stands for the unit of an indicator; of none, communes are counted."""

    code: str = ""


Param: TypeAlias = Decimal | int | str | date | Padded | PeriodName | PeriodNames | IndicatorNames | UnitName


@dataclass(frozen=True)
class Saying:
    """One sentence in the making: `message` is a msgid, `params` are written in the reader's language."""

    message: str
    params: Mapping[str, Param] = field(default_factory=dict)


def say(message: str, **params: Param) -> Saying:
    """The sentence with its parameters."""
    return Saying(message, params)
