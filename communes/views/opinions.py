""" "Was this page useful?": one question on a page of its own, and its answers for the city."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from bg_portal.pieces import Link
from communes.actions.opinions import count_opinion
from communes.forms.opinion import OpinionForm
from communes.models.opinion import ADDRESS_MAX
from communes.opinion_address import page_asked_about
from communes.queries.opinions import opinions
from communes.roles import Permission
from communes.views.access import INVALID, form_methods
from communes.views.worker import worker


@csrf_exempt  # the signed field stands for the page; a cookie would follow the visitor
@login_not_required
@never_cache
@form_methods
def useful(request: HttpRequest) -> HttpResponse:
    """The question about the page of `?trang=`; its answer is counted and thanked for."""
    address = _address(request)
    form = OpinionForm(request.POST if request.method == "POST" else None, address=address)
    thanked = form.is_valid()
    if thanked:
        count_opinion(address=address, useful=form.cleaned_data["useful"] == "yes")
    elif form.is_bound:
        form.renew()
    context = {"form": form, "address": address, "thanked": thanked}
    status = INVALID if form.errors and not thanked else 200
    return render(request, "communes/useful.html", context, status=status)


def _address(request: HttpRequest) -> str:
    """The public page that is asked about; home where none is. Raises Http404 for any other."""
    if not request.GET.get("trang"):
        return reverse("home")
    try:
        address = page_asked_about(request.GET)
        view = resolve(address).func
    except (LookupError, Resolver404):
        raise Http404 from None
    if len(address) > ADDRESS_MAX or getattr(view, "login_required", True):
        raise Http404
    return address


@require_safe
def answers(request: HttpRequest) -> HttpResponse:
    """Which pages were found useful and which were not; for those who see the city's desk."""
    if not worker(request).has_perm(Permission.SEE_CITY_DESK):
        raise PermissionDenied
    crumbs = [Link(_("Desk"), reverse("desk")), Link(_("Were the pages useful?"))]
    return render(request, "communes/useful_answers.html", {"rows": opinions(), "crumbs": crumbs})
