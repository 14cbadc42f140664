"""What the public search looks through: each source gives, of one kind, everything that can be found.

A further source is one more row of SOURCES. It gives only what everybody may read; announcements and
comments, of which there may be many, share one query.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from bg_portal import clock
from bg_portal.dates import format_date
from bg_portal.search import Hit, Item, Question, Said, found, suggestions
from communes.models import Commune
from plans.comment_pages import comment_href
from plans.document import PlanDocument
from plans.markup import as_words
from plans.models import Plan
from plans.news_pages import local_day, told, topic_words
from plans.queries import plan_of_today_stated
from plans.text_search import TextKind, TextRow, texts_with
from plans.topics import topic


@dataclass(frozen=True)
class Searched:
    """What sources draw from: the plan in force, else the last one."""

    plan: Plan | None
    document: PlanDocument | None
    asked: Question
    texts: list[TextRow]
    """What the database found among announcements and comments."""


@dataclass(frozen=True)
class Source:
    """One kind of things that can be found."""

    title: Promise
    items: Callable[[Searched], Iterable[Item]]


@dataclass(frozen=True)
class Found:
    """The hits of one kind."""

    title: Promise
    hits: list[Hit]


@dataclass(frozen=True)
class Answer:
    """Everything found, by kind; where nothing was, questions that would find something."""

    groups: list[Found]
    suggestions: list[str]
    plan: Plan | None

    @property
    def total(self) -> int:
        return sum(len(group.hits) for group in self.groups)


def search(asked: Question) -> Answer:
    """What the portal has for the question; one query and what sources ask beside."""
    plan, document = plan_of_today_stated() or (None, None)
    searched = Searched(plan, document, asked, texts_with(asked.words))
    items = [list(source.items(searched)) for source in SOURCES] if asked.words else []
    kinds = zip(SOURCES, found(asked, items), strict=False)
    groups = [Found(source.title, own) for source, own in kinds if own]
    offered = [] if groups else suggestions(asked, [item for own in items for item in own])
    return Answer(groups, offered, plan)


def _communes(_searched: Searched) -> Iterator[Item]:
    today = clock.today()
    for place in Commune.objects.filter(valid_from__lte=today):
        last = place.valid_to if place.valid_to and place.valid_to < today else None
        yield Item(
            title=capfirst(place.full_name),
            href=reverse("commune", args=[place.slug]),
            code=place.code,
            note=gettext("stood until %(day)s") % {"day": format_date(last)} if last else "",
            also=(Said(place.name_en, "en") if get_language() != "en" else Said(place.name_vi, "vi"),),
        )


def _objectives(searched: Searched) -> Iterator[Item]:
    if searched.plan is None or searched.document is None:
        return
    for row in searched.document.objectives:
        yield Item(
            title=_here(row.name_vi, row.name_en),
            href=reverse("objective", args=[searched.plan.slug, row.code]),
            code=row.code,
            also=_other(row.statement_vi, row.statement_en) + _other(row.name_vi, row.name_en),
        )


def _measures(searched: Searched) -> Iterator[Item]:
    if searched.plan is None or searched.document is None:
        return
    for row in searched.document.measures:
        yield Item(
            title=f"{row.order}. {_here(row.name_vi, row.name_en)}",
            href=reverse("measure", args=[searched.plan.slug, row.order]),
            also=(
                *_other(row.statement_vi, row.statement_en),
                *_other(row.responsible_vi, row.responsible_en),
                *_other(row.name_vi, row.name_en),
            ),
        )


def _indicators(searched: Searched) -> Iterator[Item]:
    if searched.plan is None or searched.document is None:
        return
    measures = {row.order: row for row in searched.document.measures}
    for row in searched.document.indicators:
        measure = measures[row.measure]
        yield Item(
            title=_here(row.name_vi, row.name_en),
            href=reverse("indicator", args=[searched.plan.slug, row.code]),
            code=row.code,
            note=f"{_here(row.unit_vi, row.unit_en)} · {_here(measure.name_vi, measure.name_en)}",
            also=(
                *_other(row.guidance_vi, row.guidance_en),
                *_other(row.short_vi, row.short_en),
                *_other(row.name_vi, row.name_en),
            ),
        )


def _news(searched: Searched) -> Iterator[Item]:
    for row in searched.texts:
        if row.kind == TextKind.NEWS:
            title = told(row, "title")
            yield Item(
                title=title.text,
                lang=title.lang,
                href=reverse("news-item", args=[row.number, row.slug]),
                note=format_date(local_day(row.at)),
                also=(
                    *_other(row.summary_vi, row.summary_en),
                    *_other(as_words(row.body_vi), as_words(row.body_en)),
                    *_other(row.title_vi, row.title_en),
                    *_other(row.source_vi, row.source_en),
                ),
            )


def _comments(searched: Searched) -> Iterator[Item]:
    for row in searched.texts:
        if row.kind == TextKind.COMMENT:
            part, title = topic(row.about), told(row, "title")
            yield Item(
                title=f"{row.name}: {topic_words(part) if part else title.text}",
                lang="" if part else title.lang,
                href=comment_href(row.number),
                note=format_date(local_day(row.at)),
                also=(_said(row.body_vi, row.slug),),
            )


def _here(vietnamese: str, english: str) -> str:
    return english if english and get_language() == "en" else vietnamese


def _said(text: str, language: str) -> Said:
    """A text with its language, where that is not the page's."""
    return Said(text, "" if language == get_language() else language)


def _other(vietnamese: str, english: str) -> tuple[Said, ...]:
    """Both languages are searched on both pages; the reader's own first, of which a part may be shown."""
    both = [_said(vietnamese, "vi"), _said(english, "en")]
    return tuple(sorted((said for said in both if said.text), key=lambda said: bool(said.lang)))


SOURCES: Final = (
    Source(_("Communes and wards"), _communes),
    Source(_("Objectives"), _objectives),
    Source(_("Tasks and solutions"), _measures),
    Source(_("Statistical indicators"), _indicators),
    Source(_("News"), _news),
    Source(_("Comments"), _comments),
)
"""In the order in which they are shown."""
