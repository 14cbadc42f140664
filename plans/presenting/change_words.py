"""Each line that reads otherwise after a change, in words: what, of whom, before, after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bg_portal.dates import format_date
from plans.between import Moved, TargetMoved, Told
from plans.document import Indicator, Objective, PlanDocument
from plans.document_diff import Change
from plans.document_rows import PLAN
from plans.field_words import field_words, place_words, value_words
from plans.presenting.change_links import ChangeLinks
from plans.presenting.wording import in_language, number, small_number, written
from plans.protection import CityYear, Form, Paper, Shown
from plans.queries import Place
from plans.ranges import Range
from plans.vocabulary import IndicatorKind, MeasureOfSuccess
from plans.words import full_name


@dataclass(frozen=True)
class Line:
    """One thing that reads otherwise than before."""

    what: str
    place: str
    """The commune, where the heading does not say it already."""
    before: str
    after: str
    note: str = ""
    """The document by which it is so."""
    href: str = ""
    """How the figure is worked out that stands there now."""


@dataclass(frozen=True)
class Names:
    """Everything that changes speak of: the plan at both moments, and who takes part at either."""

    before: PlanDocument
    after: PlanDocument
    places: Sequence[Place]
    """In the order of official lists."""
    links: ChangeLinks | None = None
    """Where figures lead, on a page that leads anywhere."""

    def lines(self, told: Told) -> list[Line]:
        """What reads otherwise by one thing that happened."""
        figures = [
            self._figure(moved, alone=told.commune is not None) for moved in self._sorted(told.figures)
        ]
        return [*figures, *map(self._target, told.targets), *map(self._edit, told.edits)]

    def place(self, commune: int) -> str:
        """A commune as within a sentence: phường Đa Mai, xã Song Khê; Da Mai Ward."""
        place = self._by_id.get(commune)
        return full_name(place) if place else ""

    def indicator(self, code: str) -> str:
        """An indicator's name as the plan has it now, else as it had it."""
        row = self._rows.get(code)
        return in_language(row, "name") if row else code

    def rank(self, commune: int | None) -> int:
        """Where a commune stands in the lists."""
        return self._ranks.get(commune or 0, 0)

    def closed_year(self, before: CityYear | None, after: CityYear | None) -> Line:
        """The city's closed year of a restricted indicator, of which one or the other is known."""
        row = after or before
        code, year = (row.indicator, str(row.year)) if row else ("", "")
        href = self.links.figure(code, year) if self.links else ""
        return Line(self.indicator(code), year, _year(before), _year(after), href=href)

    def _figure(self, moved: Moved, *, alone: bool) -> Line:
        row = self._rows.get(moved.indicator)
        kind = row.kind if isinstance(row, Indicator) else IndicatorKind.COUNT
        before, after = shown_words(kind, moved.before), shown_words(kind, moved.after)
        old, new = (paper_words(shown.paper) if shown else "" for shown in (moved.before, moved.after))
        return Line(
            what=self.indicator(moved.indicator),
            place="" if alone else self.place(moved.commune),
            before=f"{before} ({old})" if old and old != new else before,
            after=f"{after} ({new})" if new and old != new else after,
            href=self._why(moved),
        )

    def _why(self, moved: Moved) -> str:
        place = self._by_id.get(moved.commune)
        return self.links.figure(moved.indicator, moved.period, place) if self.links and place else ""

    def _sorted(self, figures: Iterable[Moved]) -> list[Moved]:
        codes = {code: number for number, code in enumerate(self._rows)}
        return sorted(figures, key=lambda one: (self.rank(one.commune), codes.get(one.indicator, 0)))

    def _target(self, moved: TargetMoved) -> Line:
        stands = moved.after or moved.before
        own = next((place for place in self.places if place.key == moved.commune), None)
        return Line(
            what=f"{self.indicator(moved.code)}, {moved.year}",
            place=full_name(own) if own else moved.commune or gettext("the whole plan"),
            before=self.target(moved.code, moved.before.value if moved.before else None),
            after=self.target(moved.code, moved.after.value if moved.after else None),
            note=stands.document if stands else "",
        )

    def target(self, code: str, value: Decimal | None) -> str:
        """The value of a target, in percent where the objective is a share."""
        if value is None:
            return gettext("no target")
        row = self._rows.get(code)
        share = isinstance(row, Objective) and row.success is MeasureOfSuccess.SHARE
        return number(value) + ("%" if share else "")

    def _edit(self, change: Change) -> Line:
        where = (
            gettext("the plan itself") if change.place == PLAN else place_words(self._by_name(change.place))
        )
        return Line(
            what=f"{where}, {field_words(change.field)}" if change.field else where,
            place="",
            before=value_words(change.field, change.before or "") or "–",
            after=value_words(change.field, change.after or "") or gettext("left out"),
        )

    def _by_name(self, place: str) -> str:
        """A place of the document with the name of its commune instead of its code."""
        own = next((one for one in self.places if one.key in place), None)
        return place.replace(own.key, own.name) if own else place

    @cached_property
    def _by_id(self) -> dict[int, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def _ranks(self) -> dict[int, int]:
        return {place.id: rank for rank, place in enumerate(self.places)}

    @cached_property
    def _rows(self) -> dict[str, Indicator | Objective]:
        found: dict[str, Indicator | Objective] = {}
        for document in (self.before, self.after):
            found |= {row.code: row for row in document.indicators}
            found |= {row.code: row for row in document.objectives}
        return found


def _year(shown: CityYear | None) -> str:
    if shown is None:
        return gettext("not published")
    if shown.low is None:
        return gettext("no figures")
    high = shown.low if shown.high is None else shown.high
    text = number(shown.low) if shown.low == high else f"{number(shown.low)} - {number(high)}"
    return text if shown.known == shown.expected else f"{text} ({shown.known}/{shown.expected})"


_FORMS: Final = {
    Form.NOT_PUBLISHED: _("not published"),
    Form.NOT_APPLICABLE: _("outside the scope"),
    Form.MISSING: _("no figures"),
}


def shown_words(kind: IndicatorKind, shown: Shown | None) -> str:
    """A figure as the public sees it."""
    if shown is None:
        return gettext("no figures yet")
    if shown.form is Form.BAND and shown.low is not None:
        return small_number() if shown.small else written(Range(shown.low, shown.high))
    if shown.form in _FORMS:
        return str(_FORMS[shown.form])
    if kind is IndicatorKind.YES_NO:
        return gettext("Yes") if shown.low else gettext("No")
    if kind is IndicatorKind.STANDING:
        return gettext("recognised") if shown.low else gettext("not recognised")
    return number(shown.low) if shown.low is not None else ""


def paper_words(paper: Paper | None) -> str:
    """A document by number and day; empty where there is none."""
    if paper is None or not paper.number:
        return ""
    return f"{paper.number}, {format_date(paper.dated_on)}" if paper.dated_on else paper.number
