"""The forms of a page as a browser sees them, and what it would send."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

HIDDEN_FROM_TYPING = frozenset({"hidden", "submit", "button"})


@dataclass
class FormField:
    """One control: what it holds and, for a choice, what it offers."""

    name: str
    kind: str
    value: str = ""
    sent: bool = True
    """Whether a browser would send it untouched: an unchecked box is not sent."""


@dataclass
class PageForm:
    """One form of a page."""

    action: str
    method: str
    fields: list[FormField] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def untouched(self) -> dict[str, list[str]]:
        """What is sent where nobody types anything; the token is left out."""
        found: dict[str, list[str]] = {}
        for each in self.fields:
            if each.sent and each.name != "csrfmiddlewaretoken":
                found.setdefault(each.name, []).append(each.value)
        return found

    def typed(self) -> list[str]:
        """The names of the controls in which somebody can type or choose."""
        names = [each.name for each in self.fields if each.kind not in HIDDEN_FROM_TYPING]
        return list(dict.fromkeys(names))

    def written(self) -> list[str]:
        """The names of the controls that take any text and show it again."""
        kinds = {"text", "textarea", "email", "date", "search"}
        return list(dict.fromkeys(each.name for each in self.fields if each.kind in kinds))

    def names(self) -> list[str]:
        """The names of everything that is sent, hidden fields and buttons too."""
        every = [each.name for each in self.fields] + [name for name, _value in self.buttons]
        return [name for name in dict.fromkeys(every) if name != "csrfmiddlewaretoken"]


class _Reader(HTMLParser):
    """Collects the forms of a page."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.forms: list[PageForm] = []
        self.open: PageForm | None = None
        self.select: str = ""
        self.area: FormField | None = None

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open = PageForm(values.get("action") or self.address, values.get("method", "get").lower())
            self.forms.append(self.open)
        if self.open is not None:
            self._control(self.open, tag, values)

    def _control(self, form: PageForm, tag: str, values: Mapping[str, str]) -> None:
        name = values.get("name", "")
        if tag == "input" and name:
            form.fields.append(_input(name, values))
        elif tag == "textarea":
            self.area = FormField(name, "textarea")
            form.fields.append(self.area)
        elif tag == "select":
            self.select = name
        elif tag == "option":
            chosen = "selected" in values
            form.fields.append(FormField(self.select, "select", values.get("value", ""), chosen))
        elif tag == "button" and name:
            form.buttons.append((name, values.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        if tag == "textarea" and self.area is not None:
            self.area.value = self.area.value.removeprefix("\n")  # as browsers do
            self.area = None

    def handle_data(self, data: str) -> None:
        if self.area is not None:
            self.area.value += data


def _input(name: str, values: Mapping[str, str]) -> FormField:
    kind = values.get("type", "text")
    if kind in ("checkbox", "radio"):
        return FormField(name, kind, values.get("value", "on"), "checked" in values)
    return FormField(name, kind, values.get("value", ""))


def forms_of(page: bytes | str, address: str) -> list[PageForm]:
    """The forms of the page that stands at the address."""
    reader = _Reader(address)
    reader.feed(page.decode() if isinstance(page, bytes) else page)
    return reader.forms
