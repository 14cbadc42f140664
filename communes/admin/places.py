"""The administration page of a commune."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django.contrib import admin
from django.core import signing
from django.db.models import Model
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from bg_portal.administration.pages import CannotStore, ChangeRow, Edit, EditAdmin, Table
from bg_portal.audit import rows
from bg_portal.dates import format_date
from communes.actions.places import Edited, differences, edit_commune, stated
from communes.field_words import field_words
from communes.forms.places import PlaceForm
from communes.models import Commune
from communes.refusals import Refused
from communes.vocabulary import CommuneKind
from communes.words import LABELS

_SALT: Final = "communes.admin.places"


class PlaceEdit:
    """The edit of a commune; see `bg_portal.administration.pages.Edit`."""

    tables: Sequence[Table] = ()

    def __init__(self, commune: Commune, data: QueryDict | None, *, frozen: bool) -> None:
        self.commune, self.problems = commune, list[str]()
        self.known = {other.pk: _named(other) for other in Commune.objects.all() if other.pk != commune.pk}
        others = [(str(pk), name) for pk, name in self.known.items()]
        self.form = PlaceForm(data, commune=commune, others=others, frozen=frozen)
        self.now = stated(commune)
        self.opened = _opened(commune, data) or self.now
        self.based_on = signing.dumps([commune.pk, _plain(self.opened)], salt=_SALT, compress=True)
        self.seen = rows.digest(commune)

    def read(self) -> bool:
        return self.form.is_valid()

    @property
    def meanwhile(self) -> list[ChangeRow]:
        return self._rows(differences(self.opened, self.now))

    def changes(self) -> list[ChangeRow]:
        return self._rows(differences(self.now, self._values()))

    def _values(self) -> dict[str, Any]:
        """What stands now, with what was typed otherwise than the page had shown it."""
        typed = differences(self.opened, self.form.values())
        return self.now | {name: after for name, _, after in typed}

    def _rows(self, edited: Sequence[Edited]) -> list[ChangeRow]:
        return [
            ChangeRow(str(self.commune), _label(name), self._words(name, before), self._words(name, after))
            for name, before, after in edited
        ]

    def _words(self, name: str, value: Any) -> str:
        if name == "successor_id":
            return self.known.get(value, "–")
        if isinstance(value, date):
            return format_date(value)
        if value in set(CommuneKind):
            return str(LABELS[CommuneKind(value)])
        return "–" if value in (None, "") else str(value)

    def effects(self) -> list[str]:
        """Names, days and places on the map change no figure: participation is the plan's."""
        return []

    def shown(self) -> list[ChangeRow]:
        """Nor does any value or standing."""
        return []

    def store(self, *, cause: str, by: Any) -> None:
        try:
            edit_commune(
                commune=self.commune,
                shown=self.now,
                values=self._values(),
                cause=cause,
                by=by,
            )
        except Refused as refusal:
            raise CannotStore([str(refusal)]) from refusal


def _opened(commune: Commune, data: QueryDict | None) -> dict[str, Any] | None:
    """The commune as the page showed it when it was opened; None where it does not say so."""
    try:
        pk, shown = signing.loads(data.get("based_on", "") if data else "", salt=_SALT)
    except signing.BadSignature:
        return None
    day = shown["valid_to"]
    return {**shown, "valid_to": day and date.fromisoformat(day)} if pk == commune.pk else None


def _plain(state: dict[str, Any]) -> dict[str, Any]:
    """As JSON can hold it."""
    return {**state, "valid_to": state["valid_to"] and state["valid_to"].isoformat()}


def _label(name: str) -> str:
    return field_words(name.removesuffix("_id"))


def _named(commune: Commune) -> str:
    return f"{commune.full_name} ({commune.code}, {commune.valid_from:%Y})"


@admin.register(Commune)
class CommuneAdmin(EditAdmin):
    """Communes and wards, past and present; new ones come with the files of the portal (load_communes)."""

    list_display = ("full_name", "code", "valid_from", "valid_to", "successor")
    list_filter = ("kind",)
    list_select_related = ("successor",)
    search_fields = ("name_fold", "code")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def edit(self, request: HttpRequest, obj: Model | None, data: QueryDict | None) -> Edit:
        assert isinstance(obj, Commune)  # noqa: S101  there is no page to add one
        return PlaceEdit(obj, data, frozen=not self.has_change_permission(request, obj))

    @admin.display(description=_("commune or ward"), ordering="name_sort")
    def full_name(self, commune: Commune) -> str:
        return commune.full_name
