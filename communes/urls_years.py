"""Addresses of what the city decides by year; they come before those of periods, which take any key."""

from __future__ import annotations

from django.urls import path

from communes.views import recognition, targets

YEAR = "<int:year>/"

urlpatterns = [
    path(f"<slug:plan>/cong-nhan/{YEAR}", recognition.recognition, name="recognition"),
    path(f"<slug:plan>/chi-tieu/{YEAR}", targets.targets, name="targets"),
    path(f"<slug:plan>/chi-tieu/{YEAR}dan/", targets.paste, name="targets-paste"),
    path(f"<slug:plan>/chi-tieu/{YEAR}<slug:code>/", targets.indicator, name="targets-indicator"),
]
