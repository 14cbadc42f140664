"""The small markup in which announcements are written: headings, lists, links, tables, quotes, emphasis.

HTML and pictures are off: what looks like them is shown as it was typed. So the text of a person can make no
other tags than those of `_RULES`, and lead nowhere else than `leads_somewhere` allows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from bg_portal.vietnamese import clean_text

_RULES: Final = (
    "table",
    "blockquote",
    "list",
    "heading",
    "newline",
    "escape",
    "emphasis",
    "balance_pairs",
    "fragments_join",
    "link",
    "entity",
)
_DEEPEST: Final = 4
"""Levels of headings below the title, which is enough for an announcement."""
_INDENT: Final = 12
"""Spaces at the beginning of a line that are kept: they put a list into a list."""
_OUTSIDE: Final = re.compile(r"https?://[^\s/]|mailto:[^\s@]+@[^\s@]+$", re.IGNORECASE)
_INSIDE: Final = re.compile(r"/(?![/\\])[^\\]*$")


def leads_somewhere(address: str) -> bool:
    """Whether a link may lead there: to http or https, to an e-mail address, or to a page of the portal."""
    return bool(_OUTSIDE.match(address) or _INSIDE.match(address))


def clean_markup(text: str) -> str:
    """Typed markup as it is stored: as `clean_text`, with the spaces that put one list into another.

    Raises ValueError (a msgid) as that does.
    """
    lines = re.split("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]", text)
    kept = [_indent(line) + clean_text(line) for line in lines]
    stripped = [line if line.strip() else "" for line in kept]
    return re.sub("\n{3,}", "\n\n", "\n".join(stripped)).strip("\n")


def _indent(line: str) -> str:
    spaces = re.match(r"[ \t\u00a0]*", line)
    width = len(spaces[0].replace("\t", "    ")) if spaces else 0
    return " " * min(width, _INDENT)


@lru_cache(maxsize=256)
def as_html(text: str, *, top: int = 2) -> str:
    """The text as HTML that is safe to show; its highest headings are of level `top`."""
    tokens = _PARSER.parse(text)
    _set_levels(tokens, top)
    return str(_PARSER.renderer.render(tokens, _PARSER.options, {}))


def as_words(text: str) -> str:
    """What is read of the text, without its marks: for searching."""
    lines = [token.children or [] for token in _PARSER.parse(text) if token.type == "inline"]
    pieces = ["".join(child.content or " " for child in line) for line in lines]
    return " ".join(" ".join(pieces).split())


def _set_levels(tokens: Sequence[Token], top: int) -> None:
    """Headings go down one level at a time, whatever number of signs stands before them."""
    above: list[int] = []
    for token in tokens:
        if token.type not in ("heading_open", "heading_close"):
            continue
        if token.type == "heading_open":
            typed = int(token.tag[1])
            above = [level for level in above if level < typed]
            above.append(typed)
        token.tag = f"h{min(top + len(above) - 1, top + _DEEPEST - 1, 6)}"


def _parser() -> MarkdownIt:
    made = MarkdownIt("zero", {"html": False, "breaks": True}).enable(list(_RULES))
    made.validateLink = leads_somewhere  # type: ignore[assignment,method-assign]
    for kind, draw in _DRAWN.items():
        made.add_render_rule(kind, draw)
    return made


def _link(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    """A link says of itself that it leads off the portal; one that leads nowhere has no address."""
    token = tokens[at]
    token.attrs.pop("title", None)
    if not token.attrs.get("href"):
        token.attrs.pop("href", None)
    if str(token.attrs.get("href", "")).lower().startswith("http"):
        token.attrSet("rel", "external noopener")
    return self.renderToken(tokens, at, options, env)


def _table(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    """A table scrolls sideways in a frame that the keyboard reaches."""
    return '<div class="table-frame table-frame--scroll" tabindex="0"><table class="table">\n'


def _table_end(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    return "</table></div>\n"


def _cell(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    """A cell's alignment is a class: the policy of the portal allows no styles in tags."""
    token = tokens[at]
    style = str(token.attrs.pop("style", ""))
    if style.endswith("right"):
        token.attrSet("class", "num")
    if token.type == "th_open":
        token.attrSet("scope", "col")
    return self.renderToken(tokens, at, options, env)


_DRAWN: Final[dict[str, Any]] = {
    "link_open": _link,
    "table_open": _table,
    "table_close": _table_end,
    "th_open": _cell,
    "td_open": _cell,
}
_PARSER: Final = _parser()
