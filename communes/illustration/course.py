"""When each commune of the story writes, sends, is returned, accepted: steps in order of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from random import Random

from bg_portal.periods import Quarter
from communes.deadlines import LOCAL
from communes.illustration.figures import QUIET, Teller, quarters_since_start
from plans.document import Period


class Act(StrEnum):
    """What somebody does with a report."""

    START = "start"
    WRITE = "write"
    NIL = "nil"
    SEND = "send"
    RETURN = "return"
    ACCEPT = "accept"
    REOPEN = "reopen"
    EXTEND = "extend"
    NUMBER = "number"
    ANSWER = "answer"


@dataclass(frozen=True)
class Step:
    """One act on one commune's report; `note` is its reason, or how a figure was mended."""

    at: datetime
    act: Act
    slug: str
    period: str
    note: str = ""


TELLERS = (
    Teller("da-mai", 6337, (0, 0, 0)),
    Teller("dinh-ke", 11159, (0, 0, 0)),
    Teller("dinh-tri", 10372, (0, 0, 0)),
    Teller("dong-son", 8751, (0, 0, 0)),
    Teller("hoang-van-thu", 10896, (0, 0, 0)),
    Teller("le-loi", 9916, (1, 2, 12)),
    Teller("my-do", 4855, (0, 0, 0)),
    Teller("ngo-quyen", 8109, (1, 1, 10)),
    Teller("song-khe", 4617, (3, 6, 99)),
    Teller("song-mai", 10249, (0, 0, 0)),
    Teller("tan-my", 10422, (0, 0, 0)),
    Teller("tan-tien", 9178, (1, 3, 4)),
    Teller("tho-xuong", 13191, (2, 3, 6)),
    Teller("tran-nguyen-han", 11416, (1, 2, 3)),
    Teller("tran-phu", 8295, (2, 2, 7)),
    Teller("xuong-giang", 6710, (1, 4, 8)),
)

NEVER_SENT = {("song-khe", "2016-Q4"), ("xuong-giang", "2016-Q4"), ("le-loi", "2017-Q2")}
LATE = {
    ("song-khe", "2017-Q1"): 6,
    ("song-khe", "2018-Q2"): 8,
    ("song-khe", "2018-Q3"): 5,
    ("tan-tien", "2017-Q3"): 2,
    ("ngo-quyen", "2019-Q1"): 3,
    ("song-khe", "2019-Q4"): 4,
}
"""Days after the due date on which a report came."""
EXTENDED = {("tho-xuong", "2019-Q1"): 4}
"""Days by which the due date was moved."""
RETURNED = {
    ("tho-xuong", "2018-Q3"): (
        "Số lượt người dự chưa khớp với số buổi.",
        "Chưa ghi ngày của hoạt động lồng ghép.",
    ),
    ("tran-phu", "2017-Q2"): ("Bổ sung tồn tại, hạn chế và nguyên nhân.",),
    ("dinh-ke", "2019-Q3"): (
        "Số lượt cơ sở được kiểm tra thấp hơn kỳ trước nhiều, đề nghị đối chiếu với Đội 178.",
    ),
    ("le-loi", "2020-Q1"): ("Đề nghị đối chiếu số lượt vay vốn với Ngân hàng Chính sách xã hội.",),
}
CORRECTED = {
    ("da-mai", "2019-Q2"): "Nhà trường gửi lại danh sách buổi tuyên truyền.",
    ("tan-my", "2018-Q2"): "Thôn báo thiếu một buổi tuyên truyền.",
}
ANSWERED_UNTIL = "2020-Q2"
"""The last period whose proposals the city has answered."""
LAST = {
    "accepted": ("da-mai", "my-do", "tan-my", "dong-son", "dinh-ke"),
    "sent": ("tran-phu", "dinh-tri", "hoang-van-thu"),
    "returned": ("tan-tien",),
    "written": ("tho-xuong", "song-mai", "ngo-quyen"),
}
"""How far the communes are with the last period on the demonstration's day; the rest have not started."""


def steps(periods: Iterable[Period]) -> list[Step]:
    """The whole story in order of time, up to the morning of the demonstration's day."""
    found: list[Step] = []
    for period in periods:
        for teller in TELLERS:
            last = period.key == "2020-Q4"
            found += _last_period(teller, period) if last else _ordinary(teller, period)
    return sorted(found, key=lambda step: step.at)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), LOCAL)


def _working(day: date) -> date:
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day


def _ordinary(teller: Teller, period: Period) -> list[Step]:
    key = (teller.slug, period.key)
    if key in NEVER_SENT or period.due_on is None:
        return []
    dice = Random(f"{teller.slug} {period.key} course")  # noqa: S311  (a story, not a secret)
    sent_on = _sent_on(key, period, period.due_on, dice)
    begun = _working(period.ends_on + timedelta(days=1))
    found = [Step(_at(begun, 8, dice.randint(0, 59)), Act.START, *key)]
    if key in EXTENDED:
        found.append(Step(_at(period.due_on, 15, dice.randint(0, 59)), Act.EXTEND, *key, _extension()))
    act = Act.NIL if key in QUIET else Act.WRITE
    found.append(Step(_at(sent_on, 9, dice.randint(0, 59)), act, *key))
    return found + _sending(key, sent_on, dice)


def _extension() -> str:
    return "Công chức phụ trách nghỉ ốm; đơn vị có văn bản đề nghị gia hạn."


def _sent_on(key: tuple[str, str], period: Period, due: date, dice: Random) -> date:
    late = LATE.get(key, 0) or max(EXTENDED.get(key, 0) - 1, 0)
    if late:
        return _working(due + timedelta(days=late))
    room = (due - period.ends_on).days - 1
    early = _working(period.ends_on + timedelta(days=1 + dice.randint(0, max(room - 1, 0))))
    return min(early, due)


def _sending(key: tuple[str, str], sent_on: date, dice: Random) -> list[Step]:
    """Sent, perhaps returned and sent again, accepted, numbered, perhaps corrected months later."""
    found = [Step(_at(sent_on, 10, dice.randint(0, 59)), Act.SEND, *key)]
    day = sent_on
    for reason in RETURNED.get(key, ()):
        day = _working(day + timedelta(days=1))
        found.append(Step(_at(day, 14, dice.randint(0, 59)), Act.RETURN, *key, reason))
        day = _working(day + timedelta(days=1))
        found.append(Step(_at(day, 9, dice.randint(0, 59)), Act.SEND, *key))
    day = _working(day + timedelta(days=dice.randint(1, 4)))
    found.append(Step(_at(day, 15, dice.randint(0, 59)), Act.ACCEPT, *key))
    if key[1] <= ANSWERED_UNTIL:
        found.append(Step(_at(_working(day + timedelta(days=12)), 10), Act.ANSWER, *key))
    found.append(Step(_at(_working(sent_on), 16, dice.randint(0, 59)), Act.NUMBER, *key))
    return found + (_correction(key, day, dice) if key in CORRECTED else [])


def _correction(key: tuple[str, str], accepted_on: date, dice: Random) -> list[Step]:
    day = _working(accepted_on + timedelta(days=40))
    again = _working(day + timedelta(days=2))
    return [
        Step(_at(day, 9, dice.randint(0, 59)), Act.REOPEN, *key, CORRECTED[key]),
        Step(_at(again, 9, dice.randint(0, 20)), Act.WRITE, *key, "mended"),
        Step(_at(again, 10, dice.randint(0, 59)), Act.SEND, *key),
        Step(_at(again, 15, dice.randint(0, 59)), Act.ACCEPT, *key),
    ]


def _last_period(teller: Teller, period: Period) -> list[Step]:
    """Partly sent: the demonstration stands on the morning of the due date."""
    how = next((state for state, slugs in LAST.items() if teller.slug in slugs), None)
    if how is None:
        return []
    key = (teller.slug, period.key)
    day = period.ends_on + timedelta(days=1)
    minute = quarters_since_start(Quarter(period.year, period.quarter)) + TELLERS.index(teller)
    found = [
        Step(_at(day, 8, minute), Act.START, *key),
        Step(_at(day, 9, minute), Act.WRITE, *key),
    ]
    if how != "written":
        found.append(Step(_at(day, 10, minute), Act.SEND, *key))
    if how == "accepted":
        found.append(Step(_at(day, 15, minute), Act.ACCEPT, *key))
    if how == "returned":
        reason = "Đề nghị đối chiếu số lượt người dự với danh sách của nhà trường và các thôn."
        found.append(Step(_at(day, 16, minute), Act.RETURN, *key, reason))
    return found
