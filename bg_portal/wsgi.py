"""The door by which gunicorn, or any WSGI server, enters."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connections

from bg_portal import demonstration
from bg_portal.release import release

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bg_portal.settings")

application = get_wsgi_application()
release()  # read once, before there are several processes

if settings.PORTAL_DATE:
    if not demonstration.is_illustrative():
        raise SystemExit(f"\nThe portal did not start: {demonstration.REFUSAL}\n")
    connections.close_all()  # opened before gunicorn forks, and not to be shared by its processes
