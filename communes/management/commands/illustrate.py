"""`illustrate`: fill an empty portal with illustrative reports and accounts; refused beside real ones."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime
from functools import partial
from io import StringIO
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation

from bg_portal import clock, outbox
from bg_portal.demonstration import DEMONSTRATION_DAY
from communes.deadlines import LOCAL
from communes.illustration.city_telling import CityTelling
from communes.illustration.city_years import city_steps
from communes.illustration.comments import STEPS, CommentTelling
from communes.illustration.course import steps
from communes.illustration.people import Cast, cast
from communes.illustration.telling import Telling
from communes.models import Commune, Report, User
from communes.reminders import put_reminders
from plans.actions.comment_notices import remind_of_comments
from plans.actions.news import publish_announcement, start_announcement
from plans.models import Plan
from plans.news_file import read_news
from plans.queries import illustrative, participants, plan_document, quarters

PLAN: Final = settings.BASE_DIR / "plans" / "data" / "125-kh-ubnd.toml"
NEWS: Final = PLAN.with_name("125-kh-ubnd-news.toml")
LOADED_AT: Final = datetime(2016, 11, 10, 8, tzinfo=LOCAL)
ANNOUNCED_AT: Final = datetime(2016, 11, 11, 8, 30, tzinfo=LOCAL)


class Command(BaseCommand):
    """Tells the story once, in one transaction; a second run changes nothing."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say where the accounts go."""
        parser.add_argument(
            "--accounts", type=Path, default=settings.VAR_DIR / "accounts.txt", help="file for the accounts"
        )

    def handle(self, *args: Any, accounts: Path, **options: Any) -> None:
        """Tell the story, or say why not."""
        if illustrative():
            self.stdout.write("The illustrative data is there already.")
            return
        if any(model.objects.exists() for model in (Plan, Report, User)):
            raise CommandError("Illustrative data needs a new database: this one holds plans or accounts.")
        with translation.override(settings.LANGUAGE_CODE), transaction.atomic():
            people = self._tell(_load_plan())
        _write_accounts(people, accounts)
        self.stdout.write(f"Accounts to try: {accounts}")

    def _tell(self, plan: Plan) -> Cast:
        Plan.objects.filter(pk=plan.pk).update(illustrative=True)
        slugs = [place.slug for place in participants(plan)]
        places = {place.slug: place for place in Commune.objects.filter(slug__in=slugs)}
        periods = {period.key: period for period in quarters(plan)}
        for period in periods.values():
            period.plan = plan
        document, people = plan_document(plan), cast(list(places.values()))
        _announce(people)
        telling, city = Telling(document, periods, places, people), CityTelling(plan, places, people)
        story = _story(telling, city, CommentTelling(plan, people))
        said = time.monotonic()
        for done, happen in enumerate(story, start=1):
            happen()
            if time.monotonic() - said > 2:
                self.stdout.write(f"  illustrative data: {100 * done // len(story)}%")
                self.stdout.flush()
                said = time.monotonic()
        with clock.standing_at(datetime.combine(DEMONSTRATION_DAY, datetime.min.time(), LOCAL)):
            put_reminders()
            remind_of_comments()
            outbox.discard_waiting()
        return people


def _story(communes: Telling, city: CityTelling, public: CommentTelling) -> list[Callable[[], None]]:
    """What everybody does, in order of time."""
    written = [(step.at, partial(communes.tell, step)) for step in steps(communes.document.quarters)]
    decided = [(step.at, partial(city.tell, step)) for step in city_steps()]
    said = [(step.at, partial(public.tell, step)) for step in STEPS]
    return [happen for _at, happen in sorted([*written, *decided, *said], key=itemgetter(0))]


def _announce(people: Cast) -> None:
    """The plan's adoption is told: written by one reviewer, published by the other."""
    writer, reader = people.reviewers
    written = read_news(NEWS)
    with clock.standing_at(ANNOUNCED_AT):
        news = start_announcement(uid=written.uid, content=written.content, by=writer)
        publish_announcement(announcement=news, number=news.number, by=reader)


def _load_plan() -> Plan:
    """The plan of the repository's file, loaded when it was issued: the ledger's time never goes back."""
    with clock.standing_at(LOADED_AT):
        call_command("load_plan", str(PLAN), "--commit", stdout=StringIO())
    return Plan.objects.get()


def _write_accounts(people: Cast, file: Path) -> None:
    """Only this machine's user may read the passwords."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600, exist_ok=True)
    width = max(len(address) for _name, address, _password in people.accounts)
    lines = [f"{address:{width}}  {password}  {name}" for name, address, password in people.accounts]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
