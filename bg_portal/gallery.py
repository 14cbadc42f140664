"""The gallery of components: every one of them on content as it occurs, for those who build pages.

Served in development only, and to the tests; its Vietnamese texts are sample data.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bg_portal.gallery_charts import charts
from bg_portal.pieces import Choice, Link, Part, Passage, Row, Stop, Task, Tile
from bg_portal.sorting import Head

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

LAYOUTS = {"public": "layouts/public.html", "work": "layouts/work.html", "form": "layouts/form.html"}

CRUMBS = [Link("Kế hoạch 125", "#"), Link("Xã, phường", "#"), Link("Phường Đa Mai")]
PERIODS = [Link("Quý I/2018", "#"), Link("Quý II/2018", "#"), Link("Quý III/2018", "#", current=True)]
NAVIGATION = [
    Link("Việc cần xử lý", "#", current=True, number=3),
    Link("Báo cáo quý III/2018", "#"),
    Link("Các kỳ trước", "#"),
    Link("Xã, phường", "#"),
    Link("Trợ giúp", "#"),
]
STATES = [
    {"mark": "wait", "word": "Chưa đến hạn", "tone": "quiet"},
    {"mark": "ring", "word": "Chưa lập", "tone": "quiet"},
    {"mark": "draft", "word": "Đang soạn", "tone": ""},
    {"mark": "cleared", "word": "Lãnh đạo đã duyệt, chờ gửi", "tone": ""},
    {"mark": "sent", "word": "Đã gửi, chờ thẩm định số liệu", "tone": ""},
    {"mark": "full", "word": "Đã chấp nhận", "tone": "good"},
    {"mark": "late", "word": "Muộn 03 ngày làm việc", "tone": "strong"},
    {"mark": "nil", "word": "Báo cáo không phát sinh", "tone": ""},
    {"mark": "back", "word": "Trả lại", "tone": "act"},
    {"mark": "open", "word": "Đang mở lại để chỉnh lý", "tone": "act"},
    {"mark": "unmet", "word": "Chưa đạt", "tone": "strong"},
    {"mark": "unknown", "word": "Chưa có số liệu", "tone": ""},
    {"mark": "na", "word": "Không thuộc phạm vi áp dụng", "tone": "quiet"},
]
VERDICTS = [
    {"mark": "full", "word": "Duy trì được", "tone": "good"},
    {"mark": "down", "word": "Thấp hơn đường tham chiếu (không phải chỉ tiêu được giao)", "tone": ""},
    {"mark": "unknown", "word": "Số liệu chưa đầy đủ", "tone": ""},
    {"mark": "hint", "word": "Cần giải trình", "tone": "act"},
]
SIXTEEN = [
    Part("good", 11, "đáp ứng"),
    Part("not", 4, "chưa đáp ứng"),
    Part("none", 1, "chưa có số liệu"),
]
MANY = [
    Part("good", 97, "đúng hạn"),
    Part("mid", 31, "muộn"),
    Part("not", 20, "chưa gửi"),
    Part("none", 12, "chưa đến hạn"),
]
PLACES = """
phường|Thọ Xương|1|2|unmet|Chưa
phường|Trần Nguyên Hãn|1|3|met|Đạt
phường|Ngô Quyền|2|3|unmet|Chưa
phường|Hoàng Văn Thụ|2|4|met|Đạt
phường|Trần Phú|2|2|met|Đạt
phường|Mỹ Độ|3|2|met|Đạt
phường|Lê Lợi|3|4|none|Chưa có số liệu
xã|Song Mai|1|1|met|Đạt
phường|Xương Giang|1|5|met|Đạt
phường|Đa Mai|2|1|met|Đạt
phường|Dĩnh Kế|2|5|met|Đạt
xã|Dĩnh Trì|2|6|met|Đạt
xã|Tân Mỹ|3|1|met|Đạt
xã|Đồng Sơn|4|3|met|Đạt
xã|Tân Tiến|3|5|met|Đạt
xã|Song Khê|4|2|plain|xã
"""
FACTS = [
    Row("Văn bản", "125/KH-UBND, 07/11/2016"),
    Row("Cơ quan ban hành", "UBND thành phố Bắc Giang"),
    Row("Thực hiện", "10 phường, 06 xã", "#"),
    Row("Báo cáo", "Hằng quý, 17 kỳ"),
]
TASKS = [
    Task(
        "Báo cáo quý III/2018",
        "#",
        "back",
        "Trả lại",
        "act",
        "Nội dung cần chỉnh lý: số lượt người dự lớn hơn quý trước ba lần.",
        "Thứ Sáu, 05/10/2018, còn 02 ngày làm việc",
    ),
    Task(
        "Báo cáo quý II/2018",
        "#",
        "sent",
        "Đã gửi, chờ thẩm định số liệu",
        "",
        "",
        "Gửi lúc 09:42, 06/7/2018",
    ),
    Task("Số, ký hiệu văn bản của báo cáo quý I/2018", "#", "hint", "chưa ghi", "", "", ""),
]
COURSE = [
    Passage(
        datetime(2018, 10, 5, 2, 42, tzinfo=UTC), "Gửi báo cáo, lần 1", "sent", "Công chức phụ trách báo cáo"
    ),
    Passage(
        datetime(2018, 10, 8, 7, 5, tzinfo=UTC),
        "Trả lại để chỉnh lý, bổ sung",
        "back",
        "Chuyên viên tổng hợp",
        "Số lượt phát thanh tăng ba lần so với quý trước.\nĐề nghị kiểm tra, giải trình.",
        "act",
    ),
    Passage(
        datetime(2018, 10, 9, 1, 30, tzinfo=UTC), "Chấp nhận", "full", "Chuyên viên tổng hợp", tone="good"
    ),
]
COMPARE = [
    Row("Quý II/2018", "196"),
    Row("Quý I/2018", "175"),
    Row("Lũy kế từ đầu năm, đến quý II", "371 (15/16 đơn vị)"),
    Row("Cùng kỳ, quý III/2017", "180"),
    Row("Kế hoạch năm 2018", "700"),
]
REASONS = [
    Choice("not_sent", "Đơn vị cung cấp chưa gửi"),
    Choice("not_collected", "Chưa thu thập được"),
    Choice("not_applicable", "Không thuộc phạm vi áp dụng"),
    Choice("other", "Lý do khác (ghi rõ)"),
]
YES_NO = [Choice("yes", "Có"), Choice("no", "Không")]
STOPS = [
    Stop("1. Lãnh đạo, chỉ đạo", "#g2", "full", "3/3", "good"),
    Stop("2. Lồng ghép", "#g2", "full", "6/6", "good"),
    Stop("3. Truyền thông theo kênh và nhóm", "#g3", "error", "cần sửa", "error", current=True),
    Stop("4. Phòng ngừa vi phạm", "#g3", "draft", "3/4"),
    Stop("5. Mô hình hỗ trợ", "#g3", "ring", "chưa nhập"),
    Stop("Phần lời văn", "#g9", "hint", "giải trình", "act"),
]
FIGURES = [
    ("Buổi tuyên truyền trực tiếp", "TT01", "buổi", "52", "148", "192", VERDICTS[0]),
    ("Lượt cơ sở được kiểm tra", "PN01", "lượt cơ sở", "31", "96", "120", STATES[4]),
    ("Lượt vay vốn được giải quyết", "SK01", "lượt vay", "dưới 5", "41", "–", STATES[11]),
]
BOARD = [
    ("Các phường", [("Đa Mai", [5, 5, 6, 4]), ("Lê Lợi", [5, 6, 8, 2])]),
    ("Các xã", [("Song Khê", [6, 7, 9, 1]), ("Tân Mỹ", [5, 7, 5, 0])]),
]
BOARD_WORDS = {5: "Đúng hạn", 6: "Muộn 3", 7: "Không phát sinh", 4: "Chờ xem xét", 8: "Trả lại", 9: "Mở lại"}


class SampleForm(forms.Form):
    """One field of each sort."""

    name = forms.CharField(label="Họ và tên", help_text="Như ghi trong quyết định phân công.")
    email = forms.EmailField(label="Thư điện tử")
    role = forms.ChoiceField(
        label="Vai trò", choices=[("officer", "Công chức phụ trách báo cáo"), ("leader", "Lãnh đạo UBND")]
    )
    commune = forms.MultipleChoiceField(
        label="Xã, phường",
        choices=[("a", "Phường Đa Mai"), ("b", "Xã Song Khê")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    kind = forms.ChoiceField(
        label="Cách nhận lời mời",
        choices=[("mail", "Qua thư điện tử"), ("paper", "In ra giấy")],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label="Ghi chú", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    sure = forms.BooleanField(label="Đã đối chiếu với quyết định phân công")


def tiles() -> list[Tile]:
    """The sixteen on their grid."""
    rows = (line.split("|") for line in PLACES.strip().splitlines())
    return [
        Tile(name, kind, int(row), int(column), met, word, "#") for kind, name, row, column, met, word in rows
    ]


def board() -> list[tuple[str, list[tuple[str, list[dict[str, str]]]]]]:
    """A corner of the board: group, unit, cells."""
    return [
        (
            group,
            [
                (unit, [{**STATES[n], "word": BOARD_WORDS.get(n, STATES[n]["word"])} for n in cells])
                for unit, cells in units
            ],
        )
        for group, units in BOARD
    ]


@login_not_required
@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every component; `?layout=` public, work or form, `?errors=1` with a form that was refused."""
    layout = request.GET.get("layout", "public")
    context: dict[str, Any] = {
        "sorts": [Head("Chỉ tiêu", "#", "ascending", number=False), Head("Trong kỳ", "#", "", number=True)],
        "layout": LAYOUTS.get(layout, LAYOUTS["public"]),
        "crumbs": CRUMBS,
        "periods": PERIODS,
        "states": STATES,
        "verdicts": VERDICTS,
        "sixteen_parts": SIXTEEN,
        "many_parts": MANY,
        "places": tiles(),
        "facts": FACTS,
        "tasks": TASKS,
        "course": COURSE,
        "compare": COMPARE,
        "reasons": REASONS,
        "yes_no": YES_NO,
        "stops": STOPS,
        "figures": FIGURES,
        "board": board(),
        "page": Paginator(range(60), 20).page(2),
        **charts(),
        "form": SampleForm({"email": "đa mai"} if "errors" in request.GET else None),
    }
    if layout != "public":
        context["navigation"] = NAVIGATION
    return render(request, "site/components.html", context)
