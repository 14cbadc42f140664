"""Argon2id sized for a small server: eight sign-ins at the same moment must fit beside everything else."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class OfficeArgon2Hasher(Argon2PasswordHasher):
    """19 MiB, two passes, one lane: the second of OWASP's recommended settings for Argon2id.

    Django's default asks for 100 MiB a check; eight threads checking passwords at once would then
    take 800 MiB from an office PC. Raising a number re-hashes each password at its next sign-in.
    """

    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1
