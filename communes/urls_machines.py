"""Addresses that machines know by heart; they have no language."""

from __future__ import annotations

from django.urls import path

from communes.views import machines

urlpatterns = [
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("robots.txt", machines.robots, name="robots"),
]
