"""Tags that draw what `plans.presenting` says."""
