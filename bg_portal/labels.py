"""The words for members of closed lists, kept apart by list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Labels(Mapping[StrEnum, "Promise"]):
    """A mapping from members to words. A plain dict would not do: members of two lists that are spelt alike
    are equal as texts, so that the later one's word would stand for both.
    """

    def __init__(self, *lists: Mapping[StrEnum, Promise]) -> None:
        self._words = {(type(member), member): word for each in lists for member, word in each.items()}

    def __getitem__(self, member: StrEnum) -> Promise:
        return self._words[type(member), member]

    def __iter__(self) -> Iterator[StrEnum]:
        return (member for _kind, member in self._words)

    def __len__(self) -> int:
        return len(self._words)
