"""The administration page of a person: who it is, and which roles are and were held."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bg_portal import clock
from bg_portal.administration.records import RecordAdmin
from communes.models import User
from communes.people_words import membership_line
from communes.queries.people import memberships_in_force, memberships_of, people
from communes.roles import is_over


@admin.register(User)
class PersonAdmin(RecordAdmin):
    """People are invited, and on joining say their name and choose a password; nobody types it for them."""

    list_display = ("name", "email", "title", "roles", "is_active")
    list_filter = ("is_active", "memberships__role")
    search_fields = ("name_fold", "email")
    fields = ("name", "email", "title", "language", "is_active", "held")
    readonly_fields = ("held",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return people()

    @admin.display(description=gettext_lazy("roles today"))
    def roles(self, person: User) -> str:
        return "; ".join(membership_line(each) for each in memberships_in_force(person))

    @admin.display(description=gettext_lazy("roles held"))
    def held(self, person: User) -> SafeString:
        """Each role with its days; those that still hold can be ended, and another one given."""
        lines = format_html_join(
            "", "<li>{} {}</li>", [(membership_line(m), _end(m)) for m in memberships_of(person)]
        )
        give = reverse("person", args=[person.pk])
        return format_html('<ul>{}</ul><p><a href="{}">{}</a></p>', lines, give, _("Give another role"))


def _end(membership: Any) -> SafeString | str:
    if is_over(membership, clock.today()):
        return ""
    return format_html(
        '<a href="{}">{}</a>', reverse("membership-end", args=[membership.pk]), _("End this role")
    )
