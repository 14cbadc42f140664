"""Forms that edit the document of a plan."""
