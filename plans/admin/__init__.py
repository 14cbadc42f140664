"""The administration of plans: pages that edit by way of the document, records that are read."""

from __future__ import annotations

from plans.admin import pages, records

__all__ = ["pages", "records"]
