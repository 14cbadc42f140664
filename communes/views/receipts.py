"""The receipt of each sending, and the page on which a document gets its number."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from communes.actions.numbering import number_report
from communes.forms.sending import NumberForm
from communes.presenting.head import crumbs, report_title
from communes.presenting.receipt import receipt as receipt_of
from communes.queries.reports import permitted_report, readable_report
from communes.queries.surroundings import surroundings
from communes.roles import Permission
from communes.views.drafting import form_methods
from communes.views.worker import worker
from plans.queries import plan_document


@require_safe
def receipt(request: HttpRequest, plan: str, period: str, slug: str, number: int) -> HttpResponse:
    """The receipt of one sending of a report, at any later time."""
    user = worker(request)
    report = readable_report(user, plan, period, slug)
    submission = report.submissions.select_related("entered_by").filter(number=number).first()
    if submission is None:
        raise Http404
    document = plan_document(report.period.plan, submission.plan_version)
    context = {
        "report": report,
        "key": (plan, period, slug),
        "crumbs": crumbs(report, _("Receipt")),
        "receipt": receipt_of(report, submission, surroundings(report), document, user),
        "may_number": user.has_perm(Permission.NUMBER_REPORT, report.commune),
    }
    return render(request, "communes/receipt.html", context)


@form_methods
def report_number(request: HttpRequest, plan: str, period: str, slug: str) -> HttpResponse:
    """Number, day and signer of the report's document; sent or not, without reopening it."""
    user = worker(request)
    report = permitted_report(user, plan, period, slug, Permission.NUMBER_REPORT)
    form = NumberForm(
        request.POST if request.method == "POST" else None, initial=NumberForm.initial_of(report)
    )
    if form.is_valid():
        number_report(report=report, by=user, **form.cleaned_data)
        messages.success(request, _("Number, day and signer of the document have been stored."))
        return redirect("report", plan, period, slug)
    context = {
        "form": form,
        "title": _("Number and day of the document"),
        "lead": report_title(report.commune, report.period),
        "crumbs": crumbs(report, _("Number and day of the document")),
        "key": (plan, period, slug),
    }
    return render(request, "communes/report_number.html", context, status=422 if form.errors else 200)
