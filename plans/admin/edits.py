"""Edits of a plan's document: what is typed bends it, the validator judges it, the ledger keeps it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _

from bg_portal.administration.pages import CannotStore, ChangeRow, Table
from plans.actions import storing
from plans.actions.editing import EditedMeanwhile, edit_plan
from plans.admin.preview import preview_rows
from plans.consequences import touched
from plans.document import PlanDocument
from plans.document_check import check
from plans.document_diff import Change, difference
from plans.document_problems import Problem
from plans.document_rows import PLAN
from plans.field_words import field_words, figures_words, place_words, value_words
from plans.forms.row_fields import Choices
from plans.forms.row_forms import RowForm, RowForms, Section, form_of, initial_of, table_of
from plans.models import Plan
from plans.queries import document_version, plan_document


@dataclass(frozen=True)
class Opened:
    """A plan as a page shows it: its document at a version, and whether the page may change it."""

    plan: Plan
    version: int
    document: PlanDocument
    newest: int
    now: PlanDocument
    frozen: bool


@dataclass(frozen=True)
class Own:
    """The row a page is about: its kind, itself as the page was opened (None: new), and how it is shown."""

    kind: type[Any]
    row: Any
    columns: Sequence[str]
    fixed: Sequence[str]
    choices: Mapping[str, Choices] = field(default_factory=dict)


def opened(plan: Plan, data: Any, *, frozen: bool) -> Opened:
    """The plan as it stood when the page was opened: now, or at the version that comes back with a form."""
    newest = document_version(plan)
    posted = str(data.get("based_on", "")) if data is not None else ""
    version = int(posted) if posted.isascii() and posted.isdigit() and 0 < int(posted) < newest else newest
    now = plan_document(plan, newest)
    return Opened(plan, version, plan_document(plan, version), newest, now, frozen)


class DocumentEdit(ABC):
    """The edit of one page over a plan's document; see `bg_portal.administration.pages.Edit`."""

    def __init__(self, state: Opened, data: Any = None) -> None:
        self.state, self.problems = state, list[str]()
        self.form = self._own_form(data)
        if state.frozen:
            self.form.fix(list(self.form.fields))
        self.sections = {section.name: section for section in self.described()}
        self.forms: dict[str, RowForms] = {
            name: table_of(section, data, frozen=state.frozen) for name, section in self.sections.items()
        }

    @property
    @abstractmethod
    def place(self) -> str:
        """What the page edits, as places of the document are called."""

    @abstractmethod
    def own(self) -> Own:
        """The row the page is about."""

    @abstractmethod
    def described(self) -> Sequence[Section]:
        """The tables of the page."""

    @abstractmethod
    def bent(self, own: dict[str, Any], rows: dict[str, tuple[Any, ...]]) -> PlanDocument:
        """The document of now with what the page states: of its own row what changed, of a new one all."""

    @abstractmethod
    def parent(self, table: str) -> str:
        """The place that the rows of a table stand beneath."""

    def constants(self, table: str) -> dict[str, Any]:
        """What every row of a table says without its being asked."""
        return {}

    def _own_form(self, data: Any) -> RowForm:
        own = self.own()
        initial = initial_of(own.row, own.columns) if own.row else None
        form = form_of(own.kind, own.columns, own.choices)(data, initial=initial)
        if own.row is not None:
            form.fix(own.fixed)
        return form

    @property
    def based_on(self) -> str:
        return str(self.state.version)

    @property
    def seen(self) -> str:
        return str(self.state.newest)

    @cached_property
    def tables(self) -> list[Table]:
        return [
            Table(self.sections[name].title, rows, len(self.sections[name].rows), _note(self.sections[name]))
            for name, rows in self.forms.items()
        ]

    @cached_property
    def meanwhile(self) -> list[ChangeRow]:
        return change_rows(difference(self.state.document, self.state.now))

    def read(self) -> bool:
        """Judge everything typed at once: what cannot be read where it stands, all else by the validator."""
        typed = [self.form.is_valid(), *[rows.is_valid() for rows in self.forms.values()]]
        for rows in self.forms.values():
            self.problems.extend(str(error) for error in rows.non_form_errors())
        placed = dict[str, list[RowForm]]()
        self.document = self._composed(placed)
        broken = {place for place, forms in placed.items() if any(form.errors for form in forms)}
        for problem in check(self.document):
            if not _silenced(problem, broken):
                self._put(problem, placed.get(problem.place, []))
                typed.append(False)
        return all(typed)

    def _composed(self, placed: dict[str, list[RowForm]]) -> PlanDocument:
        placed[self.place] = [self.form]
        rows: dict[str, tuple[Any, ...]] = {}
        for name, forms in self.forms.items():
            section = self.sections[name]
            stated = list(forms.stated(**self.constants(name)))
            for form, row in stated:
                placed.setdefault(f"{self.parent(name)}{section.word} {row.key}", []).append(form)
            rows[name] = (*(row for _form, row in stated), *section.kept)
        return self.bent(self.form.changes() if self.own().row else self.form.values(), rows)

    def _put(self, problem: Problem, forms: Sequence[RowForm]) -> None:
        """At the field it names, else at its row, else at the top where the page has no such row."""
        text = _(problem.message) % problem.params
        name = "commune" if problem.field == "commune_valid_from" else problem.field
        if not forms:
            where = ", ".join(filter(None, (place_words(problem.place), field_words(name) if name else "")))
            self.problems.append(f"{where}: {text}")
        for form in forms:
            form.add_error(name if name in form.fields else NON_FIELD_ERRORS, text)

    @cached_property
    def _changes(self) -> list[Change]:
        return difference(self.state.now, self.document)

    def changes(self) -> list[ChangeRow]:
        return change_rows(self._changes)

    def effects(self) -> list[str]:
        rows = touched(self.state.plan, self._changes)
        return [figures_words(row.place, row.figures) for row in rows]

    def shown(self) -> list[ChangeRow]:
        return preview_rows(self.state.plan, self.state.now, self.document)

    def store(self, *, cause: str, by: Any) -> None:
        try:
            edit_plan(
                plan=self.state.plan,
                document=self.document,
                based_on=self.state.newest,
                page=self.place,
                cause=cause,
                by=by,
            )
        except EditedMeanwhile as meanwhile:
            text = _("Somebody else edited the plan at the same moment: look at the changes once more.")
            raise CannotStore([text]) from meanwhile
        except storing.CannotStore as refusal:
            raise CannotStore(refusal.reasons) from refusal


def change_rows(changes: Sequence[Change]) -> list[ChangeRow]:
    """Changes of a document in words."""
    return [
        ChangeRow(
            _("the plan itself") if change.place == PLAN else place_words(change.place),
            field_words(change.field) if change.field else "",
            value_words(change.field, change.before or ""),
            value_words(change.field, change.after or ""),
        )
        for change in changes
    ]


def _silenced(problem: Problem, broken: set[str]) -> bool:
    """Rows that could not be read are not judged; nor are periods, which are judged by their neighbours."""
    periods = problem.place.startswith("period ") and any(place.startswith("period ") for place in broken)
    return periods or problem.place in broken


def _note(section: Section) -> str:
    """Said where a page cannot offer all rows."""
    left = section.unshown
    text = _("%(n)d further rows stay as they are; edit those in the plan's file (dump_plan, load_plan).")
    return text % {"n": left} if left else ""
