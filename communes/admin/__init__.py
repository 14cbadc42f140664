"""The administration of communes, people and reports."""

from __future__ import annotations

from communes.admin import people, places, records

__all__ = ["people", "places", "records"]
