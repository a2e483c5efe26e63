"""`daily` as moderators type it: what it sets, what it says to what can't be, and that looking uses nothing up."""

import asyncio
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.app import open_app
from bot.config import Config
from bot.daily.planning import Planning
from bot.discussion.settings import SPOTTING
from bot.model import Community, Facts, Quote, Reply, Request, Right, Text
from bot.platforms.terminal.conversation import Conversation
from bot.store.schedules import Schedule


def spoken(reply: Reply) -> str:
    lines = [block.text for block in reply.blocks if isinstance(block, Text)]
    facts = [f"{block.title} {block.rows}" for block in reply.blocks if isinstance(block, Facts)]
    return "\n".join([*lines, *facts])


@pytest.fixture
def asked(data: Path) -> Callable[..., list[Reply]]:
    """Ask line after line in one sitting."""

    def ask(*lines: str, locale: str = "en") -> list[Reply]:
        async def sitting() -> list[Reply]:
            async with open_app(Config(data=str(data))) as app:
                conversation = Conversation(app.dispatch, locale)
                return [await conversation.ask(line) for line in lines]

        return asyncio.run(sitting())

    return ask


def rows(data: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(data / "commonplace.db")
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_it_is_off_until_it_is_turned_on(asked: Any, data: Path) -> None:
    first, on, shown, off = asked("daily", "daily on 08:30 zone=Europe/Kyiv", "daily", "daily off")
    assert "is off" in spoken(first)
    assert "08:30 (Europe/Kyiv)" in spoken(on)
    assert "is on" in spoken(shown)
    assert "is off" in spoken(off)
    assert rows(data, "SELECT state, time, zone FROM schedules") == [("off", "08:30", "Europe/Kyiv")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("daily time 8:30", "two digits"),
        ("daily time 25:00", "two digits"),
        ("daily on noon", "two digits"),
        ("daily time", "also needs"),
        ("daily time 08:30 Europe/Kyyv", "Europe/Kyiv"),
        ("daily time 08:30 zone=Mars/Olympus", "no time zone"),
        ("daily style banana", "message, thread, forum"),
        ("daily style", "message, thread, forum"),
        ("daily channel 123", "also needs"),
        ("daily skip date=2020-01-01", "can be planned for"),
        ("daily skip date=9999-12-31", "can be planned for"),
        ("daily queue op-ed-digest.zzzzzz", "no passage with that id"),
        ("daily preview date=yesterday", "year-month-day"),
        ("daily preview tomorrow", "year-month-day"),
        ("daily skip 2026-02-30", "year-month-day"),
        ("daily skip 2020-01-01", "can be planned for"),
        ("daily skip first date=2020-01-01", "has no use for it"),
        ("daily banana", "show, on, off"),
        ("daily zone Mars/Olympus", "show, on, off"),
        ("daily show zone=Europe/Kyiv", "has no use for it"),
        ("daily pause until monday", "has no use for it"),
        ("daily history 5000", "has no use for it"),
        ("daily skip zone=Europe/Kyiv", "has no use for it"),
        ("daily zone=Europe/Kyiv", "leave out “zone”: “show” has no use for it; it goes with on, time."),
        ("daily queue remove", "also needs"),
        ("daily queue remove 2020-01-01", "can be planned for"),
        ("daily queue op-ed-digest.dlns2py 2026-02-30", "year-month-day"),
        ("daily queue op-ed-digest.dlns2py 31.12.2026", "year-month-day"),
        ("daily queue op-ed-digest.dlns2py 2020-01-01", "can be planned for"),
        ("daily resume", "not paused"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(asked: Any, data: Path, line: str, told: str) -> None:
    _, reply = asked("daily on 09:00", line)
    assert told in spoken(reply)
    assert rows(data, "SELECT COUNT(*) FROM days") == [(0,)]
    assert rows(data, "SELECT COUNT(*) FROM queued") == [(0,)]


def test_what_is_off_is_not_paused(asked: Any) -> None:
    (reply,) = asked("daily pause")
    assert "not on" in spoken(reply)


def test_preview_is_the_same_each_time_and_uses_nothing_up(asked: Any, data: Path) -> None:
    before = rows(data, "SELECT * FROM events") + rows(data, "SELECT * FROM quoted_words")
    _, *previews = asked("daily on 08:30", "daily preview", "daily preview", "daily preview")
    quotes = [[block.text for block in reply.blocks if isinstance(block, Quote)] for reply in previews]
    assert quotes[0]
    assert quotes[0] == quotes[1] == quotes[2]
    assert all(reply.private for reply in previews)
    assert "not discussed here yet" in spoken(previews[0])
    assert rows(data, "SELECT * FROM events") + rows(data, "SELECT * FROM quoted_words") == before
    assert rows(data, "SELECT COUNT(*) FROM days") == [(0,)]


def test_a_preview_of_what_is_off_says_so(asked: Any) -> None:
    off, _, _, paused = asked("daily preview", "daily on 08:30", "daily pause", "daily preview")
    assert "is not on" in spoken(off)
    assert "is not on" in spoken(paused)


def test_what_is_set_while_nothing_comes_says_so(asked: Any) -> None:
    """Whoever chooses another channel because the first is gone may think that this is all."""
    off, _, on, _, paused = asked("daily time 07:00", "daily on", "daily time 08:00", "daily pause", "daily channel")
    assert "“daily on” turns it on" in spoken(off)
    assert "daily resume" not in spoken(on)
    assert "still paused: “daily resume”" in spoken(paused)


def test_a_queued_passage_is_previewed_listed_and_taken_back(asked: Any, data: Path) -> None:
    ((passage,),) = rows(data, "SELECT id FROM passages WHERE fate IS NULL AND kind = 'paragraph' ORDER BY id LIMIT 1")
    told = asked("daily on 08:30", f"daily queue {passage}", f"daily queue {passage}", "daily preview", "daily queue")
    days = [day for (day,) in rows(data, "SELECT day FROM queued ORDER BY day")]
    assert len(days) == 2
    assert passage in spoken(told[1])
    assert [block.passage for block in told[3].blocks if isinstance(block, Quote)] == [passage]
    assert "moderators chose it" in spoken(told[3])
    assert all(day in spoken(told[4]) for day in days)
    (taken,) = asked(f"daily queue remove date={days[0]}")
    assert "taken back" in spoken(taken)
    assert rows(data, "SELECT day FROM queued") == [(days[1],)]


def test_a_skipped_day_is_passed_over_and_can_be_filled(asked: Any, data: Path) -> None:
    ((passage,),) = rows(data, "SELECT id FROM passages WHERE fate IS NULL AND kind = 'paragraph' ORDER BY id LIMIT 1")
    _, skipped, again, history = asked("daily on 08:30", "daily skip", "daily skip", "daily history")
    assert "no passage" in spoken(skipped)
    (first, second) = [day for (day,) in rows(data, "SELECT day FROM days ORDER BY day")]
    assert first in spoken(skipped)
    assert second in spoken(again)
    assert "Moderators wanted it so" in spoken(history)
    (filled,) = asked(f"daily queue {passage} date={first}")
    assert first in spoken(filled)
    assert rows(data, "SELECT day FROM days") == [(second,)]
    (typed,) = asked(f"daily queue {passage} {second}")
    assert second in spoken(typed)
    assert rows(data, "SELECT day FROM queued ORDER BY day") == [(first,), (second,)]


def test_every_change_is_a_line_of_the_trail(asked: Any, data: Path) -> None:
    asked("daily on 08:30", "daily", "daily preview", "daily style thread", "daily skip", "daily pause", "daily resume")
    trail = rows(data, "SELECT moderator, action FROM trail WHERE action LIKE 'daily%' ORDER BY key")
    assert trail == [("terminal", f"daily {done}") for done in ("on", "style", "skip", "pause", "resume")]


def test_it_is_said_in_ukrainian_too(asked: Any) -> None:
    on, preview = asked("daily on 08:30", "daily preview", locale="uk")
    assert "Уривок дня ввімкнено" in spoken(on)
    assert "Чому саме цей" in spoken(preview)


class Board:
    """A platform whose every channel is called the same."""

    def locale(self, community: str) -> str:
        return "en"

    def place(self, schedule: Schedule) -> str:
        return "#board"

    async def problem(self, schedule: Schedule) -> None:
        """Nothing is in the way."""


async def test_a_channel_that_the_asker_does_not_see_has_no_name(data: Path) -> None:
    async with open_app(Config(data=str(data))) as app:
        daily, here = app.desk.daily, Community("discord:1", "11")
        poster: Any = Board()
        daily._plans["discord"] = (Planning(daily.schedules, "discord", app.desk.clock), poster)

        async def ask(command: str, *unseen: str, **given: str) -> str:
            request = Request(command, given, "discord", here, "en", frozenset({Right.MODERATE}), "mark")
            return spoken(await app.dispatch.ask(replace(request, unseen=frozenset(unseen))))

        told = [await ask("daily", "12", action="on", value="08:30", channel="12")]
        told += [await ask("daily", "12", action="show"), await ask("review", "12", action="trail")]
        for answer in told:
            assert "a channel you can’t see" in answer
            assert "#board" not in answer
        for answer in (await ask("daily", "11", action="show"), await ask("review", action="trail")):
            assert "#board" in answer


async def test_settings_tell_in_which_other_channels_something_is_set(data: Path) -> None:
    """For months nobody remembers where quotes are noticed; and what is set for a channel that is gone stays set."""
    async with open_app(Config(data=str(data))) as app:
        daily, here, kept = app.desk.daily, Community("discord:1", "11"), app.desk.settings
        poster: Any = Board()
        daily._plans["discord"] = (Planning(daily.schedules, "discord", app.desk.clock), poster)
        for community, channel, value in (("1", "12", "on"), ("1", "11", "on"), ("1", "13", "off"), ("2", "14", "on")):
            await kept.set(SPOTTING, f"discord:{community}", channel, value)

        async def ask(*unseen: str, **given: str) -> str:
            request = Request("settings", given, "discord", here, "en", frozenset({Right.MODERATE}), "mark")
            return spoken(await app.dispatch.ask(replace(request, unseen=frozenset(unseen))))

        for given in ({}, {"name": "spotting"}):
            assert (await ask(**given)).count("spotting is on in #board.") == 1
            assert "spotting is on in a channel you can’t see." in await ask("12", **given)
            assert "digest is on in" not in await ask(**given)
