"""Keeping pictures that were sent for announcements, and forgetting those that none of them shows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import ProtectedError

from bg_portal import clock
from plans.models import Picture
from plans.pictures import Rewritten

UNUSED_HOURS = 24
"""How long a picture is kept that no version shows: its form may still be open."""


@transaction.atomic
def keep_picture(*, rewritten: Rewritten, by: Any) -> Picture:
    """The picture under the name of its digest; the same picture is kept once."""
    found = Picture.objects.filter(digest=rewritten.digest).first()
    if found is not None:
        Picture.objects.filter(pk=found.pk).update(at=clock.now())
        return found
    picture = Picture(
        digest=rewritten.digest, width=rewritten.width, height=rewritten.height, by=by, at=clock.now()
    )
    picture.file.save(f"tin-tuc/{rewritten.digest}.jpg", ContentFile(rewritten.data), save=False)
    picture.save()
    return picture


def forget_unused_pictures() -> int:
    """Delete pictures, and their files, that were sent more than a day ago and that no version shows."""
    before = clock.now() - timedelta(hours=UNUSED_HOURS)
    unused = Picture.objects.filter(versions__isnull=True, at__lt=before)
    return sum(map(_forgotten, unused))


def _forgotten(picture: Picture) -> bool:
    """Whether it went: a version may have been saved with it meanwhile."""
    try:
        with transaction.atomic():
            picture.delete()
    except ProtectedError:
        return False
    picture.file.delete(save=False)
    return True
