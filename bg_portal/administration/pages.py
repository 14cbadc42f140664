"""Pages that edit: typed, checked as a whole, shown as a list of changes, and stored only when confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, Protocol

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bg_portal.administration.records import PortalModelAdmin
from bg_portal.vietnamese import clean_text

INVALID, CONFLICT = 422, 409
OPEN_ROWS = 10
STEP = "step"
_NOT_KEPT = {"csrfmiddlewaretoken", STEP, "seen"}


class ChangeRow(NamedTuple):
    """One change in words; `before` is empty where something is new, `after` where it goes."""

    place: str
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Table:
    """Rows of one kind that are edited together."""

    title: Any
    rows: Any
    """A formset."""
    number: int
    note: str = ""

    @property
    def head(self) -> list[Any]:
        """The fields of a row, for the heads of the columns."""
        return list(next(iter(self.rows.forms), self.rows.empty_form))

    @property
    def is_open(self) -> bool:
        """Long tables are folded until something in them has to be mended."""
        return self.number <= OPEN_ROWS or any(form.errors for form in self.rows.forms)


class CannotStore(Exception):  # noqa: N818  a refusal with its reasons, not an error
    """Why an edit was not stored, reason by reason."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = list(reasons)
        super().__init__("; ".join(self.reasons))


class Edit(Protocol):
    """One page's edit: its forms, what it would change, and how that is stored."""

    @property
    def form(self) -> forms.Form:
        """What the page says of its own row."""

    @property
    def tables(self) -> Sequence[Table]:
        """The rows beneath it."""

    @property
    def problems(self) -> list[str]:
        """What is wrong and belongs to no field on this page."""

    @property
    def meanwhile(self) -> Sequence[ChangeRow]:
        """What others changed since the page was opened."""

    @property
    def based_on(self) -> str:
        """The state that the forms began from; posted back, so that only what was typed is changed."""

    @property
    def seen(self) -> str:
        """The state that a preview compares with; where it has moved on, the preview is shown anew."""

    def read(self) -> bool:
        """Whether what was typed can stand; where not, problems stand at their fields."""

    def changes(self) -> Sequence[ChangeRow]:
        """What storing would change."""

    def effects(self) -> Sequence[str]:
        """Which accepted figures those changes touch, in sentences."""

    def shown(self) -> Sequence[ChangeRow]:
        """What everybody would be shown otherwise: values and standings, before and after."""

    def store(self, *, cause: str, by: Any) -> None:
        """Store it in one transaction; CannotStore with the reasons."""


class CauseForm(forms.Form):
    """Why something is edited; it stands in the ledger beside the change."""

    cause = forms.CharField(
        label=gettext_lazy("Reason for the edit"),
        max_length=300,
        help_text=gettext_lazy("Deciding document or reason; it stays beside the change in the ledger."),
        widget=forms.TextInput(attrs={"size": 80}),
        error_messages={"required": gettext_lazy("Say why this is edited.")},
    )

    def clean_cause(self) -> str:
        try:
            return clean_text(self.cleaned_data["cause"])
        except ValueError as error:
            raise forms.ValidationError(_(str(error))) from error


class EditAdmin(PortalModelAdmin):
    """A model whose rows are edited through an `Edit`; nothing is saved by the admin itself."""

    edit_template: ClassVar[str] = "admin/portal/edit.html"
    preview_template: ClassVar[str] = "admin/portal/preview.html"

    def edit(self, request: HttpRequest, obj: Model | None, data: QueryDict | None) -> Edit:
        """The edit of a row, or of one to be added; to be said by each page."""
        raise NotImplementedError

    def page_context(self, request: HttpRequest, obj: Model | None, edit: Edit) -> dict[str, Any]:
        """What a page shows beside its forms."""
        return {}

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        obj = self._found(request, object_id)
        may_edit = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        if not may_edit and not (obj and self.has_view_permission(request, obj)):
            raise PermissionDenied
        if request.method != "POST":
            return self._page(request, obj, self.edit(request, obj, None), CauseForm())
        if not may_edit:
            raise PermissionDenied
        return self._posted(request, obj)

    def _found(self, request: HttpRequest, object_id: str | None) -> Model | None:
        if object_id is None:
            return None
        obj: Model | None = self.get_object(request, object_id)
        if obj is None:
            raise Http404
        return obj

    def _posted(self, request: HttpRequest, obj: Model | None) -> HttpResponse:
        """Back to the form, on to the preview, or stored."""
        edit, cause = self.edit(request, obj, request.POST), CauseForm(request.POST)
        stands, says_why = edit.read(), cause.is_valid()
        step = request.POST.get(STEP)
        if not (stands and says_why):
            return self._page(request, obj, edit, cause, INVALID)
        if not edit.changes():
            edit.problems.append(_("Nothing was changed."))
        if step == "edit" or not edit.changes():
            return self._page(request, obj, edit, cause)
        if step != "store":
            return self._preview(request, obj, edit, cause)
        if request.POST.get("seen") != edit.seen:
            return self._preview(request, obj, edit, cause, CONFLICT)
        return self._stored(request, obj, edit, cause)

    def _stored(self, request: HttpRequest, obj: Model | None, edit: Edit, cause: CauseForm) -> HttpResponse:
        try:
            edit.store(cause=cause.cleaned_data["cause"], by=request.user)
        except CannotStore as refusal:
            edit.problems.extend(refusal.reasons)
            return self._page(request, obj, edit, cause, CONFLICT)
        messages.success(request, _("The edit has been stored: %(n)d changes.") % {"n": len(edit.changes())})
        return redirect(self.after_storing(obj))

    def after_storing(self, obj: Model | None) -> str:
        """Back to the row; after adding one, to the list."""
        where = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        return reverse(f"{where}_change", args=[obj.pk]) if obj else reverse(f"{where}_changelist")

    def _preview(
        self, request: HttpRequest, obj: Model | None, edit: Edit, cause: CauseForm, status: int = 200
    ) -> HttpResponse:
        kept = [
            (name, value)
            for name, values in request.POST.lists()
            if name not in _NOT_KEPT
            for value in values
        ]
        context = {"kept": kept, "cause": cause, "title": _("Check the changes")}
        return self._answer(request, self.preview_template, obj, edit, context, status)

    def _page(
        self,
        request: HttpRequest,
        obj: Model | None,
        edit: Edit,
        cause: CauseForm,
        status: int = 200,
    ) -> HttpResponse:
        may_edit = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        context = {
            "cause": cause,
            "may_edit": may_edit,
            "title": str(obj) if obj else capfirst(_("Add %(name)s") % {"name": self.opts.verbose_name}),
            **self.page_context(request, obj, edit),
        }
        return self._answer(request, self.edit_template, obj, edit, context, status)

    def _answer(
        self,
        request: HttpRequest,
        template: str,
        obj: Model | None,
        edit: Edit,
        context: dict[str, Any],
        status: int = 200,
    ) -> HttpResponse:
        known = {"opts": self.opts, "original": obj, "edit": edit}
        everywhere = self.admin_site.each_context(request)
        request.current_app = self.admin_site.name
        return TemplateResponse(request, template, {**everywhere, **known, **context}, status=status)
