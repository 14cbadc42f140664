"""Administration pages for tests: what a form shows, sent back with some of it typed otherwise."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from django.test import Client

from communes.models import User
from communes.roles import Role
from tests import factories as f

CAUSE = "Quyết định 12/QĐ-UBND"


class _Fields(HTMLParser):
    """What a browser would send of the page's last form."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self._text: str | None = None
        self._select: tuple[str, list[str], list[str]] | None = None
        self._disabled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        name, off = said.get("name"), "disabled" in said
        if tag == "form":
            self.found = {}
        elif tag == "option" and self._select:
            value = said.get("value") or ""
            self._select[2].append(value)
            if "selected" in said:
                self._select[1].append(value)
        elif off or not name:
            return
        elif tag == "select":
            self._select = (name, [], [])
        elif tag == "textarea":
            self._text = name
            self.found[name] = [""]
        elif tag == "input" and (said.get("type") not in ("checkbox", "radio") or "checked" in said):
            self.found.setdefault(name, []).append(
                said.get("value") or ("on" if said.get("type") == "checkbox" else "")
            )

    def handle_data(self, data: str) -> None:
        if self._text:
            self.found[self._text][0] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._text:
            # A browser drops the first line break, and sends the others as two signs.
            self.found[self._text][0] = self.found[self._text][0].removeprefix("\n").replace("\n", "\r\n")
            self._text = None
        if tag == "select" and self._select:
            name, chosen, offered = self._select
            self.found[name] = chosen or offered[:1]
            self._select = None


def fields(page: Any) -> dict[str, list[str]]:
    """What the form on a page would send, untouched."""
    reader = _Fields()
    reader.feed(page.content.decode())
    return reader.found


def administrator() -> tuple[Client, User]:
    """Dung, who edits plans, signed in."""
    user = f.person("Dung", Role.ADMINISTRATOR)
    client = Client()
    client.force_login(user)
    return client, user


def typed(client: Client, address: str, **changed: Any) -> dict[str, Any]:
    """What the page at an address sends after somebody typed something into it."""
    return {**fields(client.get(address)), "cause": CAUSE, "step": "preview", **changed}


def confirmed(client: Client, address: str, **changed: Any) -> Any:
    """The answer to an edit that was typed, looked at, and confirmed."""
    preview = client.post(address, typed(client, address, **changed))
    assert preview.status_code == 200, (preview.context["edit"].form.errors, preview.context["edit"].problems)
    return client.post(address, {**fields(preview), "step": "store"})
