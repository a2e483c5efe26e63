"""Several platforms in one process: what ends one does not end the others."""

import asyncio

import pytest

from bot.app.together import together
from bot.errors import TokenRefused


async def test_one_that_is_refused_leaves_the_others_alone() -> None:
    served = asyncio.Event()

    async def refused() -> None:
        raise TokenRefused("Matrix")

    async def serving() -> None:
        await asyncio.sleep(0.01)
        served.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(together({"Matrix": refused, "Discord": serving}))
    await served.wait()
    assert not task.done()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_when_all_are_refused_the_last_error_is_raised() -> None:
    async def refused() -> None:
        raise TokenRefused("Matrix")

    with pytest.raises(TokenRefused):
        await together({"Matrix": refused, "Discord": refused})


async def test_one_that_fails_by_a_mistake_is_begun_again() -> None:
    begun: list[int] = []

    async def failing() -> None:
        begun.append(len(begun))
        if len(begun) < 3:
            raise ValueError

    await together({"Matrix": failing}, again=0)
    assert begun == [0, 1, 2]
