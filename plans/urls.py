"""The addresses of pages that need no commune."""

from __future__ import annotations

from django.urls import path

from plans import views

urlpatterns = [
    path("ke-hoach/<slug:slug>/", views.plan, name="plan"),
]
