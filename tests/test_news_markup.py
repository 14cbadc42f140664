"""The small markup: what it draws, where its links may lead, and that nothing else comes of any text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.markup import as_html, as_words, clean_markup

HEADINGS, CELLS = {"h2", "h3", "h4", "h5"}, {"table", "thead", "tbody", "tr", "th", "td", "div"}
TAGS = HEADINGS | CELLS | {"p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote"}
ATTRIBUTES = {"href", "rel", "scope", "class", "tabindex", "start"}


class Reader(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


def tags_of(text: str) -> list[tuple[str, dict[str, str]]]:
    reader = Reader()
    reader.feed(as_html(text))
    return reader.tags


def headings(text: str, top: int = 2) -> list[str]:
    reader = Reader()
    reader.feed(as_html(text, top=top))
    return [tag for tag, _attrs in reader.tags if tag.startswith("h")]


def test_what_is_drawn() -> None:
    html = as_html("# Đầu\n\n- một\n- *hai*\n\n1. ba\n\n> lời **trích**\n\nmột\nhai")
    for piece in (
        "<h2>Đầu</h2>",
        "<li><em>hai</em></li>",
        "<ol>",
        "<blockquote>",
        "<strong>trích</strong>",
        "một<br>",
    ):
        assert piece in html


def test_a_table_aligns_numbers_by_a_class() -> None:
    html = as_html("| Phường | Buổi |\n|---|--:|\n| Đa Mai | 3 |")
    assert '<th scope="col">Phường</th>' in html
    assert '<td class="num">3</td>' in html
    assert "style" not in html


def test_headings_go_down_one_level_at_a_time() -> None:
    assert headings("### a\n\n##### b\n\n### c\n\n# d\n\n#### e") == ["h2", "h3", "h2", "h2", "h3"]
    assert headings("# a\n\n## b\n\n### c", top=4) == ["h4", "h5", "h6"]


@pytest.mark.parametrize(
    "address",
    ["https://example.vn/a?b=1", "HTTP://example.vn", "mailto:a@example.vn", "/ke-hoach/125-kh-ubnd/", "/"],
)
def test_where_a_link_may_lead(address: str) -> None:
    assert [tag for tag, _attrs in tags_of(f"[chữ]({address})")] == ["p", "a"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        "&#106;avascript:alert(1)",
        "java&#x0a;script:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.vn",
        "/\\\\example.vn",
        "ke-hoach",
        "https:",
        "mailto:",
    ],
)
def test_where_a_link_may_not_lead(address: str) -> None:
    links = [attrs["href"] for tag, attrs in tags_of(f"[chữ]({address})") if tag == "a"]
    assert all(link.startswith("/%5C") for link in links)


def test_only_links_off_the_portal_say_so() -> None:
    links = [attrs for tag, attrs in tags_of("[a](https://example.vn) [b](/tin-tuc/)") if tag == "a"]
    assert links == [{"href": "https://example.vn", "rel": "external noopener"}, {"href": "/tin-tuc/"}]


def test_html_and_pictures_are_shown_as_they_were_typed() -> None:
    html = as_html("<b>x</b> <script>alert(1)</script> ![ảnh](https://example.vn/a.png)")
    assert "&lt;b&gt;x&lt;/b&gt; &lt;script&gt;" in html
    assert "<img" not in html


SIGNS = (
    "#",
    "##",
    "-",
    "1.",
    ">",
    "|",
    "|---|",
    "**",
    "*",
    "_",
    "[",
    "](",
    ")",
    "![",
    "`",
    "```",
    "---",
    "\\",
)
HOSTILE = (
    "https://a.vn",
    "javascript:x",
    "/tin/",
    "<script>",
    "</p>",
    "<img/src=x",
    "onerror=alert(1)>",
    "&lt;",
)
PIECES = st.sampled_from((*SIGNS, *HOSTILE, '"', "'", "&", "&#106;", "a", "đ", "{{x}}"))


@given(st.lists(PIECES | st.sampled_from(["\n", "\n\n", "    ", " "]) | st.text(max_size=4), max_size=40))
def test_whatever_is_typed_makes_no_other_tags_and_attributes(pieces: list[str]) -> None:
    for tag, attrs in tags_of(" ".join(pieces)):
        assert tag in TAGS
        assert set(attrs) <= ATTRIBUTES
        href = attrs.get("href", "/").lower()
        assert href.startswith(("http://", "https://", "mailto:", "/"))
        assert not href.startswith("//")


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    try:
        once = clean_markup(text)
    except ValueError:
        return
    assert clean_markup(once) == once


def test_cleaning_keeps_a_list_in_a_list() -> None:
    typed = "- một\r\n  - hai\r\n\t- ba  \r\n\r\n\r\n\r\nhết\x0b"
    assert clean_markup(typed) == "- một\n  - hai\n    - ba\n\nhết"


def test_hidden_signs_are_refused() -> None:
    with pytest.raises(ValueError, match="hidden signs"):
        clean_markup("a\u202eb")


def test_words_without_their_marks() -> None:
    text = "# Đầu\n\n- [một](/x/) **hai**\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    assert as_words(text) == "Đầu một hai a b 1 2"


@pytest.mark.parametrize("sign", ["[", "*", "> ", "- ", "|", "[a](", "![a", "&#", "`", "_a*b"])
def test_no_text_takes_long(sign: str) -> None:
    assert as_html((sign * 20_000)[:20_000])
