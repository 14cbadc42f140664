"""Tables in another order, or in part, by links: `?xep=` names a column, `?loc=` words that rows must hold.

"-" before the column turns its order around. A table keeps its own order until somebody asks; what has no
value comes last in both directions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from bg_portal.search import question
from bg_portal.vietnamese import fold

if TYPE_CHECKING:
    from django.http import QueryDict

    from bg_portal.pieces import Words

SORT, FILTER = "xep", "loc"
DIRECTIONS: Final = {False: "ascending", True: "descending"}

Row = TypeVar("Row")
Key = Callable[[Any], Any]
"""Of a row what its column compares; None: nothing to compare."""


class Column(NamedTuple):
    """A column that can be sorted by."""

    words: Words
    number: bool = False
    """Whether numbers stand in it, which end at its edge."""


@dataclass(frozen=True)
class Head:
    """The head of a column: a link that sorts by it, or turns the order around."""

    words: Words
    href: str
    direction: str
    """As aria-sort says it; empty where another column, or none, is sorted by."""
    number: bool


@dataclass(frozen=True)
class Order:
    """What an address asks of a table."""

    column: str
    """Empty: the table's own order."""
    down: bool
    words: str
    """What rows must hold to stay; empty: all of them."""
    query: QueryDict
    columns: Mapping[str, Column]
    shortened: bool = False
    """Whether more words were typed than are read."""

    @property
    def heads(self) -> list[Head]:
        """One for each column, in order; other parts of the address stay, the page of a list does not."""
        return [self._head(name, column) for name, column in self.columns.items()]

    @property
    def undone(self) -> str:
        """The address of the table in its own order; empty where it stands in it."""
        return self._address("") if self.column else ""

    def arranged(self, rows: Iterable[Row], keys: Mapping[str, Key]) -> list[Row]:
        """The rows in the order asked for; of equal ones the earlier first."""
        own = list(rows)
        if not self.column:
            return own
        key = keys[self.column]
        valued = [row for row in own if key(row) is not None]
        rest = [row for row in own if key(row) is None]
        return sorted(valued, key=key, reverse=self.down) + rest

    def kept(self, rows: Iterable[Row], text: Callable[[Row], str]) -> list[Row]:
        """The rows that hold every word, without accents."""
        wanted = question(self.words).words
        return [row for row in rows if _holds(fold(text(row)), wanted)]

    def _head(self, name: str, column: Column) -> Head:
        here = name == self.column
        turned = f"-{name}" if here and not self.down else name
        direction = DIRECTIONS[self.down] if here else ""
        return Head(column.words, self._address(turned), direction, column.number)

    def _address(self, sort: str) -> str:
        query = self.query.copy()
        for name in (SORT, "trang"):
            query.pop(name, None)
        if sort:
            query[SORT] = sort
        return f"?{query.urlencode()}"


def order_asked(query: QueryDict, columns: Mapping[str, Column]) -> Order:
    """What the address asks; a column that there is not is as none."""
    asked = query.get(SORT, "")
    name = asked.removeprefix("-")
    known = name in columns
    sought = question(query.get(FILTER, ""))
    down = known and asked.startswith("-")
    return Order(name if known else "", down, sought.text, query, columns, sought.shortened)


def _holds(folded: str, words: Sequence[str]) -> bool:
    return all(word in folded for word in words)
