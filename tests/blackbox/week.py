"""A week in three communities: its clock, its people, what they do, and the test's own count of that."""

import asyncio
import re
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from bot.store.log import EventKind, kind_of
from tests.blackbox.house import House

LETTER = "# A letter about orchards\n\nby Ada Penn\n\n" + "\n\n".join(
    f"## The {place}\n\nThe orchard by the {place} bore its first apples in a spring that everybody there remembers, "
    f"because the bells rang for {hours} hours and nobody, neither the mayor nor the baker, knew how to stop them. "
    f"Since then the children of the {place} have been told to listen before they climb."
    for hours, place in enumerate(("mill", "well", "ferry", "quarry", "chapel", "weir", "tollhouse", "smithy"), 3)
)
WORD = "zephyrpike"
"""Stands in everything that a member writes."""
NAMES = "xylocanary"
"""Stands in the name of everybody."""

_PASSAGE = re.compile(r"\b[a-z][a-z-]*\.[a-z2-7]{7}\b")

Event = tuple[str, str, str, str, str]
"""Community, channel, day (UTC), kind, passage."""


@dataclass(slots=True)
class Community:
    """A server: where its passage of the day comes, who looks after it and who reads in it."""

    guild: dict[str, Any]
    talk: dict[str, Any]
    place: dict[str, Any]
    moderator: dict[str, Any]
    members: list[dict[str, Any]]
    posts: list[dict[str, Any]] = field(default_factory=list)

    @property
    def id(self) -> str:
        """What the bot calls it."""
        return f"discord:{self.guild['id']}"

    def thread(self, dc: Any, post: dict[str, Any]) -> dict[str, Any]:
        """Give the thread on a post, or the one that a post in a forum is."""
        return dict(dc.world.channels[post["id"]])


class Week:
    """The bot and a clock; `counted` is what the test itself has counted."""

    def __init__(self, dc: Any, folder: Path, **more: str) -> None:
        self.dc = dc
        self.counted: Counter[Event] = Counter()
        self.output: list[str] = []
        self._ahead = folder / "ahead"
        self._by = 0.0
        environment = {"CLOCK_AHEAD": str(self._ahead), "COMMONPLACE_LOG__LEVEL": "debug", **more}
        self.house = House(dc, folder, {"letter.md": LETTER}, hearing=False, **environment)
        self.house.bot.cmd[2] = "tests.blackbox.shifted_bot"
        self.data = folder / "data"

    # The clock, which Discord and the bot share

    @property
    def now(self) -> datetime:
        """The moment, in UTC."""
        return datetime.now(UTC) + timedelta(seconds=self._by)

    @property
    def time(self) -> SimpleNamespace:
        """What stands for the module `time` on Discord's side."""
        return SimpleNamespace(time=lambda: time.time() + self._by, monotonic=time.monotonic)

    def go_to(self, moment: datetime) -> None:
        """Let it be a moment."""
        assert moment > self.now
        self._by = (moment - datetime.now(UTC)).total_seconds()
        fresh = self._ahead.with_suffix(".new")
        fresh.write_text(str(self._by), encoding="ascii")
        fresh.replace(self._ahead)

    def go_on(self, seconds: float) -> None:
        """Let some time pass."""
        self.go_to(self.now + timedelta(seconds=seconds))

    # The bot

    async def start(self) -> None:
        """Start the bot; it serves, and knows its servers, when this returns."""
        await self.house.start(wait_sync=not self.dc.world.global_commands)
        await self.house.serves()
        await self.house.ready()

    async def back(self) -> None:
        """Wait until the bot answers again, after the line was cut."""
        for _ in range(100):
            await asyncio.sleep(0.1)
            if self.dc.gateway.live() and (await self.dc.slash("help")).error is None:
                return
        raise AssertionError("no answer any more")

    async def stop(self) -> None:
        """Tell the bot to end, and see that it does so in order."""
        await self.house.stop()
        self.output.append(self.house.bot.output())

    async def kill(self) -> None:
        """End the bot without a word."""
        await self.house.bot.kill()
        self.output.append(self.house.bot.output())

    def rows(self, sql: str, *values: str) -> list[tuple[Any, ...]]:
        """Look into the store."""
        uri = f"file:{self.data / 'commonplace.db'}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            return connection.execute(sql, values).fetchall()

    # What the bot does

    async def asked(self, community: Community, command: str, user: Any = None, /, **given: Any) -> Any:
        """Ask something in a community; moderators ask where no member is named."""
        result = await self.dc.slash(command, given, user=user or community.moderator, channel=community.talk)
        assert result.error is None, result
        return result

    async def posted(self, community: Community, day: str) -> dict[str, Any]:
        """Wait, while time passes, until the passage of a day is recorded; give its message."""
        for _ in range(400):
            found = self.rows("SELECT state, message FROM days WHERE community = ? AND day = ?", community.id, day)
            if found and found[0][0] != "claimed":
                break
            self.go_on(10)
            await asyncio.sleep(0.04)
        else:
            raise AssertionError((day, self.rows("SELECT * FROM days WHERE community = ?", community.id)))
        assert found[0][0] == "sent", found
        (post,) = [one for one in self.posts(community) if one["id"] == found[0][1]]
        assert post["id"] not in {earlier["id"] for earlier in community.posts}
        community.posts.append(post)
        self.count(community, community.place, EventKind.DAILY, passages_of(post))
        return post

    def posts(self, community: Community) -> Iterator[dict[str, Any]]:
        """Give every message in a community, wherever it stands, that has a date for the id of its card."""
        for channel, messages in self.dc.world.messages.items():
            if self.dc.world.channels[channel].get("guild_id") == community.guild["id"]:
                for message in messages.values():
                    if any(part.get("id", 0) > 20_000_000 for part in message["components"]):
                        yield message

    # What members do, and what is counted of it

    def count(
        self, community: Community, channel: dict[str, Any], kind: EventKind, passages: list[str], times: int = 1
    ) -> None:
        """Count something for passages."""
        for passage in passages:
            self.counted[community.id, channel["id"], self.now.date().isoformat(), kind.value, passage] += times

    async def quote(self, community: Community, member: dict[str, Any], about: str, count: int = 1) -> dict[str, Any]:
        """Ask for passages, and give the message."""
        result = await self.asked(community, "quote", member, about=f"{about} {WORD}", count=count)
        self.count(community, community.talk, EventKind.SHOWN, passages_of(result.message))
        return dict(result.message)

    async def discussed(self, community: Community, member: dict[str, Any]) -> None:
        """Look at what was discussed, where passages are quoted that were discussed least."""
        answer = await self.asked(community, "discussed", member)
        self.count(community, community.talk, EventKind.SHOWN, passages_of(answer.message))

    async def check(self, community: Community, member: dict[str, Any], place: str) -> None:
        """Check what the letter says of a place."""
        words = f"{WORD}: “The orchard by the {place} bore its first apples in a spring that everybody there remembers”"
        result = await self.asked(community, "check", member, wording=words)
        assert "Exact" in result.text
        self.count(community, community.talk, EventKind.CHECKED, passages_of(result.message))

    async def react(self, community: Community, post: dict[str, Any], emoji: str, *members: dict[str, Any]) -> None:
        """React to a post or an answer."""
        for member in members:
            await self.dc.react(post, emoji, user=member)
        self.count(community, self._where(post), EventKind.REACTED, passages_of(post), len(members))

    async def reply(self, community: Community, post: dict[str, Any], *members: dict[str, Any]) -> None:
        """Reply to a post or an answer."""
        for member in members:
            await self.dc.reply(post, f"{WORD}! {member['username']} doubts that.", user=member)
        self.count(community, self._where(post), EventKind.REPLIED, passages_of(post), len(members))

    async def talk(
        self, community: Community, thread: dict[str, Any], post: dict[str, Any], *members: dict[str, Any]
    ) -> None:
        """Write in the thread on a post."""
        for member in members:
            await self.dc.post(f"I, {member['username']}, say {WORD}.", user=member, channel=thread)
        self.count(community, self._where(post), EventKind.THREADED, passages_of(post), len(members))

    def _where(self, post: dict[str, Any]) -> dict[str, Any]:
        """Give the channel that a message counts for: of a forum's post its forum."""
        channel = self.dc.world.channels[post["channel_id"]]
        return dict(self.dc.world.channels[channel["parent_id"]] if channel.get("parent_id") else channel)

    def logged(self) -> Counter[Event]:
        """Give what the bot has counted."""
        found = self.rows(
            "SELECT places.community, channel, date(hour * 3600, 'unixepoch'), events.kind, passages.id, SUM(count)"
            " FROM events JOIN places ON places.key = place JOIN passages ON passages.key = passage"
            " GROUP BY 1, 2, 3, 4, 5"
        )
        return Counter({(*where, kind_of(kind).value, passage): total for *where, kind, passage, total in found})

    async def agrees(self) -> None:
        """Wait until what the bot has counted is what the test has, and nothing more."""
        for _ in range(200):
            if self.logged() == self.counted:
                return
            await asyncio.sleep(0.03)
        assert sorted(self.logged().items()) == sorted(self.counted.items())


def passages_of(message: dict[str, Any]) -> list[str]:
    """Give the ids of the passages that a message shows, as it names them."""
    from localcord.driver import text_of

    return list(dict.fromkeys(_PASSAGE.findall(text_of(message))))
