"""The words for the models of communes that carry none themselves, and for their fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bg_portal.naming import Names
from bg_portal.pieces import Words

MODEL_NAMES: Final[Mapping[str, Names]] = {
    "Commune": (_("commune or ward"), _("communes and wards")),
    "Report": (_("report"), _("reports")),
    "Submission": (_("sent report"), _("sent reports")),
    "Passage": (_("move of a report"), _("moves of reports")),
}

FIELD_NAMES: Final[Mapping[str, Words]] = {
    "code": _("official code"),
    "valid_from": _("from day"),
    "valid_to": _("to day"),
    "successor": _("merged into"),
    "succession_note_vi": _("note on the merger in Vietnamese"),
    "succession_note_en": _("note on the merger in English"),
    "kind": pgettext_lazy("field", "kind"),
    "name_vi": _("name in Vietnamese"),
    "name_en": _("name in English"),
    "slug": _("name in addresses"),
    "grid_row": _("row on the tile map"),
    "grid_column": _("column on the tile map"),
    "population_2009": _("population in 2009"),
    "commune": _("commune or ward"),
    "period": _("period"),
    "state": _("state"),
    "report": _("report"),
    "submission": _("sent report"),
    "number": _("sending"),
    "reference": _("reference number"),
    "checksum": _("checksum"),
    "plan_version": _("version of the plan"),
    "entered_by": _("entered by"),
    "on_paper": _("came on paper"),
    "move": _("move"),
    "source": _("from state"),
    "target": _("to state"),
    "entry": _("ledger entry"),
    "by": _("by"),
    "at": _("at"),
}


def field_words(name: str) -> str:
    """What a field is called."""
    return str(FIELD_NAMES.get(name, name))
