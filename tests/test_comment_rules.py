"""What in a comment a moderator is pointed to, when two are copies, and which course a comment can take."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bg_portal.vietnamese import fold
from plans.commentflow import MODERATE, STEPS, step_named, steps_from
from plans.commenting import LINKS_MAX, SHORT, flags, flags_of_name, is_copied_too_often, likeness, links_in
from plans.vocabulary import CommentFlag, CommentState, CommentStep

_F = CommentFlag
LONG: Final = "Mong các xã, phường tổ chức thêm buổi tuyên truyền vào buổi tối cho người đi làm ca."


def kinds(text: str, language: str = "vi") -> set[CommentFlag]:
    return {flag.kind for flag in flags(text, language=language)}


def found(text: str, kind: CommentFlag) -> list[str]:
    return [flag.found for flag in flags(text, language="vi") if flag.kind is kind]


@pytest.mark.parametrize(
    "text",
    [
        "Gọi cho tôi theo số 0912 345 678.",
        "Số của tôi: 0912.345.678",
        "Điện thoại (0204) 3 854 321",
        "Liên hệ +84 912 345 678",
        "Thư về lan.anh@example.vn nhé.",
        "Căn cước 001 204 012 345",
        "CMND số 121 234 567",
    ],
)
def test_numbers_and_addresses_of_people_are_pointed_to(text: str) -> None:
    assert _F.CONTACT in kinds(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Đề nghị hỏi ông Nguyễn Văn An.", "ông Nguyễn Văn An"),
        ("Bà Đỗ Thị Ánh ở gần chợ.", "Bà Đỗ Thị Ánh"),
        ("Nhờ anh Ứng giải thích.", "anh Ứng"),
        ("Chị Ánh Tuyết nói vậy.", "Chị Ánh Tuyết"),
        ("Tôi biết ông NGUYỄN VĂN A làm việc đó.", "ông NGUYỄN VĂN A"),
        ("Cháu Minh nghỉ học.", "Cháu Minh"),
        ("Người ta gọi em Hoa.", "em Hoa"),
    ],
)
def test_a_name_behind_a_form_of_address_is_pointed_to(text: str, name: str) -> None:
    assert found(text, _F.PERSON) == [name]


def test_a_name_whose_accents_were_typed_apart_is_found_too() -> None:
    assert found("Nhờ anh U\u031b\u0301ng.", _F.PERSON) == ["anh Ứng"]


@pytest.mark.parametrize(
    "text", ["Người tên là Tuấn.", "Sinh năm 1990 ở đây.", "Ở số nhà 12.", "Nhà nghỉ Hoa Hồng mở muộn."]
)
def test_words_that_lead_to_a_person_or_a_business_are_pointed_to(text: str) -> None:
    assert kinds(text) == {_F.PERSON}


@pytest.mark.parametrize(
    "text",
    ["Đồ ngu.", "Cán bộ gì mà vô học.", "Bọn súc vật ấy.", "ĐỒ CHÓ", "Toàn người mất dạy."],
)
def test_insults_are_pointed_to(text: str) -> None:
    assert _F.INSULT in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Giúp gái mại dâm hoàn lương.",
        "Đối tượng mại dâm phải bị phạt.",
        "Người lầm lỡ cần được giúp.",
        "Phường có mại dâm thì nêu tên.",
        "Mấy người sa ngã.",
    ],
)
def test_words_of_stigma_are_pointed_to(text: str) -> None:
    assert _F.INSULT in kinds(text)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Xem https://www.bacgiang.gov.vn/tin-tuc?a=1 nhé", 1),
        ("Xem www.vi-du.vn.", 1),
        ("Vào vi-du.com và vi-du.top/mua", 2),
        ("HTTP://VI-DU.VN", 1),
        ("http://a.vn,http://b.vn;http://c.vn", 3),
        ("http://a.vnhttp://b.vn", 2),
        ("Không có gì ở đây. Thế thôi.", 0),
        ("Thư về lan@example.vn", 0),
    ],
)
def test_an_address_of_the_web_is_one_link_however_it_is_written(text: str, links: int) -> None:
    assert links_in(text) == links
    assert (_F.LINK in kinds(text)) == bool(links)


@given(st.integers(min_value=0, max_value=60))
def test_so_many_links_are_counted_as_so_many(number: int) -> None:
    text = " ".join(f"https://www.trang-{n}.vn/mua?n={n}" for n in range(number))
    assert links_in(f"Mua ngay {text} nhé") == number


def test_a_comment_may_name_its_sources() -> None:
    assert links_in("Theo https://thuvienphapluat.vn/a và https://www.bacgiang.gov.vn/b") <= LINKS_MAX


@pytest.mark.parametrize(
    ("text", "language", "flagged"),
    [
        ("De nghi to chuc them buoi tuyen truyen", "vi", True),
        ("Đề nghị to chuc them buoi tuyen truyen", "vi", False),
        ("Ok, cam on", "vi", False),
        ("Please hold more evening sessions", "en", False),
        ("12345 67890 12345 67890 12345", "vi", False),
    ],
)
def test_a_long_text_without_any_accent_is_pointed_to(text: str, language: str, flagged: bool) -> None:
    assert (_F.NO_ACCENTS in kinds(text, language)) == flagged


@pytest.mark.parametrize(
    "text",
    [
        "Xin chào chị em trong tổ dân phố, chúc cô bác và anh em mạnh khỏe.",
        "Kính thưa các ông, các bà, tôi xin có ý kiến.",
        "Các cháu được học thêm, cô ấy rất nhiệt tình, anh ấy cũng vậy.",
        "Bà đã đi dự, ông đã kể lại; em ở xa nên không đi được.",
        "Trẻ em Đa Mai và trẻ em Song Khê cần sân chơi.",
        "Thầy cô Trường THPT đã phối hợp tốt.",
        "Học tập và làm theo gương Bác Hồ.",
        "Theo Kế hoạch số 125/KH-UBND ngày 10/11/2016 và Nghị định 178/2004/NĐ-CP thì sao?",
        "Ngân sách 120.000.000 đồng, có 1.234.567 lượt người, tăng 12,5%.",
        "Từ ngày 15/12/2018 đến 14/3/2019 có 16 xã, phường báo cáo; năm 2019 là 450 người.",
        "Lịch tuyên truyền quý I/2019 có ở đâu? Xin cảm ơn.",
        "Đề nghị dọn rác rưởi ở cổng trường và sửa điếm canh đê.",
        "Quán ăn và nhà nghỉ cần ký cam kết.",
        "Người dân ở số nhà trọ này cần được tư vấn.",
    ],
)
def test_ordinary_texts_are_not_pointed_to(text: str) -> None:
    assert flags(text, language="vi") == []


def test_each_thing_is_pointed_to_once() -> None:
    assert found("Hỏi ông Nam, rồi lại hỏi ông Nam.", _F.PERSON) == ["ông Nam"]


def test_the_name_under_a_comment_is_somebody_s_and_only_what_does_not_belong_in_it_is_pointed_to() -> None:
    assert flags_of_name("Bà Lan") == []
    assert flags_of_name("Lan Anh") == []
    assert [flag.kind for flag in flags_of_name("Vay nhanh 0912 345 678")] == [_F.CONTACT]
    assert [flag.kind for flag in flags_of_name("www.vi-du.vn")] == [_F.LINK]


@pytest.mark.parametrize(
    "other",
    [
        "mong các xã phường tổ chức thêm buổi tuyên truyền vào buổi tối cho người đi làm ca",
        "Mong cac xa, phuong to chuc them buoi tuyen truyen vao buoi toi cho nguoi di lam ca!!!",
        "MONG  CÁC\nXÃ - PHƯỜNG tổ chức thêm buổi tuyên truyền vào buổi tối cho người đi làm ca…",
    ],
)
def test_case_accents_signs_and_spaces_make_no_other_text(other: str) -> None:
    assert likeness(other) == likeness(LONG)


def test_another_word_makes_another_text() -> None:
    assert likeness(LONG.replace("tối", "sáng")) != likeness(LONG)


@given(st.text(max_size=200))
def test_likeness_is_kept_by_what_it_leaves_aside(text: str) -> None:
    like = likeness(text)
    assert likeness(like) == like
    assert likeness(f"  {text}\n!") == like
    assert likeness(fold(text)) == like


@pytest.mark.parametrize(
    ("text", "here", "anywhere", "copied"),
    [
        (LONG, 0, 0, False),
        (LONG, 1, 1, True),
        (LONG, 0, 2, False),
        (LONG, 0, 3, True),
        ("Rất đồng ý.", 2, 2, False),
        ("Rất đồng ý.", 3, 3, True),
        ("Rất đồng ý.", 0, 11, False),
        ("Rất đồng ý.", 0, 12, True),
        ("a" * SHORT, 1, 1, False),
        ("a" * (SHORT + 1), 1, 1, True),
    ],
)
def test_short_words_are_written_alike_by_more_people_than_long_ones(
    text: str, here: int, anywhere: int, copied: bool
) -> None:
    assert is_copied_too_often(text, here=here, anywhere=anywhere) is copied


@given(st.text(max_size=80), st.integers(0, 20), st.integers(0, 20))
def test_what_stands_more_often_is_not_less_of_a_copy(text: str, here: int, more: int) -> None:
    if is_copied_too_often(text, here=here, anywhere=here):
        assert is_copied_too_often(text, here=here + more, anywhere=here + more)


_W, _A, _R, _T = CommentState.WAITING, CommentState.APPROVED, CommentState.REJECTED, CommentState.WITHDRAWN
COURSE: Final = {
    (CommentStep.APPROVE, _W): _A,
    (CommentStep.APPROVE, _R): _A,
    (CommentStep.REJECT, _W): _R,
    (CommentStep.REJECT, _A): _R,
    (CommentStep.ANSWER, _W): _A,
    (CommentStep.ANSWER, _A): _A,
    (CommentStep.WITHDRAW, _W): _T,
    (CommentStep.WITHDRAW, _A): _T,
    (CommentStep.WITHDRAW, _R): _T,
    (CommentStep.FORGET, _A): _A,
    (CommentStep.FORGET, _R): _R,
}
"""Where each step leads from each state; every other pair is no step."""


@pytest.mark.parametrize("state", list(CommentState))
def test_what_can_be_done_in_each_state(state: CommentState) -> None:
    leads = {(step.name, state): step.target or state for step in steps_from(state, empty=False)}
    assert leads == {pair: target for pair, target in COURSE.items() if pair[1] is state}


@pytest.mark.parametrize("state", list(CommentState))
def test_what_is_empty_is_left_as_it_is(state: CommentState) -> None:
    assert steps_from(state, empty=True) == ()


def test_every_step_but_the_sending_stands_in_the_course_once() -> None:
    assert [step.name for step in STEPS] == [each for each in CommentStep if each is not CommentStep.SEND]
    assert all(step_named(step.name) is step for step in STEPS)


def test_the_city_decides_with_a_permission_and_the_author_and_time_without() -> None:
    assert {step.name for step in STEPS if step.permission == MODERATE} == {
        CommentStep.APPROVE,
        CommentStep.REJECT,
        CommentStep.ANSWER,
    }
    assert {step.name for step in STEPS if not step.permission} == {CommentStep.WITHDRAW, CommentStep.FORGET}
