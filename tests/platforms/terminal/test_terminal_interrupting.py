"""Ctrl-C that Python hears of while its event loop waits: no step of Python's own comes before the next event."""

import asyncio
import signal
import threading

import pytest

from bot.platforms.terminal.interrupting import interruptible

_LONG = 20.0


def interrupted_while_waiting() -> bool:
    """Wait in a loop while another thread takes SIGINT; gives whether it took something else to end that."""
    late = False
    waiting, enough = threading.Event(), threading.Event()

    def elsewhere() -> None:
        waiting.wait(_LONG)
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)
        enough.wait(_LONG)

    def give_up() -> None:
        nonlocal late
        late = True

    async def talk() -> None:
        loop = asyncio.get_running_loop()
        loop.call_later(_LONG, give_up)
        loop.call_later(0.05, waiting.set)
        with interruptible():
            await asyncio.Event().wait()

    other = threading.Thread(target=elsewhere)
    other.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            asyncio.run(talk())
    finally:
        enough.set()
        other.join()
    return late


def test_an_interrupt_ends_what_waits() -> None:
    before = signal.getsignal(signal.SIGINT)
    assert not interrupted_while_waiting()
    assert signal.getsignal(signal.SIGINT) is before


def test_an_interrupt_while_something_is_done() -> None:
    async def talk() -> None:
        with interruptible():
            signal.raise_signal(signal.SIGINT)
            await asyncio.Event().wait()

    with pytest.raises(KeyboardInterrupt):
        asyncio.run(talk())


async def test_where_nothing_can_be_interrupted() -> None:
    """In another thread signals belong to nobody, and the conversation goes on without."""

    def talk() -> str:
        async def said() -> str:
            with interruptible():
                return "said"

        return asyncio.run(said())

    assert await asyncio.to_thread(talk) == "said"
