"""The rows of a plan and of its ledger, in the order of the house's sentence."""

from __future__ import annotations

from plans.models.comment import Comment, CommentAnswer, CommentGate, CommentMove, CommentSender
from plans.models.ledger import Entry, Head, Reading
from plans.models.news import Announcement, AnnouncementMove, AnnouncementVersion, Picture
from plans.models.objective import Criterion, Named, Objective, Target
from plans.models.period import Holiday, Participation, Period
from plans.models.plan import Indicator, Measure, Plan

__all__ = [
    "Announcement",
    "AnnouncementMove",
    "AnnouncementVersion",
    "Comment",
    "CommentAnswer",
    "CommentGate",
    "CommentMove",
    "CommentSender",
    "Criterion",
    "Entry",
    "Head",
    "Holiday",
    "Indicator",
    "Measure",
    "Named",
    "Objective",
    "Participation",
    "Period",
    "Picture",
    "Plan",
    "Reading",
    "Target",
]
