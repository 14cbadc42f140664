"""Pictures written anew: only what is seen remains, nothing of where, when and with what it was taken.

Plain Python. Errors are ValueError whose text is an English msgid, ready for gettext.
"""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageOps, UnidentifiedImageError

from bg_portal.vietnamese import gettext_noop

BYTES_MAX: Final = 8_000_000
PIXELS_MAX: Final = 40_000_000
"""More than any telephone takes; beyond it a small file can fill the memory."""
EDGE: Final = 1280
"""Pixels of the longer edge, as wide as a page."""
_QUALITY: Final = 80
_TYPES: Final = ("JPEG", "PNG", "WEBP")

_UNREADABLE: Final = gettext_noop("Choose a picture: a file of the type JPEG, PNG or WebP.")
_TOO_LARGE: Final = gettext_noop("The picture is too large: choose one of at most 8 MB and 40 megapixels.")


@dataclass(frozen=True)
class Rewritten:
    """A JPEG picture without anything but its pixels; `digest` is its name."""

    data: bytes
    width: int
    height: int
    digest: str


def rewritten(file: Any, size: int) -> Rewritten:
    """The picture of a file that somebody sent, whose type is told by its content alone.

    Raises ValueError where it is none, or too large.
    """
    if size > BYTES_MAX:
        raise ValueError(_TOO_LARGE)
    image = _opened(file)
    data = BytesIO()
    image.save(data, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    content = data.getvalue()
    return Rewritten(content, image.width, image.height, hashlib.sha256(content).hexdigest())


def _opened(file: Any) -> Image.Image:
    """The pixels upright, on white, at most EDGE wide and high, in a picture that holds nothing else."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            found = Image.open(file, formats=_TYPES)
            if found.width * found.height > PIXELS_MAX:
                raise ValueError(_TOO_LARGE)
            upright = ImageOps.exif_transpose(found).convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, EOFError) as error:
        raise ValueError(_UNREADABLE) from error
    upright.thumbnail((EDGE, EDGE))
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright.getchannel("A"))
    return plain
