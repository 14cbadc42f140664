"""The address of the question "was this page useful": only pages that the portal drew can be asked about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from django.core.signing import Signer
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import constant_time_compare

_SIGNER: Final = Signer(salt="communes.opinion_address")


def question_about(request: HttpRequest) -> str:
    """The address of the question about the page that is drawn; about home where that cannot be named.

    A refusal is no page to be asked about, and an address with a secret in it keeps it.
    """
    match = request.resolver_match
    if match is None or "token" in match.kwargs or hasattr(request, "refusal"):
        return reverse("useful")
    return f"{reverse('useful')}?{urlencode(signed(request.path))}"


def signed(path: str) -> dict[str, str]:
    """The query of a question about a page."""
    return {"trang": path, "dau": _SIGNER.signature(path)}


def page_asked_about(query: Mapping[str, str]) -> str:
    """The path of the page. Raises LookupError for one that the portal did not sign."""
    path = query.get("trang", "")
    if not constant_time_compare(query.get("dau", ""), _SIGNER.signature(path)):
        raise LookupError(path)
    return path
