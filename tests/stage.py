"""A stage for tests of pages: everybody who may come, and something at every address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.contrib.auth.tokens import default_token_generator
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from communes.actions import drafting, reviewing, sending
from communes.actions.instructing import Order, give_instruction
from communes.actions.people import Grant, invite_person
from communes.actions.periods import close_period
from communes.models import Commune, Membership, Report, SentProposal, Submission, User
from communes.roles import Role
from tests import comments, news
from tests import factories as f

DAY = "2018-10-02"
"""The day on which the stage is set: the third quarter of 2018 has just ended."""
PLACE, ELSEWHERE = "da-mai", "song-khe"
ACCEPTED, SENT, DRAFT, CLOSED, UNTOUCHED = "2018-Q1", "2018-Q2", "2018-Q3", "2017-Q1", "2017-Q4"
"""A period for each state of the report of PLACE: nothing was begun in the last two."""

Values = Mapping[str, str | int]


@dataclass(frozen=True)
class Stage:
    """Who comes, and what stands in the place of the values that addresses ask for."""

    people: dict[str, User | None]
    values: dict[str, Values]

    def client(self, who: str) -> Client:
        """A browser in which this person is signed in."""
        client, user = Client(), self.people[who]
        if user is not None:
            client.force_login(user)
        return client

    def address(self, name: str) -> str:
        """The address of that name at which there is something to do."""
        return reverse(name, kwargs=dict(self.values.get(name, {})))


def named_addresses() -> dict[str, list[str]]:
    """The names of all addresses, with the values each asks for."""
    return dict(_named(get_resolver().url_patterns))


def _named(
    patterns: Iterable[URLPattern | URLResolver], space: str = "", asked: Sequence[str] = ()
) -> Iterator[tuple[str, list[str]]]:
    for pattern in patterns:
        values = [*asked, *pattern.pattern.converters]
        if isinstance(pattern, URLResolver):
            if pattern.namespace == "admin":
                continue  # asked as everybody by test_admin_roles
            within = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _named(pattern.url_patterns, within, values)
        else:
            assert pattern.name, f"an address without a name: {pattern}"
            yield space + pattern.name, values


def set_stage() -> Stage:
    """Set it; the clock has to stand on DAY."""
    people = cast()
    officer, reviewer = people["officer"], people["reviewer"]
    assert officer is not None
    assert reviewer is not None
    accepted = sent(written(ACCEPTED, by=officer, LD01=3), by=officer)
    reviewing.accept_submission(submission=accepted, by=reviewer)
    sent(written(SENT, by=officer, LD01=4), by=officer)
    written(DRAFT, by=officer, LD01=5)
    close_period(period=f.period(CLOSED), comment="Hết hạn nhận báo cáo.", by=reviewer)
    return Stage(people, addressed(people, accepted))


def cast() -> dict[str, User | None]:
    """Everybody who may come, by what they are."""
    place, elsewhere = f.commune(PLACE), f.commune(ELSEWHERE)
    past = date(2018, 9, 30)
    return {
        "nobody": None,
        "officer": f.person("An", Role.OFFICER, place),
        "stranger": f.person("Bình", Role.OFFICER, elsewhere),
        "commune leader": f.person("Chi", Role.COMMUNE_LEADER, place),
        "reviewer": f.person("Dung", Role.REVIEWER),
        "leader": f.person("Giang", Role.LEADER),
        "inspector": f.person("Hà", Role.INSPECTOR),
        "past inspector": f.person("Khoa", Role.INSPECTOR, ends_on=past),
        "administrator": f.person("Lan", Role.ADMINISTRATOR),
    }


def written(period: str, *, by: User, at: Commune | None = None, **changed: int) -> Report:
    """A whole draft, with words in every place for words."""
    report = f.started(at or f.commune(PLACE), period, by=by)
    content = replace(
        f.full_content(report, **changed),
        accounts={1: "Đã tổ chức tuyên truyền.", 3: "Đã phát thanh hằng tuần."},
        limitations="Kinh phí còn hạn chế.",
        next_tasks="Tiếp tục tuyên truyền.",
        proposals=("Đề nghị cấp thêm tài liệu.",),
    )
    return drafting.save_draft(report=report, content=content, version=report.draft_version, by=by)


def sent(report: Report, *, by: User) -> Submission:
    """What was written, sent to the city."""
    return sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=by)


def addressed(people: dict[str, User | None], accepted: Submission) -> dict[str, Values]:
    """What each address asks for."""
    officer, administrator, leader = people["officer"], people["administrator"], people["leader"]
    assert officer is not None
    assert leader is not None
    plan = f.plan_loaded().slug
    invitation, token = invite_person(
        email="moi@example.vn", grant=Grant(Role.REVIEWER, (), date(2018, 10, 2)), by=administrator
    )
    membership = Membership.objects.get(user=people["stranger"])
    forgetful = f.person("Minh", Role.LEADER)
    day, text = date(2018, 10, 10), "Giao ban với nhà trường."
    order = Order(f.plan_loaded(), f.commune(PLACE), text, day, period=f.period(DRAFT))
    instruction = give_instruction(order=order, by=leader)
    values: dict[str, Values] = {
        "commune": {"slug": PLACE},
        "help-role": {"role": "can-bo"},
        "source": {"reference": accepted.reference},
        "plan": {"slug": plan},
        "objective": {"slug": plan, "code": "MT1"},
        "changes": {"slug": plan},
        **news.addressed(people),
        **comments.addressed(people),
        "indicator": {"slug": plan, "code": "TT02"},
        "measure": {"slug": plan, "order": 3},
        "period": {"slug": plan, "key": "2018-Q3"},
        "objective-why": {"slug": plan, "code": "MT1"},
        "objective-why-csv": {"slug": plan, "code": "MT1"},
        "indicator-why": {"slug": plan, "code": "TT01"},
        "indicator-why-csv": {"slug": plan, "code": "TT01"},
        "password-reset": {
            "uid": urlsafe_base64_encode(force_bytes(forgetful.pk)),
            "token": default_token_generator.make_token(forgetful),
        },
        "join": {"token": token},
        "person": {"pk": officer.pk},
        "membership-end": {"pk": membership.pk},
        "invitation-withdraw": {"pk": invitation.pk},
        "forecast": {"slug": plan},
        "indicator-why-inside": {"slug": plan, "code": "SK01"},
        "indicator-why-inside-csv": {"slug": plan, "code": "SK01"},
        "compare": {"slug": plan},
        "recognition": {"plan": plan, "year": 2017},
        "targets": {"plan": plan, "year": 2018},
        "targets-paste": {"plan": plan, "year": 2018},
        "targets-indicator": {"plan": plan, "year": 2018, "code": "TT02"},
        "proposal": {"pk": SentProposal.objects.get(submission=accepted).pk},
        "instruction": {"pk": instruction.pk},
        "instruction-finish": {"pk": instruction.pk},
        "board": {"plan": plan},
        "period-desk": {"plan": plan, "period": DRAFT},
        "period-close": {"plan": plan, "period": DRAFT},
        "period-open": {"plan": plan, "period": CLOSED},
    }
    for name, wanted in named_addresses().items():
        if name not in values and {"plan", "period"} < set(wanted):
            values[name] = of_report(name, plan, wanted)
    return values


PERIODS = {
    "report-start": UNTOUCHED,
    "report-reopen": ACCEPTED,
    "figure-withdraw": ACCEPTED,
    "report": SENT,
    "report-accept": SENT,
    "report-return": SENT,
    "restricted": SENT,
    "receipt": SENT,
    "report-number": SENT,
}
"""Where something other than a draft is needed."""


def of_report(name: str, plan: str, wanted: list[str]) -> Values:
    """The values of an address that leads to a report of PLACE."""
    period = PERIODS.get(name, DRAFT)
    known: Values = {
        "plan": plan,
        "period": period,
        "slug": PLACE,
        "commune": PLACE,
        "number": 1,
        "code": "LD01",
    }
    return {key: known[key] for key in wanted}
