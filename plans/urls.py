"""The addresses of pages that need no commune."""

from __future__ import annotations

from django.urls import path

from plans.views import (
    changes,
    comments,
    indicator,
    measure,
    news,
    objective,
    period,
    plan,
    why_indicator,
    why_objective,
)

urlpatterns = [
    path("ke-hoach/<slug:slug>/", plan.plan, name="plan"),
    path("ke-hoach/<slug:slug>/chi-tieu/<slug:code>/", indicator.indicator, name="indicator"),
    path("ke-hoach/<slug:slug>/nhiem-vu/<int:order>/", measure.measure, name="measure"),
    path("ke-hoach/<slug:slug>/ky/<slug:key>/", period.period, name="period"),
    path("ke-hoach/<slug:slug>/muc-tieu/<slug:code>/", objective.objective, name="objective"),
    path("ke-hoach/<slug:slug>/thay-doi/", changes.changes, name="changes"),
    path("ke-hoach/<slug:slug>/muc-tieu/<slug:code>/cach-tinh/", why_objective.page, name="objective-why"),
    path(
        "ke-hoach/<slug:slug>/muc-tieu/<slug:code>/cach-tinh.csv",
        why_objective.file,
        name="objective-why-csv",
    ),
    path("ke-hoach/<slug:slug>/chi-tieu/<slug:code>/cach-tinh/", why_indicator.page, name="indicator-why"),
    path(
        "ke-hoach/<slug:slug>/chi-tieu/<slug:code>/cach-tinh.csv",
        why_indicator.file,
        name="indicator-why-csv",
    ),
    path("y-kien/", comments.comments, name="comments"),
    path("y-kien/viet/<path:about>/", comments.write, name="comment-write"),
    path("y-kien/cua-toi/<slug:token>/", comments.mine, name="comment-own"),
    path("tin-tuc/", news.news, name="news"),
    path("tin-tuc/atom.xml", news.atom, name="news-feed"),
    path("tin-tuc/anh/<slug:digest>.jpg", news.picture, name="news-picture"),
    path("tin-tuc/<int:year>/", news.year, name="news-year"),
    path("tin-tuc/<int:year>/<slug:slug>/", news.item, name="news-item"),
]
