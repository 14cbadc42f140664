"""What is wrong with a plan document, said with its place, so that everything can be mended at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from plans.document_rows import PLAN


def gettext_noop(msgid: str) -> str:
    """Marks a msgid for the catalogue, as Django's function of that name does."""
    return msgid


@dataclasses.dataclass(frozen=True)
class Problem:
    """One thing to mend: where it is and what to do."""

    place: str
    """The row, as "indicator TT03"; "plan" for what belongs to no row."""
    field: str
    """The field's name; empty where the row as a whole is meant."""
    message: str
    """An English msgid with %(name)s for each of the parameters."""
    params: Mapping[str, str | int] = dataclasses.field(default_factory=dict)
    line: int | None = None
    """The line of the file, counted from 1; none for what came from no file."""

    @property
    def where(self) -> str:
        """The place and the field: "indicator TT03, part_of"."""
        place = "" if self.place == PLAN and self.field else self.place
        return ", ".join(part for part in (place, self.field) if part)

    def __str__(self) -> str:
        line = f"line {self.line}: " if self.line else ""
        return f"{line}{self.where}: {self.message % self.params}"


class DocumentErrors(ValueError):  # noqa: N818  plural: it carries all of them
    """A document cannot be used; carries every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
