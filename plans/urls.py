"""The addresses of pages that need no commune."""

from __future__ import annotations

from django.urls import path

from plans.views import changes, objective, plan

urlpatterns = [
    path("ke-hoach/<slug:slug>/", plan.plan, name="plan"),
    path("ke-hoach/<slug:slug>/muc-tieu/<slug:code>/", objective.objective, name="objective"),
    path("ke-hoach/<slug:slug>/thay-doi/", changes.changes, name="changes"),
]
