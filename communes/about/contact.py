"""Whom to turn to; what the operator has not set is said to be missing, never made up."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from bg_portal.called import owner
from bg_portal.pieces import Words
from communes.about.pieces import Chapter, Page


def page() -> Page:
    """The page with what the operator has set."""
    return Page(
        title=_("Contact"),
        lead=_(
            "The portal is run by the city's Division of Labour, War Invalids and Social Affairs, on behalf of the %(owner)s."
        )
        % {"owner": owner()},
        chapters=(
            Chapter(_("The division"), says=_office()),
            Chapter(
                _("In danger, or to report an offence"),
                says=(
                    _(
                        "This portal takes no denunciations. Turn to the nearest police; if you or somebody else is trafficked or abused, call 111 or 113."
                    ),
                    _("(Both numbers are still to be checked by the portal's owner.)"),
                ),
            ),
            Chapter(
                _("About a figure or a page"),
                says=(
                    _(
                        "Name the address of the page and, for a figure, the reference number on the page “%(page)s”."
                    )
                    % {"page": _("Where this figure comes from")},
                ),
            ),
        ),
    )


def _office() -> tuple[Words, ...]:
    known = [settings.CONTACT_ADDRESS, settings.CONTACT_PHONE, settings.CONTACT_EMAIL]
    return tuple(filter(None, known)) or (
        _("Address, telephone and e-mail have not been entered yet; whoever runs the portal sets them."),
    )
