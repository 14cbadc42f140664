"""The addresses of everything that needs communes, by audience."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("communes.urls_public")),
    path("", include("communes.urls_people")),
    path("lam-viec/", include("communes.urls_leader")),
    path("lam-viec/", include("communes.urls_years")),
    path("lam-viec/", include("communes.urls_city")),
    path("lam-viec/", include("communes.urls_reports")),
]
