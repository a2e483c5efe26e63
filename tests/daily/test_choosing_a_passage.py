"""Which passage comes: what was not discussed, texts and standpoints in turn, nothing that is withheld or changed."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.daily.fitting import Fitting
from bot.daily.selection import Choice, NoWishes, Reason, Why
from bot.model import Rights, Source
from bot.store.database import Database
from tests.daily.shore import START, Clock, House, passage, shelf

DAY = START.date()


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with await Database.open(tmp_path / "store.db", readers=1) as database:
        yield House(database, shelf(), Clock())


async def chosen(house: House, days: int = 1, community: str = "c:1") -> list[Choice]:
    """Choose for some days, none of which is posted."""
    found = [
        await house.selection.choose(community, DAY + timedelta(days=n), START + timedelta(days=n)) for n in range(days)
    ]
    return [choice for choice in found if choice is not None]


async def test_the_same_day_brings_the_same_passage(house: House) -> None:
    first, again = await chosen(house, 20), await chosen(house, 20)
    assert first == again
    assert len({choice.passage for choice in first}) > 5
    assert await chosen(house, 20, "c:2") != first


async def test_what_was_not_discussed_comes_first(house: House) -> None:
    house.seen.talked = {f"{name}-{n}" for name in ("harbour", "orchard", "library") for n in (1, 2, 3, 4)}
    fresh = [choice for choice in await chosen(house, 200) if choice.passage not in house.seen.talked]
    assert len(fresh) > 110  # a third of the passages, of which each weighs five times as much
    assert all(choice.reasons[0] == Reason(Why.UNDISCUSSED) for choice in fresh)


async def test_what_was_shown_lately_rests(house: House) -> None:
    hour = int(START.timestamp()) // 3600
    house.seen.shown = {f"{name}-{n}": hour - 24 for name in ("harbour", "orchard", "library") for n in range(1, 6)}
    there = [(await chosen(house, 1, f"c:{n}"))[0].passage for n in range(60)]
    assert len([name for name in there if name.endswith("-6")]) > 40


async def test_reasons_tell_what_is_so(house: House) -> None:
    hour = int(START.timestamp()) // 3600
    every = [f"{name}-{n}" for name in ("harbour", "orchard", "library") for n in range(1, 7)]
    house.seen.talked, house.seen.shown = set(every), dict.fromkeys(every, hour - 24 * 9)
    (choice,) = await chosen(house)
    assert {Reason(Why.DISCUSSED), Reason(Why.RESTED, 9)} <= set(choice.reasons)
    assert [Reason.of(reason.code) for reason in choice.reasons] == list(choice.reasons)


async def test_texts_take_turns(house: House) -> None:
    """Over sixty days that are posted, each text has a third of them, within two posts."""
    had: list[str] = []

    async def posted(community: str, before: date, limit: int) -> list[tuple[date, str, str | None]]:
        return [(before, "", source) for source in reversed(had)][:limit]

    house.days.posted = posted  # type: ignore[method-assign]
    for number in range(60):
        choice = await house.selection.choose("c:1", DAY + timedelta(days=number), START + timedelta(days=number))
        assert choice is not None
        had.append(choice.source)
    assert all(abs(count - 20) <= 2 for count in Counter(had).values())
    assert len(Counter(had)) == 3


async def test_moderators_weights_move_the_shares(house: House) -> None:
    house.wishes.percent = {"harbour": 0, "orchard": 300}
    found = Counter(choice.source for choice in await chosen(house, 100))
    assert found["harbour"] == 0
    assert found["orchard"] > found["library"]


async def test_what_is_withheld_never_comes(house: House) -> None:
    house.wishes.hidden = {f"{name}-{n}" for name in ("harbour", "orchard") for n in range(1, 7)} | {"library-1"}
    found = {choice.passage for choice in await chosen(house, 100)}
    assert found == {f"library-{n}" for n in range(2, 7)}
    house.wishes.hidden |= found
    assert await chosen(house, 5) == []


async def test_a_text_that_changed_on_disk_never_comes(house: House) -> None:
    await chosen(house)
    house.library.changed = {"harbour"}
    assert {choice.source for choice in await chosen(house, 60)} == {"orchard", "library"}


async def test_caps_on_quoted_words_hold(house: House) -> None:
    house.library.put(
        Source("harbour", "On harbours", language="en", rights=Rights(words_per_answer=10)), passage("x", 1)
    )
    rights = Rights(words_per_day=100)
    house.library.put(Source("orchard", "On orchards", language="en", rights=rights), passage("orchard", 1))
    assert {choice.source for choice in await chosen(house, 40)} == {"orchard", "library"}
    await house.spending.add("c:1", {"orchard": 90}, START.date().isoformat())
    found = await house.selection.choose("c:1", DAY, START, frozenset({"library"}))
    assert found is None
    assert await house.selection.choose("c:2", DAY, START, frozenset({"library"})) is not None


async def test_what_moderators_queued_comes_on_its_day(house: House) -> None:
    await house.queue.put("c:1", DAY, "library-2")
    first, second = await chosen(house, 2)
    assert (first.passage, first.reasons) == ("library-2", (Reason(Why.QUEUED),))
    assert Reason(Why.QUEUED) not in second.reasons


@pytest.mark.parametrize("why", ["gone", "withheld", "changed"])
async def test_a_queued_passage_that_cannot_come_is_replaced_and_that_is_said(house: House, why: str) -> None:
    await house.queue.put("c:1", DAY, "library-2")
    match why:
        case "gone":
            house.library.take("library")
        case "withheld":
            house.wishes.hidden = {"library-2"}
        case "changed":
            house.library.changed = {"library"}
    (choice,) = await chosen(house)
    assert choice.passage != "library-2"
    assert choice.reasons[0] == Reason(Why.INSTEAD)


async def test_only_passages_that_stand_alone_are_fit(house: House) -> None:
    house.library.put(
        Source("mixed", "Mixed", language="en"), f"This is why they left.\n\nBut nobody knew.\n\n{passage('mill', 3)}"
    )
    assert (await Fitting(house.library).texts())["mixed"].ids == ("mixed-3",)


async def test_a_text_that_is_taken_in_or_away_is_noticed(house: House) -> None:
    fitting = Fitting(house.library)
    await fitting.texts()
    house.library.take("orchard")
    house.library.put(Source("railway", "On railways", language="en"), passage("railway", 1))
    assert set(await fitting.texts()) == {"harbour", "library", "railway"}


async def test_nobodys_wishes() -> None:
    assert await NoWishes().withheld("c:1") == frozenset()
    assert await NoWishes().weights("c:1") == {}


async def test_looking_changes_nothing(house: House) -> None:
    before = await chosen(house, 3)
    for _ in range(5):
        await chosen(house, 3)
    assert await chosen(house, 3) == before
    assert await house.days.history("c:1", 9) == []
