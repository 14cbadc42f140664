"""Texts that try to make a browser run something, and how to see whether one of them did.

The list follows the well-known kinds: tags, event attributes, addresses, breaking out of attributes, titles,
text areas and comments, encodings, templates, and the marks of small markups. Each one, run, opens a dialog.
"""

from __future__ import annotations

from copy import copy
from html.parser import HTMLParser
from typing import Any, Final

from playwright.sync_api import Dialog, Page

from tests.shown import Screen

PAYLOADS: Final = (
    "<script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script/x>alert(1)</script>",
    "<<script>alert(1)//<</script>",
    "<script src=data:,alert(1)></script>",
    '<script type="module">alert(1)</script>',
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<IMG SRC=x OnErRoR=alert(1)//",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<iframe src=javascript:alert(1)></iframe>",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    "<base href=javascript:/alert(1)//>",
    '<link rel="stylesheet" href="data:text/css,*{x:y}" onload=alert(1)>',
    "<style onload=alert(1)></style>",
    "<a href=javascript:alert(1) autofocus onfocus=alert(1)>x</a>",
    '<form action=javascript:alert(1)><button autofocus onfocus="alert(1)">x</button></form>',
    '" autofocus onfocus=alert(1) x="',
    "' autofocus onfocus=alert(1) x='",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</option></select><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script><![CDATA[",
    "</script><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "javascript:alert(1)",
    "JaVa&#x0A;ScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "{{constructor.constructor('alert(1)')()}}",
    "{% load x %}{{ x|safe }}<script>alert(1)</script>",
    "${alert(1)}",
    "[chữ](javascript:alert(1))",
    "[chữ](JAVASCRIPT&colon;alert(1))",
    "[chữ](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    '[chữ](https://example.vn "onmouseover=alert(1)")',
    '[chữ](https://example.vn/"onmouseover="alert(1))',
    "[<img src=x onerror=alert(1)>](https://example.vn)",
    "![ảnh](x onerror=alert(1))",
    '![ảnh](x"onerror="alert(1))',
    "<javascript:alert(1)>",
    "| <script>alert(1)</script> | b |\n|---|---|\n| <img src=x onerror=alert(1)> | 1 |",
    "# <svg onload=alert(1)>",
    "> <script>alert(1)</script>",
)
"""What is tried in every field that takes text."""
_PLAIN: Final = ("<script>", "<img src", "<svg onload")
RUN_AT_ONCE: Final = tuple(each for each in PAYLOADS if each.startswith(_PLAIN))
"""Those that a browser runs as soon as a page holds them bare: they show that a dialog would be seen."""


class _Reader(HTMLParser):
    """Finds whatever could run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        own = tag == "script" and values.get("src", "").startswith("/static/")
        if (tag == "script" and not own) or tag in ("iframe", "object", "embed", "base", "style"):
            self.found.append(tag)
        self.found += [f"{tag} {name}" for name in values if name.startswith("on") or name == "srcdoc"]
        for name in ("href", "src", "action", "formaction"):
            address = values.get(name, "/")
            if address and not address.startswith(("/", "#", "?", "http://", "https://", "mailto:")):
                self.found.append(f"{tag} {name}={address}")


def what_could_run(page: bytes | str) -> list[str]:
    """Tags, attributes and addresses of a page that are not the portal's own and could run something."""
    reader = _Reader()
    reader.feed(page.decode() if isinstance(page, bytes) else page)
    return reader.found


class Watch:
    """A browser that shows answers of the portal, with the portal's policy or without, and counts dialogs."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.screen = Screen(page)
        self.dialogs: list[str] = []
        page.on("dialog", self._opened)

    def _opened(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def runs(self, address: str, answer: Any, *, policy: bool) -> list[str]:
        """What ran while the page was shown, its controls took the focus and its links were touched."""
        self.dialogs.clear()
        self.screen.show(address, answer if policy else without_policy(answer))
        self.page.evaluate(
            "() => { for (const e of document.querySelectorAll('a, input, textarea, button, select, img'))"
            " { e.focus?.(); e.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})); } }"
        )
        self.page.wait_for_timeout(50)
        return list(self.dialogs)


def without_policy(answer: Any) -> Any:
    """The same answer as if the portal had no content-security policy."""
    bare = copy(answer)
    bare.headers = copy(answer.headers)
    bare.headers.pop("Content-Security-Policy", None)
    return bare
