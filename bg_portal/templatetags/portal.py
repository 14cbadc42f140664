"""What the portal calls its plan and its owner, for templates."""

from __future__ import annotations

from django import template

from bg_portal import called

register = template.Library()

register.simple_tag(called.plan_name)
register.simple_tag(called.plan_in_short)
register.simple_tag(called.plan_in_full)
register.simple_tag(called.portal_name)
register.simple_tag(called.owner)
