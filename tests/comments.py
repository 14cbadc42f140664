"""Comments that tests speak of: written by somebody, decided on by a reviewer."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import time_machine
from django.db import connection
from django.test import Client

from communes.models import User
from plans.actions.comments import Written, answer_comment, approve_comments, reject_comments, send_comment
from plans.comment_queries import Subject, objective_of
from plans.comment_tokens import key_of
from plans.models import Announcement, Comment
from plans.vocabulary import CommentReason
from tests import factories as f
from tests.city import browser
from tests.page_forms import forms_of

PLACE = "125-kh-ubnd/MT1"
WRITE = f"/y-kien/viet/{PLACE}/"
TEXT = "Mong có thêm buổi tuyên truyền ngoài giờ hành chính."
ROOM = "/lam-viec/y-kien/"
OBJECTIVE = "/ke-hoach/125-kh-ubnd/muc-tieu/MT1/"
PUBLIC = ("/y-kien/", f"/y-kien/?ve={PLACE}", OBJECTIVE, f"/en{OBJECTIVE}", "/en/y-kien/")
"""Where a comment on the first objective is read."""
EMAIL = "kin@rieng.vn"
MARK = "chuduynhat"
TYPED = {
    "name": "Lan Anh",
    "email": "lan@example.vn",
    "text": f"Mong có thêm buổi tối ({MARK}).\n\nXin cảm ơn “mọi người” <3",
}
"""What somebody types into the form, with a word that stands nowhere else."""


def written(text: str = TEXT, *, news: Announcement | None = None, **changed: Any) -> Written:
    """What somebody wrote about the first objective, or about an announcement."""
    values: dict[str, Any] = {"uid": uuid.uuid4(), "language": "vi", "name": "Lan Anh", "sender": "x"}
    values["subject"] = Subject(announcement=news) if news else objective_of(f.plan_loaded(), "MT1")
    return Written(text=text, **{**values, **changed})


def sent(text: str = TEXT, **changed: Any) -> Comment:
    """A comment that waits; each from a machine of its own."""
    return send_comment(written=written(text, **{"sender": uuid.uuid4().hex, **changed}))


def approved(by: User, text: str = TEXT, **changed: Any) -> Comment:
    """A comment that everybody reads."""
    comment = sent(text, **changed)
    approve_comments(pks=[comment.pk], by=by)
    comment.refresh_from_db()
    return comment


def answered(by: User, text: str = TEXT, answer: str = "Cảm ơn ý kiến.", **changed: Any) -> Comment:
    """A comment with the city's answer beside it."""
    comment = sent(text, **changed)
    answer_comment(pk=comment.pk, text=answer, language="vi", by=by)
    comment.refresh_from_db()
    return comment


def rejected(by: User, reason: CommentReason = CommentReason.OFF_TOPIC, **changed: Any) -> Comment:
    """A comment that was not published."""
    comment = sent(**changed)
    reject_comments(pks=[comment.pk], reason=reason, by=by)
    comment.refresh_from_db()
    return comment


def read(address: str, client: Client | None = None) -> str:
    """What somebody reads at an address; signed out, where no browser is given."""
    return (client or Client()).get(address).content.decode()


def inside(comment: Comment) -> str:
    """Where the city decides on it."""
    return f"{ROOM}{comment.pk}/"


def form_at(client: Client, address: str) -> dict[str, list[str]]:
    """What the form of decisions at that address sends where nothing is typed."""
    found = forms_of(client.get(address).content, address)
    return next(each for each in found if "approve" in each.names() or "answer" in each.names()).untouched()


def pressed(by: User, comment: Comment, **typed: str) -> Any:
    """The form of a comment as its page shows it now, sent by somebody."""
    client, address = browser(by), inside(comment)
    return client.post(address, {**form_at(client, address), **typed})


def later(seconds: float) -> time_machine.travel:
    """So many seconds from now, by the clock that tells how old a form is."""
    return time_machine.travel(timedelta(seconds=seconds), tick=False)


def posted(typed: Mapping[str, Any], *, at: str = "10.0.0.1", client: Client | None = None) -> Any:
    """What somebody at that machine gets who sends this."""
    return (client or Client()).post(WRITE, typed, REMOTE_ADDR=at)


def places_of(*words: str) -> set[str]:
    """Every column of the database, as "table.column", that holds one of the words."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            for column in connection.introspection.get_table_description(cursor, table):
                for word in words:
                    cursor.execute(
                        f'SELECT COUNT(*) FROM "{table}" WHERE CAST("{column.name}" AS TEXT) LIKE %s',
                        [f"%{word}%"],
                    )
                    if cursor.fetchone()[0]:
                        found.add(f"{table}.{column.name}")
    return found


def form_of(client: Client, address: str = WRITE, *, seconds: int = 60) -> dict[str, list[str]]:
    """What the untouched form at that address sends, given out so many seconds ago."""
    with later(-seconds):
        page = client.get(address)
    return form_in(page.content, address)


def filled(seconds: float = 60, **typed: str) -> dict[str, Any]:
    """The form as a browser sends it, so many seconds after it was opened."""
    return {**form_of(Client(), seconds=int(seconds)), **TYPED, **typed}


def form_in(page: bytes, address: str = WRITE) -> dict[str, list[str]]:
    """What the form of a page sends as it stands."""
    return next(each for each in forms_of(page, address) if "token" in each.names()).untouched()


def addressed(people: Mapping[str, User | None]) -> dict[str, dict[str, str | int]]:
    """What stands on the stage, by the addresses that lead to it."""
    reviewer = people["reviewer"]
    assert reviewer is not None
    public = answered(reviewer)
    waiting = sent("Đề nghị hướng dẫn thêm về vay vốn.", name="Minh")
    return {
        "comment-write": {"about": PLACE},
        "comment-own": {"token": key_of(public.uid)},
        "comment-inside": {"pk": waiting.pk},
    }
