"""What the portal says of itself: help for each role, how figures come about, access, privacy, contact."""
