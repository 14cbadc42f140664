"""One question to tests.bench.inside in a process of its own: `python -m tests.bench.ask NAME [VALUE …]`."""

from __future__ import annotations

import json
import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    question = getattr(import_module("tests.bench.inside"), sys.argv[1])
    sys.stdout.write(json.dumps(question(*sys.argv[2:])) + "\n")
