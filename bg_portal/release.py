"""Which release runs here, told from its files and settings: nobody has to give it a number."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Final

import django
from django.conf import settings

RELEASED: Final = ("*.py", "*.html", "*.mo", "*.toml", "*.csv", "*.css", "*.js", "*.svg")
"""Files that pages are made of."""
NAMES: Final = (
    "PORTAL_PLAN",
    "PORTAL_OWNER",
    "PORTAL_OWNER_EN",
    "CONTACT_ADDRESS",
    "CONTACT_PHONE",
    "CONTACT_EMAIL",
)
"""What is set and stands on pages."""
FOLDERS: Final = ("bg_portal", "plans", "communes", "templates", "static")


@lru_cache(maxsize=1)
def release() -> str:
    """What tells this release from every other, the same on each machine that runs it."""
    base = Path(settings.BASE_DIR)
    paths = {path for folder in FOLDERS for kind in RELEASED for path in (base / folder).rglob(kind)}
    named = [django.get_version(), *(getattr(settings, name) for name in NAMES)]
    found = hashlib.sha256("\0".join(named).encode())
    for path in sorted(paths):
        found.update(f"{path.relative_to(base)}\0".encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()
