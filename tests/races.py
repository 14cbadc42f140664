"""Several people at the same moment: threads that start together, each with a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from threading import Barrier
from typing import TypeVar

from django.db import connection, connections

from communes.refusals import Refused

Done = TypeVar("Done")


def at_once(*actions: Callable[[], Done]) -> list[Done | Refused]:
    """What each action returned or was refused with, in their order; they begin at the same moment.

    The clock stands for every thread where it stands here. Any other exception fails the test.
    """
    together = Barrier(len(actions), timeout=120)

    def run(action: Callable[[], Done]) -> Done | Refused:
        try:
            connection.ensure_connection()
            together.wait()
            return action()
        except Refused as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(actions)) as pool:
        waiting = [pool.submit(copy_context().run, run, action) for action in actions]
        return [done.result(timeout=300) for done in waiting]


def one_and_told(results: list[Done | Refused], kind: type[Refused]) -> tuple[Done, Refused]:
    """What the one who won got, and what the other was told. Fails unless it is one of each."""
    (won,) = [result for result in results if not isinstance(result, Refused)]
    (told,) = [result for result in results if isinstance(result, Refused)]
    assert isinstance(told, kind), told
    return won, told
