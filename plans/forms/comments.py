"""The forms of comments: writing one, taking it back, and what the city decides."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bg_portal.fields import REQUIRED, LineField, LinesField, cleaned
from plans import words
from plans.comment_tokens import Issued, issue, read
from plans.commentflow import Seen
from plans.commenting import ANSWER_MAX, EMAIL_MAX, LINKS_MAX, NAME_MAX, TEXT_MAX, links_in
from plans.vocabulary import CommentReason, CommentState

CHOSEN_MAX = 200


class EmailField(forms.EmailField):
    """An address of anybody's, as it was typed."""

    def __init__(self, **options: Any) -> None:
        messages = {
            "invalid": _("Write an e-mail address, for example ten@example.vn, or leave the field empty."),
            "max_length": _("This is too long: at most %(limit_value)d characters, now %(show_value)d."),
        }
        super().__init__(max_length=EMAIL_MAX, error_messages=messages, **options)

    def to_python(self, value: Any) -> str:
        return cleaned(super().to_python(value) or "")


class CommentForm(forms.Form):
    """A comment. Its signed `token` makes what is sent twice one comment, and tells how old the form is.

    `website` is seen by nobody and filled in by programs that fill in everything; whoever does so by mistake
    is told, and the field is emptied.
    """

    name = LineField(
        label=_("Your name"),
        max_length=NAME_MAX,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("It is published beside the comment; a short name will do."),
    )
    email = EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Never shown. Used only to tell you what was decided and answered."),
    )
    text = LinesField(
        label=_("Comment"),
        max_length=TEXT_MAX,
        rows=8,
        help_text=_("Please write Vietnamese with its accents, so that everybody reads it with ease."),
    )
    website = LineField(
        label=_("Leave this field empty"),
        max_length=TEXT_MAX,
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    use_required_attribute = False
    data: QueryDict

    def __init__(self, data: QueryDict | None = None, *, place: str, **options: Any) -> None:
        super().__init__(data, initial={"token": "" if data else issue(place)}, **options)
        self.place = place

    @property
    def seen(self) -> list[forms.BoundField]:
        """The fields that people fill in."""
        return [field for field in self.visible_fields() if field.name != "website"]

    @property
    def is_trapped(self) -> bool:
        """Whether the field that nobody sees was filled in: now it is shown, so that a person can see why."""
        return "website" in self.errors

    @property
    def issued(self) -> Issued:
        """What the token of a valid form says."""
        found: Issued = self.cleaned_data["token"]
        return found

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if links_in(text) > LINKS_MAX:
            message = ngettext(
                "At most %(n)d link: take the others out.",
                "At most %(n)d links: take the others out.",
                LINKS_MAX,
            )
            raise ValidationError(message % {"n": LINKS_MAX})
        return text

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            self._carry(website="")
            raise ValidationError(_("This field was filled in by itself. It is empty again: send once more."))
        return ""

    def clean(self) -> dict[str, Any]:
        """The form is one that was given out here, and somebody has had the time to fill it in."""
        found = read(str(self.cleaned_data.get("token") or ""), self.place)
        if found is None:
            self.renew()
            raise ValidationError(
                _("This form was open for too long. Everything typed is here: send it once more, please.")
            )
        if found.too_young:
            raise ValidationError(_("This came faster than one can type. Wait a moment, then send it again."))
        return {**self.cleaned_data, "token": found}

    def renew(self) -> None:
        """Another token, so that what was typed can be sent as one more comment."""
        self._carry(token=issue(self.place))

    def _carry(self, **values: str) -> None:
        changed = self.data.copy()
        for name, value in values.items():
            changed[name] = value
        self.data = changed


class RejectForm(forms.Form):
    """Why a comment is not published."""

    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=[("", _("Choose a reason")), *words.choices(CommentReason)],
        error_messages={"required": _("Choose a reason."), "invalid_choice": _("Choose from the list.")},
    )

    use_required_attribute = False

    @property
    def chosen(self) -> CommentReason:
        """The reason of a valid form."""
        return CommentReason(self.cleaned_data["reason"])


class AnswerForm(forms.Form):
    """What the city answers in public."""

    text = LinesField(
        label=_("Answer of the city"),
        max_length=ANSWER_MAX,
        rows=6,
        help_text=_("It is published beside the comment, in the name of the city. Name no person in it."),
    )
    language = forms.ChoiceField(
        label=_("Language of the answer"),
        choices=[("vi", _("Vietnamese")), ("en", _("English"))],
        error_messages={**REQUIRED, "invalid_choice": _("Choose from the list.")},
    )

    use_required_attribute = False


def chosen(data: QueryDict) -> list[int]:
    """The comments ticked in a list, as far as they are numbers of comments."""
    sent = data.getlist("chosen")[:CHOSEN_MAX]
    return [int(value) for value in sent if value.isascii() and value.isdigit() and len(value) < 10]


def seen(data: QueryDict) -> Seen:
    """How the comment stood on the page that was sent; one that does not say showed nothing that stands."""
    state, _dash, move = data.get("seen", "").partition("-")
    known = state in set(CommentState) and move.isascii() and move.isdigit() and len(move) < 19
    return Seen(CommentState(state), int(move)) if known else Seen(CommentState.WITHDRAWN, 0)
