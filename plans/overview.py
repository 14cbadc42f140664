"""The book of a plan, made once per version, audience and question in each process; every page asks it.

A question is what a page is about: the indicators of the objectives, say. Of no other figure anything is
read, so that a page costs by what it shows and not by what the plan holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Final, NamedTuple, TypeAlias

from bg_portal.remembered import Remembered
from plans import book
from plans.accepted import Accepted, Scope, accepted, commune_ids
from plans.book import Book
from plans.document import PlanDocument
from plans.folio import Folio
from plans.models import Plan
from plans.protection import Cell, Paper
from plans.queries import ReadingRow, closed_quarters, plan_document, version_of
from plans.roll import Roll
from plans.vocabulary import Protection

Question: TypeAlias = frozenset[str] | Callable[[PlanDocument], frozenset[str]] | None
"""The codes of indicators, or a function of a module that finds them in the plan; None: all of them."""

FIGURES: Final = 400_000
"""Figures kept in a process: the present and some past moments of a few plans, for two audiences."""


class _Made(NamedTuple):
    """A book and what it was made from."""

    stood: Accepted
    book: Book


_book: Final[Remembered[Book]] = Remembered(FIGURES)
_last: Final[Remembered[_Made]] = Remembered(FIGURES)
"""By plan, audience and question the book of the last version that was asked for: the next builds on it."""
_making: Final = Lock()


def forget() -> None:
    """Forget everything, as where a test made another history under the same numbers."""
    _book.cache_clear()
    _last.cache_clear()


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
                _book.put(key, found, sum(len(own.figures) for own in found.folios.values()))
    return found


def book_if(plan: Plan, version: int, document: PlanDocument) -> Book:
    """The public's book if the plan stated this document; of what it leaves out nothing is known."""
    kept = {row.code for row in document.indicators}
    last = _last.get((plan.pk, True, None))
    scope = Scope(None, _restricted(plan_document(plan, version)))
    stood = accepted(plan, version, scope, last.stood if last else None)
    cells = [cell for own in stood.cells.values() for cell in own.values() if cell.indicator in kept]
    return book.public(document, cells, commune_ids(), closed=closed_quarters(plan, version))


def _restricted(document: PlanDocument) -> frozenset[str]:
    return frozenset(i.code for i in document.indicators if i.protection is Protection.RESTRICTED)


def _made(plan: Plan, version: int, *, public: bool, about: Question) -> Book:
    document = plan_document(plan, version)
    codes = about(document) if callable(about) else about
    hidden = _restricted(document)
    wanted = None if codes is None else book.needed_for(document, codes)
    scope = Scope(wanted, hidden if public else frozenset())
    last = _last.get((plan.pk, public, about))
    stood = accepted(plan, version, scope, last.stood if last else None)
    roll, kept = _taken_over(last, stood, Roll(document, commune_ids()))
    # Only what is restricted asks which quarters are closed.
    asks = public and (wanted is None or not hidden.isdisjoint(wanted))
    made = book.made(
        roll,
        {commune: own.values() for commune, own in stood.cells.items()},
        public=public,
        closed=closed_quarters(plan, version) if asks else (),
        about=None if codes is None else book.Question(codes, stood.told),
        kept=kept,
    )
    if last is None or last.stood.version <= version:
        _last.put((plan.pk, public, about), _Made(stood, made), stood.number)
    return made


def _taken_over(last: _Made | None, stood: Accepted, roll: Roll) -> tuple[Roll, Mapping[int, Folio]]:
    """Of a last book with the same roll that roll, and the folios of communes whose cells are the same."""
    if last is None or not roll.same(last.book.roll):
        return roll, {}
    kept = {
        commune: own
        for commune, own in last.book.folios.items()
        if stood.cells.get(commune) is last.stood.cells.get(commune)
    }
    return last.book.roll, kept
