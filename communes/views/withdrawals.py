"""Taking a published figure down at once."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from communes.actions.figures import withdraw_figure
from communes.forms.review import WithdrawForm
from communes.presenting.sheet import is_restricted
from communes.presenting.wording import name_of, value_words
from communes.queries.history import answer_of_reading
from communes.queries.review import Address, accepted_figures
from communes.roles import Permission
from communes.views.access import form_methods
from communes.views.move_page import MovePage
from communes.views.review import existing, reviewed
from communes.views.worker import worker
from plans.models import Indicator


@form_methods
def withdraw(request: HttpRequest, plan: str, period: str, commune: str, code: str) -> HttpResponse:
    """One figure, its value, the reason; restricted values are not shown on the way."""
    user = worker(request)
    found = reviewed(user, Address(plan, period, commune), Permission.WITHDRAW_FIGURE)
    report = existing(found)
    reading = accepted_figures(found.plan, found.commune, found.period).here.get(code)
    if reading is None:
        raise Http404
    indicator = Indicator.objects.get(plan=found.plan, code=code)
    form = WithdrawForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        reason = form.cleaned_data["reason"]
        withdraw_figure(report=report, indicator=indicator, reason=reason, by=user)

    stated = found.document.indicator(code)
    value = "" if is_restricted(stated) else value_words(stated, answer_of_reading(code, reading))
    title = _("Take down a published figure")
    page = MovePage(
        request,
        found,
        form,
        "communes/figure_withdraw.html",
        title,
        name=name_of(stated),
        code=code,
        value=value,
    )
    return page.answer(act, _("The figure is taken down; the commune has been told."))
