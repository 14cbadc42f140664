"""Addresses of work on what plans say, asked before those of reports, which take any key."""

from __future__ import annotations

from django.urls import path

from plans.views import comment_room, forecast, news_moves, newsroom, why_indicator

urlpatterns = [
    path("du-bao/<slug:slug>/", forecast.forecast, name="forecast"),
    path(
        "cach-tinh/<slug:slug>/<slug:code>/",
        why_indicator.page_inside,
        name="indicator-why-inside",
    ),
    path(
        "cach-tinh/<slug:slug>/<slug:code>.csv",
        why_indicator.file_inside,
        name="indicator-why-inside-csv",
    ),
    path("y-kien/", comment_room.comments, name="comment-room"),
    path("y-kien/<int:pk>/", comment_room.comment, name="comment-inside"),
    path("tin-tuc/", newsroom.room, name="newsroom"),
    path("tin-tuc/moi/", newsroom.new, name="news-new"),
    path("tin-tuc/<int:pk>/", newsroom.draft, name="news-draft"),
    path("tin-tuc/<int:pk>/sua/", newsroom.edit, name="news-edit"),
    path("tin-tuc/<int:pk>/cong-bo/", news_moves.publish, name="news-publish"),
    path("tin-tuc/<int:pk>/rut/", news_moves.withdraw, name="news-withdraw"),
    path("tin-tuc/<int:pk>/ve-nhap/", news_moves.take_back, name="news-back"),
    path("tin-tuc/<int:pk>/ban/<int:number>/", newsroom.version, name="news-version"),
]
