"""A commune's accepted figures as the public may see them, each with where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from communes.models import Commune
from communes.queries.submissions import acceptances
from plans import book
from plans.accepted import commune_ids
from plans.book import Book
from plans.document import PlanDocument
from plans.models import Plan
from plans.overview import cell_of
from plans.progress import by_indicator
from plans.protection import Shown
from plans.queries import plan_document, reading_rows, version_of


@dataclass(frozen=True)
class CommuneFigures:
    """What a public page of a commune knows: a book of its protected figures, and where they came from."""

    book: Book
    """Of this commune's figures alone: of any other it says that there are none."""
    commune: int
    sources: dict[str, str]
    """By quarter, the report that was accepted last. A figure leads there and not to the sending that last
    changed it, because that would tell the public of a change within a range."""

    @property
    def document(self) -> PlanDocument:
        return self.book.document

    @cached_property
    def figures(self) -> dict[str, dict[str, Shown]]:
        """By indicator and period."""
        return by_indicator(self.book.figures, self.commune)


def public_figures(
    plan: Plan, commune: Commune, version: int | None = None, stated: PlanDocument | None = None
) -> CommuneFigures:
    """Everything accepted for the commune by a version, protected before anything is computed from it.

    `stated` is the plan's document of that version, where it was read already.
    """
    known = version_of(plan) if version is None else version
    document = stated or plan_document(plan, known)
    cells = [cell_of(row) for row in reading_rows(plan, commune, known)]
    own = book.public(document, cells, commune_ids(), closed=())
    accepted = acceptances(plan, known, document.quarter_keys, commune.pk)
    sources = {key: one.reference for (_commune, key), one in accepted.items()}
    return CommuneFigures(own, commune.pk, sources)
