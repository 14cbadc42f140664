"""Measures of speed: a portal of any size, served as in production and asked by wrk; see `make bench`."""
