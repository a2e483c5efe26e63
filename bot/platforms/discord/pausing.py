"""Knowing when to keep still: what Discord refuses again and again is not asked for again and again.

10,000 refused requests in ten minutes get an address banned. With these pauses, an hour of refusals costs ten requests.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

EVERYWHERE = "everywhere"
"""The scope of a limit that Discord sets on the whole address."""

_REFUSALS_BEFORE_A_PAUSE = 3
_MOST_SCOPES = 10_000


@dataclass(slots=True)
class _State:
    """How often one scope was refused in a row, and until when nothing is tried there."""

    refusals: int = 0
    until: float = 0.0


class Pauses:
    """How long to keep still, for each channel and for all of Discord. Times are in seconds of `clock`."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, *, first: float = 60.0, longest: float = 1800.0
    ) -> None:
        self._clock = clock
        self._first = first
        self._longest = longest
        self._states: dict[str, _State] = {}

    def allows(self, scope: str) -> bool:
        """Whether something may be tried there now."""
        if not self._states:
            return True
        now = self._clock()
        return all(state.until <= now for name in (scope, EVERYWHERE) if (state := self._states.get(name)) is not None)

    def limited(self) -> None:
        """Discord limits the whole address: keep still at once, twice as long each time."""
        self._note(EVERYWHERE, _REFUSALS_BEFORE_A_PAUSE)

    def refused(self, scope: str) -> None:
        """Discord refuses something there: after a few times in a row, keep still, twice as long each time."""
        self._note(scope, 1)

    def worked(self, scope: str) -> None:
        """Something worked there, so whatever was refused before is over."""
        if self._states:
            self._states.pop(scope, None)
            self._states.pop(EVERYWHERE, None)

    def _note(self, scope: str, refusals: int) -> None:
        if len(self._states) >= _MOST_SCOPES:
            self._states.clear()
        state = self._states.setdefault(scope, _State())
        state.refusals += refusals
        if scope == EVERYWHERE:
            times = state.refusals // _REFUSALS_BEFORE_A_PAUSE - 1
        else:
            times = state.refusals - _REFUSALS_BEFORE_A_PAUSE
        if times >= 0:
            state.until = self._clock() + min(self._longest, self._first * 2.0 ** min(times, 16))
