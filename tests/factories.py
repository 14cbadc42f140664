"""The people, places and reports that tests speak of: Alice writes, Bob reviews, Carol is a stranger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone

from bg_portal import clock
from communes import answers, completeness
from communes.actions import drafting, reviewing, sending
from communes.answers import Answer, Content
from communes.models import Commune, Membership, Passage, Report, Submission, User
from communes.queries.drafts import draft_content
from communes.roles import Role
from plans.actions.storing import store_document
from plans.document import Indicator
from plans.document_toml import read
from plans.models import Period, Plan
from plans.queries import period_of, plan_document
from plans.vocabulary import Asks, IndicatorKind

PLAN_FILE = Path(__file__).resolve().parents[1] / "plans" / "data" / "125-kh-ubnd.toml"
PASSWORD = "một mật khẩu dài để thử"


@contextmanager
def on(day: str, hour: int = 9, minute: int = 0) -> Iterator[None]:
    """Let the portal's clock stand on a day, such as "2018-10-02", in local time."""
    moment = datetime.combine(date.fromisoformat(day), datetime.min.time()).replace(hour=hour, minute=minute)
    with clock.standing_at(timezone.make_aware(moment)):
        yield


def plan_loaded() -> Plan:
    """Plan 125 with its 16 communes, as the repository's files state them."""
    if not Plan.objects.exists():
        call_command("load_communes", verbosity=0)
        document = read(PLAN_FILE.read_text(encoding="utf-8"))
        with on("2016-11-10"):
            store_document(document=document, source="file:125-kh-ubnd.toml", cause="test", by=None)
    return Plan.objects.get(number="125/KH-UBND")


def commune(slug: str = "da-mai") -> Commune:
    """One of the sixteen."""
    plan_loaded()
    return Commune.objects.get(slug=slug)


def period(key: str = "2018-Q3") -> Period:
    """One of the plan's periods."""
    found = period_of(plan_loaded(), key)
    assert found is not None
    return found


def person(name: str, role: Role, at: Commune | None = None, *, ends_on: date | None = None) -> User:
    """Somebody with one role since the plan began."""
    email = f"{name.casefold()}-{User.objects.count()}@example.vn"
    user = User.objects.create_user(email=email, name=name, password=PASSWORD)
    if role == Role.INSPECTOR:
        ends_on = ends_on or date(2030, 12, 31)
    Membership.objects.create(
        user=user,
        role=role.value,
        commune=at,
        starts_on=date(2016, 11, 7),
        ends_on=ends_on,
        granted_at=datetime(2016, 11, 7, 8, tzinfo=timezone.get_default_timezone()),
    )
    return user


def officer(at: Commune | None = None) -> User:
    """Alice, who writes the reports of a commune."""
    return person("Alice", Role.OFFICER, at or commune())


def reviewer() -> User:
    """Bob, who reviews for the city."""
    return person("Bob", Role.REVIEWER)


def stranger() -> User:
    """Carol, who writes for another commune."""
    return person("Carol", Role.OFFICER, commune("song-khe"))


def full_answer(indicator: Indicator, value: int, in_period: date) -> Answer:
    """An answer that passes every check: parts are small, yes comes with what it asks for."""
    if indicator.kind != IndicatorKind.YES_NO:
        return Answer(indicator.code, Decimal(value))
    asks = indicator.asks
    return Answer(
        indicator.code,
        Decimal(1),
        document_number="14/KH-UBND" if Asks.NUMBER in asks else "",
        document_date=in_period if Asks.DATE in asks else None,
        activity="Họp lồng ghép" if Asks.ACTIVITY in asks else "",
    )


def full_content(report: Report, **changed: int) -> Content:
    """A whole report without findings, with some values changed by code."""
    document = plan_document(report.period.plan)
    asked = completeness.asked(document, report.period.key)
    values = {"TT02": 180, "KT04": 3, "SK02": 60, "KT05": 0, **changed}
    first = report.period.starts_on
    filled = {i.code: full_answer(i, values.get(i.code, 3), first) for i in asked}
    return Content(kind=report.kind, answers=filled, accounts={})


def started(at: Commune, key: str = "2018-Q3", *, by: User) -> Report:
    """A report begun by its officer."""
    return drafting.start_report(commune=at, period=period(key), by=by)


def written(at: Commune, key: str = "2018-Q3", *, by: User, **changed: int) -> Report:
    """A report with every answer given."""
    report = started(at, key, by=by)
    content = full_content(report, **changed)
    return drafting.save_draft(report=report, content=content, version=report.draft_version, by=by)


def checked(report: Report) -> str:
    """What the check page hands on: the mark of the draft as it is."""
    return answers.mark(draft_content(report), report.submissions.count())


CLEARANCE = sending.Clearance("Nguyễn Văn An", "Phó Chủ tịch", date(2018, 10, 1))


def submitted(at: Commune, key: str = "2018-Q3", *, by: User, **changed: int) -> Submission:
    """A report sent the day after the cut-off or later; the clock has to stand there."""
    report = written(at, key, by=by, **changed)
    return sending.submit_report(report=report, checked=checked(report), clearance=CLEARANCE, by=by)


def accepted(at: Commune, key: str = "2018-Q3", *, by: User, reviewer: User, **changed: int) -> Passage:
    """A report whose figures are published."""
    submission = submitted(at, key, by=by, **changed)
    return reviewing.accept_submission(submission=submission, by=reviewer)
