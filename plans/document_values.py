"""Single values of a plan document: read from TOML or JSON by the type a field has, and spelt in one way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import NoneType
from typing import Any, Final, get_args, get_origin

from plans.document_problems import gettext_noop


class MistypedError(ValueError):
    """A value is of the wrong type; the message is a msgid that says what to write."""

    def __init__(self, message: str, **params: str | int) -> None:
        super().__init__(message)
        self.message = message
        self.params = params


def convert(hint: Any, raw: Any) -> Any:
    """The value of a field of that type; MistypedError where the raw one is of another."""
    hint = _without_none(hint)
    if get_origin(hint) is tuple:
        return tuple(_items(raw, str))
    if get_origin(hint) is frozenset:
        return frozenset(_items(raw, get_args(hint)[0]))
    if issubclass(hint, StrEnum):
        return _member(hint, raw)
    return _READERS[hint](raw)


def neutral(hint: Any) -> Any:
    """What stands in the place of a value that is missing or could not be read."""
    hint = _without_none(hint)
    if get_origin(hint):
        return get_origin(hint)()
    if issubclass(hint, StrEnum):
        return next(iter(hint))
    return date.min if hint is date else hint()


def leaf(value: Any) -> Any:
    """The value as JSON has it: one spelling for one number or day, sets in their vocabulary's order."""
    if isinstance(value, Decimal):
        return _number_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return [member.value for kind in {type(one) for one in value} for member in kind if member in value]
    return value.value if isinstance(value, StrEnum) else value


def _number_text(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _without_none(hint: Any) -> Any:
    options = [option for option in get_args(hint) if option is not NoneType]
    return options[0] if NoneType in get_args(hint) else hint


def _items(raw: Any, kind: type[Any]) -> list[Any]:
    if not isinstance(raw, list):
        raise MistypedError(gettext_noop('Write a list of texts, as ["TT01a", "TT01b"].'))
    return [convert(kind, one) for one in raw]


def _member(kind: type[StrEnum], raw: Any) -> StrEnum:
    try:
        return kind(raw)
    except ValueError:
        choices = ", ".join(kind)
        raise MistypedError(gettext_noop("Write one of: %(choices)s."), choices=choices) from None


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise MistypedError(gettext_noop("Write a text in quotation marks."))
    return raw


def _flag(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise MistypedError(gettext_noop("Write true or false."))
    return raw


def _whole(raw: Any) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool):
        raise MistypedError(gettext_noop("Write a whole number."))
    return raw


def _number(raw: Any) -> Decimal:
    """JSON carries numbers as texts, so that none loses a digit."""
    try:
        value = Decimal(raw) if isinstance(raw, int | Decimal | str) and not isinstance(raw, bool) else None
    except InvalidOperation:
        value = None
    if value is None or not value.is_finite():
        raise MistypedError(gettext_noop("Write a number."))
    return value


def _day(raw: Any) -> date:
    """JSON carries days as texts."""
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    try:
        return date.fromisoformat(raw)
    except (TypeError, ValueError):
        raise MistypedError(gettext_noop("Write a day, as 2016-11-07.")) from None


_READERS: Final[Mapping[type[Any], Callable[[Any], Any]]] = {
    str: _text,
    bool: _flag,
    int: _whole,
    Decimal: _number,
    date: _day,
}
