"""Secrets that let somebody in: 32 random bytes each. Kept is only their sha256, in memory, and only for a while."""

import hashlib
import secrets
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

Ticks = Callable[[], float]
"""Seconds of a clock that nobody can set."""

_BYTES = 32


class Tokens(Generic[T]):
    """What each secret stands for, for `life` seconds. Of more than `most` the oldest count no longer."""

    def __init__(self, life: float, most: int, ticks: Ticks) -> None:
        self._life = life
        self._most = most
        self._ticks = ticks
        self._held: dict[bytes, tuple[float, T]] = {}

    def issue(self, value: T) -> str:
        """Make a secret that stands for a value: 64 hexadecimal digits, which no chat takes for formatting."""
        self._let_go()
        token = secrets.token_hex(_BYTES)
        self._held[_digest(token)] = (self._ticks() + self._life, value)
        return token

    def look(self, token: str) -> T | None:
        """Give what a secret stands for; None where it is none or too old."""
        end, value = self._held.get(_digest(token), (0.0, None))
        return value if value is not None and self._ticks() < end else None

    def take(self, token: str) -> T | None:
        """Give what a secret stands for, this once."""
        value = self.look(token)
        self._held.pop(_digest(token), None)
        return value

    def drop(self, unwanted: Callable[[T], bool]) -> None:
        """Have those secrets stand for nothing whose values are unwanted."""
        self._held = {digest: (end, value) for digest, (end, value) in self._held.items() if not unwanted(value)}

    def _let_go(self) -> None:
        now = self._ticks()
        for digest in [digest for digest, (end, _) in self._held.items() if end <= now]:
            del self._held[digest]
        while len(self._held) >= self._most:
            del self._held[next(iter(self._held))]


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
