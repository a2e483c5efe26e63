"""One timer for all who wait: each is called back in time, or not at all."""

import asyncio
import gc
import weakref
from collections.abc import Sized

from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.discord.patience import Patience

_SHORT = 0.02


async def _until(done: Sized, many: int) -> None:
    async with asyncio.timeout(10):
        while len(done) < many:
            await asyncio.sleep(_SHORT / 4)


async def test_who_waits_too_long_is_called_back_once_in_order() -> None:
    patience, called = Patience(_SHORT), list[int]()
    for number in range(3):
        patience.begin(lambda number=number: called.append(number))
        await asyncio.sleep(_SHORT / 4)
    await _until(called, 3)
    await asyncio.sleep(3 * _SHORT)
    assert called == [0, 1, 2]


async def test_nobody_is_called_back_before_the_time() -> None:
    patience, loop, called = Patience(_SHORT), asyncio.get_running_loop(), list[float]()
    first = patience.begin(lambda: called.append(-1.0))
    await asyncio.sleep(_SHORT / 2)
    first.end()  # its timer looks at the second one too early
    began = loop.time()
    patience.begin(lambda: called.append(loop.time()))
    await _until(called, 1)
    assert called[0] >= began + _SHORT


@given(over=st.lists(st.booleans(), max_size=12))
def test_who_was_answered_is_not_called_back(over: list[bool]) -> None:
    async def waiting() -> list[int]:
        patience, called = Patience(0.001), list[int]()
        waits = [patience.begin(lambda number=number: called.append(number)) for number in range(len(over))]
        for wait, ended in zip(waits, over, strict=True):
            if ended:
                wait.end()
        while not all(wait.over for wait in waits):
            await asyncio.sleep(0.001)
        return called

    assert asyncio.run(waiting()) == [number for number, ended in enumerate(over) if not ended]


async def test_what_was_answered_is_let_go_of_at_once() -> None:
    class Held:
        def call(self) -> None:
            raise AssertionError

    patience, held = Patience(60), Held()
    gone = weakref.ref(held)
    patience.begin(held.call).end()
    del held
    gc.collect()
    assert gone() is None


def test_a_loop_that_is_gone_takes_its_waits_along() -> None:
    patience, called = Patience(_SHORT), list[int]()

    async def first() -> None:
        patience.begin(lambda: called.append(1))

    async def second() -> None:
        patience.begin(lambda: called.append(2))
        await _until(called, 1)

    asyncio.run(first())
    asyncio.run(second())
    assert called == [2]
