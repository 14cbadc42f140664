"""The plan document as plain data: one spelling for storing and for digests, and the way back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from plans.document import PlanDocument
from plans.document_problems import DocumentErrors
from plans.document_reader import DocumentReader
from plans.document_values import leaf


def to_data(document: PlanDocument) -> dict[str, Any]:
    """The document as JSON knows it, without what stands at its default: so digests outlive new fields."""
    return _row(document)


def from_data(data: Mapping[str, Any]) -> PlanDocument:
    """The document that `to_data` made; DocumentErrors for anything that has not its shape."""
    reader = DocumentReader()
    document = reader.document(data)
    if reader.problems:
        raise DocumentErrors(reader.problems)
    return document


def digest(document: PlanDocument) -> str:
    """SHA-256 of the document's one spelling, in hexadecimal: equal for equal documents only."""
    text = json.dumps(to_data(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def stated(item: Any) -> dict[str, Any]:
    """The fields of a row that say something: all but those left at their default, under their file names."""
    found = {}
    for spec in fields(item):
        value = getattr(item, spec.name)
        if spec.default is MISSING or value != spec.default:
            found[spec.metadata.get("table", spec.name)] = value
    return found


def _row(item: Any) -> dict[str, Any]:
    return {name: _plain(value) for name, value in stated(item).items()}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _row(value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else leaf(value)
