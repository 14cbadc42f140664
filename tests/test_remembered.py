"""What a process remembers is bounded, and the oldest is forgotten first."""

from __future__ import annotations

from bg_portal.remembered import Remembered


def test_the_one_not_asked_for_longest_goes_first() -> None:
    kept: Remembered[str] = Remembered(2)
    kept.put("a", "A", 1)
    kept.put("b", "B", 1)
    assert kept.get("a") == "A"
    kept.put("c", "C", 1)
    assert [kept.get(key) for key in "abc"] == ["A", None, "C"]


def test_the_newest_stays_however_heavy_it_is() -> None:
    kept: Remembered[str] = Remembered(2)
    kept.put("a", "A", 1)
    kept.put("b", "B", 9)
    assert [kept.get(key) for key in "ab"] == [None, "B"]


def test_a_value_under_the_same_key_weighs_once() -> None:
    kept: Remembered[str] = Remembered(2)
    for _ in range(5):
        kept.put("a", "A", 1)
    kept.put("b", "B", 1)
    assert [kept.get(key) for key in "ab"] == ["A", "B"]


def test_everything_can_be_forgotten() -> None:
    kept: Remembered[str] = Remembered(2)
    kept.put("a", "A", 2)
    kept.cache_clear()
    assert kept.get("a") is None
