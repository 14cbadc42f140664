"""The addresses of pages that need no commune."""

from __future__ import annotations

from django.urls import path

from plans.views import news, objective, plan

urlpatterns = [
    path("ke-hoach/<slug:slug>/", plan.plan, name="plan"),
    path("ke-hoach/<slug:slug>/muc-tieu/<slug:code>/", objective.objective, name="objective"),
    path("tin-tuc/", news.news, name="news"),
    path("tin-tuc/atom.xml", news.atom, name="news-feed"),
    path("tin-tuc/anh/<slug:digest>.jpg", news.picture, name="news-picture"),
    path("tin-tuc/<int:year>/", news.year, name="news-year"),
    path("tin-tuc/<int:year>/<slug:slug>/", news.item, name="news-item"),
]
