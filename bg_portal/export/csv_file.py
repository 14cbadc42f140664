"""A table as CSV: UTF-8 with a mark that Excel looks for, and no cell that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Final

from bg_portal.export.table import Table, Value

MARK: Final = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of its computer."""
_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def written(table: Table) -> bytes:
    """The file: commas, quotation marks where needed, lines that end as RFC 4180 says."""
    file = io.StringIO(newline="")
    file.write(MARK)
    lines = csv.writer(file, lineterminator="\r\n")
    lines.writerow(table.header)
    lines.writerows([cell(value) for value in row] for row in table.rows)
    return file.getvalue().encode()


def cell(value: Value) -> str:
    """The value as every language reads it: 2018-10-05, 1234.5, yes; no text begins as a formula does."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return f"{value.normalize():f}"
        case date():
            return value.isoformat()
        case str():
            return guarded(value)
        case _:
            return str(value)


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would calculate it."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text
