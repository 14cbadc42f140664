"""The addresses that everybody may open."""

from __future__ import annotations

from django.urls import path

from communes.views import about, commune, comparing, home, opinions, public, search

urlpatterns = [
    path("", home.home, name="home"),
    path("xa-phuong/", public.commune_list, name="commune-list"),
    path("xa-phuong/<slug:slug>/", commune.commune, name="commune"),
    path("nguon/<str:reference>/", public.source, name="source"),
    path("ke-hoach/<slug:slug>/so-sanh/", comparing.compare, name="compare"),
    path("tim-kiem/", search.search, name="search"),
    path("tro-giup/", about.guides, name="help"),
    path("tro-giup/<slug:role>/", about.guide, name="help-role"),
    path("cach-tinh/", about.methods, name="methods"),
    path("tiep-can/", about.accessibility, name="accessibility"),
    path("rieng-tu/", about.privacy, name="privacy"),
    path("lien-he/", about.contact, name="contact"),
    path("so-do/", about.site_map, name="site-map"),
    path("huu-ich/", opinions.useful, name="useful"),
]
