"""The cells of tables on a page, as a reader sees them."""

from __future__ import annotations

import re


def words(html: str) -> str:
    """What is left of markup."""
    text = re.sub(r"<(style|script)\b.*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", text).strip()


def rows(html: str) -> dict[str, list[str]]:
    """By the text of its head, the cells of each row; of two rows with one head the last."""
    found = {}
    for row in re.findall(r"<tr>(.*?)</tr>", html, flags=re.DOTALL):
        head, *cells = re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, flags=re.DOTALL)
        found[words(head)] = [words(cell) for cell in cells]
    return found
