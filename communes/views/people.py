"""The administrator's page of people: who is there, with which roles, and who has been invited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from bg_portal import clock
from bg_portal.pieces import Link
from bg_portal.sorting import order_asked
from communes.actions import people as actions
from communes.forms.people import GrantForm, InviteForm, SearchForm
from communes.models import Invitation, Membership, User
from communes.people_mail import join_link
from communes.people_words import membership_line, role_line
from communes.presenting import people_order
from communes.queries.people import memberships_of, open_invitations, people
from communes.refusals import Refused
from communes.roles import Permission, in_force, is_over
from communes.views.access import form_methods, page

if TYPE_CHECKING:
    from bg_portal.pieces import Words

PEOPLE_ON_A_PAGE = 50
administrators_only = permission_required(Permission.MANAGE_PEOPLE, raise_exception=True)


@require_safe
@administrators_only
def people_list(request: HttpRequest) -> HttpResponse:
    """Everybody by given name or as asked, fifty a page, with today's roles; `tim` searches them."""
    search, order = SearchForm(request.GET), order_asked(request.GET, people_order.COLUMNS)
    sought = search.cleaned_data["tim"] if search.is_valid() else ""
    today = clock.today()
    found = people_order.in_order(order, people(sought), today)
    people_page = Paginator(found, PEOPLE_ON_A_PAGE).get_page(request.GET.get("trang"))
    rows = [
        (person, [membership_line(m) for m in memberships_of(person) if in_force(m, today)])
        for person in people_page
    ]
    context = {
        "page": people_page,
        "rows": rows,
        "order": order,
        "search": search,
        "invitations": _invitations(),
    }
    return render(request, "people/people_list.html", context)


@administrators_only
@form_methods
def invite(request: HttpRequest) -> HttpResponse:
    """Invite an address to a role; the link is shown this once, beside being mailed."""
    form = InviteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        language, email = get_language() or "", form.cleaned_data["email"]
        try:
            _invitation, token = actions.invite_person(
                email=email, grant=form.grant(), by=_administrator(request), language=language
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            context = {
                "email": email,
                "link": join_link(token, language),
                "crumbs": _crumbs(_("Invitation sent")),
            }
            return render(request, "people/invited.html", context)
    days = settings.INVITATION_DAYS
    return page(request, "people/invite.html", form, crumbs=_crumbs(_("Invite somebody")), days=days)


@administrators_only
@form_methods
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: the roles held and those ended, and the form for another one."""
    user = get_object_or_404(people(), pk=pk)
    form = GrantForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.grant_role(user=user, grant=form.grant(), by=_administrator(request))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The role has been given."))
            return redirect("person", user.pk)
    today = clock.today()
    held = [(m, membership_line(m), not is_over(m, today)) for m in memberships_of(user)]
    return page(request, "people/person.html", form, person=user, held=held, crumbs=_crumbs(user.name))


@administrators_only
@form_methods
def end_membership(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then ends a role."""
    membership = get_object_or_404(Membership.objects.select_related("user", "commune"), pk=pk)
    refusal = ""
    if request.method == "POST":
        try:
            actions.end_membership(membership=membership, by=_administrator(request))
        except Refused as refused:
            refusal = str(refused)
        else:
            messages.success(request, _("The role has been ended."))
            return redirect("person", membership.user_id)
    context = {"membership": membership, "line": membership_line(membership), "refusal": refusal}
    return render(request, "people/membership_end.html", context, status=409 if refusal else 200)


@administrators_only
@require_POST
def withdraw_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Makes the link of an open invitation stop working."""
    invitation = get_object_or_404(open_invitations(), pk=pk)
    actions.withdraw_invitation(invitation=invitation, by=_administrator(request))
    messages.success(request, _("The invitation has been withdrawn."))
    return redirect("people")


def _administrator(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - `administrators_only` lets nobody else in
    return request.user


def _invitations() -> list[tuple[Invitation, str]]:
    return [(each, role_line(each, each.communes.all())) for each in open_invitations()]


def _crumbs(here: Words) -> list[Link]:
    return [Link(_("People"), reverse("people")), Link(here)]
