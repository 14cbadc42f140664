"""What a process made once and may need again, bounded: what was not asked for longest goes first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """Values by key, together not heavier than allowed, but for the newest, which always stays.

    Only what is true for ever belongs here: nothing is ever taken out because it changed.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def get(self, key: Hashable) -> Value | None:
        """What was remembered under the key; None where nothing is, or not any more."""
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, value: Value, weight: int) -> None:
        """Remember the value, and forget others where all of them weigh too much."""
        with self._lock:
            before = self._kept.pop(key, None)
            self._kept[key] = value, weight
            self._weight += weight - (before[1] if before else 0)
            while self._weight > self._most and len(self._kept) > 1:
                self._weight -= self._kept.popitem(last=False)[1][1]

    def cache_clear(self) -> None:
        """Forget everything, as where a test made another history under the same numbers."""
        with self._lock:
            self._kept.clear()
            self._weight = 0
