"""What is pasted from Word becomes the small markup, can be undone, and shows what Word showed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from plans.markup import as_html
from tests.scripts_page import Server

FIELD = "<main><textarea data-paste rows=20></textarea></main>"
PASTE = """(html) => {
  const area = document.querySelector("textarea");
  area.focus();
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "chữ thường");
  area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  return area.value;
}"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {margin:0}</style></head>
<body lang=VI><!--StartFragment-->
<h1>Kết quả <span lang=EN-US>2018<o:p></o:p></span></h1>
<p class=MsoNormal><b>Đã tổ chức</b> <i>03 buổi</i>,
xem <a href="https://example.vn/a(b)">trang này</a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·
<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]>một<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;
</span></span>hai * ba</p>
<table class=MsoTableGrid border=1><tr><td><p>Phường</p></td><td><p>Buổi</p></td></tr>
<tr><td><p>Đa | Mai</p></td><td><p>3</p></td></tr></table>
<blockquote><p>Toàn dân đoàn kết</p></blockquote>
<p class=MsoNormal>1. không phải danh sách</p>
<p><img src="https://example.vn/x.png" onerror="document.title='chạy'"></p>
<script>document.title = "chạy"</script>
<!--EndFragment--></body></html>"""
MARKUP = r"""# Kết quả 2018

**Đã tổ chức** *03 buổi*, xem [trang này](https://example.vn/a%28b%29).

- một
   1. hai \* ba

| Phường | Buổi |
|---|---|
| Đa \| Mai | 3 |

> Toàn dân đoàn kết

1\. không phải danh sách"""


@pytest.fixture
def form(page: Page) -> Page:
    """A page with one field for markup."""
    Server(page, FIELD, "paste")
    return page


def test_what_comes_from_word_becomes_markup(form: Page) -> None:
    assert form.evaluate(PASTE, WORD) == MARKUP
    assert form.title() == "t"


def test_the_markup_shows_what_word_showed(form: Page) -> None:
    html = as_html(str(form.evaluate(PASTE, WORD)))
    for piece in (
        "<h2>Kết quả 2018</h2>",
        '<a href="https://example.vn/a%28b%29" rel="external noopener">trang này</a>',
        "<td>Đa | Mai</td>",
        "hai * ba",
        "1. không phải",
    ):
        assert piece in html


def test_pasting_is_undone_as_typing_is(form: Page) -> None:
    form.evaluate("() => { const a = document.querySelector('textarea'); a.value = 'trước '; }")
    pasted = "<p>a</p><ul><li>b</li><li>c<ol><li>d</li></ol></li></ul>"
    assert form.evaluate(PASTE, pasted) == "trước a\n\n- b\n- c\n   1. d"
    form.keyboard.press("Control+z")
    assert form.input_value("textarea") == "trước "


@pytest.mark.parametrize(
    ("html", "markup"),
    [
        ("một <b>hai</b> ba", "một **hai** ba"),
        ("<span style='font-weight:700'>đậm</span>", "**đậm**"),
        ("<a href='javascript:alert(1)'>chữ</a>", "chữ"),
        ("<div>một</div><div>hai<br>ba</div>", "một\n\nhai\nba"),
        ("<p># không phải tiêu đề</p>", "\\# không phải tiêu đề"),
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<script>alert(1)</script>"),
        ("<h2></h2><p> </p><p>còn lại</p>", "còn lại"),
    ],
)
def test_pieces_of_other_pages(form: Page, html: str, markup: str) -> None:
    assert form.evaluate(PASTE, html) == markup


@pytest.mark.parametrize("html", ["", "<p></p>", "<!-- -->"])
def test_where_there_is_nothing_to_turn_the_browser_pastes_as_ever(form: Page, html: str) -> None:
    assert form.evaluate(PASTE, html) == ""
