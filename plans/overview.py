"""The book of a plan, made once per version, audience and question in each process; every page asks it.

A question is what a page is about: the indicators of the objectives, say. Of no other figure anything is
read, so that a page costs by what it shows and not by what the plan holds.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Final, TypeAlias

from bg_portal.remembered import Remembered
from plans import book
from plans.accepted import Accepted, Scope, accepted, commune_ids
from plans.book import Book
from plans.document import PlanDocument
from plans.models import Plan
from plans.protection import Cell, Paper
from plans.queries import ReadingRow, closed_quarters, corrected_places, plan_document, version_of
from plans.vocabulary import Protection

Question: TypeAlias = frozenset[str] | Callable[[PlanDocument], frozenset[str]] | None
"""The codes of indicators, or a function of a module that finds them in the plan; None: all of them."""

FIGURES: Final = 400_000
"""Figures kept in a process: the present and some past moments of a few plans, for two audiences."""

_book: Final[Remembered[Book]] = Remembered(FIGURES)
_accepted: Final[Remembered[Accepted]] = Remembered(FIGURES)
"""By plan, audience and question what stood at the last version that was asked for: the next builds on it."""
_making: Final = Lock()

Corrected: TypeAlias = frozenset[tuple[str, int, str]]
"""Indicator, commune and key of the period of each number that replaced another one."""

_corrected: Final[Remembered[Corrected]] = Remembered(FIGURES)


def forget() -> None:
    """Forget everything, as where a test made another history under the same numbers."""
    _book.cache_clear()
    _accepted.cache_clear()
    _corrected.cache_clear()


def cell_of(row: ReadingRow) -> Cell:
    """A reading as the rules of protection know it."""
    paper = Paper(row.document_number, row.document_date, row.valid_until, row.effective_on)
    return Cell(row.indicator, row.commune, row.period, row.value, row.reason, paper, row.entry)


def book_now(plan: Plan, *, public: bool, about: Question = None) -> tuple[Book, int]:
    """The book of the plan's last version, with that version.

    Where the book has to be made, the version is read first and again last; where an entry came in between,
    what was read may be of two versions, so it is read again.
    """
    version = version_of(plan)
    while True:
        known = _book.get((plan.pk, version, public, about))
        if known is not None:  # remembered, so nothing is read
            return known, version
        found = book_at(plan, version, public=public, about=about)
        last = version_of(plan)
        if last == version:
            return found, version
        version = last


def book_at(plan: Plan, version: int, *, public: bool, about: Question = None) -> Book:
    """The book of a past or present version; a version never changes, so what was made once stays true.

    `about`: what it is asked for; of any other indicator it then knows nothing, and says so.
    """
    key = (plan.pk, version, public, about)
    found = _book.get(key)
    if found is None:
        with _making:  # those who ask for it at the same moment wait, instead of making it too
            found = _book.get(key)
            if found is None:
                found = _made(plan, version, public=public, about=about)
                _book.put(key, found, len(found.figures))
    return found


def corrected_at(plan: Plan, version: int) -> Corrected:
    """What was corrected by a version, of open indicators alone: of others it would say too much."""
    found = _corrected.get((plan.pk, version))
    if found is None:
        levels = {row.code: row.protection for row in plan_document(plan, version).indicators}
        rows = corrected_places(plan, version)
        found = frozenset(row for row in rows if levels.get(row[0]) is Protection.OPEN)
        _corrected.put((plan.pk, version), found, len(found))
    return found


def book_if(plan: Plan, version: int, document: PlanDocument) -> Book:
    """The public's book if the plan stated this document; of what it leaves out nothing is known."""
    kept = {row.code for row in document.indicators}
    hidden = _restricted(plan_document(plan, version))
    stood = _standing_at(plan, version, Scope(None, hidden))
    cells = [cell for cell in stood.cells.values() if cell.indicator in kept]
    return book.public(document, cells, commune_ids(), closed=closed_quarters(plan, version))


def _restricted(document: PlanDocument) -> frozenset[str]:
    return frozenset(i.code for i in document.indicators if i.protection is Protection.RESTRICTED)


def _made(plan: Plan, version: int, *, public: bool, about: Question) -> Book:
    document = plan_document(plan, version)
    codes = about(document) if callable(about) else about
    hidden = _restricted(document)
    wanted = None if codes is None else book.needed_for(document, codes)
    stood = _standing_at(plan, version, Scope(wanted, hidden if public else frozenset()))
    cells, communes = stood.cells.values(), commune_ids()
    if public:
        # Only what is restricted asks which quarters are closed.
        asks = wanted is None or not hidden.isdisjoint(wanted)
        closed = closed_quarters(plan, version) if asks else frozenset[str]()
        made = book.public(document, cells, communes, closed=closed)
    else:
        made = book.inside(document, cells, communes)
    return made if codes is None else book.about(made, codes, stood.told)


def _standing_at(plan: Plan, version: int, scope: Scope) -> Accepted:
    key = (plan.pk, scope)
    before = _accepted.get(key)
    found = accepted(plan, version, scope, before)
    if before is None or before.version <= version:
        _accepted.put(key, found, len(found.cells))
    return found
