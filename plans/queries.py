"""What is read of plans and their ledger; the current reading is the one superseded by nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from bg_portal.bilingual import InLanguage
from bg_portal.periods import period_key
from plans import calendar, document_data
from plans.document import Participation as DocumentPart
from plans.document import PlanDocument
from plans.models import Entry, Head, Participation, Period, Plan, Reading, Target
from plans.vocabulary import PeriodKind, PlanState

if TYPE_CHECKING:
    from django.db.models import Model

Timed = TypeVar("Timed", Period, calendar.Period)
"""A quarter as it is stored, or as a document states it."""


@dataclass(frozen=True)
class Place:
    """A commune as plans know it: plain values, met in one place."""

    id: int
    code: str
    valid_from: date
    kind: str
    name_vi: str
    name_en: str
    slug: str
    grid_row: int
    grid_column: int

    name = InLanguage("name")

    @property
    def commune_id(self) -> int:
        """Whose it is, as permissions are asked for."""
        return self.id

    @property
    def key(self) -> str:
        """The commune in a plan's document: its code alone is not a key across 2025."""
        return f"{self.code} ({self.valid_from.isoformat()})"


class ReadingRow(NamedTuple):
    """A current reading by codes and keys, as rules and pages need it."""

    indicator: str
    commune: int
    period: str
    value: Decimal | None
    reason: str
    document_number: str
    document_date: date | None
    valid_until: date | None
    effective_on: date | None
    entry: int
    source: str


def plans_public() -> QuerySet[Plan]:
    """Plans that are or were in force; one that is being prepared is nobody's yet."""
    return Plan.objects.exclude(state=PlanState.DRAFT)


def plan_of_today() -> Plan | None:
    """The plan in force, else the last one: what home shows."""
    plans = sorted(plans_public(), key=lambda p: (p.state == PlanState.IN_FORCE, p.issued_on))
    return plans[-1] if plans else None


def plan_of_today_stated() -> tuple[Plan, PlanDocument] | None:
    """The same plan with its document as it stands now, in one query; None before any was loaded."""
    rows = plans_public().annotate(entry=Subquery(latest_document(OuterRef("pk"))))
    plans = sorted(rows, key=lambda p: (p.state == PlanState.IN_FORCE, p.issued_on))
    return (plans[-1], document_of(plans[-1].entry)) if plans and plans[-1].entry else None


def illustrative() -> bool:
    """Whether the figures of this installation were made up; every page says so then."""
    return Plan.objects.filter(illustrative=True).exists()


def version_of(plan: Plan) -> int:
    """The plan's last version; 0 before anything was entered."""
    return Head.objects.filter(plan=plan).values_list("version", flat=True).first() or 0


def plan_document(plan: Plan, version: int | None = None) -> PlanDocument:
    """The plan as it stood at a version, by default now. Raises LookupError where nothing was loaded yet."""
    entries = Entry.objects.filter(plan=plan, document__isnull=False)
    if version is not None:
        entries = entries.filter(version__lte=version)
    pk = entries.order_by("-version").values_list("pk", flat=True).first()
    if pk is None:
        raise LookupError(plan.number)
    return _document_of(pk)


def document_version(plan: Plan) -> int:
    """The version of the ledger that last edited the plan; 0 where nothing was loaded yet."""
    edits = Entry.objects.filter(plan=plan, document__isnull=False).order_by("-version")
    return edits.values_list("version", flat=True).first() or 0


def all_places() -> list[Place]:
    """Every commune there is, past and present, in Vietnamese alphabetical order."""
    return list(map(_place, _communes().values_list(*_PLACE)))


def latest_document(plan: Plan | OuterRef) -> QuerySet[Entry, int]:
    """The key of the entry with the plan's document, as a subquery for `document_of`."""
    entries = Entry.objects.filter(plan=plan, document__isnull=False)
    return entries.order_by("-version").values_list("pk", flat=True)[:1]


def document_of(entry: int) -> PlanDocument:
    """The document that an entry stored; see `latest_document`."""
    return _document_of(entry)


@lru_cache(maxsize=64)
def _document_of(entry: int) -> PlanDocument:
    """Entries never change, so what was read once stays true."""
    data = Entry.objects.values_list("document", flat=True).get(pk=entry)
    return document_data.from_data(data or {})


def targets_decided(plan: Plan, year: int) -> list[Target]:
    """Every value ever decided for an indicator in a year, oldest first, with its entry and who wrote it."""
    rows = Target.objects.filter(entry__plan=plan, year=year, indicator__isnull=False)
    return list(rows.select_related("entry__by", "indicator").order_by("entry__version", "pk"))


def targets_of(plan: Plan, indicator: str, version: int) -> list[Target]:
    """Every value decided for an indicator by a version, of the city and of communes, oldest first."""
    rows = Target.objects.filter(entry__plan=plan, entry__version__lte=version, indicator__code=indicator)
    return list(rows.order_by("entry__version", "pk"))


def targets_of_commune(plan: Plan, commune: int, year: int, version: int) -> list[Target]:
    """Every value decided for a commune and a year by a version, with its indicator, oldest first."""
    rows = Target.objects.filter(
        entry__plan=plan, entry__version__lte=version, commune=commune, year=year, indicator__isnull=False
    )
    return list(rows.select_related("indicator").order_by("entry__version", "pk"))


def quarters(plan: Plan) -> list[Period]:
    """The plan's reporting periods, in order of time."""
    return list(plan.periods.filter(kind=PeriodKind.QUARTER).order_by("year", "quarter"))


def period_of(plan: Plan, key: str) -> Period | None:
    """The period of a key such as 2018-Q2 or 2018, or None for a key that names none."""
    year, _, quarter = key.partition("-Q")
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        return None
    if key != (f"{year}-Q{quarter}" if quarter else year) or quarter not in ("", "1", "2", "3", "4"):
        return None
    return plan.periods.filter(year=int(year), quarter=int(quarter or 0)).first()


def open_among(rows: Sequence[Timed], today: date) -> Timed | None:
    """Of quarters the one that reports are due for: the last whose cut-off has passed, else the running one.

    From the day after the cut-off the communes write its report, whatever quarter has begun since.
    """
    ended = [p for p in rows if p.ends_on < today]
    running = [p for p in rows if p.starts_on <= today <= p.ends_on]
    return ended[-1] if ended else (running[0] if running else None)


def closed_quarters(plan: Plan, version: int) -> frozenset[str]:
    """Keys of the quarters that were closed for reports at a version: the last closing or opening holds."""
    entries = Entry.objects.filter(plan=plan, version__lte=version, source__startswith="period:")
    last = dict(entries.order_by("version").values_list("source", "cause"))
    return frozenset(source.removeprefix("period:") for source, cause in last.items() if cause == "close")


def participants(plan: Plan) -> list[Place]:
    """The communes that take part, in Vietnamese alphabetical order; the one place where plans meet them."""
    rows = _communes().filter(pk__in=Participation.objects.filter(plan=plan).values("commune"))
    return list(map(_place, rows.values_list(*_PLACE)))


def places_of(document: PlanDocument, period: str = "") -> list[Place]:
    """The communes that take part by a document, in a period or at any time, in alphabetical order.

    Of any version: who took part then, whoever does so now. Names are those of today: they belong to the
    communes and not to the plan.
    """
    return places_named(document.participants(period) if period else document.participation)


def places_named(parts: Iterable[DocumentPart]) -> list[Place]:
    """The communes that rows of documents name, each once, in alphabetical order."""
    keys = {(part.commune, part.commune_valid_from) for part in parts}
    rows = _communes().filter(code__in={code for code, _day in keys})
    found = map(_place, rows.values_list(*_PLACE))
    return [place for place in found if (place.code, place.valid_from) in keys]


_PLACE: Final = ("id", "code", "valid_from", "kind", "name_vi", "name_en", "slug", "grid_row", "grid_column")


def _place(values: Sequence[Any]) -> Place:
    return Place(*values[:-2], *(value or 0 for value in values[-2:]))


def _communes() -> QuerySet[Any]:
    return Participation.commune.field.related_model._meta.base_manager.order_by("name_sort", "code")


def readings_at(plan: Plan, version: int | None = None) -> QuerySet[Reading]:
    """The readings that were current at a version, by default now."""
    rows = Reading.objects.filter(plan=plan).select_related("entry", "indicator", "period")
    if version is None:
        return rows.filter(superseded_by__isnull=True)
    later = Reading.objects.filter(supersedes=OuterRef("pk"), entry__version__lte=version)
    return rows.filter(Q(entry__version__lte=version) & ~Exists(later))


def current_readings(plan: Plan, commune: Model, period: Period) -> list[Reading]:
    """What stands accepted now for one commune and period."""
    return list(readings_at(plan).filter(commune_id=commune.pk, period=period))


def reading_rows(
    plan: Plan,
    commune: Model | None = None,
    version: int | None = None,
    codes: Collection[str] | None = None,
) -> list[ReadingRow]:
    """What stands accepted, of one commune or all, of some indicators or all; plain rows."""
    rows = readings_at(plan, version).select_related(None)
    if codes is not None:
        rows = rows.filter(indicator__code__in=codes)
    if commune is not None:
        rows = rows.filter(commune_id=commune.pk)
    names = ("indicator__code", "commune_id", "period__year", "period__quarter", "value", "reason")
    papers = ("document_number", "document_date", "valid_until", "effective_on", "entry_id", "entry__source")
    return [
        ReadingRow(code, place, period_key(year, quarter), *rest)
        for code, place, year, quarter, *rest in rows.values_list(*names, *papers)
    ]
