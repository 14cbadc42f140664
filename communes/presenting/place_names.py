"""Several communes in one sentence, as official lists name them: wards first, then communes."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import get_language, gettext

from communes.vocabulary import CommuneKind
from plans.words import Named, full_name


def name_list(places: Sequence[Named]) -> str:
    """ "các phường: Đa Mai, Lê Lợi; xã Song Khê"; the order within each kind is the one given."""
    if get_language() == "en":
        return ", ".join(place.name_en for place in places)
    kinds = {
        CommuneKind.WARD: gettext("the wards: %(names)s"),
        CommuneKind.COMMUNE: gettext("the communes: %(names)s"),
    }
    groups = ((pattern, [p for p in places if p.kind == kind]) for kind, pattern in kinds.items())
    return "; ".join(_group(pattern, members) for pattern, members in groups if members)


def _group(pattern: str, members: Sequence[Named]) -> str:
    if len(members) == 1:
        return full_name(members[0])
    return pattern % {"names": ", ".join(place.name_vi for place in members)}
