"""What saves time: no garbage collecting while hardly any value is dropped, and remembering."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TypeVar
from weakref import ref

T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def no_collecting() -> Iterator[None]:
    """Switch the collector off, and on again afterwards when it was on.

    What was made meanwhile is not gone over later: it lives as long as it is of use.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def remembered(function: Callable[[T], Iterable[R]]) -> Callable[[T], tuple[R, ...]]:
    """Remember what a function gives for a record, as long as that record lives.

    Records never change: a preview looks again only at those that it read anew.
    """
    known: dict[int, tuple[R, ...]] = {}
    living: dict[int, ref[T]] = {}

    def forget(key: int) -> None:
        del known[key], living[key]

    @wraps(function)
    def recall(record: T) -> tuple[R, ...]:
        key = id(record)
        if key not in known:
            known[key] = tuple(function(record))
            living[key] = ref(record, lambda _: forget(key))
        return known[key]

    return recall
