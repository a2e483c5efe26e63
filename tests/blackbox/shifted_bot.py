"""The whole bot with a clock that a test sets: a file says by how many seconds it is ahead."""

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

from bot import clock

_AHEAD = Path(os.environ.get("CLOCK_AHEAD", "ahead"))
_real = clock.now


def _shifted() -> datetime:
    return _real() + timedelta(seconds=float(_AHEAD.read_text(encoding="ascii")))


if __name__ == "__main__":
    clock.now = _shifted  # before anything else is imported that would keep the real one
    from bot.daily import planning

    planning._LONGEST_SLEEP = 0.1  # a clock that is set is otherwise noticed within 20 seconds
    from bot.discussion import weekly

    weekly._TICK = 0.5
    from bot.cli import main

    sys.exit(main())
