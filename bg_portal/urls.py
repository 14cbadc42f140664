"""Every address of the portal: Vietnamese at the root, English under /en/."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from bg_portal import gallery, health

urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("", include("communes.urls_machines")),
    *i18n_patterns(
        path("lam-viec/", include("plans.urls_work")),
        path("", include("communes.urls")),
        path("", include("plans.urls")),
        path("quan-tri/", admin.site.urls),
        prefix_default_language=False,
    ),
]
if settings.DEBUG:
    urlpatterns += [path("thanh-phan/", gallery.components, name="gallery")]

handler400 = "bg_portal.refusals.bad_request"
handler403 = "bg_portal.refusals.forbidden"
handler404 = "bg_portal.refusals.not_found"
handler500 = "bg_portal.refusals.server_error"
