"""Words of Django's admin that its Vietnamese catalogue lacks; the portal's catalogue says them instead."""

from __future__ import annotations

from django.utils.translation import gettext_noop

WORDS = (gettext_noop("Skip to main content"), gettext_noop("Breadcrumbs"), gettext_noop("Show counts"))
