"""Files that people take away: a table of plain values, and writers that turn it into bytes."""
