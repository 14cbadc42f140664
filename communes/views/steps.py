"""What a person can do with a report now, as buttons: the moves of the workflow that are open to them."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from bg_portal.pieces import Words
from communes import workflow
from communes.models import User
from communes.roles import Permission
from communes.standing import CommuneStanding
from communes.vocabulary import MoveName
from plans.models import Plan


class Step(NamedTuple):
    """One button: a link, or a form that posts `fields`."""

    text: Words
    href: str
    post: bool = False
    tone: str = ""
    fields: tuple[tuple[str, str], ...] = ()


Key = tuple[str, str, str]


def key_of(plan: Plan, standing: CommuneStanding) -> Key:
    """A report in addresses: plan, period, commune."""
    return (plan.slug, standing.period.key, standing.place.slug)


def steps(user: User, plan: Plan, standing: CommuneStanding) -> list[Step]:
    """Every step open to `user`, the next one first."""
    key = key_of(plan, standing)
    if standing.state is None:
        return [*_to_start(user, standing, key), *_to_extend(user, standing, key)]
    possible = {
        move.name: move
        for move in workflow.moves_from(standing.state, clearance_required=plan.clearance_required)
        if user.has_perm(move.permission, standing.place)
    }
    return [
        *_to_write(user, standing, key, may_send=MoveName.SUBMIT in possible),
        *_to_clear(key, possible),
        *_to_review(standing, key, possible),
        *_to_extend(user, standing, key),
        *_after_sending(user, standing, key),
    ]


def quieter(found: list[Step]) -> list[Step]:
    """The same steps where another one is the main button of the page."""
    return [step._replace(tone="") if step.tone == "main" else step for step in found]


def _to_start(user: User, standing: CommuneStanding, key: Key) -> list[Step]:
    if standing.closed or not standing.begun:
        return []
    href = reverse("report-start", args=key)
    if user.has_perm(Permission.WRITE_REPORT, standing.place):
        return [Step(_("Start the report"), href, post=True, tone="main")]
    if user.has_perm(Permission.ENTER_PAPER_REPORT, standing.place):
        return [Step(_("Enter a paper report"), href, post=True)]
    return []


def _to_write(user: User, standing: CommuneStanding, key: Key, *, may_send: bool) -> list[Step]:
    """Writing and checking; a reviewer writes only what came on paper."""
    edit, check = reverse("report-edit", args=key), reverse("report-check", args=key)
    writes = user.has_perm(Permission.WRITE_REPORT, standing.place)
    if standing.state in workflow.WRITABLE:
        if writes:
            return [
                Step(_("Go on writing"), edit, tone="main"),
                Step(_("Check before sending"), check),
            ]
        if user.has_perm(Permission.ENTER_PAPER_REPORT, standing.place):
            return [Step(_("Enter a paper report"), edit)]
    if may_send:
        return [Step(_("Check and send"), check, tone="main")]
    return []


def _to_clear(key: Key, possible: dict[MoveName, workflow.Move]) -> list[Step]:
    found = []
    if MoveName.CLEAR in possible:
        found.append(Step(_("Check and clear"), reverse("report-check", args=key), tone="main"))
    if MoveName.RECALL in possible:
        found.append(Step(_("Take back to mend"), reverse("report-recall", args=key), post=True))
    return found


def _to_review(standing: CommuneStanding, key: Key, possible: dict[MoveName, workflow.Move]) -> list[Step]:
    """Accepting names the sending that was read, so that a newer one is noticed."""
    found = []
    number = str(standing.facts.sendings if standing.facts else 0)
    if MoveName.ACCEPT in possible:
        href = reverse("report-accept", args=key)
        found.append(Step(_("Accept"), href, post=True, tone="main", fields=(("number", number),)))
    if MoveName.RETURN in possible:
        found.append(Step(_("Return for correction"), reverse("report-return", args=key)))
    if MoveName.REOPEN in possible:
        found.append(Step(_("Reopen for correction"), reverse("report-reopen", args=key)))
    return found


def _to_extend(user: User, standing: CommuneStanding, key: Key) -> list[Step]:
    """A later due date helps only who has not sent yet."""
    if standing.sent or standing.closed or not user.has_perm(Permission.EXTEND_DEADLINE, standing.place):
        return []
    return [Step(_("Extend the due date"), reverse("report-extend", args=key))]


def _after_sending(user: User, standing: CommuneStanding, key: Key) -> list[Step]:
    if standing.facts is None or not standing.facts.sendings:
        return []
    found = []
    if user.has_perm(Permission.NUMBER_REPORT, standing.place):
        found.append(Step(_("Document number and date"), reverse("report-number", args=key)))
    receipt = reverse("receipt", args=[*key, standing.facts.sendings])
    return [*found, Step(_("Receipt"), receipt, tone="plain")]
