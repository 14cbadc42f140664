"""Charts read back from the SVG that a visitor gets: from pixels and percents to amounts."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple
from xml.etree import ElementTree

from django.template import Context, Template

LOAD = "{% load charts %}"


class Scale(NamedTuple):
    """Where zero is and how many pixels one unit takes, read from the words at the axis."""

    zero: Decimal
    unit: Decimal

    def amount(self, y: str) -> Decimal:
        return (self.zero - Decimal(y)) / self.unit


def drawn(tag: str, **values: object) -> str:
    """A chart as its tag draws it, without a table; `tag` as in the template."""
    name = tag.split(maxsplit=1)[0]
    return Template(f"{LOAD}{{% {tag} %}}{{% end{name} %}}").render(Context(values))


def pictures(html: str) -> list[ElementTree.Element]:
    """The SVG of each chart on a page, without those of keys and marks."""
    found = re.findall(r'<svg height="\d+" role="img".*?</svg>', html, flags=re.DOTALL)
    return [ElementTree.fromstring(one) for one in found]


def of_kind(picture: ElementTree.Element, *kinds: str) -> list[ElementTree.Element]:
    """The shapes whose class ends with one of the kinds."""
    return [shape for shape in picture if shape.get("class", "").rsplit("--", 1)[-1] in kinds]


def scale_of(picture: ElementTree.Element) -> Scale:
    """The scale, from the words at zero and at the top."""
    ticks = [t for t in of_kind(picture, "tick") if t.get("x") == "0"]
    bottom, top = ticks[0], ticks[-1]
    zero, high = Decimal(bottom.attrib["y"]), Decimal(top.attrib["y"])
    amount = Decimal((top.text or "").rstrip("%").replace(".", "").replace(",", "."))
    return Scale(zero - 4, (zero - high) / amount)


def share(length: str) -> Decimal:
    """A length across, from 0 to 1."""
    return Decimal(length.rstrip("%")) / 100


def column(x: str, columns: int) -> int:
    """Which column a place across belongs to."""
    return int(Decimal(x.rstrip("%")) * columns / 100)
