"""What the processes that read for the bot never need, and are refused."""

import sys
from typing import Any

# Python's audit events (PEP 578).
_FORBIDDEN = (
    *("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system"),
    *("os.remove", "os.rename", "shutil."),
)


def confine() -> None:
    """Refuse this process the network, other processes, and taking files away or elsewhere, until it ends.

    What tries raises PermissionError. It is no sandbox against foreign machine code, but what a library is talked into.
    """
    sys.addaudithook(_refuse)


def _refuse(event: str, _: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)
