"""The portal's settings as the tests see them: nothing of the machine's own environment leaks in."""

from __future__ import annotations

import os
from copy import deepcopy

os.environ.update(
    PORTAL_ENV_FILE=os.devnull,
    DEBUG="off",
    SECRET_KEY="only-for-tests-" + "x" * 50,
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    PORTAL_HTTPS="off",
    PORTAL_DATE="",
    PROXY_COUNT="0",
    LOG_LEVEL="WARNING",
    EMAIL_URL="consolemail://",
    DEFAULT_FROM_EMAIL="portal@example.vn",
    PORTAL_URL="https://portal.example.vn",
)
os.environ.pop("DATABASE_URL", None)
if "TEST_DATABASE_URL" in os.environ:  # see tests.postgres
    os.environ["DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]

from bg_portal.settings import *  # noqa: F403
from bg_portal.settings import DATABASES as PORTAL_DATABASES
from bg_portal.settings import MIDDLEWARE as PORTAL_MIDDLEWARE
from bg_portal.settings import VAR_DIR

DATABASES = deepcopy(PORTAL_DATABASES)
if "init_command" in DATABASES["default"].get("OPTIONS", {}):
    VAR_DIR.mkdir(exist_ok=True)
    # A file of each run's own, so that two runs do not meet; nothing in it has to survive a power cut.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / f"test-{os.getpid()}.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"

MIDDLEWARE = ["tests.guards.ReadingWritesNothing", *PORTAL_MIDDLEWARE]

# Manifest storage needs collectstatic first; one test runs that for real.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True  # whitenoise would ask for the folder that collectstatic makes
# Tests roll back, and then make another history under the same numbers.
PORTAL_READY_BYTES = 0
# Argon2 is slow on purpose; its parameters have a test of their own.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", "bg_portal.hashers.OfficeArgon2Hasher"]
