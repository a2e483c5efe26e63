"""A bar on standard error while something takes long, where somebody looks at it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.model import Progress as Step
from bot.platforms.shared.cleaning import safe
from bot.platforms.terminal.console import Console

if TYPE_CHECKING:
    from rich.progress import Progress

_LONGEST = 40


@contextmanager
def bar() -> Iterator[Step]:
    """Give the function to call with how far it is; the bar is there from its first call to the end of the context."""
    shown: list[Progress] = []

    def step(done: int, total: int, name: str) -> bool:
        """Show how far it is, from the first call on; True: nobody stops it here."""
        if not shown:
            shown.append(_shown())
        (task,) = shown[0].task_ids
        shown[0].update(task, completed=done, total=total or None, name=safe(name)[-_LONGEST:])
        return True

    try:
        yield step
    finally:
        for one in shown:
            one.stop()


def _shown() -> "Progress":
    """Make the bar, and show it."""
    # Loaded when something takes long: it costs an answer 60 ms.
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    name = TextColumn("{task.fields[name]}", markup=False)
    made = Progress(
        *(name, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    made.add_task("", total=None, name="")
    made.start()
    return made
