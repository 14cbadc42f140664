"""Places, people, what they claim, who accepts it; and every page that needs both."""
