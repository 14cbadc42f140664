"""The door by which gunicorn, or any WSGI server, enters."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bg_portal.settings")

application = get_wsgi_application()
