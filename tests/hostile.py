"""What nobody should type, and where every form of the portal is found."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final

import time_machine
from django.db import transaction
from django.test import Client
from django.urls import resolve

from communes.models import Report
from plans.models import Plan
from tests.page_forms import PageForm, forms_of
from tests.stage import PLACE, Stage

VALUES: Final = MappingProxyType(
    {
        "nothing": "",
        "blanks": " \t\r\n ",
        "NUL": "a\x00b",
        "a control character": "a\x1bb",
        "apart from its accents": unicodedata.normalize("NFD", "Đa Mai"),
        "right to left": "\u202egnoh",
        "invisible": "a\u200bb\ufeff",
        "1e309": "1e309",
        "NaN": "NaN",
        "infinity": "-Infinity",
        "less than nothing": "-1",
        "more than there is": "9" * 400,
        "numbers of another script": "١٢",
        "a superscript": "²",
        "HTML": "<script>alert(1)</script>",
        "an attribute": '"\' autofocus onfocus=alert(1) x="',
        "a formula": "=1+1",
        "a template": "{{ 7*7 }}{% csrf_token %}%(a)s%s{0}",
        "SQL": "' OR 1=1; --",
        "a path": "../../../etc/passwd",
        "pictures": "😀👩\u200d👩\u200d👧",
        "no day": "31/02/2018",
        "another id": "7777777",
        "very long": "dài " * 50_000,
    }
)
SHOWN_AGAIN: Final = ("1e309", "HTML", "a formula", "SQL", "pictures", "no day")
"""What has to stand in the field again, where it cannot be taken."""


@dataclass(frozen=True)
class Found:
    """One form of the portal, and who finds it on which page."""

    stage: Stage
    name: str
    who: str
    page: str
    form: PageForm

    def client(self, **options: Any) -> Client:
        """The browser of who found it."""
        client, user = Client(**options), self.stage.people[self.who]
        if user is not None:
            client.force_login(user)
        return client

    def post(self, data: dict[str, Any], *, follow: bool = True) -> Any:
        """Send it and go where it leads; nothing of what follows stays."""
        client = self.client()
        with transaction.atomic():
            response = client.post(self.form.action, data)
            if response.status_code == 302 and follow:
                response = client.get(response["Location"])
            transaction.set_rollback(True)
        return response


PLACES: Final = MappingProxyType(
    {
        "login": ("login", "nobody"),
        "password-forgotten": ("password-forgotten", "nobody"),
        "password-reset": ("password-reset", "nobody"),
        "join": ("join", "nobody"),
        "useful": ("useful", "nobody"),
        "logout": ("account", "officer"),
        "password-change": ("password-change", "officer"),
        "invite": ("invite", "administrator"),
        "person": ("person", "administrator"),
        "membership-end": ("membership-end", "administrator"),
        "invitation-withdraw": ("people", "administrator"),
        "period-close": ("period-close", "reviewer"),
        "period-open": ("period-open", "reviewer"),
        "report-accept": ("report", "reviewer"),
        "restricted": ("report", "reviewer"),
        "report-return": ("report-return", "reviewer"),
        "report-reopen": ("report-reopen", "reviewer"),
        "report-extend": ("report-extend", "reviewer"),
        "figure-withdraw": ("figure-withdraw", "reviewer"),
        "recognition": ("recognition", "reviewer"),
        "proposal": ("proposal", "reviewer"),
        "instruction-new": ("instruction-new", "leader"),
        "instruction": ("instruction", "officer"),
        "instruction-finish": ("instruction", "leader"),
        "targets-paste": ("targets-paste", "reviewer"),
        "targets-indicator": ("targets-indicator", "administrator"),
        "comment-write": ("comment-write", "nobody"),
        "comment-own": ("comment-own", "nobody"),
        "comment-room": ("comment-room", "reviewer"),
        "comment-inside": ("comment-inside", "reviewer"),
        "news-new": ("news-new", "reviewer"),
        "news-edit": ("news-edit", "reviewer"),
        "news-publish": ("news-publish", "leader"),
        "news-withdraw": ("news-withdraw", "leader"),
        "news-back": ("news-draft", "reviewer"),
        "report-start": ("desk", "stranger"),
        "report-edit": ("report-edit", "officer"),
        "report-nil": ("report-nil", "officer"),
        "report-check": ("report-check", "officer"),
        "report-number": ("report-number", "officer"),
    }
)
"""Where the form that posts to each address stands."""
WITH_CLEARANCE: Final = ("report-clear", "report-recall")
"""Forms that appear where the plan asks for the clearance of the commune's leader."""


def found(stage: Stage, name: str) -> Found:
    """The form that posts to this address, as its page shows it now."""
    page, who = PLACES[name]
    address = stage.address(page)
    with time_machine.travel(timedelta(minutes=-1), tick=False):  # nobody types faster
        response = stage.client(who).get(address)
    forms = [form for form in forms_of(response.content, address) if posts_to(form) == name]
    return Found(stage, name, who, address, forms[0])


def posts_to(form: PageForm) -> str:
    """The name of the address a form posts to; empty for one that only asks."""
    return resolve(form.action.partition("?")[0]).url_name or "" if form.method == "post" else ""


def report_forms_with_clearance(stage: Stage) -> Iterator[Found]:
    """The leader's form, and the officer's once the report has been cleared."""
    Plan.objects.update(clearance_required=True)
    address = stage.address("report-check")
    for name, who, state in (
        ("report-clear", "commune leader", "draft"),
        ("report-recall", "officer", "cleared"),
    ):
        Report.objects.filter(commune__slug=PLACE, period__year=2018, period__quarter=3).update(state=state)
        forms = forms_of(stage.client(who).get(address).content, address)
        yield Found(stage, name, who, address, next(form for form in forms if posts_to(form) == name))
