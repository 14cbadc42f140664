"""A made-up but believable five years of reporting, told through the same actions as people use."""
