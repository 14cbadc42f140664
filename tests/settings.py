"""The portal's settings as the tests see them: nothing of the machine's own environment leaks in."""

from __future__ import annotations

import os

os.environ.update(
    PORTAL_ENV_FILE=os.devnull,
    DEBUG="off",
    SECRET_KEY="only-for-tests-" + "x" * 50,
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    PORTAL_HTTPS="off",
    PORTAL_DATE="",
    LOG_LEVEL="WARNING",
    EMAIL_URL="consolemail://",
    DEFAULT_FROM_EMAIL="portal@example.vn",
)

from bg_portal.settings import *  # noqa: F403

# Manifest storage needs collectstatic first; one test runs that for real.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Argon2 is slow on purpose; its parameters have a test of their own.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", "bg_portal.hashers.OfficeArgon2Hasher"]
