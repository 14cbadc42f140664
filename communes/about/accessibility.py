"""The accessibility statement: what the tests of the portal check, and nothing beyond it."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from communes.about.pieces import Chapter, Page

PAGE: Final = Page(
    title=_("Accessibility"),
    lead=_(
        "The portal is built to WCAG 2.1, level AA. This page says what is checked before each release, "
        "and what is not."
    ),
    chapters=(
        Chapter(
            _("Checked on every page, in Vietnamese and in English"),
            steps=(
                _(
                    "The rules of axe, an open checker of accessibility, in a real browser: no violation is let through."
                ),
                _("Width: at 390 pixels, as on a telephone, no page is wider than the window."),
                _(
                    "Contrast: every pair of colours is computed, at least 4.5:1 for words and 3:1 for shapes, by day and by night."
                ),
                _("The way from the empty report to its receipt, by keyboard alone and without scripts."),
                _(
                    "Errors: each stands beside its field and in a summary at the top that leads to it; nothing typed is lost."
                ),
                _("States are always a word and a shape; colour only repeats them."),
                _("Charts carry a title, a description and their table of figures."),
                _("Weight: a page takes at most 20 kB, compressed, and needs no script."),
            ),
        ),
        Chapter(
            _("Not checked yet"),
            steps=(
                _(
                    "No person with a disability has tried the portal so far; no screen reader was part of the tests."
                ),
                _(
                    "The pages of administration are Django's own; they are checked for rights and errors, not by axe."
                ),
                _("Pictures of announcements carry a description by their author, which no test can judge."),
            ),
        ),
        Chapter(
            _("If something is in your way"),
            says=(
                _(
                    "Tell the city's Division of Labour, War Invalids and Social Affairs; the ways are on the page Contact. "
                    "Reports can also be handed in on paper: the division enters them."
                ),
            ),
        ),
    ),
)
