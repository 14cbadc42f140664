"""The form of an announcement: the text with its source and picture, in both languages."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, Final, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bg_portal.fields import REQUIRED, DayField, LineField
from plans.markup import clean_markup
from plans.models import Picture, Plan
from plans.news_content import (
    ADDRESS_MAX,
    ALT_MAX,
    BODY_MAX,
    SOURCE_MAX,
    SUMMARY_MAX,
    TITLE_MAX,
    NewsContent,
)
from plans.pictures import Rewritten, rewritten

NAMES: Final = tuple(each.name for each in fields(NewsContent))
_SEPARATOR: Final = " "
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


class Abouts(NamedTuple):
    """What an announcement can be about: plans by their slugs, and the list of them and their parts."""

    plans: Mapping[str, Plan]
    choices: Sequence[tuple[str, Any]]


class MarkupField(forms.CharField):
    """Lines of the small markup."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 16, "data-paste": True})
        too_long = _("This is too long: at most %(limit_value)d characters, now %(show_value)d.")
        messages = {**REQUIRED, "max_length": too_long}
        super().__init__(max_length=BODY_MAX, strip=False, widget=widget, error_messages=messages, **options)

    def to_python(self, value: Any) -> str:
        try:
            return clean_markup(super().to_python(value) or "")
        except ValueError as error:
            raise ValidationError(gettext(str(error))) from error


class PictureField(forms.FileField):
    """A picture, written anew before anything else sees it."""

    def __init__(self, **options: Any) -> None:
        widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})
        messages = {
            "empty": _("Choose a picture: a file of the type JPEG, PNG or WebP."),
            "invalid": _("Choose a picture: a file of the type JPEG, PNG or WebP."),
        }
        super().__init__(widget=widget, required=False, error_messages=messages, **options)

    def to_python(self, data: Any) -> Any:
        file = super().to_python(data)
        if file is None:
            return None
        try:
            return rewritten(file.file, file.size)
        except ValueError as error:
            raise ValidationError(gettext(str(error))) from error


class NewsForm(forms.Form):
    """Everything an announcement says. The picture and the English text are optional."""

    uid = forms.CharField(required=False, widget=forms.HiddenInput)
    number = forms.CharField(required=False, widget=forms.HiddenInput)
    picture = forms.CharField(required=False, widget=forms.HiddenInput)
    about = forms.ChoiceField(
        label=_("What it is about"),
        error_messages={**REQUIRED, "invalid_choice": _("Choose from the list.")},
    )
    title_vi = LineField(label=_("Title"), max_length=TITLE_MAX)
    summary_vi = LineField(
        label=_("Summary"),
        max_length=SUMMARY_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences: they stand in lists and in the feed."),
    )
    body_vi = MarkupField(label=_("Text"))
    source_vi = LineField(
        label=_("Source"),
        max_length=SOURCE_MAX,
        required=False,
        help_text=_("Where it was told first: the body or the publication, without an address."),
    )
    source_on = DayField(label=_("Date of the source"), required=False)
    source_url = LineField(
        label=_("Address of the source"),
        max_length=ADDRESS_MAX,
        required=False,
        help_text=_("Beginning with http:// or https://."),
    )
    picture_file = PictureField(
        label=_("Picture"),
        help_text=_("JPEG, PNG or WebP, at most 8 MB. Place, time and device are removed from it."),
    )
    consent = forms.BooleanField(
        label=_("Nobody can be recognised in the new picture, or all who can have agreed"), required=False
    )
    alt_vi = LineField(
        label=_("What the picture shows"),
        max_length=ALT_MAX,
        required=False,
        help_text=_("In a sentence, for those who do not see it. Needed with a picture."),
    )
    no_picture = forms.BooleanField(label=_("Without a picture from now on"), required=False)
    title_en = LineField(label=_("Title in English"), max_length=TITLE_MAX, required=False)
    summary_en = LineField(
        label=_("Summary in English"),
        max_length=SUMMARY_MAX,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    body_en = MarkupField(label=_("Text in English"), required=False)
    source_en = LineField(label=_("Source in English"), max_length=SOURCE_MAX, required=False)
    alt_en = LineField(label=_("What the picture shows, in English"), max_length=ALT_MAX, required=False)

    use_required_attribute = False
    ENGLISH = ("title_en", "summary_en", "body_en", "source_en", "alt_en")

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        abouts: Abouts,
        **options: Any,
    ) -> None:
        super().__init__(data, files, **options)
        self.plans = abouts.plans
        self.fields["about"].choices = abouts.choices  # type: ignore[attr-defined]

    @property
    def english(self) -> list[forms.BoundField]:
        """The fields of the English text, which stand apart."""
        return [self[name] for name in self.ENGLISH]

    @property
    def first(self) -> list[forms.BoundField]:
        """All others that are seen."""
        kept = self.picture_digest
        left_out = {*self.ENGLISH, *(() if kept else ("no_picture",))}
        return [field for field in self.visible_fields() if field.name not in left_out]

    @property
    def with_errors(self) -> list[tuple[forms.BoundField, Any]]:
        """Every field with its errors, as the summary on top of a form takes them."""
        return [(field, field.errors) for field in self]

    @property
    def english_open(self) -> bool:
        """Whether there is something to see among the English fields."""
        return any(field.value() or field.errors for field in self.english)

    @property
    def picture_digest(self) -> str:
        """The picture that is carried along, whose file was sent before."""
        typed = str(self["picture"].value() or "")
        return typed if _DIGEST.fullmatch(typed) else ""

    @property
    def new_picture(self) -> Rewritten | None:
        """The picture that was sent with this form."""
        found = self.cleaned_data.get("picture_file")
        return found if isinstance(found, Rewritten) else None

    @property
    def uid_given(self) -> uuid.UUID:
        """The name that the empty form gave the announcement; a new one where it was lost on the way."""
        try:
            return uuid.UUID(self["uid"].value() or "")
        except ValueError:
            return uuid.uuid4()

    @property
    def based_on(self) -> int:
        """The version that the writer began with; -1 where it was lost on the way."""
        typed = str(self["number"].value() or "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1

    def carry(self, **values: object) -> None:
        """Hand hidden values on to the form that is shown again."""
        typed = {name: self.data[name] for name in self.data}
        self.data = {**typed, **{name: str(value) for name, value in values.items()}}

    def clean_picture(self) -> Picture | None:
        digest = self.cleaned_data["picture"]
        found = Picture.objects.filter(digest=digest).first() if self.picture_digest else None
        if digest and found is None:
            raise ValidationError(_("The picture is gone: choose it again."))
        return found

    def clean_source_url(self) -> str:
        address: str = self.cleaned_data["source_url"]
        if address:
            message = _("Write the whole address, beginning with http:// or https://.")
            URLValidator(schemes=["http", "https"], message=message)(address)
        return address

    def clean(self) -> dict[str, Any]:
        """What depends on more than one field."""
        told = self.cleaned_data
        if told.get("no_picture"):
            told["picture"] = None
        pictured = bool(told.get("picture")) or bool(told.get("picture_file"))
        self._need("alt_vi", pictured)
        if told.get("picture_file") and not told.get("consent"):
            self.add_error("consent", _("Choose another picture where this cannot be said."))
        begun = any(told.get(name) for name in ("summary_en", "body_en"))
        self._need("title_en", begun)
        self._need(
            "source_vi", bool(told.get("source_url") or told.get("source_on") or told.get("source_en"))
        )
        return told

    def _need(self, name: str, needed: bool) -> None:  # noqa: FBT001
        if needed and not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, str(REQUIRED["required"]))

    def content(self, picture: Picture | None = None) -> NewsContent:
        """What a valid form says; `picture` is the one that was sent with it, kept meanwhile."""
        told = self.cleaned_data
        slug, _space, about = told["about"].partition(_SEPARATOR)
        shown = picture or told["picture"]
        texts = {name: told[name] for name in NAMES if name in told}
        if shown is None:
            texts |= {"alt_vi": "", "alt_en": ""}
        return NewsContent(
            **{**texts, "about": about},
            plan_id=self.plans[slug].pk,
            picture_id=shown.pk if shown else None,
        )


def about_value(slug: str, about: str) -> str:
    """A plan and a part of it as one value of the list."""
    return f"{slug}{_SEPARATOR}{about}" if about else slug


def initial_of(content: NewsContent, slug: str, digest: str) -> dict[str, Any]:
    """What the form shows of a version."""
    return {**asdict(content), "about": about_value(slug, content.about), "picture": digest}
