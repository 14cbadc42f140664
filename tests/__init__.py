"""What the portal promises, one behaviour a file."""
