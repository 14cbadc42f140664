"""Vietnamese text and numbers: cleaning, order, search without accents, reading and writing figures.

Plain Python. Errors are ValueError whose text is an English msgid, ready for gettext.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

MAX_WHOLE_DIGITS = 15
MAX_DECIMALS = 6

# Direction marks, embeddings, overrides and isolates: they let a text show other than it is stored.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MOST_MARKS = 4
"""Marks on one letter: no writing has more, and piled up they cover what stands around."""
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")  # Word pastes \x0b for a soft line break

# CLDR, root order of signs before digits before letters; then the Vietnamese tailoring of the alphabet.
_SIGNS = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_WEIGHTS = {sign: f"{rank:02}" for rank, sign in enumerate(_SIGNS + "0123456789" + _ALPHABET, start=1)}
_FOREIGN = "99"  # sorts after z, by code point
# CLDR vi, `&̀<<̉<<̃<<́<<̣`: ngang < huyền < hỏi < ngã < sắc < nặng.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SHAPES = {
    "a\u0306": "ă",
    "a\u0302": "â",
    "e\u0302": "ê",
    "o\u0302": "ô",
    "o\u031b": "ơ",
    "u\u031b": "ư",
}


def gettext_noop(msgid: str) -> str:
    """Marks a msgid for the catalogue, as Django's function of that name does."""
    return msgid


def nfc(text: str) -> str:
    """The text in composed form, in which the portal stores everything."""
    return unicodedata.normalize("NFC", text)


def clean_text(text: str, *, multiline: bool = False) -> str:
    """Typed text as it is stored: composed, invisible signs dropped, runs of spaces made one, stripped.

    One line, or with `multiline` lines of which no two in a row are empty. Raises ValueError (a msgid)
    where the text holds NUL or another control character, half of a surrogate pair, a sign that turns the
    direction of writing, or marks in a pile: nobody types those, and they hide what a text says.
    """
    text = _LINE_BREAK.sub("\n", text)
    _refuse_hidden(text)
    visible = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    if not multiline:
        return nfc(" ".join(visible.split()))
    lines = [" ".join(line.split()) for line in visible.split("\n")]
    return nfc(re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip())


def _refuse_hidden(text: str) -> None:
    pile = 0
    for sign in text:
        category = unicodedata.category(sign)
        if category != "Cf":  # dropped, so that marks on both sides of it are one pile
            pile = pile + 1 if category in {"Mn", "Me"} else 0
        if pile > _MOST_MARKS:
            raise ValueError(gettext_noop("Take away the marks that are piled on one letter."))
        if sign in _BIDI:
            raise ValueError(gettext_noop("Remove the hidden signs that change the direction of the text."))
        if category in {"Cc", "Cs"} and sign not in "\t\n":
            raise ValueError(gettext_noop("Remove the control characters from the text."))


def fold(text: str) -> str:
    """The text for searching without accents: small letters, no marks, d for đ."""
    folded = unicodedata.normalize("NFD", text).casefold()
    plain = (sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.combining(sign))
    return nfc("".join(plain).replace("đ", "d"))


def sort_key(text: str) -> str:
    """A string of digits alone whose plain order is Vietnamese order, for a column `name_sort`.

    Digits compare alike under every collation of every database. Three levels as in CLDR, each decided
    only where the one before is equal: letters, tones, capitals. "00" ends a level and is below every
    weight, so a word sorts before its continuation. At most five digits for each letter of the alphabet,
    some twenty for a foreign one.
    """
    letters, tones, cases = [], [], []
    for letter, marks in _letters(text):
        small = letter.lower()
        letters.append(_WEIGHTS.get(small) or _foreign(small))
        tones.append("0" + "".join(_TONES.get(mark) or f"9{_foreign(mark)}" for mark in marks))
        cases.append("0" if letter == small else "1")
    return "00".join(("".join(letters), "".join(tones), "".join(cases)))


def _letters(text: str) -> list[tuple[str, str]]:
    """Each letter of the alphabet with the marks that stand on it beside those that make the letter."""
    found: list[tuple[str, str]] = []
    for sign in unicodedata.normalize("NFD", text):
        if not found or not unicodedata.combining(sign):
            found.append((sign, ""))
            continue
        letter, marks = found[-1]
        shaped = _SHAPES.get(letter.lower() + sign)
        if shaped:
            found[-1] = (shaped.upper() if letter.isupper() else shaped, marks)
        else:
            found[-1] = (letter, marks + sign)
    return found


def _foreign(sign: str) -> str:
    return "".join(f"{_FOREIGN}{ord(part):07}" for part in sign)


def parse_number(text: str, *, language: str = "vi", negative: bool = False) -> Decimal:
    """The number somebody typed: "1.234,5" and "1 234,5" are 1234.5, and "1.234" is 1234.

    On English pages (`language` "en") point and comma change places. At most 15 digits before the comma
    and 6 behind; below zero only with `negative`. Raises ValueError (a msgid) for everything else: a
    point that cannot be a thousands separator is refused rather than guessed at. The msgids show English
    signs and their translations Vietnamese ones, so pass the language of the page.
    """
    group, decimal = _separators(language)
    typed = " ".join(text.split()).replace("\u2212", "-")
    below = typed.startswith("-")
    whole, comma, fraction = typed.removeprefix("-").partition(decimal)
    _refuse_letters(whole + fraction, group)
    digits = _whole_digits(whole, group)
    if comma and not fraction.isdigit():
        raise ValueError(gettext_noop("Write digits after the decimal point, or leave it out."))
    if len(digits) > MAX_WHOLE_DIGITS or len(fraction) > MAX_DECIMALS:
        raise ValueError(gettext_noop("The number is too long."))
    value = Decimal(f"{digits}.{fraction or 0}")
    if below and value and not negative:
        raise ValueError(gettext_noop("Write a number that is not below zero."))
    return -value if below and value else value


def _separators(language: str) -> tuple[str, str]:
    return (",", ".") if language == "en" else (".", ",")


def _refuse_letters(text: str, group: str) -> None:
    """ASCII digits only: the digits of other scripts look alike in no font, and int() would take them."""
    if not text or not set(text) <= set("0123456789 " + group):
        raise ValueError(gettext_noop("Write a number with digits only, for example 12 or 1,234.5."))


def _whole_digits(whole: str, group: str) -> str:
    separators = set(whole) - set("0123456789")
    if not separators:
        if not whole:
            raise ValueError(gettext_noop("Write a digit before the decimal point, for example 0.5."))
        return whole.lstrip("0") or "0"
    separator = re.escape(separators.pop())
    grouped = re.fullmatch(rf"[1-9][0-9]{{0,2}}({separator}[0-9]{{3}})+", whole)
    if separators or grouped is None:
        raise ValueError(
            gettext_noop("Separate thousands with a comma and decimals with a point: 1,234 or 1.5.")
        )
    return "".join(sign for sign in whole if sign.isdigit())


def format_number(value: Decimal | int, *, language: str = "vi") -> str:
    """The number as it is read, without needless zeros: "1.234,5"; ValueError for NaN and infinity."""
    exact = Decimal(value)
    if not exact.is_finite():
        raise ValueError(f"not a number to show: {value}")
    whole, _, fraction = f"{exact:,f}".partition(".")
    fraction = fraction.rstrip("0")
    if not fraction and whole == "-0":
        whole = "0"
    group, decimal = _separators(language)
    return whole.replace(",", group) + (decimal + fraction if fraction else "")


def padded(number: int) -> str:
    """A count in running administrative text: 1 to 9 as "01" to "09", everything else as it is.

    Practice of the province (decision 119/QĐ-UBND of 2009 writes "04 thủ tục"); zero is never "00".
    """
    return f"{number:02}" if 0 < number < 10 else format_number(number)
