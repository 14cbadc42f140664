"""Django's admin as a part of the portal: its site, its read-only records, its pages with a preview."""
