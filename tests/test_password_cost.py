"""Passwords are hashed at a cost that eight threads of an office PC can bear at once."""

from __future__ import annotations

from bg_portal.hashers import OfficeArgon2Hasher
from bg_portal.settings import PASSWORD_HASHERS


def test_argon2_is_the_only_hasher_of_the_portal() -> None:
    assert PASSWORD_HASHERS == ["bg_portal.hashers.OfficeArgon2Hasher"]


def test_eight_checks_at_once_stay_under_two_hundred_megabytes() -> None:
    hasher = OfficeArgon2Hasher()
    encoded = hasher.encode("một mật khẩu", hasher.salt())
    assert "$argon2id$" in encoded
    assert hasher.verify("một mật khẩu", encoded)
    assert hasher.decode(encoded)["memory_cost"] * 1024 * 8 < 200_000_000
