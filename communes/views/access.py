"""Signing in and out, and passwords. No answer says whether an address is known."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import auth, messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme, urlsafe_base64_decode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bg_portal.http import kept_from, render_kept
from bg_portal.pieces import Row
from communes.actions import access
from communes.forms.people import AskResetForm, ChangePasswordForm, NewPasswordForm, SignInForm
from communes.models import User
from communes.people_mail import DAY
from communes.people_words import membership_line
from communes.queries.people import memberships_in_force
from communes.roles import Permission

form_methods = require_http_methods(["GET", "HEAD", "POST"])
INVALID = 422
WRONG = _("The e-mail address or the password is wrong.")


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@form_methods
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page; a form that arrived after its session ended is carried along in `kept`."""
    kept, target = kept_from(request), request.POST.get("next") or request.GET.get("next", "")
    if request.method != "POST" and request.user.is_authenticated:
        return _onward(request, request.user, target)
    form = SignInForm(request.POST if "username" in request.POST else None)
    if form.is_valid():
        user = signed_in(request, form.cleaned_data["username"], form.cleaned_data["password"])
        if user is not None:
            return render_kept(request, kept) if kept else _onward(request, user, target)
        form.add_error(None, WRONG)
    return page(request, "people/sign_in.html", form, kept=kept, next=target)


def signed_in(request: HttpRequest, email: str, password: str) -> User | None:
    """Sign a person in and record it, or record the failure; while the throttle holds nothing is recorded."""
    user = auth.authenticate(request, username=email, password=password)
    if isinstance(user, User):
        auth.login(request, user)
        access.note_sign_in(user=user)
        return user
    if not is_locked_out(request):
        access.note_failed_sign_in(email=email)
    return None


def is_locked_out(request: HttpRequest) -> bool:
    """Whether the throttle refused this attempt; its middleware answers in place of the view."""
    return bool(getattr(request, "axes_locked_out", False))


def locked_out(request: HttpRequest, *_arguments: Any) -> HttpResponse:
    """What the throttle answers: 429 in the reader's language, still holding what had been typed."""
    minutes = settings.AXES_COOLOFF_TIME // timedelta(minutes=1)
    return render(request, "429.html", {"kept": kept_from(request), "minutes": minutes}, status=429)


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, then show the public home."""
    if isinstance(request.user, User):
        access.note_sign_out(user=request.user)
    auth.logout(request)
    return redirect("home")


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """What the portal holds of who is signed in: name, address, roles."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - the middleware lets nobody else in
    rows = [
        Row(_("Full name"), user.name),
        Row(_("Position"), user.title),
        Row(_("E-mail address"), user.email),
        *(Row(_("Role"), membership_line(membership)) for membership in memberships_in_force(user)),
    ]
    return render(request, "people/account.html", {"rows": rows})


@sensitive_post_parameters()
@form_methods
def password_change(request: HttpRequest) -> HttpResponse:
    """A new password for who is signed in; this session goes on, all others end."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - the middleware lets nobody else in
    form = ChangePasswordForm(request.POST if request.method == "POST" else None, user=user)
    if not form.is_valid():
        return page(request, "people/password_change.html", form)
    access.change_password(user=user, password=form.cleaned_data["password"])
    update_session_auth_hash(request, user)
    messages.success(request, _("The new password holds from now on."))
    return _onward(request, user, "")


@login_not_required
@never_cache
@form_methods
def password_forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for a link to a new password; the answer is the same for every address."""
    form = AskResetForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return page(request, "people/password_forgotten.html", form)
    access.send_reset_link(email=form.cleaned_data["email"])
    return render(request, "people/password_mailed.html", {"days": settings.PASSWORD_RESET_TIMEOUT // DAY})


@login_not_required
@never_cache
@sensitive_post_parameters()
@form_methods
def password_reset(request: HttpRequest, uid: str, token: str) -> HttpResponse:
    """The page a mailed link opens; looking at it changes nothing, not even the session."""
    user = _user_of_link(uid, token)
    if user is None:
        return link_over(request)
    form = NewPasswordForm(request.POST if request.method == "POST" else None, user=user)
    if not form.is_valid():
        return page(request, "people/password_reset.html", form)
    access.reset_password(user=user, password=form.cleaned_data["password"])
    messages.success(request, _("The new password holds from now on: sign in with it."))
    return redirect("login")


def page(request: HttpRequest, template: str, form: Any, **context: object) -> HttpResponse:
    """A page with a form: 422 where what was sent cannot stand."""
    status = INVALID if form.errors else 200
    return render(request, template, {"form": form, **context}, status=status)


def link_over(request: HttpRequest) -> HttpResponse:
    """410 for a link that was used, is out of date, or never was."""
    days = {"invitation": settings.INVITATION_DAYS, "password": settings.PASSWORD_RESET_TIMEOUT // DAY}
    return render(request, "people/link_over.html", {"days": days}, status=410)


def _onward(request: HttpRequest, user: User, target: str) -> HttpResponse:
    """To where the person was going, if that is on this site; else a leader to the overview, others to the
    desk."""
    hosts, secure = {request.get_host()}, request.is_secure()
    if target and url_has_allowed_host_and_scheme(target, allowed_hosts=hosts, require_https=secure):
        return redirect(target)
    if user.has_perm(Permission.GIVE_INSTRUCTION):
        return redirect("leader")
    if user.has_perm(Permission.SEE_DESK):
        return redirect("desk")
    messages.warning(request, _("No role is open to this account today: ask the administrator."))
    return redirect("home")


def _user_of_link(uid: str, token: str) -> User | None:
    try:
        pk = int(urlsafe_base64_decode(uid))
    except ValueError:
        return None
    user = User.objects.filter(pk=pk, is_active=True).first()
    return user if default_token_generator.check_token(user, token) else None
