"""How far a long work is, is told every other second at most, never after the answer, and it ends in time."""

import asyncio
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.discord.progressing import EVERY, LONGEST, Progressing
from bot.words import words


@given(st.lists(st.floats(0, 5), max_size=60))
def test_it_is_told_every_other_second_at_most(steps: list[float]) -> None:
    now, told = 100.0, list[tuple[float, str]]()

    async def tell(said: str) -> None:
        told.append((now, said))

    async def work() -> None:
        nonlocal now
        progress = Progressing(tell, words("en"), lambda: now)
        for done, step in enumerate(steps):
            now += step
            assert progress(done, len(steps), "essays/gates.md") is (now - 100.0 < LONGEST)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        assert progress(len(steps), len(steps), "")
        await progress.end()

    asyncio.run(work())
    moments = [100.0, *(moment for moment, _ in told)]
    assert all(later - before >= EVERY for before, later in pairwise(moments))
    assert all("essays/gates.md" in said for _, said in told)
    assert bool(told) is (sum(steps) >= EVERY)


async def test_a_telling_that_takes_long_holds_up_nothing_and_is_waited_for() -> None:
    now, told, gate = 0.0, list[str](), asyncio.Event()

    async def tell(said: str) -> None:
        await gate.wait()
        told.append(said)

    progress = Progressing(tell, words("en"), lambda: now)
    for done in range(10):
        now += EVERY
        progress(done, 10, "a.md")
        await asyncio.sleep(0)
    assert told == []
    asyncio.get_running_loop().call_soon(gate.set)
    await progress.end()
    assert told == [words("en").say("texts-reading", done=0, total=10, file="a.md")]


async def test_a_work_that_takes_too_long_is_told_to_stop() -> None:
    now = 0.0

    async def tell(said: str) -> None:
        """Tell nobody."""

    progress = Progressing(tell, words("uk"), lambda: now)
    assert progress(0, 10, "a.md")
    now = LONGEST
    assert not progress(1, 10, "b.md")
    await progress.end()
