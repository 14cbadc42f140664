"""Noting what a sending proposes, and answering it for the city."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from bg_portal import audit, clock
from bg_portal.audit import rows
from communes import notices
from communes.models import ProposalAnswer, SentProposal, Submission, User
from communes.refusals import Overtaken, Refused
from communes.roles import Permission
from communes.vocabulary import AnswerKind


@dataclass(frozen=True)
class Reply:
    """What is answered: the kind, to whom it is passed on, and what will be done or why not."""

    kind: AnswerKind
    body: str = ""
    text: str = ""


def note_proposals(submission: Submission, texts: Sequence[str]) -> None:
    """Write down the proposals of a sending; one with the words of an earlier sending shares its answer."""
    earlier = SentProposal.objects.filter(submission__report=submission.report, repeats__isnull=True)
    first = {one.text: one for one in earlier.order_by("-pk")}
    for order, text in enumerate(texts):
        SentProposal.objects.create(submission=submission, order=order, text=text, repeats=first.get(text))


@transaction.atomic
def answer_proposal(*, proposal: SentProposal, reply: Reply, seen: int, by: User) -> ProposalAnswer:
    """Answer a proposal, or answer it anew: the last answer holds, all of them stay.

    * `seen` is how many answers there were on the page; where another one came since, it is refused;
    * the commune is told, the audit has an event.
    """
    if not by.has_perm(Permission.ANSWER_PROPOSAL, proposal.submission.report.commune):
        raise Refused(_("This step is not open to this account."))
    first = SentProposal.objects.select_for_update().get(pk=proposal.repeats_id or proposal.pk)
    if first.answers.count() != seen:
        raise Overtaken(_("Somebody answered this proposal in the meantime; look at it again."))
    answer = ProposalAnswer.objects.create(
        proposal=first, kind=reply.kind.value, body=reply.body, text=reply.text, by=by, at=clock.now()
    )
    audit.record(
        kind="proposal.answered",
        by=by.pk,
        subject=rows.subject(answer),
        data={"answer": answer.kind, "digest": rows.digest(answer)},
    )
    notices.proposal_answered(answer)
    return answer
