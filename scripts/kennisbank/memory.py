"""What saves time: no garbage collecting while hardly any value is dropped, and remembering."""

import gc
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar, overload

P = ParamSpec("P")
R = TypeVar("R")

_BY_VALUE = (str, bytes, tuple, frozenset)


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


class _Memory:
    """What functions gave, by function and inputs: in the last run, and in this one so far."""

    def __init__(self) -> None:
        self.last: dict[Hashable, tuple[Any, Any]] = {}
        self.now: dict[Hashable, tuple[Any, Any]] = {}


_MEMORY = _Memory()


def forget_unasked() -> None:
    """End a run: what it did not ask for is forgotten."""
    _MEMORY.last, _MEMORY.now = _MEMORY.now, {}


@overload
def remembered(function: Callable[P, Iterator[R]]) -> Callable[P, tuple[R, ...]]: ...
@overload
def remembered(function: Callable[P, R]) -> Callable[P, R]: ...
def remembered(function: Callable[..., Any]) -> Callable[..., Any]:
    """Remember what a function gives for these inputs; what an iterator gives becomes a tuple.

    Its answer must follow from its inputs, and they never change. Texts, bytes, and tuples and sets
    of these are told apart by what they are; a record is the same one only when it is that very
    value. So a second check of the same files takes hardly any time.
    """

    @wraps(function)
    def recall(*inputs: Any) -> Any:
        key = (function, *(each if isinstance(each, _BY_VALUE) else id(each) for each in inputs))
        found = _MEMORY.now.get(key) or _MEMORY.last.get(key)
        if found is None:
            value = function(*inputs)
            found = (tuple(value) if isinstance(value, Iterator) else value), inputs
        _MEMORY.now[key] = found  # with its inputs: their ids are not given to others
        return found[0]

    return recall
