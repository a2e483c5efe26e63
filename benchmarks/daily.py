"""Whether ten thousand communities get the passage of the day within two minutes of one and the same minute.

    python -m benchmarks.daily [--communities 10000] [--texts 100] [--days 30]

All of them are due at once. The store, the library, the choosing, the checks and the records are the real ones; the
platform is a fake that takes a tenth of a second for each post. Prints a table.
"""

import argparse
import asyncio
import random
import resource
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace

from benchmarks.store import made
from bot.commands.desk.composing import Composing
from bot.corpus.library import Library
from bot.daily.planning import Planning
from bot.daily.posting import Posting
from bot.daily.selection import NoWishes, Selection
from bot.daily.sending import Slot
from bot.discussion.participants import Participants
from bot.discussion.recording import Recording
from bot.model import Reply
from bot.store import texts
from bot.store.consents import Consents
from bot.store.database import Database
from bot.store.days import Days
from bot.store.log import EventLog
from bot.store.participants import ParticipantCounts
from bot.store.queue import Queue
from bot.store.schedules import Schedule, Schedules
from bot.store.sent import Sent
from bot.store.spending import Spending
from bot.store.tallies import Tallies

DUE = datetime(2026, 1, 15, 8, 30, tzinfo=UTC)
BEFORE = 5.0
"""Seconds before the minute at which the bot is there."""
LATENCY = 0.1


class Clock:
    """A clock that runs like the wall's, from shortly before the minute on."""

    def __init__(self) -> None:
        self.begun = time.monotonic()

    def __call__(self) -> datetime:
        return DUE - timedelta(seconds=BEFORE - (time.monotonic() - self.begun))


class Platform:
    """Takes posts, and notes how long after its minute each arrived."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.late: dict[str, float] = {}
        self.doubled = 0

    def locale(self, community: str) -> str:
        return "en"

    def place(self, schedule: Schedule) -> str:
        return "reading"

    async def problem(self, schedule: Schedule) -> str | None:
        return None

    async def post(self, slot: Slot, reply: Reply) -> str:
        await asyncio.sleep(LATENCY)
        self.doubled += slot.community in self.late
        self.late[slot.community] = (self.clock() - DUE).total_seconds()
        return f"m{slot.community}"

    async def find(self, slot: Slot, tried: datetime) -> str | None:
        return None

    async def tell(self, schedule: Schedule, told: str) -> None:
        raise AssertionError(told)


async def filled(database: Database, communities: int, shelf: int, days: int) -> None:
    """Put texts and communities into the store, each of them with so many days behind it."""
    chance = random.Random(1)
    for number in range(shelf):
        await database.write(partial(texts.add, addition=made(number, chance)))
    ids = [name for (name,) in await database.read("SELECT id FROM passages")]
    since = int((DUE - timedelta(days=days + 1)).timestamp())
    names = [f"fake:{number}" for number in range(communities)]
    past: list[tuple[str, str, int, str]] = [
        (name, (date(2026, 1, 15) - timedelta(days=ago)).isoformat(), since, chance.choice(ids))
        for name in names
        for ago in range(1, days + 1)
    ]

    def write(connection: object) -> None:
        many = connection.executemany  # type: ignore[attr-defined]
        many("INSERT INTO days (community, day, state, due, passage) VALUES (?, ?, 'sent', ?, ?)", past)
        rows = [(name, "on", "08:30", "UTC", "reading", "message", since) for name in names]
        columns = "community, state, time, zone, channel, style, since"
        many(f"INSERT INTO schedules ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    await database.write(write)


async def run(file: Path, communities: int) -> tuple[Platform, float, float]:
    """Post everything; gives the platform, and the seconds of processor time and of loading."""
    async with await Database.open(file) as database:
        clock = Clock()
        library, spending, events = (
            await Library.open(database),
            await Spending.open(database, clock),
            EventLog(database),
        )
        people = Participants(ParticipantCounts(database))
        recording = Recording(Sent(database), people, await Consents.open(database), events, clock)
        days, schedules = Days(database), Schedules(database)
        selection = Selection(library, days, Queue(database), Tallies(database), NoWishes(), spending)
        desk = SimpleNamespace(library=library, spending=spending, daily=None)
        compose = Composing(desk)  # type: ignore[arg-type]
        posting = Posting(days, schedules, selection, compose, events, spending, recording.remember, clock)
        platform, planning = Platform(clock), Planning(schedules, "fake", clock)
        assert len(await schedules.running("fake")) == communities
        spent = time.process_time()
        task = asyncio.create_task(planning.run(lambda schedule: posting.attend(schedule, platform)))
        while len(platform.late) < communities and clock() < DUE + timedelta(seconds=600):
            await asyncio.sleep(0.2)
        await asyncio.sleep(1)
        spent = time.process_time() - spent
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        ((sent,),) = await database.read("SELECT COUNT(*) FROM days WHERE day = '2026-01-15' AND state = 'sent'")
        return platform, spent, float(sent)


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--communities", type=int, default=10_000)
    parser.add_argument("--texts", type=int, default=100)
    parser.add_argument("--days", type=int, default=30)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "store.db"
        async with await Database.open(file) as database:
            await filled(database, chosen.communities, chosen.texts, chosen.days)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        platform, spent, sent = await run(file, chosen.communities)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    late = sorted(platform.late.values())
    print("| what | value |\n| --- | ---: |")
    print(f"| communities due in one minute | {chosen.communities:,} |")
    print(f"| posts that arrived | {len(late):,} |")
    print(f"| recorded as sent | {int(sent):,} |")
    print(f"| doubled | {platform.doubled} |")
    print(f"| after the minute: median | {late[len(late) // 2]:.1f} s |")
    print(f"| after the minute: last | {late[-1]:.1f} s |")
    print(f"| processor time a post | {spent / len(late) * 1000:.2f} ms |")
    print(f"| memory at its highest | {memory:.0f} MB (before: {before:.0f}) |")


if __name__ == "__main__":
    asyncio.run(main())
