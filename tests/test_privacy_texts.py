"""Texts with a person's number or address are refused, likely words are hints, papers and money stand."""

from __future__ import annotations

import unicodedata

import pytest

from communes.findings import Level
from communes.privacy import text_findings


def found(text: str) -> list[tuple[Level, str]]:
    return [(finding.level, finding.found) for finding in text_findings(text)]


@pytest.mark.parametrize(
    "phone",
    [
        "0987654321",
        "0987 654 321",
        "0987.654.321",
        "0987-654-321",
        "098 76 54 321",
        "09 87 65 43 21",
        "+84987654321",
        "+84 98 765 43 21",
        "(+84) 987 654 321",
        "+84 (0) 987 654 321",
        "0084 987654321",
        "84987654321",
        "01234 567 890",
        "0240 3854 123",
        "0204 3854 123",
        "(0204) 3.854.123",
        "02043854123",
    ],
)
def test_a_telephone_number_is_refused_however_it_is_written(phone: str) -> None:
    ((level, words),) = found(f"Liên hệ {phone} để biết.")
    assert level is Level.REFUSAL
    assert words.strip("()+ ") in phone


@pytest.mark.parametrize(
    "number",
    ["121234567", "024185000123", "024 185 000 123", "024.185.000.123", "121 234 567", "121-234-567"],
)
def test_an_identity_number_of_nine_or_twelve_digits_is_refused(number: str) -> None:
    assert found(f"Đối tượng có số {number}, đã hỗ trợ") == [(Level.REFUSAL, number)]


@pytest.mark.parametrize("words", ["CMND", "CCCD số", "căn cước công dân:", "số định danh"])
def test_an_identity_number_that_is_called_so_is_refused_also_where_it_looks_like_money(words: str) -> None:
    assert found(f"{words} 121.234.567") == [(Level.REFUSAL, "121.234.567")]


@pytest.mark.parametrize("address", ["hoa.nguyen@bacgiang.gov.vn", "a_b+c@gmail.com", "x@mail.co.uk"])
def test_an_email_address_is_refused(address: str) -> None:
    assert found(f"gửi về {address}.") == [(Level.REFUSAL, address)]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch 125/KH-UBND ngày 07/11/2016",
        "Quyết định số 012345678/QĐ-UBND",
        "Nghị định 13/2023/NĐ-CP, Luật 91/2025/QH15",
        "từ ngày 15/3/2019 đến ngày 14/6/2019",
        "05.7.2018 06.7.2018, 30-9-2018, 2018-09-30",
        "15.12.2019-14.3.2020",
        "cho vay 150.000.000 đồng, tổng 1.150.000.000 đồng",
        "cho vay 150000000 đồng; 150 000 000 đồng; 150000000đ; 150000000 VNĐ",
        "kinh phí 5.023.456.789 và 1.023.456.789.012",
        "01 buổi, 05 xã, 10 phường; 2016 - 2020; 08:30 - 10:45",
        "1.260 lượt người, 12,5 triệu đồng, 68,8%",
        "gọi 111 hoặc 113",
        "Đã tổ chức 08 hội nghị quán triệt; học sinh năm học 2018 - 2019",
        "tập quán Việt Nam; số nhà nghỉ được kiểm tra: 04; nhà nghỉ trên địa bàn",
        "",
    ],
)
def test_papers_days_money_and_plain_words_stand(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("một phụ nữ sinh năm 1990", "sinh năm"),
        ("chị SINH NĂM 1990", "SINH NĂM"),
        ("em bé tên là Hoa", "tên là"),
        ("ở số nhà 15 đường X", "số nhà"),
        ("tại tổ dân phố số 3", "tổ dân phố số"),
        ("kiểm tra quán Hoa Hồng", "quán Hoa"),
        ("quán karaoke Ánh Sao", "quán karaoke Ánh"),
        ("Nhà nghỉ “Đêm Trắng”", "Nhà nghỉ “Đêm"),
    ],
)
def test_words_that_may_lead_to_a_person_or_a_business_are_hints(text: str, words: str) -> None:
    assert found(text) == [(Level.HINT, words)]


def test_decomposed_letters_and_wide_digits_are_read_all_the_same() -> None:
    assert found(unicodedata.normalize("NFD", "sinh năm 1990")) == [(Level.HINT, "sinh năm")]
    assert found("gọi 0987654321")[0][0] is Level.REFUSAL


def test_everything_that_is_found_is_told() -> None:
    levels = [level for level, _ in found("A, 0987654321, a@b.vn, CMND 121234567, sinh năm 1990")]
    assert levels == [Level.REFUSAL] * 3 + [Level.HINT]


def test_a_year_before_a_telephone_number_does_not_hide_it() -> None:
    assert found("năm 2018 0987654321") == [(Level.REFUSAL, "0987654321")]
