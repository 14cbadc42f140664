"""What the pages of a report show, built as plain rows from drafts, findings and accepted figures."""
