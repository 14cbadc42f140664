"""What has to be done within the portal's own process; `tests.bench.ask` starts one for each question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from http.client import HTTPConnection
from itertools import cycle, islice
from time import perf_counter
from typing import Any, Final

from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from communes.actions import drafting
from communes.answers import Content
from communes.checks import unexplained
from communes.illustration.course import TELLERS
from communes.illustration.figures import answers_of
from communes.models import Commune, Report, User
from communes.queries.checks import check_draft
from communes.roles import Role
from plans.ledger import NewReading, write_entry
from plans.models import Entry, Plan, Reading
from plans.queries import participants, plan_document
from plans.vocabulary import EntryKind
from tests import factories as f
from tests.bench import multiply

PLAN: Final = "125/KH-UBND"
OPEN: Final = "2020-Q4"
"""The quarter whose reports are due on the demonstration day."""
EXPLAINED: Final = "Đã đối chiếu với đơn vị cung cấp số liệu."
SAMPLES: Final = 5


def communes(times: str) -> None:
    """So many times as many communes."""
    multiply.communes(int(times))


def plans(times: str) -> None:
    """So many plans."""
    multiply.plans(int(times))


def pages() -> dict[str, Any]:
    """The pages that are measured, with their queries when they are computed and when they are ready."""
    plan = Plan.objects.get(number=PLAN)
    addresses = {
        "home": reverse("home"),
        "objective": reverse("objective", args=[plan.slug, "MT1"]),
        "indicator": reverse("indicator", args=[plan.slug, "TT02"]),
        "desk": reverse("desk"),
    }
    visitor, reviewer = Client(headers={"Host": "127.0.0.1"}), Client(headers={"Host": "127.0.0.1"})
    reviewer.force_login(User.objects.filter(memberships__role=Role.REVIEWER).order_by("pk")[0])
    reviewer.get(addresses["desk"])  # its session slides once
    queries = {}
    for name, address in addresses.items():
        client = reviewer if name == "desk" else visitor
        queries[name] = [_queries(client, address), _queries(client, address)]
    counts = {"communes": len(participants(plan)), "plans": Plan.objects.count()}
    rows = {model._meta.label: model._base_manager.count() for model in (Entry, Reading, Report)}
    session = reviewer.cookies[settings.SESSION_COOKIE_NAME].value
    return {"addresses": addresses, "queries": queries, "session": session, **counts, "rows": rows}


def first(port: str) -> list[float]:
    """Milliseconds of the first answer of home after each of some acceptances; of one figure each."""
    plan = Plan.objects.get(number=PLAN)
    figures = plan.readings.filter(indicator__code="LG12", period__year=2020, period__quarter=3)
    found = []
    for number, reading in enumerate(islice(cycle(figures.order_by("pk")[:SAMPLES]), 2 * SAMPLES)):
        place = (reading.indicator_id, reading.commune_id, reading.period_id)
        new = NewReading(*place, value=Decimal(number // SAMPLES))
        with transaction.atomic():
            write_entry(plan=plan, kind=EntryKind.ACCEPTANCE, by=None, readings=[new])
        found.append(_milliseconds(int(port), reverse("home")))
    return found


def sending() -> list[float]:
    """Milliseconds of sending a full report, from the press of the button to the receipt's address."""
    return list(_sendings())


def _sendings() -> Iterator[float]:
    plan = Plan.objects.get(number=PLAN)
    begun = Report.objects.filter(period=f.period(OPEN)).values("commune")
    places = plan.participations.exclude(commune__in=begun).order_by("pk")
    for commune in Commune.objects.filter(pk__in=places.values("commune")).order_by("pk")[:SAMPLES]:
        officer = f.person("An", Role.OFFICER, commune)
        report = f.started(commune, OPEN, by=officer)
        content = _explained(report)
        report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=officer)
        client = Client(headers={"Host": "127.0.0.1"})
        client.force_login(officer)
        fields = {"checked": f.checked(report), "name": "Nguyễn Văn An", "title": "Phó Chủ tịch"}
        address = reverse("report-check", args=[plan.slug, OPEN, commune.slug])
        begin = perf_counter()
        answer = client.post(address, {**fields, "on": "16/12/2020"})
        yield (perf_counter() - begin) * 1000
        assert answer.status_code == 302, answer.content.decode()


def _explained(report: Report) -> Content:
    """Every answer the story's commune would give, and a reason wherever one is asked for."""
    document = plan_document(report.period.plan)
    slug = report.commune.slug.rstrip("0123456789").rstrip("-")
    teller = next(teller for teller in TELLERS if teller.slug == slug)
    content = Content(report.kind, answers_of(teller, document.period(OPEN)), {})
    findings = check_draft(report, content).findings
    for code in {finding.code for finding in unexplained(findings, content.answers)}:
        noted = replace(content.answers[code], note=EXPLAINED)
        content = replace(content, answers={**content.answers, code: noted})
    return content


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert answer.status_code == 200, address
    return len(queries)


def _milliseconds(port: int, address: str) -> float:
    asked = HTTPConnection("127.0.0.1", port)
    begin = perf_counter()
    asked.request("GET", address)
    answer = asked.getresponse()
    answer.read()
    assert answer.status == 200
    return (perf_counter() - begin) * 1000
