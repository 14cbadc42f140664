"""The portal's settings in production, and one address more."""

from __future__ import annotations

from bg_portal.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
