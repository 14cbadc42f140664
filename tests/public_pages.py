"""Every page that anybody may open, as a visitor gets it, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.test import Client
from django.urls import reverse
from django.utils import translation

from plans.models import Objective, Plan

KNOWN = {"home", "commune-list", "commune", "source", "plan", "objective", "changes"}
"""The names of the public addresses that `addresses` covers."""
LOADED = "2016-11-10"
"""The day on which the tests' plan is loaded: from then on everything has happened."""
YEAR = 2018
"""The year whose figures the tests speak of."""


def addresses(places: Iterable[str], references: Iterable[str]) -> Iterator[str]:
    """The public pages of these communes and sources, and those that name no commune."""
    for language in ("vi", "en"):
        with translation.override(language):
            yield reverse("home")
            yield reverse("commune-list")
            for plan in Plan.objects.all():
                yield reverse("plan", args=[plan.slug])
                yield reverse("changes", args=[plan.slug])
                yield f"{reverse('changes', args=[plan.slug])}?tu={LOADED}"
            for objective in Objective.objects.select_related("plan"):
                yield reverse("objective", args=[objective.plan.slug, objective.code])
            yield from (f"{reverse('commune', args=[slug])}?nam={YEAR}" for slug in places)
            yield from (reverse("source", args=[reference]) for reference in references)


def bodies(places: Iterable[str], references: Iterable[str] = ()) -> dict[str, bytes]:
    """What a visitor who is not signed in gets at each address; each has to be there."""
    client = Client()
    found = {}
    for address in addresses(places, references):
        response = client.get(address)
        assert response.status_code == 200, address
        found[address] = response.content
    return found
