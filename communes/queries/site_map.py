"""Every public page, from one list: the site map that people read and the one that search engines read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from bg_portal.pieces import Link
from communes.about.help import GUIDES
from communes.about.pieces import Chapter
from plans.document import PlanDocument
from plans.models import Plan
from plans.news_pages import lines
from plans.news_queries import published, years_published
from plans.presenting.structured import is_open_to_all
from plans.presenting.wording import in_language
from plans.queries import participants, plan_document, plans_public
from plans.words import full_name, period_label


class Group(NamedTuple):
    """Pages of one kind."""

    title: str
    links: tuple[Link, ...]
    detail: tuple[Link, ...] = ()
    """Pages one step further down, which only machines want to see listed."""


def groups() -> Iterator[Group]:
    """The pages in the language of the moment."""
    yield Group(_("The portal"), tuple(_of_portal()))
    yield Group(_("News"), tuple(_news()))
    yield Group(_("Comments"), (Link(_("Comments and answers"), reverse("comments")),))
    for plan in plans_public():
        yield from _of_plan(plan)


def chapters_of_site() -> Iterator[Chapter]:
    """The same as chapters of a page."""
    return (Chapter(group.title, links=group.links) for group in groups())


def every_page() -> list[Link]:
    """All of them in one row, none twice."""
    rows = [link for group in groups() for link in (*group.links, *group.detail)]
    return list({link.href: link for link in rows}.values())


def _of_portal() -> Iterator[Link]:
    yield Link(_("Overview"), reverse("home"))
    yield Link(_("Communes and wards"), reverse("commune-list"))
    yield Link(_("Search"), reverse("search"))
    yield Link(_("Help"), reverse("help"))
    for role, page in GUIDES.items():
        yield Link(page.title, reverse("help-role", args=[role]))
    yield Link(_("How figures are computed"), reverse("methods"))
    yield Link(_("Accessibility"), reverse("accessibility"))
    yield Link(_("Privacy"), reverse("privacy"))
    yield Link(_("Contact"), reverse("contact"))
    yield Link(_("Site map"), reverse("site-map"))


def _news() -> Iterator[Link]:
    yield Link(_("All announcements"), reverse("news"))
    for year, _count in years_published():
        yield Link(_("Announcements of %(year)d") % {"year": year}, reverse("news-year", args=[year]))
    for row in lines(published()):
        yield Link(row.title.text, row.href)


def _of_plan(plan: Plan) -> Iterator[Group]:
    document = plan_document(plan)
    places = participants(plan)
    own = Link(_("Plan %(number)s") % {"number": plan.number}, reverse("plan", args=[plan.slug]))
    changes = Link(_("What changed"), reverse("changes", args=[plan.slug]))
    comparison = Link(_("Comparison"), reverse("compare", args=[plan.slug]))
    yield Group(str(own.text), (own, changes, comparison, *_objectives(plan, document)))
    yield Group(_("Tasks and solutions"), tuple(_measures(plan, document)))
    detail = tuple(
        Link(indicator.code, reverse("indicator-why", args=[plan.slug, indicator.code]))
        for indicator in document.indicators
        if is_open_to_all(indicator)
    )
    yield Group(_("Statistical indicators"), tuple(_indicators(plan, document)), detail)
    yield Group(_("Periods"), tuple(_periods(plan, document)))
    communes = (Link(full_name(place), reverse("commune", args=[place.slug])) for place in places)
    yield Group(_("Communes and wards"), tuple(communes))


def _objectives(plan: Plan, document: PlanDocument) -> Iterator[Link]:
    for objective in document.objectives:
        key = [plan.slug, objective.code]
        yield Link(in_language(objective, "name"), reverse("objective", args=key))
        how = _("%(name)s: how it is computed") % {"name": in_language(objective, "name")}
        yield Link(how, reverse("objective-why", args=key))


def _periods(plan: Plan, document: PlanDocument) -> Iterator[Link]:
    for period in document.periods:
        name = period_label(period.year, period.quarter)
        yield Link(name, reverse("period", args=[plan.slug, period.key]))


def _measures(plan: Plan, document: PlanDocument) -> Iterator[Link]:
    for measure in document.measures:
        name = f"{measure.order}. {in_language(measure, 'name')}"
        yield Link(name, reverse("measure", args=[plan.slug, measure.order]))


def _indicators(plan: Plan, document: PlanDocument) -> Iterator[Link]:
    for indicator in document.indicators:
        name = f"{indicator.code} {in_language(indicator, 'name')}"
        yield Link(name, reverse("indicator", args=[plan.slug, indicator.code]))
