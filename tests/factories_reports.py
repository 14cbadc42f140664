"""The report form as a browser posts it, and the people who post it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

from django.test import Client
from django.urls import reverse

from communes.actions import drafting
from communes.answers import Content
from communes.models import Report, User
from communes.notices import report_key
from plans.models import Plan
from tests import factories as f

BACKEND = "communes.backends.RoleBackend"


def signed_in(user: User) -> Client:
    """A browser of this person."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def address(name: str, report: Report, *more: object) -> str:
    """A page of a report."""
    return reverse(name, args=[*report_key(report.commune, report), *more])


class _Controls(HTMLParser):
    """The successful controls of a page's long form, as HTML defines them."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.area = ""
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = "work-form" in given.get("class", "")
        if not self.inside or "name" not in given:
            return
        if tag == "input" and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
            self.fields[given["name"]] = given.get("value", "on")
        if tag == "textarea":
            self.area = given["name"]
            self.fields[self.area] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.fields[self.area] += data


def posted_by(html: str) -> dict[str, str]:
    """What the form on a page posts when nothing is touched; without the token."""
    controls = _Controls()
    controls.feed(html)
    controls.close()
    controls.fields.pop("csrfmiddlewaretoken", None)
    return {name: text.removeprefix("\n") for name, text in controls.fields.items()}


def opened(client: Client, report: Report) -> dict[str, str]:
    """The fields of the form as it opens now."""
    page = client.get(address("report-edit", report))
    assert page.status_code == 200
    return posted_by(page.content.decode())


def text_of(html: bytes) -> str:
    """The words of a page without its tags, spaces made one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.decode())).split())


def with_words(report: Report, *, by: User) -> Report:
    """A whole report with words of every kind, stored."""
    content: Content = replace(
        f.full_content(report),
        accounts={3: "Phối hợp với Đoàn Thanh niên."},
        limitations="Kinh phí hạn chế.",
        next_tasks="Tuyên truyền tại trường học.",
        proposals=("Đề nghị hỗ trợ tờ rơi.",),
    )
    return drafting.save_draft(report=report, content=content, version=report.draft_version, by=by)


def asking_for_clearance() -> Plan:
    """Plan 125, if it asked for the clearance of the commune's leader."""
    plan = f.plan_loaded()
    Plan.objects.filter(pk=plan.pk).update(clearance_required=True)
    return Plan.objects.get(pk=plan.pk)
