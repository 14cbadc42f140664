"""The course of a report, move by move, with the extensions granted on the way."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from bg_portal.dates import format_date
from bg_portal.pieces import Passage as PassagePiece
from communes import words
from communes.models import Extension, Passage
from communes.vocabulary import MoveName, Standing

_WORDS = {
    MoveName.SUBMIT: _lazy("Sent"),
    MoveName.RETURN: _lazy("Returned for correction"),
    MoveName.ACCEPT: _lazy("Accepted"),
    MoveName.REOPEN: _lazy("Reopened for correction"),
    MoveName.CLEAR: _lazy("Cleared by the commune's leader"),
    MoveName.RECALL: _lazy("Taken back to mend"),
}
_TONES = {MoveName.RETURN: "act", MoveName.REOPEN: "act", MoveName.ACCEPT: "good"}


def course(
    passages: Sequence[Passage], extensions: Sequence[Extension], *, names: bool
) -> list[PassagePiece]:
    """Oldest first; `names`: whether the reader may know who did it."""
    pieces = [_passage(passage, names=names) for passage in passages]
    pieces += [_extension(extension, names=names) for extension in extensions]
    return sorted(pieces, key=lambda piece: piece.at.isoformat())


def _passage(passage: Passage, *, names: bool) -> PassagePiece:
    move = MoveName(passage.move)
    return PassagePiece(
        at=passage.at,
        word=_word(move, passage),
        mark=words.MARKS[Standing(passage.target)],
        by=passage.by.name if names else "",
        comment=passage.comment,
        tone=_TONES.get(move, ""),
    )


def _extension(extension: Extension, *, names: bool) -> PassagePiece:
    until = {"day": format_date(extension.until)}
    return PassagePiece(
        at=extension.at,
        word=_("Due date extended to %(day)s") % until,
        mark="wait",
        by=extension.by.name if names else "",
        comment=extension.reason,
    )


def _word(move: MoveName, passage: Passage) -> str:
    submission = passage.submission
    if move is not MoveName.SUBMIT or submission is None:
        return str(_WORDS[move])
    if submission.on_paper:
        return _("Entered from paper, sending %(n)d") % {"n": submission.number}
    return _("Sent, sending %(n)d") % {"n": submission.number}
