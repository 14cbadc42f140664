"""Pages shown in a real browser as the portal answered them, with its own headers, scripts and styles."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Route

HERE: Final = "http://localhost"  # an origin that browsers trust without a certificate
STATIC: Final = Path("static")
WIDEST: Final = """() => {
  const edge = window.innerWidth;
  if (document.documentElement.scrollWidth <= edge) return "";
  const frames = (e) => !e.parentElement?.closest(".table-frame--scroll");
  const out = (e) => frames(e) && e.getBoundingClientRect().right > edge + 1;
  const widest = [...document.body.querySelectorAll("*")].filter(out).pop();
  return "wider than the window: " + (widest?.outerHTML.slice(0, 200) ?? "the page");
}"""
CONTRAST: Final = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that the colour scheme can break; all others hold in both or in none."""


class Look(NamedTuple):
    """How a page is looked at."""

    scheme: Literal["light", "dark"]
    width: int


@dataclass
class Screen:
    """One browser window; everything it was asked to fetch and everything it complained of."""

    page: Page
    answer: Any = None
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.route("**/*", self._serve)
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _serve(self, route: Route) -> None:
        address = route.request.url
        if not address.startswith(f"{HERE}/"):
            self.strangers.append(address)
            route.abort()
        elif address.startswith(f"{HERE}/static/"):
            file = STATIC / address.removeprefix(f"{HERE}/static/")
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            route.fulfill(body=file.read_bytes(), content_type=kind)
        else:
            headers = {name: value for name, value in self.answer.items() if name != "Content-Length"}
            route.fulfill(body=self.answer.content, headers=headers)

    def show(self, address: str, answer: Any) -> None:
        """Open an answer of the test client as if it came from the portal."""
        self.answer = answer
        self.page.goto(f"{HERE}{address}")

    def faults(self, look: Look) -> list[str]:
        """What axe finds wrong with the page as it is shown now."""
        self.page.set_viewport_size({"width": look.width, "height": 900})
        self.page.emulate_media(color_scheme=look.scheme)
        found = Axe().run(self.page, options=None if look.scheme == "light" else CONTRAST)
        wrong = found.response["violations"]
        return [f"{look.scheme} {look.width} {each['id']}: {each['nodes'][0]['html']}" for each in wrong]

    def overflow(self, width: int) -> str:
        """The innermost element that sticks out of a window of this width, if one does."""
        self.page.set_viewport_size({"width": width, "height": 900})
        return str(self.page.evaluate(WIDEST))
