"""What differs between two plan documents, field by field, in words that an operator can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from plans.document import PlanDocument
from plans.document_problems import gettext_noop
from plans.document_rows import walk
from plans.document_values import leaf

_MESSAGES: Final[Mapping[tuple[bool, bool], str]] = {
    (False, True): gettext_noop("%(place)s: added"),
    (True, False): gettext_noop("%(place)s: removed"),
    (True, True): gettext_noop("%(place)s, %(field)s: %(before)s → %(after)s"),
}


@dataclass(frozen=True)
class Change:
    """One difference: a field that changed, or a row that came or went."""

    place: str
    """The row, as "indicator TT03"; "plan" for the plan itself."""
    field: str
    """Empty where the whole row came or went."""
    before: str | None
    """None: the row is new."""
    after: str | None
    """None: the row is gone."""

    @property
    def message(self) -> str:
        """An English msgid; its parameters are `params`."""
        return _MESSAGES[self.before is not None, self.after is not None]

    @property
    def params(self) -> dict[str, str]:
        return {
            "place": self.place,
            "field": self.field,
            "before": self.before or "",
            "after": self.after or "",
        }

    def __str__(self) -> str:
        return self.message % self.params


def difference(old: PlanDocument | None, new: PlanDocument) -> list[Change]:
    """Every change from the old document to the new one, in the new one's order, what is gone last.

    Empty exactly where both say the same. `old` is None where nothing is stored yet.
    """
    before = dict(walk(old)) if old else {}
    after = dict(walk(new))
    found: list[Change] = []
    for place, item in after.items():
        if place in before:
            found.extend(_fields(place, before[place], item))
        else:
            found.append(Change(place, "", None, _named(item)))
    gone = [place for place in before if place not in after]
    return [*found, *(Change(place, "", _named(before[place]), None) for place in gone)]


def _fields(place: str, old: Any, new: Any) -> Iterator[Change]:
    for spec in fields(new):
        before, after = getattr(old, spec.name), getattr(new, spec.name)
        if "table" not in spec.metadata and before != after:
            yield Change(place, spec.name, _words(before), _words(after))


def _named(item: Any) -> str:
    return str(getattr(item, "name_vi", "") or getattr(item, "number", "") or item.key)


def _words(value: Any) -> str:
    """A value as it stands in a file, without quotation marks; – where there is none."""
    plain = leaf(value)
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if isinstance(plain, list | tuple):
        return ", ".join(plain) or "–"
    return "–" if plain in ("", None) else str(plain)
