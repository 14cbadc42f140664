"""A plan's file with mistakes is refused with all of them, each with its line."""

from __future__ import annotations

import pytest

from plans.document_problems import DocumentErrors
from plans.document_toml import read
from tests.documents import PLAN_125

TEXT = PLAN_125.read_text(encoding="utf-8")


def problems(text: str) -> list[str]:
    with pytest.raises(DocumentErrors) as refusal:
        read(text)
    assert str(refusal.value).split("\n") == [str(problem) for problem in refusal.value.problems]
    return [str(problem) for problem in refusal.value.problems]


def line(part: str) -> int:
    """The line of the shipped file in which the text stands first."""
    return TEXT[: TEXT.index(part)].count("\n") + 1


def test_a_broken_line_is_named() -> None:
    text = TEXT.replace('slug = "125-kh-ubnd"', "slug = 125-kh-ubnd")
    assert len(problems(text)) == 1
    assert problems(text)[0].startswith("line 2: plan: This is not TOML:")


def test_an_empty_file_lacks_every_key_that_a_plan_needs() -> None:
    missing = [text.split(":")[0] for text in problems("") if text.endswith("This key is missing.")]
    needed = ["number", "slug", "title_vi", "issuer_vi", "issued_on", "first_year", "last_year"]
    assert missing == needed


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("issued_on = 2016-11-07", 'issued_on = "7/11/2016"', "issued_on: Write a day, as 2016-11-07."),
        (
            "issued_on = 2016-11-07",
            "issued_on = 2016-11-07T08:00:00",
            "issued_on: Write a day, as 2016-11-07.",
        ),
        ("first_year = 2016", 'first_year = "2016"', "first_year: Write a whole number."),
        ("first_year = 2016", "first_year = true", "first_year: Write a whole number."),
        ('number = "125/KH-UBND"', "number = 125", "number: Write a text in quotation marks."),
        ('state = "in_force"', 'state = "open"', "state: Write one of: draft, in_force, closed."),
        ('sum_of = ["TT01a", ', "sum_of = [1, ", "indicator TT01, sum_of: Write a text in quotation marks."),
        ('sum_of = ["TT01a", "TT01b", "TT01c"]', 'sum_of = "TT01a"', "indicator TT01, sum_of: Write a list"),
        ("required = true", "required = 1", "indicator LD01, required: Write true or false."),
        ("value = 100", 'value = "một trăm"', "target MT1 2020, value: Write a number."),
        ("value = 100", "value = inf", "target MT1 2020, value: Write a number."),
        ("value = 100", "value = [1]", "target MT1 2020, value: Write a number."),
    ],
)
def test_a_value_of_the_wrong_type_is_named_with_what_to_write(right: str, wrong: str, said: str) -> None:
    found = problems(TEXT.replace(right, wrong, 1))
    assert [text.startswith(f"line {line(right)}: {said}") for text in found] == [True]


def test_an_unknown_key_is_named_with_the_one_that_may_be_meant() -> None:
    text = TEXT.replace('part_of = "TT02"', 'partof = "TT02"', 1)
    number = line('part_of = "TT02"')
    assert problems(text) == [f"line {number}: indicator TT03, partof: Unknown key; is part_of meant?"]


def test_a_key_that_resembles_none_is_unknown() -> None:
    assert problems("budget = 5\n" + TEXT) == ["line 1: budget: Unknown key."]


def test_a_row_without_its_code_is_called_by_its_number() -> None:
    text = TEXT.replace('code = "LD01"\n', "", 1)
    header = line("[[indicator]]")
    assert problems(text) == [f"line {header}: indicator #1, code: This key is missing."]


def test_rows_that_are_no_rows_are_refused() -> None:
    assert "line 1: holiday: Begin each row with [[holiday]]." in problems(
        "holiday = 3\n" + TEXT.split("[[")[0]
    )


def test_a_mistake_of_meaning_has_its_line_too() -> None:
    text = TEXT.replace('window = "in_force"', 'window = "standing"')
    number = line('window = "in_force"')
    said = "objective MT2, criterion DM01, window: This window does not fit the indicator's kind and axis."
    assert problems(text) == [f"line {number}: {said}"]


def test_mistakes_of_every_sort_are_said_together_in_the_order_of_the_file() -> None:
    text = TEXT.replace("first_year = 2016", 'first_year = "2016"').replace('code = "TT07"', 'code = "TT06"')
    text = text.replace('part_of = "KT01"', 'part_of = "KT99"').replace("quarter = 3", 'quarter = "III"', 1)
    found = [text.split(": ")[1] for text in problems(text)]
    assert found == [
        "first_year",
        "indicator TT06",
        "indicator KT03, part_of",
        "period 2017, quarter",
    ]


def test_text_of_several_lines_does_not_confuse_the_counting() -> None:
    text = TEXT.replace('notes_vi = """\n', 'notes_vi = """\n[[measure]]\nslug = 5\n').replace(
        'slug = "125-kh-ubnd"', "slug = 5"
    )
    assert problems(text) == ["line 2: slug: Write a text in quotation marks."]
