"""A page made up for one test, with scripts of the portal in it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from playwright.sync_api import Page, Route

SCRIPTS: Final = Path("static/js")
HERE: Final = "http://portal.test/"
HEAD: Final = '<!doctype html><html lang="%s"><meta charset="utf-8"><title>t</title>'


class Server:
    """Stands for the portal: serves one page and the scripts, and answers saves as it is told."""

    def __init__(self, page: Page, body: str, *scripts: str, language: str = "vi") -> None:
        links = "".join(f'<script type="module" src="/js/{name}.js"></script>' for name in scripts)
        self.html, self.status, self.words = f"{HEAD % language}{body}{links}", 200, "Saved"
        self.saves: list[str | None] = []
        page.route("**/*", self.answer)
        page.goto(HERE)

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(HERE)
        if path.startswith("js/"):
            code = (SCRIPTS / path.removeprefix("js/")).read_text(encoding="utf-8")
            route.fulfill(body=code.replace("PAUSE = 4000", "PAUSE = 50"), content_type="text/javascript")
        elif path == "save":
            self.saves.append(route.request.headers.get("x-portal-autosave"))
            route.fulfill(status=self.status, json={"saved": self.words, "fields": {"version": "2"}})
        else:
            route.fulfill(body=self.html, content_type="text/html")
