"""The page an invitation's one-time link opens."""

from __future__ import annotations

from django.contrib import auth
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from bg_portal.pieces import Row
from communes.actions import access, people
from communes.forms.people import JoinForm, KnownForm
from communes.models import Invitation, User
from communes.people_words import role_line
from communes.queries.people import account_of, invitation_for
from communes.refusals import Refused
from communes.views.access import WRONG, form_methods, link_over, page, signed_in

BACKEND = "communes.backends.RoleBackend"


@login_not_required
@never_cache
@sensitive_post_parameters()
@form_methods
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Make the account, or sign in to the one the address has, and take up the role."""
    invitation = invitation_for(token)
    if invitation is None:
        return link_over(request)
    known = account_of(invitation.email)
    form = _form(request, invitation, known)
    if form.is_valid() and _joined(request, invitation, form):
        return redirect("desk")
    rows = [
        Row(_("E-mail address"), invitation.email),
        Row(_("Role"), role_line(invitation, invitation.communes.all())),
    ]
    return page(request, "people/join.html", form, known=known, rows=rows)


def _form(request: HttpRequest, invitation: Invitation, known: User | None) -> JoinForm | KnownForm:
    data = request.POST if request.method == "POST" else None
    return KnownForm(data) if known else JoinForm(data, user=User(email=invitation.email))


def _joined(request: HttpRequest, invitation: Invitation, form: JoinForm | KnownForm) -> bool:
    """Whether the valid form led to a signed-in person; where not, the form says why."""
    if isinstance(form, KnownForm):
        if signed_in(request, invitation.email, form.cleaned_data["password"]) is None:
            form.add_error("password", WRONG)
            return False
        newcomer = None
    else:
        newcomer = form.newcomer(get_language() or "")
    try:
        user = people.join(invitation=invitation, newcomer=newcomer)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    if newcomer is not None:
        auth.login(request, user, backend=BACKEND)
        access.note_sign_in(user=user)
    return True
