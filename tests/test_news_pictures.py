"""Pictures are written anew: nothing is left of place, time and device, whatever type they say they are."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from plans.actions.pictures import forget_unused_pictures, keep_picture
from plans.models import Picture
from plans.pictures import BYTES_MAX, EDGE, rewritten
from tests import factories as f
from tests import news

GPS, MAKER, COMMENT = 0x8825, 0x010F, "chụp tại nhà số 7"


def with_place() -> BytesIO:
    """A picture as telephones write them."""
    exif = Image.Exif()
    exif[MAKER] = "Điện thoại"
    exif.get_ifd(GPS)[2] = (21.0, 16.0, 30.0)
    return news.image("JPEG", exif=exif, comment=COMMENT.encode())


def read_again(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_place_time_device_and_comments_are_gone() -> None:
    file = with_place()
    assert read_again(file.getvalue()).getexif().get_ifd(GPS)
    data = rewritten(file, 1).data
    again = read_again(data)
    assert again.format == "JPEG"
    assert not again.getexif()
    assert set(again.info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }
    assert COMMENT.encode() not in data


def test_a_picture_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    found = rewritten(news.image("JPEG", (60, 40), exif=exif), 1)
    assert (found.width, found.height) == (40, 60)


def test_a_large_picture_becomes_as_wide_as_a_page() -> None:
    found = rewritten(news.image("JPEG", (3000, 1500)), 1)
    assert (found.width, found.height) == (EDGE, EDGE // 2)


def test_what_is_transparent_becomes_white() -> None:
    file = BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(file, "PNG")
    assert read_again(rewritten(file, 1).data).getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_type_is_told_by_the_content(kind: str) -> None:
    file = news.image(kind)
    file.name = "bao-cao.pdf"
    assert rewritten(file, 1).data.startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a" + b"\x00" * 40,
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"\xff\xd8\xff\xe0 no picture",
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 50,
        b"<script>alert(1)</script>",
    ],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="Choose a picture"):
        rewritten(BytesIO(data), len(data))


def test_a_picture_cut_short_is_refused() -> None:
    data = news.image("JPEG", (400, 400)).getvalue()
    with pytest.raises(ValueError, match="Choose a picture"):
        rewritten(BytesIO(data[: len(data) // 2]), 1)


def test_too_many_bytes_and_too_many_points_are_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        rewritten(news.image(), BYTES_MAX + 1)
    file = BytesIO()
    Image.new("1", (7000, 7000)).save(file, "PNG")
    with pytest.raises(ValueError, match="too large"):
        rewritten(file, len(file.getvalue()))


@pytest.mark.django_db
def test_the_same_picture_is_kept_once_and_forgotten_where_nothing_shows_it() -> None:
    with f.on("2018-10-01"):
        bob = f.reviewer()
        used, unused = news.picture(bob), news.picture(bob, size=(10, 10))
        assert keep_picture(rewritten=rewritten(news.image(), 1), by=bob).pk == used.pk
        news.drafted(bob, picture_id=used.pk, alt_vi="Họp")
    names = [str(each.file.name) for each in (used, unused)]
    with f.on("2018-10-01", hour=20):
        assert forget_unused_pictures() == 0
    with f.on("2018-10-03"):
        assert forget_unused_pictures() == 1
    assert list(Picture.objects.all()) == [used]
    assert [default_storage.exists(name) for name in names] == [True, False]
