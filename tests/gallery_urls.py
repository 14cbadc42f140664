"""The portal's addresses and the gallery of components."""

from __future__ import annotations

from django.urls import path

from bg_portal import gallery, urls

urlpatterns = [path("thanh-phan/", gallery.components), *urls.urlpatterns]
