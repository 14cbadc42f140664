"""How figures are computed, in the words of whoever has to defend one."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from bg_portal.filling import filled
from communes.about.pieces import Chapter, Page
from plans.comparability import LEAST_FOR_PERCENT, MOST_DAYS_APART

PAGE: Final = Page(
    title=_("How figures are computed"),
    lead=_(
        "Every figure leads to a page of its own that gives its rule, the figure of each commune and the report behind it. "
        "This page gives the rules that hold everywhere."
    ),
    chapters=(
        Chapter(
            _("From report to figure"),
            steps=(
                _(
                    "A commune reports once a quarter. Nothing of it is public before the city has accepted the report."
                ),
                _(
                    "While a report is being corrected, the figures accepted last stay; the correction takes their place once it is accepted."
                ),
                _(
                    "No total is stored: each is computed from the accepted figures when the page is opened. Page and file come from one computation."
                ),
                _(
                    "Any past day can be asked for (?ngay=2018-12-14): the page then shows what was known at the end of that day."
                ),
            ),
        ),
        Chapter(
            _("Nothing, no figures, not asked"),
            steps=(
                _("0 means that nothing happened in the period."),
                _(
                    "… means that there are no figures; the reason stays inside, because it could lead to a person."
                ),
                filled(
                    _(
                        "%(blank)s means an optional question that was not answered; – means that the question does not concern the commune or the period."
                    ),
                    blank=_("[left blank]"),
                ),
                _(
                    "A total says of how many communes it is. Where some lack, it is a range: from the least to the most it can be."
                ),
            ),
        ),
        Chapter(
            _("Objectives"),
            steps=(
                _(
                    "A commune meets an objective when it meets every criterion: one not met is not met; otherwise one unknown is unknown."
                ),
                _(
                    "“Reached”, “on track” and “behind” are said only against a target that a document decided."
                ),
                _(
                    "Against the portal's own straight line the words are above, at or below the reference line (not an assigned target)."
                ),
                filled(
                    _("Where the figures do not carry a verdict, it reads “%(word)s”, with the reason."),
                    word=_("Not enough data to judge"),
                ),
                _(
                    "The exact reading of both objectives is the portal's own: the source of the plan does not give one."
                ),
            ),
        ),
        Chapter(
            _("The same period of the year before"),
            steps=(
                _("Only communes with figures for both periods are compared, and the text says how many."),
                filled(
                    _(
                        "Periods whose lengths differ by more than %(n)s days are not compared in percent, and never scaled by days."
                    ),
                    n=MOST_DAYS_APART,
                ),
                filled(
                    _("Below %(n)s the difference is given as a number: a percentage would be noise."),
                    n=int(LEAST_FOR_PERCENT),
                ),
                _(
                    "Quarters follow the calendar up to Q4 2018 and decree 09/2019/NĐ-CP from Q2 2019; Q1 2019 is the short seam between them."
                ),
            ),
        ),
        Chapter(
            _("Small numbers"),
            says=(
                _(
                    "In a small place a count of 1 to 4 can lead to a person. Before anything is computed for the public:"
                ),
            ),
            steps=(
                _(
                    "of sensitive indicators 1 to 4 becomes “below 5”, and an amount tied to it is not published;"
                ),
                _(
                    "of restricted indicators nothing is published by commune or by quarter, only the city's figure of a closed year, 0 to 4 as one band;"
                ),
                _(
                    "totals, charts, comparisons and files are computed from these protected figures, so that none of them tells more."
                ),
            ),
        ),
        Chapter(
            _("What is the portal's own"),
            says=(
                _(
                    "The list of indicators, the due dates, the limits of protection and the reading of the objectives are proposals of the portal; "
                    "they have not been checked against the forms of the ministry and the province."
                ),
            ),
        ),
    ),
)
