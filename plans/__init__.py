"""What was promised, what has been accepted, and how far that is."""
