"""Forms for rows of a plan's document, alone and in tables; they give rows back, not models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, ClassVar, Final, get_type_hints

from django import forms
from django.utils.translation import gettext

from bg_portal.pieces import Words
from plans.document_values import neutral
from plans.field_words import field_words
from plans.forms.row_fields import Choices, field_for

MOST_ROWS: Final = 300
"""Rows that one page offers for editing; a form of more fields is refused before it is read."""
SPARE_ROWS: Final = 3
_SEPARATOR: Final = "|"


def commune_choice(code: str, valid_from: date | None) -> str:
    """A commune as one value of a list of choices; empty for the whole plan."""
    return f"{code}{_SEPARATOR}{valid_from.isoformat()}" if code and valid_from else ""


def _commune(choice: str | None) -> dict[str, Any]:
    code, _bar, day = (choice or "").partition(_SEPARATOR)
    return {"commune": code, "commune_valid_from": date.fromisoformat(day) if day else None}


class RowForm(forms.Form):
    """The attributes of one row that a page edits."""

    use_required_attribute = False
    row_class: ClassVar[type[Any]]

    def values(self) -> dict[str, Any]:
        """The row's attributes: what is left empty is at its default, what could not be read is neutral."""
        found: dict[str, Any] = {}
        hints = get_type_hints(self.row_class)
        for spec in fields(self.row_class):
            if spec.name in self.fields:
                unread = spec.metadata.get("unread", neutral(hints[spec.name]))
                value = self.cleaned_data.get(spec.name, unread)
                if value is None and spec.default is not MISSING:
                    value = spec.default
                found[spec.name] = frozenset(value) if isinstance(value, list) else value
        if "commune" in found:
            found |= _known_commune(self.row_class, _commune(found["commune"]))
        return found

    def changes(self) -> dict[str, Any]:
        """Those of its attributes that were typed otherwise than shown."""
        return {name: value for name, value in self.values().items() if name in self.changed_data}

    def fix(self, names: Sequence[str]) -> None:
        """Make fields say what they said, whatever is posted; a long list shrinks to its one value."""
        for name in names:
            chosen = self.fields[name]
            chosen.disabled = True
            if isinstance(chosen, forms.ChoiceField):
                now = str(self.get_initial_for_field(chosen, name))
                chosen.choices = [each for each in _options(chosen) if str(each[0]) == now] or chosen.choices

    def label_fields(self, row: str) -> None:
        """Say in each cell of a table what it is, for those who do not see the head of its column."""
        for name in self.fields:
            self.fields[name].widget.attrs["aria-label"] = f"{self.fields[name].label}, {row}"


def _options(chosen: forms.ChoiceField) -> list[Any]:
    return list(chosen.choices)  # type: ignore[arg-type]  # the stubs know of nested groups


def _known_commune(row_class: type[Any], values: dict[str, Any]) -> dict[str, Any]:
    """An unread day where the row cannot do without one."""
    if values["commune_valid_from"] is None and get_type_hints(row_class)["commune_valid_from"] is date:
        return {**values, "commune_valid_from": date.min}
    return values


def form_of(row_class: type[Any], names: Sequence[str], choices: Mapping[str, Choices]) -> type[RowForm]:
    """The form class for some attributes of a kind of row."""
    hints, specs = get_type_hints(row_class), {spec.name: spec for spec in fields(row_class)}
    offered = {
        name: field_for(specs[name], hints[name], choices.get(name), _label(row_class, name))
        for name in names
    }
    return type(f"{row_class.__name__}Form", (RowForm,), {**offered, "row_class": row_class})


def _label(row_class: type[Any], name: str) -> str:
    own = f"{row_class.__name__}.{name}"
    words = field_words(own)
    return field_words(name) if words == own else words


def initial_of(row: Any, names: Sequence[str]) -> dict[str, Any]:
    """What a row says, as its form shows it."""
    found = {name: getattr(row, name) for name in names}
    if "commune" in found:
        found["commune"] = commune_choice(row.commune, row.commune_valid_from)
    return {name: list(value) if isinstance(value, frozenset) else value for name, value in found.items()}


@dataclass(frozen=True, kw_only=True)
class Section:
    """A table of rows on a page: of which kind, with which columns, and what of them stays as it is."""

    name: str
    """The field of the document, or of the row above, that holds the rows."""
    word: str
    """What one of them is called in places of the document."""
    title: Words
    row_class: type[Any]
    columns: Sequence[str]
    fixed: Sequence[str]
    """The columns that make a row the same row."""
    rows: Sequence[Any]
    """As they stood when the page was opened."""
    current: Sequence[Any]
    """As they stand now, where others may have edited them meanwhile."""
    choices: Mapping[str, Choices] = field(default_factory=dict)
    grows: bool = True
    """Whether rows can be added here."""

    @property
    def shown(self) -> Sequence[Any]:
        return self.rows[:MOST_ROWS]

    @property
    def unshown(self) -> int:
        """How many rows are beyond what a page can offer; they stay as they are."""
        return len(self.rows) - len(self.shown)

    @property
    def kept(self) -> list[Any]:
        """What the page says nothing of: rows beyond its end, and rows that others have added meanwhile."""
        shown = {row.key for row in self.shown}
        return [row for row in self.current if row.key not in shown]


if TYPE_CHECKING:
    BaseRowForms = forms.BaseFormSet[RowForm]
else:
    BaseRowForms = forms.BaseFormSet  # generic for the type checker alone


class RowForms(BaseRowForms):
    """A table of forms over the rows of a section."""

    section: Section
    frozen: bool

    def initial_form_count(self) -> int:
        """As many as there are rows, whatever number was posted."""
        return len(self.section.shown)

    def _construct_form(self, i: int, **options: Any) -> RowForm:
        form: RowForm = super()._construct_form(i, **options)  # type: ignore[misc]  # not in the stubs
        rows = self.section.shown
        if i < len(rows):
            form.fix(self.section.fixed)
        if self.frozen:
            form.fix([name for name in form.fields if name != "DELETE"])
        form.label_fields(rows[i].key if i < len(rows) else gettext("new row"))
        return form

    def stated(self, **constants: Any) -> Iterator[tuple[RowForm, Any]]:
        """Each form that states a row, with that row; forms left empty and rows to be left out state none.

        Only what was typed otherwise than shown is put into a row as it stands now: an edit by somebody
        else of another field stays, and a row that somebody else left out comes back only where it was
        edited here.
        """
        shown, now = self.section.shown, {row.key: row for row in self.section.current}
        for form, before in zip_longest(self.forms, shown):
            if form.cleaned_data.get("DELETE"):
                continue
            if before is None and form.has_changed():
                yield form, self.section.row_class(**{**form.values(), **constants})
            elif before is not None and (before.key in now or form.has_changed()):
                yield form, replace(now.get(before.key, before), **form.changes())


def table_of(section: Section, data: Any = None, *, frozen: bool = False) -> RowForms:
    """The forms of a section, bound to what was posted or showing what is stored."""
    spare = 0 if frozen or not section.grows else SPARE_ROWS
    form = form_of(section.row_class, section.columns, section.choices)
    kind = forms.formset_factory(
        form, formset=RowForms, extra=spare, can_delete=not frozen, max_num=MOST_ROWS + 100, absolute_max=1000
    )
    initial = [initial_of(row, section.columns) for row in section.shown]
    own = type("RowFormsOfSection", (kind,), {"section": section, "frozen": frozen})
    table: RowForms = own(data, prefix=section.name, initial=initial)
    return table
