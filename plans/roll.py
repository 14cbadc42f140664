"""Who takes part in a plan and when, by its document and by the communes there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from plans.document import Participation, PlanDocument
from plans.document_rows import commune_key


@dataclass(frozen=True)
class Roll:
    """It is asked for each commune and quarter that is judged, so it is looked up and not searched."""

    document: PlanDocument
    communes: Mapping[str, int]
    """Ids of the communes by their key in the plan's document; every participant is among them."""

    def same(self, other: Roll) -> bool:
        """Whether it is that of the same document and the same communes."""
        return self.document is other.document and self.communes == other.communes

    @cached_property
    def participants(self) -> dict[str, tuple[int, ...]]:
        """By key of every quarter and year of the plan, the ids of who takes part, ascending."""
        keys = {key for period in self.document.periods for key in (period.key, str(period.year))}
        return {
            key: tuple(sorted({self.communes[_key(part)] for part in self.document.participants(key)}))
            for key in keys
        }

    @cached_property
    def taking_part(self) -> dict[str, frozenset[int]]:
        """The same to be looked up."""
        return {key: frozenset(communes) for key, communes in self.participants.items()}

    @cached_property
    def keys(self) -> dict[int, str]:
        """By id the commune's key."""
        return {commune: key for key, commune in self.communes.items()}


def _key(part: Participation) -> str:
    return commune_key(part.commune, part.commune_valid_from)
