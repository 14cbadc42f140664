"""Addresses: writing a report, checking and sending it, its receipts, and what is printed for it."""

from __future__ import annotations

from django.urls import path

from communes.views import drafting, nothing, receipts, sending, sheets

REPORT = "<slug:plan>/<slug:period>/<slug:slug>"

urlpatterns = [
    path(f"{REPORT}/lap/", drafting.report_start, name="report-start"),
    path(f"{REPORT}/soan/", drafting.report_edit, name="report-edit"),
    path(f"{REPORT}/khong-phat-sinh/", nothing.report_nil, name="report-nil"),
    path(f"{REPORT}/chep-loi-van/", drafting.report_copy, name="report-copy"),
    path(f"{REPORT}/kiem-tra/", sending.report_check, name="report-check"),
    path(f"{REPORT}/duyet/", sending.report_clear, name="report-clear"),
    path(f"{REPORT}/lay-lai/", sending.report_recall, name="report-recall"),
    path(f"{REPORT}/phieu/<int:number>/", receipts.receipt, name="receipt"),
    path(f"{REPORT}/so-van-ban/", receipts.report_number, name="report-number"),
    path(f"{REPORT}/bieu-trong/", sheets.report_blank, name="report-blank"),
    path(f"{REPORT}/phieu-cung-cap/", sheets.provider_sheets, name="provider-sheets"),
    path(f"{REPORT}/phieu-cung-cap/<int:number>/", sheets.provider_sheet, name="provider-sheet"),
]
