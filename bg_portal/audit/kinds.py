"""What may be recorded: each kind of event with the only keys its data may have."""

from __future__ import annotations

# `changes` is a list of place, field, before and after.
KINDS: dict[str, frozenset[str]] = {
    kind: frozenset(keys.split())
    for kind, keys in {
        # reports
        "report.moved": "move from to number digest",
        "report.numbered": "",
        "report.nil_filled": "",
        "submission.sent": "number checksum digest",
        "paper.entered": "",
        # periods
        "period.closed": "digest",
        "period.reopened": "digest",
        "extension.granted": "until digest",
        # proposals
        "proposal.answered": "answer digest",
        # instructions of the leaders
        "instruction.given": "digest",
        "instruction.moved": "step to digest",
        # the city's decisions of a year
        "recognition.recorded": "step digest",
        # the ledger and what is shown of it
        "ledger.entered": "version kind digest",
        "plan.loaded": "version digest",
        "plan.edited": "version before digest changes",
        "targets.stored": "version digest",
        "figure.withdrawn": "indicator",
        "restricted.seen": "scope",
        "commune.edited": "changes",
        # announcements
        "announcement.saved": "number digest",
        "announcement.moved": "move from to number digest",
        # comments of the public; never a word of them
        "comment.moved": "step from to reason digest",
        # people
        "person.invited": "role",
        "invitation.withdrawn": "",
        "person.joined": "",
        "person.signed_in": "",
        "person.signed_out": "",
        "person.sign_in_failed": "",
        "person.password_changed": "",
        "person.password_reset": "",
        "membership.granted": "role commune from to",
        "membership.ended": "role commune to",
    }.items()
}
