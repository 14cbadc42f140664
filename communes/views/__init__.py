"""Pages: fetch, form, act, render or redirect."""
