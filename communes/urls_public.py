"""The addresses that everybody may open."""

from __future__ import annotations

from django.urls import path

from communes.views import commune, public, search

urlpatterns = [
    path("", public.home, name="home"),
    path("xa-phuong/", public.commune_list, name="commune-list"),
    path("xa-phuong/<slug:slug>/", commune.commune, name="commune"),
    path("nguon/<str:reference>/", public.source, name="source"),
    path("tim-kiem/", search.search, name="search"),
]
