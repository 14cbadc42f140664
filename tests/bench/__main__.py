"""`make bench`: how fast the portal is beside a bare view, on both databases and at four sizes."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final, TypeAlias

from tests.bench.places import BASE, Place, places
from tests.bench.serve import CONNECTIONS, Served, served
from tests.bench.table import table

SIZES: Final = {
    "16": (),
    "160": ("communes", "10"),
    "3296": ("communes", "206"),
    "50 plans": ("plans", "50"),
}
"""The communes, or plans of 16 communes, and how they are made."""
PAGES: Final = ("home", "objective", "indicator")
BARE: Final = "/bare/"
GZIP: Final = {"Accept-Encoding": "gzip"}
RESULT: Final = BASE / "var" / "bench.json"

Row: TypeAlias = dict[str, Any]


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def loads(portal: Served, facts: Row, seconds: int) -> Iterator[Row]:
    """Each page under load, signed out as 200 and as 304, and the desk signed in.

    The bare view is measured before each of them, so that a busier minute of the machine weighs on both.
    """

    def load(what: str, address: str, headers: dict[str, str], **more: Any) -> Row:
        bare = portal.load(BARE, {}, seconds)["per_second"]
        found = portal.load(address, headers, seconds)
        return {"what": what, **found, "ratio": found["per_second"] / bare, **more}

    for _ in range(2 * CONNECTIONS):  # every process has home's bytes and its connections
        portal.get(BARE, {})
    yield load("(a) bare view", BARE, {})
    for name in PAGES:
        address, (computed, ready) = facts["addresses"][name], facts["queries"][name]
        _status, headers, size = portal.get(address, GZIP)
        yield load(f"{name}, 200", address, {}, computed=computed, ready=ready, bytes=size)
        yield load(f"{name}, 304", address, {"If-None-Match": headers["ETag"]}, ready=ready, bytes=0)
    address, cookie = facts["addresses"]["desk"], {"Cookie": f"sessionid={facts['session']}"}
    _status, _headers, size = portal.get(address, {**cookie, **GZIP})
    yield load("desk, signed in", address, cookie, computed=facts["queries"]["desk"][1], bytes=size)


def measured(place: Place, seconds: int) -> Iterator[Row]:
    """Everything that is measured of one portal."""
    facts = place.ask("pages")
    say(f"  {facts['communes']} communes, {facts['plans']} plans, rows: {facts['rows']}")
    with served(place) as portal:
        begin = perf_counter()
        portal.get("/", {})
        yield {"what": "home, first after the start", "p50": (perf_counter() - begin) * 1000}
        yield from loads(portal, facts, seconds)
        firsts = place.ask("first", str(portal.port))
        yield {"what": "home, first after an acceptance", "p50": median(firsts), "p99": max(firsts)}
        yield {"what": "memory of the web server, MB", "megabytes": portal.megabytes()}
    sendings = place.ask("sending")
    yield {"what": "sending a full report", "p50": median(sendings), "p99": max(sendings)}


def bench(engine: str, sizes: list[str], seconds: int, folder: Path) -> Iterator[Row]:
    """One database at each size, each a copy of the illustrated portal."""
    with places(engine, folder) as first:
        say(f"{engine}: telling the illustrative story …")
        first.manage("prepare")
        for size in sizes:
            say(f"{engine}, {size}:")
            place = first.copy(size.replace(" ", "-"))
            if SIZES[size]:
                place.ask(*SIZES[size])
            for row in measured(place, seconds):
                yield {"engine": engine, "size": size, **row}
            shutil.rmtree(place.folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=3, help="of each load")
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=[*SIZES])
    parser.add_argument("--engines", nargs="+", default=["sqlite", "postgresql"])
    asked = parser.parse_args()
    if shutil.which("wrk") is None:
        raise SystemExit("Missing: apt install wrk")
    rows: list[Row] = []
    RESULT.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as folder:
        os.chmod(folder, 0o755)  # noqa: PTH101
        for engine in asked.engines:
            for row in bench(engine, asked.sizes, asked.seconds, Path(folder)):
                rows.append(row)
                RESULT.write_text(json.dumps(rows, indent=1), encoding="utf-8")  # what was measured stays
    say(f"\n{table(rows)}\n\nAs JSON: {RESULT.relative_to(BASE)}")


if __name__ == "__main__":
    main()
