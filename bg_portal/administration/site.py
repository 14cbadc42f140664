"""The administration pages: who comes in, by which door, and what is not kept a second time."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.models import LogEntry
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from bg_portal.called import PLAN_NAME

if TYPE_CHECKING:
    from typing import TypeVar

    View = TypeVar("View", bound=Callable[..., HttpResponseBase])

# Signing in, signing out and passwords have the portal's own pages; the rest serves nothing here.
NOT_HERE = {"logout", "password_change", "password_change_done", "autocomplete", "view_on_site"}


class PortalAdminSite(AdminSite):
    """Django's admin behind the portal's own sign-in, without a log of its own.

    Everything edited here is an entry of the ledger and an event of the audit chain, which nobody can
    change. Django's log of admin actions would be a second account of the same, in a table that anybody
    with access to the database may rewrite; so nothing is written to it and nothing is read from it.
    """

    site_header = _("Administration")
    site_title = PLAN_NAME
    index_title = _("Plans, communes, people, records")
    enable_nav_sidebar = False
    final_catch_all_view = False

    def get_urls(self) -> list[URLPattern | URLResolver]:
        return [pattern for pattern in super().get_urls() if getattr(pattern, "name", "") not in NOT_HERE]

    def admin_view(self, view: View, cacheable: bool = False) -> View:  # noqa: FBT001, FBT002  Django's
        """Who is signed in without the right to be here is told so, and not asked to sign in again."""
        guarded = super().admin_view(view, cacheable)

        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            return guarded(request, *args, **kwargs)

        return update_wrapper(inner, view)  # type: ignore[return-value]  # it is called as the view is

    def login(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """The portal's own sign-in page, where the throttle stands; one door for everybody."""
        target = request.GET.get("next") or reverse("admin:index", current_app=self.name)
        return redirect(f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': target})}")

    login = login_not_required(login)

    def get_log_entries(self, request: HttpRequest) -> QuerySet[LogEntry]:
        return LogEntry.objects.none()
