"""An announcement written in a file, as the repository keeps the one of a plan's adoption."""

from __future__ import annotations

import tomllib
import uuid
from pathlib import Path
from typing import NamedTuple

from plans.markup import clean_markup
from plans.models import Plan
from plans.news_content import NewsContent


class Written(NamedTuple):
    """What a file says; its `uid` makes that it is stored once."""

    uid: uuid.UUID
    content: NewsContent


def read_news(file: Path) -> Written:
    """The announcement of a file. Raises Plan.DoesNotExist where its plan was not loaded."""
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    plan = Plan.objects.get(number=told.pop("plan"))
    uid = uuid.UUID(told.pop("uid"))
    told |= {name: clean_markup(told[name]) for name in ("body_vi", "body_en")}
    return Written(uid, NewsContent(plan_id=plan.pk, **told))
