"""The public search: one page over everything that everybody may read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from bg_portal.etag import public_answer
from bg_portal.pieces import Link
from bg_portal.search import LONGEST, question
from communes.queries.searching import search as search_for


@public_answer
def search(request: HttpRequest) -> HttpResponse:
    """What was found for `q`, by kind; where nothing was, what would find something."""
    asked = question(request.GET.get("q", ""))
    answer = search_for(asked)
    here = reverse("search")
    context = {
        "asked": asked,
        "answer": answer,
        "longest": LONGEST,
        "suggestions": [Link(text, f"{here}?{urlencode({'q': text})}") for text in answer.suggestions],
    }
    return render(request, "communes/search.html", context)
