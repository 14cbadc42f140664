"""The addresses that everybody may open."""

from __future__ import annotations

from django.urls import path

from communes.views import comparing, public, search

urlpatterns = [
    path("", public.home, name="home"),
    path("xa-phuong/", public.commune_list, name="commune-list"),
    path("xa-phuong/<slug:slug>/", public.commune, name="commune"),
    path("nguon/<str:reference>/", public.source, name="source"),
    path("ke-hoach/<slug:slug>/so-sanh/", comparing.compare, name="compare"),
    path("tim-kiem/", search.search, name="search"),
]
