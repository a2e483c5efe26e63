"""Caches with a bound: what was not used for longest goes first."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Cache(Generic[K, V]):
    """Holds values whose weights add up to at most `bound`; the value put last stays, whatever it weighs."""

    def __init__(self, bound: int, weigh: Callable[[V], int] = lambda _: 1) -> None:
        self._bound = bound
        self._weigh = weigh
        self._weight = 0
        self._held: OrderedDict[K, V] = OrderedDict()

    def __len__(self) -> int:
        return len(self._held)

    @property
    def weight(self) -> int:
        """What everything that is held weighs."""
        return self._weight

    def get(self, key: K) -> V | None:
        """Give a value and mark it as used; None where it is not held."""
        value = self._held.get(key)
        if value is not None:
            self._held.move_to_end(key)
        return value

    def put(self, key: K, value: V) -> None:
        """Hold a value, and let go of others until the bound is kept."""
        self._drop(key)
        self._held[key] = value
        self._weight += self._weigh(value)
        while self._weight > self._bound and len(self._held) > 1:
            self._drop(next(iter(self._held)))

    def clear(self) -> None:
        """Let go of everything."""
        self._held.clear()
        self._weight = 0

    def _drop(self, key: K) -> None:
        value = self._held.pop(key, None)
        if value is not None:
            self._weight -= self._weigh(value)
