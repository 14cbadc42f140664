"""Addresses: the desk, the city's view of a period, reading a report and deciding on it."""

from __future__ import annotations

from django.urls import path

from communes.views import board, city_periods, desk, opinions, review, withdrawals

PERIOD = "<slug:plan>/<slug:period>/"
REPORT = f"{PERIOD}<slug:commune>/"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("huu-ich/", opinions.answers, name="useful-answers"),
    path("bang-theo-doi/<slug:plan>/", board.report_board, name="board"),
    path(PERIOD, city_periods.period_desk, name="period-desk"),
    path(f"{PERIOD}dong/", city_periods.close, name="period-close"),
    path(f"{PERIOD}mo/", city_periods.reopen, name="period-open"),
    path(REPORT, review.report, name="report"),
    path(f"{REPORT}chap-nhan/", review.accept, name="report-accept"),
    path(f"{REPORT}tra-lai/", review.send_back, name="report-return"),
    path(f"{REPORT}mo-lai/", review.reopen, name="report-reopen"),
    path(f"{REPORT}gia-han/", review.extend, name="report-extend"),
    path(f"{REPORT}rut/<slug:code>/", withdrawals.withdraw, name="figure-withdraw"),
    path(f"{REPORT}so-lieu-han-che/", review.show_restricted, name="restricted"),
]
