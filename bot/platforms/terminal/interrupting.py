"""Ctrl-C in a conversation that comes through a pipe."""

import asyncio
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interruptible() -> Iterator[None]:
    """Let SIGINT wake the event loop, whatever that does just then.

    `asyncio.run` has a handler, but Python calls it between two steps of its own: a signal that comes in the moment
    before the loop waits would be heard after the next line only. Known to the loop, it comes as something to read.
    """
    heard = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(heard):
        yield
        return
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGINT, heard, signal.SIGINT, None)
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)
        signal.signal(signal.SIGINT, heard)
