"""Every pair of colours that a page puts together can be read, in light, in dark and on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = Path("static/css/tokens.css").read_text(encoding="utf-8")
MODES = ("light", "dark", "print")
TEXT_PAIRS = [
    *[
        (ink, ground)
        for ink in ("text", "text-soft", "accent")
        for ground in ("surface", "ground", "sunk", "accent-soft")
    ],
    *[("attention", ground) for ground in ("surface", "ground", "attention-soft")],
    *[("error", ground) for ground in ("surface", "ground")],
    ("accent-deep", "surface"),
    ("text", "attention-soft"),
    ("text-soft", "attention-soft"),
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
    ("on-accent", "chart-1"),
    ("on-bar", "bar"),
    ("on-bar-soft", "bar"),
]
SHAPE_PAIRS = [
    *[("line-strong", ground) for ground in ("surface", "ground")],
    ("attention-line", "surface"),
    ("chart-1", "surface"),
    ("chart-1", "chart-2"),
    ("chart-2", "surface"),
    ("chart-hatch", "surface"),
    ("rule", "surface"),
]
CHART_PAIRS = [
    ("chart-1", "surface"),
    ("chart-2", "surface"),
    ("chart-1", "chart-2"),
    ("chart-hatch", "surface"),
    ("rule", "surface"),
]
"""What lies side by side in a chart; a line that crosses a bar has an edge of the surface's colour."""


def block(start: str) -> dict[str, str]:
    """The custom properties of the first :root after `start`."""
    body = CSS.split(start, 1)[1].split(":root {", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", body))


def colours(mode: str) -> dict[str, str]:
    """Functional names to hexadecimal colours in one mode."""
    names = block("@layer tokens {")
    if mode != "light":
        names |= block({"dark": "prefers-color-scheme: dark", "print": "@media print"}[mode])
    return {name: resolved(value, names) for name, value in names.items() if "#" in resolved(value, names)}


def resolved(value: str, names: dict[str, str]) -> str:
    found = re.fullmatch(r"var\(--([\w-]+)\)", value)
    return resolved(names[found[1]], names) if found else value


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_is_read_on_its_ground(mode: str, ink: str, ground: str) -> None:
    found = colours(mode)
    assert contrast(found[ink], found[ground]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_shapes_and_edges_are_seen(mode: str, shape: str, ground: str) -> None:
    found = colours(mode)
    assert contrast(found[shape], found[ground]) >= 3


def grey(colour: str) -> str:
    """The colour as a copier without colours renders it: the luma of ITU-R BT.601."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    shade = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{shade:02x}{shade:02x}{shade:02x}"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("one", "other"), CHART_PAIRS)
def test_neighbours_of_a_chart_differ_in_colour_and_in_grey(mode: str, one: str, other: str) -> None:
    found = colours(mode)
    assert contrast(found[one], found[other]) >= 3
    assert contrast(grey(found[one]), grey(found[other])) >= 3
