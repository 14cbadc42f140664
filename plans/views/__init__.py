"""Public pages of plans: fetch, compute, render."""
