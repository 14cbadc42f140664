"""How gunicorn serves: two processes of four threads on loopback, JSON lines to stderr, no control socket."""

from __future__ import annotations

import os
from typing import Any

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
wsgi_app = "bg_portal.wsgi"
worker_class = "gthread"
workers = int(os.environ.get("WEB_PROCESSES", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True  # a wrong setting stops the start once, with its paragraph, not every worker again
timeout = 60
graceful_timeout = 8
control_socket_disable = True
logconfig_dict: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "bg_portal.logs.JsonFormatter"}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["lines"], "level": os.environ.get("LOG_LEVEL", "INFO")},
    # Requests are logged by bg_portal.logs with their id, so gunicorn's own access lines stay silent.
    "loggers": {
        "gunicorn.error": {"level": os.environ.get("LOG_LEVEL", "INFO"), "handlers": [], "propagate": True},
        "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
        # It would warn at each HEAD: Django leaves it to the server to drop the body, which this one does.
        "gunicorn.http.wsgi": {"level": "ERROR", "handlers": [], "propagate": True},
    },
}
