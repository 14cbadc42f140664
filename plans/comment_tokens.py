"""Two signed values: the form's, which makes it one comment, and the key of the comment's private address."""

from __future__ import annotations

import uuid
from typing import Final, NamedTuple

from django.conf import settings
from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from plans.commenting import LEAST_SECONDS, OPEN_HOURS

FORM_SALT: Final = "plans.comment.form"
_KEY_SALT: Final = "plans.comment.key"
_KEY_LENGTH: Final = 32
_UID_LENGTH: Final = 32


class Issued(NamedTuple):
    """A form as it was given out: which comment it makes, and whether it is too young to be filled."""

    uid: uuid.UUID
    too_young: bool


def issue(place: str) -> str:
    """The value of a new form about something."""
    return signing.dumps([uuid.uuid4().hex, place], salt=FORM_SALT)


def read(token: str, place: str) -> Issued | None:
    """What a form's value says; None where it is none of ours, of another place, or open for too long."""
    try:
        uid, about = signing.loads(token, salt=FORM_SALT, max_age=OPEN_HOURS * 3600)
    except signing.BadSignature:
        return None
    if about != place:
        return None
    return Issued(uuid.UUID(uid), _is_younger(token, LEAST_SECONDS))


def _is_younger(token: str, seconds: int) -> bool:
    try:
        signing.loads(token, salt=FORM_SALT, max_age=seconds)
    except signing.SignatureExpired:
        return False
    return True


def key_of(uid: uuid.UUID, secret: str = settings.SECRET_KEY) -> str:
    """What opens a comment's private address: it follows from the comment and is stored nowhere."""
    proof = salted_hmac(_KEY_SALT, uid.hex, secret=secret, algorithm="sha256").hexdigest()
    return uid.hex + proof[:_KEY_LENGTH]


def uid_of(key: str) -> uuid.UUID | None:
    """The comment that a key opens; None for what is no key."""
    try:
        uid = uuid.UUID(hex=key[:_UID_LENGTH])
    except ValueError:
        return None
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return uid if any(constant_time_compare(key, key_of(uid, secret)) for secret in secrets) else None
