"""The leader's page: how far the plan is, what changed, who needs attention, what has to be decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bg_portal import audit, clock
from bg_portal.dates import format_moment
from bg_portal.pieces import Link
from communes import attention
from communes.attention import Concern
from communes.courses import Courses
from communes.deadlines import Timeliness
from communes.models import User
from communes.presenting import leader_words
from communes.presenting.instructions import overdue_line
from communes.presenting.leader_measures import measure_table
from communes.presenting.proposals import unanswered_line
from communes.presenting.trust_words import trust_lines
from communes.queries.courses import corrected_at, courses_at, written_at
from communes.queries.desk import taking_part
from communes.queries.instructions import overdue_since
from communes.queries.navigation import period_of_request
from communes.queries.proposals import waiting
from communes.roles import Permission
from communes.standing import CommuneStanding, Standings
from communes.views.worker import worker
from plans import objectives
from plans.book import Book
from plans.models import Objective, Period, Plan
from plans.moments import Moment, NoSuchMoment, day_of, last_told
from plans.overview import book_at, book_now
from plans.presenting.conclusions import conclusion
from plans.presenting.wording import capital
from plans.queries import open_among, participants, quarters
from plans.spans import quarters_until
from plans.stated import stated
from plans.words import label_of


@require_safe
@permission_required(Permission.SEE_CITY_DESK, raise_exception=True)
def leader(request: HttpRequest) -> HttpResponse:
    """The plan at its last quarter that most communes have an accepted report for, or at the moment asked."""
    at_work = period_of_request(request)
    if at_work is None:
        return render(request, "communes/leader_empty.html")
    try:
        page = LeaderPage(at_work.plan, worker(request), request.GET)
    except NoSuchMoment:
        periods = [Link(row.label, f"?ky={row.key}") for row in quarters(at_work.plan)]
        context = {"plan": at_work.plan, "periods": periods}
        return render(request, "communes/leader_no_moment.html", context, status=404)
    return render(request, "communes/leader.html", page.context())


class LeaderPage:
    """Everything the template draws of one moment, for one reader. Raises NoSuchMoment."""

    def __init__(self, plan: Plan, user: User, asked: Mapping[str, str]) -> None:
        self.plan = plan
        self.user = user
        self.book, self.moment = _moment(plan, asked)
        self.document = self.book.document
        self.now = _end_of(self.moment) if self.moment.past else clock.now()
        self.reported = self._reported(asked.get("ky", ""))
        self.courses: Courses = courses_at(plan, self.moment.version)
        self.known: Standings = self.courses.standings(self.document, self.now)
        self.everybody = participants(plan)
        self.waiting = waiting(plan, self.now)
        self.places = taking_part(self.document, self.moment.period.key, self.everybody)

    def _reported(self, key: str) -> str:
        """Key of the quarter whose reports are looked at: the one asked for, else the one at work."""
        at_work = open_among(self.document.quarters, self.now.date())
        return key or (at_work.key if at_work else self.moment.period.key)

    def context(self) -> dict[str, Any]:
        """What the template needs."""
        key = self.moment.period.key
        covered = len(self.book.reported(key))
        rows = self._rows(self.reported)
        concerns = self._concerns()
        updated = written_at(self.plan, self.moment.version)
        return {
            "plan": self.plan,
            "moment": self.moment,
            "period": self.moment.period,
            "covered": covered,
            "expected": len(self.places),
            "complete": covered == len(self.places),
            "updated": format_moment(updated) if updated else "",
            "periods": self._switch(),
            "conclusions": [
                conclusion(self.book, self.plan, stated(row, Objective), self.moment)
                for row in self.document.objectives
            ],
            **self._changes(),
            "concerns": leader_words.attention_lines(
                concerns, self.plan, self.book, {place.id: place for place in self.everybody}
            ),
            "concerned": len(concerns),
            "more_concerned": max(len(concerns) - leader_words.MOST_CONCERNS, 0),
            "rules": leader_words.rules(),
            "decisions": self._decisions(),
            "reported": label_of(self.reported),
            "reported_href": reverse("period-desk", args=[self.plan.slug, self.reported]),
            "parts": leader_words.reporting_parts(rows),
            "reporting": leader_words.reporting_line(rows),
            "trust": self._trust(covered),
            "instruct_href": self._instruct(),
            "measures": measure_table(self.book, self.plan, self.moment),
        }

    def _trust(self, covered: int) -> list[str]:
        """What stands behind the figures; the chain is checked as it is now, whatever moment is shown."""
        corrected = corrected_at(self.plan, self.moment.version, self.moment.period.key)
        return trust_lines(covered, len(self.places), corrected, audit.last_check(), clock.now())

    def _rows(self, key: str) -> list[CommuneStanding]:
        period = self.document.period(key)
        return [self.known.of(place, period) for place in taking_part(self.document, key, self.everybody)]

    def _switch(self) -> list[Link]:
        """The quarter before and the one after, as far as they have begun."""
        keys = [row.key for row in self.document.quarters if row.starts_on <= self.now.date()]
        at = keys.index(self.moment.period.key) if self.moment.period.key in keys else len(keys) - 1
        around = [*keys[max(at - 1, 0) : at], *keys[at + 1 : at + 2]]
        return [Link(capital(label_of(key)), self.moment.query(ky=key)) for key in around]

    def _changes(self) -> dict[str, Any]:
        key = self.moment.period.key
        before = quarters_until(self.document, key, 2)[0]
        if before == key:
            return {"changes": [], "before": ""}
        codes = [row.code for row in self.document.objectives]
        old, new = ([objectives.result(self.book, code, k) for code in codes] for k in (before, key))
        found = leader_words.change_lines(self.book, old, new, self.everybody)
        return {"changes": found, "before": label_of(before)}

    def _concerns(self) -> tuple[Concern, ...]:
        """By the rules, up to the quarter whose reports are looked at."""
        key = self.moment.period.key
        keys = quarters_until(self.document, self.reported)
        periods = [self.document.period(key) for key in keys]
        courses = (
            [self.known.of(place, period) for period in periods if self.book.takes_part(place.id, period.key)]
            for place in self.everybody
        )
        found = [
            *attention.late(courses),
            *attention.unmet(self.book, key),
            *attention.no_plan(self.book, key),
            *attention.proposals(self.waiting, self.now.date()),
            *attention.returned(self.courses.returns),
        ]
        return attention.concerns(found, [place.id for place in self.everybody])

    def _instruct(self) -> str:
        """Where an instruction about the period is given, for who may."""
        if not self.user.has_perm(Permission.GIVE_INSTRUCTION):
            return ""
        return reverse("instruction-new") + f"?ky={self.moment.period.key}"

    def _decisions(self) -> list[Link]:
        """What waits for the city, each with where it is dealt with."""
        keys = quarters_until(self.document, self.reported)
        overdue = {key: self._overdue(key) for key in keys}
        now, earlier = overdue.pop(self.reported), sum(overdue.values())
        found = []
        if self.waiting:
            days = [(self.now.date() - one.sent_on).days for one in self.waiting]
            found.append(Link(unanswered_line(days), reverse("proposals")))
        if instructed := overdue_since(self.plan, self.now):
            found.append(Link(overdue_line(instructed, self.now.date()), reverse("instructions")))
        if now:
            href = reverse("period-desk", args=[self.plan.slug, self.reported])
            found.append(Link(leader_words.late_line(self.reported, now), href))
        if earlier:
            found.append(Link(leader_words.earlier_line(earlier), f"{reverse('desk')}#earlier"))
        return found

    def _overdue(self, key: str) -> int:
        """How many reports of the quarter should have come and have not."""
        period, sent = self.document.period(key), self.courses.facts
        places = taking_part(self.document, key, self.everybody)
        missing = [self.known.of(place, period) for place in places if (place.id, key) not in sent]
        return sum(row.timeliness is Timeliness.OVERDUE for row in missing)


def _moment(plan: Plan, asked: Mapping[str, str]) -> tuple[Book, Moment]:
    """The book and the moment that an address asks for; without a quarter the last one that was told."""
    if text := asked.get("ngay", ""):
        day, version = day_of(plan, text)
        book = book_at(plan, version, public=False)
    else:
        day, (book, version) = None, book_now(plan, public=False)
    key = asked.get("ky", "") or last_told(book, day or clock.today())
    if key not in book.document.quarter_keys:
        raise NoSuchMoment(key)
    return book, Moment(stated(book.document.period(key), Period), day, version)


def _end_of(moment: Moment) -> datetime:
    """The last moment of the day that is asked for."""
    return timezone.make_aware(datetime.combine(moment.day or clock.today(), time.max))
