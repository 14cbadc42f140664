"""Every setting of the portal, read from the environment alone; .env.example lists what can be set."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
ENV_FILE = Path(env.str("PORTAL_ENV_FILE", default=str(BASE_DIR / ".env")))
if ENV_FILE.is_file():
    env.read_env(ENV_FILE)
# What an installation makes for itself: database, static files, first accounts. Never part of a release.
VAR_DIR = Path(env.str("PORTAL_VAR", default=str(BASE_DIR / "var")))

DEBUG = env.bool("DEBUG", default=False)


def required(name: str, advice: str, in_debug: str) -> str:
    """A setting without which production must not start.

    SystemExit, not an exception: the operator reads one paragraph instead of a traceback.
    """
    value = env.str(name, default="")
    if not value and not DEBUG:
        raise SystemExit(
            f"\nThe portal did not start: {name} is not set.\n{advice}\n"
            "Set it in the environment or in a file .env beside manage.py (.env.example lists everything\n"
            "that can be set), or set DEBUG=on on a development machine only.\n"
        )
    return value or in_debug


def day(name: str) -> date | None:
    """The day a setting names as YYYY-MM-DD, or None when it is empty."""
    value = env.str(name, default="")
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise SystemExit(f"\n{name} must be a day written as YYYY-MM-DD; it is {value!r}.\n") from None


# ── Who may call, and how ────────────────────────────────────────────────────────────────────────
SECRET_KEY = required(
    "SECRET_KEY",
    "It signs sessions and links. Make one and keep it:\n"
    "    python3 -c 'import secrets; print(secrets.token_urlsafe(50))'",
    in_debug="only-for-development-" + "x" * 40,
)
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = required(
    "ALLOWED_HOSTS",
    "It lists, separated by commas, the host names under which people reach the portal,\n"
    "for example ALLOWED_HOSTS=portal.example.vn",
    in_debug="localhost,127.0.0.1,[::1]",
).split(",")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# How many proxies stand in front; each must add the address it saw to X-Forwarded-For.
PROXY_COUNT = env.int("PROXY_COUNT", default=0)
# Off only where the portal is reached over plain http, as with `make run` on the same machine.
PORTAL_HTTPS = env.bool("PORTAL_HTTPS", default=not DEBUG)
if PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = PORTAL_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000 if PORTAL_HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PORTAL_HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = PORTAL_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

# ── What the portal is made of ───────────────────────────────────────────────────────────────────
INSTALLED_APPS = [
    "bg_portal",
    "bg_portal.audit",
    "bg_portal.outbox",
    "plans",
    "communes",
    "bg_portal.administration.apps.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "axes",
    "csp",
]
MIDDLEWARE = [
    "bg_portal.logs.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "bg_portal.refusals.RefusalPagesMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "bg_portal.http.PrivatePagesMiddleware",
    "bg_portal.http.KeepingLoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "bg_portal.urls"
WSGI_APPLICATION = "bg_portal.wsgi.application"
FORM_RENDERER = "bg_portal.forms.PortalRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "bg_portal.context.site",
            ]
        },
    }
]
# What bg_portal.context asks: both know the communes app, which the kit does not.
PORTAL_NAVIGATION = "communes.navigation.links"
PORTAL_ILLUSTRATIVE = "communes.navigation.is_illustrative"
PORTAL_ABOUT = "communes.navigation.about"
# What plans.provenance asks, because plans do not know reports: which sending was accepted, which came late.
PORTAL_ACCEPTANCES = "communes.queries.submissions.acceptances"
PORTAL_LATE_REPORTS = "communes.queries.reporting.late_reports"
# What bg_portal.etag asks whether a public page is still as it was: SQL of one value that changes whenever
# something public changes. Who brings other public rows adds theirs.
PORTAL_STAMPS = (
    "plans.stamps.LEDGER",
    "plans.stamps.NEWS",
    "plans.stamps.COMMENTS",
    "communes.stamps.PLACES",
)
PORTAL_READY_BYTES = 16_000_000  # of computed public pages, kept by each process
# Whose models the administration pages show.
PORTAL_ADMIN = ("plans.admin", "communes.admin", "bg_portal.audit.admin")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ── Database ─────────────────────────────────────────────────────────────────────────────────────
DATABASE_URL = env.str("DATABASE_URL", default="") or f"sqlite:///{VAR_DIR / 'portal.sqlite3'}"
if not DATABASE_URL.startswith(("postgres://", "postgresql://", "sqlite:///")):
    raise SystemExit("\nDATABASE_URL must begin with postgres:// or sqlite:///; .env.example shows how.\n")
DATABASE = env.db_url_config(DATABASE_URL)
if DATABASE["ENGINE"].endswith("sqlite3"):
    # Without waiting writers and IMMEDIATE transactions two thirds of simultaneous writes were lost;
    # FULL because an accepted report must survive a power cut; recursive_triggers because
    # INSERT OR REPLACE otherwise passes by the triggers that keep the ledger append-only.
    DATABASE["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
        "PRAGMA foreign_keys=ON;PRAGMA recursive_triggers=ON;",
    }
    # A file: Django's in-memory test database answers "locked" at once, so races would test nothing.
    DATABASE["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
# Seconds that a connection is used again: with 0 PostgreSQL answers a fifth as often, and SQLite spends more
# on opening its file and on the rules above than on most questions.
DATABASE["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DATABASE["CONN_HEALTH_CHECKS"] = True
DATABASES: dict[str, Any] = {"default": DATABASE}

# ── People ───────────────────────────────────────────────────────────────────────────────────────
AUTH_USER_MODEL = "communes.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "communes.backends.RoleBackend"]
PASSWORD_HASHERS = ["bg_portal.hashers.OfficeArgon2Hasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{validator}"}
    for validator in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
PASSWORD_LEAST = 10  # characters
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": PASSWORD_LEAST}  # type: ignore[assignment]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
INVITATION_DAYS = 7  # decision of the house: long enough for a week's leave
SESSION_COOKIE_AGE = 10 * 3600  # a working day, sliding; see bg_portal.http.slide
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "bg_portal.refusals.csrf_failure"
AXES_USERNAME_FORM_FIELD = "username"  # what is handed to authenticate(), too; axes would look for "email"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # a whole ministry may share one address
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # the audit chain keeps sign-ins
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "communes.views.access.locked_out"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "path_info", "kept"]  # in no log: links hold tokens
AXES_CLIENT_IP_CALLABLE = "bg_portal.http.client_address"

# ── Audit ────────────────────────────────────────────────────────────────────────────────────────
# For each kind of event that holds a digest: who computes it anew from the rows (audit.verification).
AUDIT_WITNESSES = {
    "ledger.entered": "plans.ledger.witness",
    "targets.stored": "plans.actions.target_rows.witness",
    "submission.sent": "communes.queries.vouched.submissions",
    "report.moved": "communes.queries.vouched.passages",
    "extension.granted": "communes.queries.vouched.extensions",
    "period.closed": "communes.queries.vouched.closings",
    "period.reopened": "communes.queries.vouched.openings",
    "recognition.recorded": "communes.queries.vouched.recognitions",
    "proposal.answered": "communes.queries.vouched.proposal_answers",
    "instruction.given": "communes.queries.vouched.instructions",
    "instruction.moved": "communes.queries.vouched.instruction_moves",
    "announcement.saved": "plans.news_queries.versions_vouched",
    "announcement.moved": "plans.news_queries.moves_vouched",
    "comment.moved": "plans.comment_queries.moves_vouched",
}

# ── Requests ─────────────────────────────────────────────────────────────────────────────────────
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440  # bytes
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000  # the longest report form has about 300

# ── Language, time, files ────────────────────────────────────────────────────────────────────────
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "bg_portal" / "locale"]
FORMAT_MODULE_PATH = "bg_portal.formats"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
PORTAL_DATE = day("PORTAL_DATE")  # the day the portal believes it is; see bg_portal.clock
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_STORAGE_CLASS = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
# Pictures of announcements: behind the storage below, and shown by a page of the portal alone.
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/tin-tuc/anh/"
FILE_UPLOAD_PERMISSIONS = 0o640
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATICFILES_STORAGE_CLASS},
}

# ── Mail and logs ────────────────────────────────────────────────────────────────────────────────
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portal@localhost")
EMAIL_TIMEOUT = 20  # seconds
# Where people reach the portal: links in mails begin with it.
HERE = f"https://{ALLOWED_HOSTS[0]}" if PORTAL_HTTPS else f"http://127.0.0.1:{env.int('PORT', default=8000)}"
PORTAL_URL = env.str("PORTAL_URL", default=HERE).rstrip("/")
# What the portal calls its plan, and whose it is, where no plan is at hand; see bg_portal.called.
PORTAL_PLAN = env.str("PORTAL_PLAN", default="125/KH-UBND")
PORTAL_OWNER = env.str("PORTAL_OWNER", default="Ủy ban nhân dân thành phố Bắc Giang")
PORTAL_OWNER_EN = env.str("PORTAL_OWNER_EN", default="People's Committee of Bac Giang City")
# How visitors reach whoever runs the portal; what is not set is said to be missing.
CONTACT_ADDRESS = env.str("CONTACT_ADDRESS", default="")
CONTACT_PHONE = env.str("CONTACT_PHONE", default="")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="")
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "bg_portal.logs.JsonFormatter"},
        "words": {"format": "%(levelname)s %(name)s: %(message)s"},
    },
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "words" if DEBUG else "json"}},
    "root": {"handlers": ["lines"], "level": env.str("LOG_LEVEL", default="INFO")},
    # Django mails errors to ADMINS and writes in a form of its own unless its loggers are told otherwise.
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        "django.request": {"level": "ERROR"},  # refusals are in bg_portal.requests, with the request's id
    },
}
