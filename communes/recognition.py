"""The healthy standing of a commune in a year: which steps the city records, in which order, with what.

A commune registers in its quarterly report (DM00); the city reviews and decides. A decision may follow the
registration at once, because its document proves the review. Who has not registered can only be told that the
standing is not recognised: the year counts as decided when every participating commune has a decision. Both
are decisions of the house; the joint resolution 01/2008/NQLT-BLĐTBXH-BCA-BVHTTDL-UBTƯMTTQVN, which has the
procedure, could not be compared, and nothing of its scoring sheet is invented here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bg_portal.vietnamese import gettext_noop
from communes.vocabulary import Outcome, RecognitionState, RecognitionStep

REGISTRATION: Final = "DM00"
"""The indicator by which a commune registers for the year."""
STANDING: Final = "DM01"
"""The indicator whose readings are the decisions."""

DECIDED: Final = frozenset({RecognitionState.RECOGNISED, RecognitionState.NOT_RECOGNISED})
_REGISTERED: Final = frozenset({RecognitionState.REGISTERED, RecognitionState.UNDER_REVIEW})


@dataclass(frozen=True)
class Move:
    """One step: from which states, to which, and whether a document decides it.

    `target` is None where the commune stands again as its registration says.
    """

    step: RecognitionStep
    sources: frozenset[RecognitionState]
    target: RecognitionState | None
    needs_document: bool = False


_S, _T = RecognitionState, RecognitionStep
MOVES: Final[Mapping[RecognitionStep, Move]] = MappingProxyType(
    {
        move.step: move
        for move in (
            Move(_T.REVIEW, frozenset({_S.REGISTERED}), _S.UNDER_REVIEW),
            Move(_T.RECOGNISE, _REGISTERED | DECIDED, _S.RECOGNISED, needs_document=True),
            Move(
                _T.REFUSE,
                _REGISTERED | DECIDED | {_S.NOT_REGISTERED},
                _S.NOT_RECOGNISED,
                needs_document=True,
            ),
            Move(_T.TAKE_BACK, DECIDED | {_S.UNDER_REVIEW}, None),
        )
    }
)

_NOT_REGISTERED: Final = gettext_noop(
    "has not registered for the year in an accepted report, so it cannot be reviewed or recognised"
)
_NOTHING_RECORDED: Final = gettext_noop("nothing has been recorded for it that could be taken back")
_UNDER_REVIEW: Final = gettext_noop("is under review already")
_DECIDED: Final = gettext_noop("has a decision for the year already")
_SAY_WHY: Final = gettext_noop("there is a decision already: say why another one takes its place")
_SAY_WHY_BACK: Final = gettext_noop("say why it is taken back")


def state_of(last: RecognitionStep | None, *, registered: bool) -> RecognitionState:
    """Where a commune stands after its last step, or by its registration alone."""
    target = MOVES[last].target if last else None
    return target or (RecognitionState.REGISTERED if registered else RecognitionState.NOT_REGISTERED)


def needs_reason(step: RecognitionStep, state: RecognitionState) -> bool:
    """What changes a decision that stands, or takes something back, says why."""
    return step is RecognitionStep.TAKE_BACK or state in DECIDED


def refusal(step: RecognitionStep, state: RecognitionState, *, reason: str) -> str:
    """Why the step cannot be recorded now, as a msgid that follows the commune's name; empty where it can."""
    if state not in MOVES[step].sources:
        return _refusal_of_state(step, state)
    if needs_reason(step, state) and not reason:
        return _SAY_WHY_BACK if step is RecognitionStep.TAKE_BACK else _SAY_WHY
    return ""


def _refusal_of_state(step: RecognitionStep, state: RecognitionState) -> str:
    if step is RecognitionStep.TAKE_BACK:
        return _NOTHING_RECORDED
    if state is RecognitionState.NOT_REGISTERED:
        return _NOT_REGISTERED
    return _DECIDED if state in DECIDED else _UNDER_REVIEW


def outcome(*, recognised: bool, earlier: Sequence[bool]) -> Outcome:
    """What a decision says after those for earlier years, the oldest first: each whether it recognised."""
    if recognised:
        again = bool(earlier) and not earlier[-1] and any(earlier)
        return Outcome.RECOGNISED_AGAIN if again else Outcome.RECOGNISED
    return Outcome.NOT_CONTINUED if earlier and earlier[-1] else Outcome.NOT_RECOGNISED
