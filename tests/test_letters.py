"""Mails are plain text: a name stands in subject and body with the very signs it is written with."""

from __future__ import annotations

import pytest
from django.utils import translation

from bg_portal.letters import letter
from communes.models import Commune
from tests import factories as f

pytestmark = pytest.mark.django_db
NAME = "Ea H'leo & <Đa Mai>"


def test_nothing_in_a_mail_is_written_as_a_page_would_write_it() -> None:
    place = f.commune()
    report = f.started(place, by=f.officer(place))
    Commune.objects.filter(pk=place.pk).update(name_vi=NAME, name_en=NAME)
    report.refresh_from_db()
    for language in ("vi", "en"):
        with translation.override(language):
            told = letter("moved", {"report": report, "state": "x", "url": "https://x.vn/?a=1&b=2"})
        assert NAME in told.subject
        assert NAME in told.body
        assert "https://x.vn/?a=1&b=2" in told.body
