"""The addresses of pages that need no commune."""

from __future__ import annotations

from django.urls import path

from plans.views import indicator, measure, objective, plan

urlpatterns = [
    path("ke-hoach/<slug:slug>/", plan.plan, name="plan"),
    path("ke-hoach/<slug:slug>/chi-tieu/<slug:code>/", indicator.indicator, name="indicator"),
    path("ke-hoach/<slug:slug>/nhiem-vu/<int:order>/", measure.measure, name="measure"),
    path("ke-hoach/<slug:slug>/muc-tieu/<slug:code>/", objective.objective, name="objective"),
]
