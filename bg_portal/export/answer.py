"""A table as the answer to a request: a file to keep."""

from __future__ import annotations

from django.http import HttpResponse

from bg_portal.export import csv_file
from bg_portal.export.table import Table


def csv_answer(table: Table, name: str) -> HttpResponse:
    """The table as a CSV file of that name, without its ending."""
    return HttpResponse(
        csv_file.written(table),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )
