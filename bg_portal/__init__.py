"""A document becomes a plan; communes report against it; accepted reports become readings;
progress is computed from readings; pages show it."""
