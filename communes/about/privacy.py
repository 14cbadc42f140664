"""The privacy notice: what is stored of whom, why, how long; the spans are the ones the worker keeps to."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from bg_portal.outbox import KEPT_DAYS
from communes.about.pieces import Chapter, Page
from plans.comment_keeping import EMAIL_DAYS, PUBLIC_YEARS, REJECTED_DAYS, SENDER_HOURS


def page() -> Page:
    """The notice with the spans of this release."""
    return Page(
        title=_("Privacy"),
        lead=_(
            "The portal publishes figures about communes, never about a person. This page says what it stores of people, why, and how long."
        ),
        chapters=(
            Chapter(
                _("Visitors"),
                steps=(
                    _("Public pages set no cookie, count nobody and load nothing from anywhere else."),
                    _(
                        "Logs of requests hold the time, the path's name and the status, no address of a computer and no name."
                    ),
                    _("The typing aid keeps its setting in your browser and sends it nowhere."),
                    _(
                        "An answer to “Was this page useful?” is a number added to the page's count of the day, nothing else."
                    ),
                ),
            ),
            Chapter(
                _("People who write a comment"),
                steps=(
                    _(
                        "Name and text, to publish them once they were approved; an e-mail address, if one was given, only to tell what was decided and answered."
                    ),
                    _(
                        "Whoever holds the private address of a comment can take it back at any time: name, text, e-mail address and answer are deleted at once. That there was a comment is kept, without a word of it."
                    ),
                    _("A published comment is deleted after %(years)d years.") % {"years": PUBLIC_YEARS},
                    _(
                        "A comment that was not published is deleted %(days)d days after the decision; a denunciation with the decision. They are passed on to nobody."
                    )
                    % {"days": REJECTED_DAYS},
                    _(
                        "The e-mail address is deleted with the comment, at the latest %(days)d days after its last step."
                    )
                    % {"days": EMAIL_DAYS},
                    _(
                        "To slow down floods, a number that changes every day stands for the address of the computer for %(hours)d hours; the address itself is not stored, and nothing binds it to a comment."
                    )
                    % {"hours": SENDER_HOURS},
                ),
            ),
            Chapter(
                _("People who sign in"),
                steps=(
                    _(
                        "Name, e-mail address, position, language, and roles with their days: to know who wrote and who accepted a report. They are kept as long as the records they belong to."
                    ),
                    _("The password is stored as an Argon2 hash, from which it cannot be read."),
                    _(
                        "A session lasts as long as one works and ends %(hours)d hours after the last page; sessions that are over are deleted every night."
                    )
                    % {"hours": settings.SESSION_COOKIE_AGE // 3600},
                    _(
                        "Failed sign-ins are kept with the address of the computer to slow down guessing, and deleted every night."
                    ),
                    _(
                        "The audit chain keeps signing in, moves of reports and looks at restricted figures, with a person's number and no text. It is kept for ever."
                    ),
                    _("Mails are emptied %(days)d days after they were sent.") % {"days": KEPT_DAYS},
                ),
            ),
            Chapter(
                _("Reports of communes"),
                steps=(
                    _(
                        "There is no field about a person. Texts with an identity number, a telephone number or an e-mail address are refused."
                    ),
                    _(
                        "Texts, notes and reasons are never public; small numbers are protected as the page “How figures are computed” says."
                    ),
                ),
            ),
            Chapter(
                _("Your rights"),
                says=(
                    _(
                        "Law 91/2025/QH15 on the protection of personal data gives you the right to know, to correct and to delete. Turn to the division; the ways are on the page Contact."
                    ),
                ),
            ),
        ),
    )
