"""What people write to the city in the story, what is decided on it and answered; all of it made up."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bg_portal import clock
from communes.deadlines import LOCAL
from communes.illustration.people import Cast
from plans.actions.comments import Written, answer_comment, approve_comments, reject_comments, send_comment
from plans.comment_queries import Subject, objective_of
from plans.models import Announcement, Comment, Plan
from plans.vocabulary import CommentReason

_NEWS: Final = "news"
_SPACE: Final = uuid.UUID("0e9b1bd4-5a52-4a0b-9a86-0d8a3a9bd5a1")


@dataclass(frozen=True)
class Writing:
    """Somebody writes about an objective, by its code, or about the first announcement."""

    at: datetime
    name: str
    about: str
    text: str

    @property
    def uid(self) -> uuid.UUID:
        return uuid.uuid5(_SPACE, self.text)


@dataclass(frozen=True)
class Deciding:
    """The city answers, publishes without an answer, or does not publish, for a reason."""

    at: datetime
    writing: Writing
    answer: str = ""
    reason: CommentReason | None = None


Step = Writing | Deciding


def _at(year: int, month: int, day: int, hour: int) -> datetime:
    return datetime(year, month, day, hour, 15, tzinfo=LOCAL)


_EVENINGS: Final = Writing(
    _at(2017, 5, 10, 20),
    "Lan Anh",
    "MT1",
    "Buổi nói chuyện ở nhà văn hóa rất bổ ích. Mong có thêm buổi ngoài giờ hành chính cho người đi làm ca.",
)
_KEEPING: Final = Writing(
    _at(2018, 3, 5, 9),
    "Minh",
    "MT2",
    "Xã, phường đã được công nhận thì hằng năm giữ tiêu chuẩn thế nào? Xin cho biết kết quả từng năm.",
)
_HOW: Final = Writing(
    _at(2018, 9, 20, 14), "Hòa", "MT1", "Tôi muốn biết số xã, phường đáp ứng được tính như thế nào."
)
_LOANS: Final = Writing(
    _at(2019, 4, 2, 23), "Tư vấn vay", "MT1", "Cho vay nhanh, thủ tục gọn, xem tại www.vi-du.example."
)
_REPORT: Final = Writing(_at(2019, 11, 12, 22), "Ẩn danh", "MT2", "Tôi muốn báo một việc ở gần nơi tôi ở.")
_LEAFLETS: Final = Writing(
    _at(2020, 6, 8, 16), "Thu", _NEWS, "Tin ngắn gọn, dễ hiểu. Mong cổng đăng thêm tài liệu để tải về."
)
_TRAINING: Final = Writing(
    _at(2020, 12, 14, 19),
    "Dũng",
    "MT1",
    "Đề nghị hướng dẫn thêm về học nghề và vay vốn. Xin gọi lại cho tôi theo số 0912 345 678.",
)
_CALENDAR: Final = Writing(
    _at(2020, 12, 15, 10), "Hạnh", "MT1", "Bao giờ có lịch tuyên truyền của quý sau để bà con sắp xếp đi dự?"
)

STEPS: Final[tuple[Step, ...]] = (
    _EVENINGS,
    Deciding(
        _at(2017, 5, 12, 9),
        _EVENINGS,
        "Cảm ơn ý kiến. Phòng sẽ đề nghị các xã, phường bố trí thêm buổi ngoài giờ hành chính.",
    ),
    _KEEPING,
    Deciding(
        _at(2018, 3, 8, 15),
        _KEEPING,
        "Hằng năm xã, phường đăng ký, thành phố xét và ghi nhận quyết định. Kết quả có ở trang mục tiêu 2.",
    ),
    _HOW,
    Deciding(
        _at(2018, 9, 21, 10),
        _HOW,
        "Mục “Số này tính thế nào?” trên trang mục tiêu nêu cách tính và báo cáo của từng xã, phường.",
    ),
    _LOANS,
    Deciding(_at(2019, 4, 3, 8), _LOANS, reason=CommentReason.ADVERTISING),
    _REPORT,
    Deciding(_at(2019, 11, 13, 8), _REPORT, reason=CommentReason.DENUNCIATION),
    _LEAFLETS,
    Deciding(_at(2020, 6, 9, 8), _LEAFLETS),
    _TRAINING,
    _CALENDAR,
)


@dataclass(frozen=True)
class CommentTelling:
    """One run of this part over a stored plan and its first announcement."""

    plan: Plan
    cast: Cast

    def tell(self, step: Step) -> None:
        """Let one step happen at its moment."""
        with clock.standing_at(step.at):
            match step:
                case Writing():
                    send_comment(written=self._written(step))
                case Deciding():
                    self._decide(step)

    def _written(self, step: Writing) -> Written:
        news = Announcement.objects.order_by("pk").first() if step.about == _NEWS else None
        subject = Subject(announcement=news) if news else objective_of(self.plan, step.about)
        return Written(step.uid, subject, "vi", step.name, step.text)

    def _decide(self, step: Deciding) -> None:
        pk, by = Comment.objects.get(uid=step.writing.uid).pk, self.cast.reviewers[0]
        if step.reason is not None:
            reject_comments(pks=[pk], reason=step.reason, by=by)
        elif step.answer:
            answer_comment(pk=pk, text=step.answer, language="vi", by=by)
        else:
            approve_comments(pks=[pk], by=by)
