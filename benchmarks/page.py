"""How long the moderators' page takes to its first byte, at a million events.

    python -m benchmarks.page [--events 1000000] [--folder DIR]

It is the page of the largest of two thousand communities, which has a quarter of a year's events. The store of a
former run is used again where `--folder` has it. Prints a table: the first request of a process, and the median of
those after it.
"""

import argparse
import asyncio
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median

from aiohttp import ClientSession, CookieJar

from benchmarks.store import fill, row
from benchmarks.year import END, PASSAGES
from bot.app import App, open_app
from bot.config import Config
from bot.store.database import Database
from bot.store.log import EventKind
from bot.web.links import Links
from bot.web.quoting import Quoting
from bot.web.serving import serving
from bot.web.sessions import Sessions
from bot.web.site import Site

COMMUNITY = "discord:0"
TURNS = 15
WINDOWS = {"30 days": "from=2026-05-03&to=2026-06-01", "a year": "from=2025-06-02&to=2026-06-01"}


class Everybody:
    """A platform on which everybody looks after everything."""

    async def may_moderate(self, community: str, person: str) -> bool:
        return True

    async def unseen(self, community: str, person: str) -> frozenset[str]:
        return frozenset()

    def community_name(self, community: str) -> str | None:
        return None

    def channel_name(self, community: str, channel: str) -> str | None:
        return None


async def prepared(folder: Path, events: int) -> None:
    file = folder / "commonplace.db"
    if file.exists():
        return
    async with await Database.open(file) as database:
        await fill(database, PASSAGES)
    command = [sys.executable, "-m", "benchmarks.year", str(file), "--events", str(events)]
    await asyncio.to_thread(subprocess.run, command, check=True)


@asynccontextmanager
async def served(app: App) -> AsyncIterator[tuple[ClientSession, str]]:
    """Serve the page, and come in."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base, everybody = f"http://127.0.0.1:{port}", Everybody()
    links, quoting = Links(base), Quoting(app.desk, app.dispatch.spending)
    site = Site(app.desk, app.desk.insights, quoting, links, Sessions(everybody), everybody, lambda: END)
    async with serving(site, "127.0.0.1", port), ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        await session.post(links.mint(COMMUNITY, "discord:1"), headers={"Sec-Fetch-Site": "same-origin"})
        yield session, base


async def timed(ask: Callable[[], Awaitable[int]]) -> tuple[list[float], list[float], int]:
    """Ask again and again; gives milliseconds of the clock and of the processor, and the page's size in bytes."""
    clock, cpu, size = [], [], 0
    for _ in range(TURNS):
        started, began = time.perf_counter(), time.process_time()
        size = await ask()
        clock.append(1000 * (time.perf_counter() - started))
        cpu.append(1000 * (time.process_time() - began))
    return clock, cpu, size


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = given.folder or Path(place)
        await prepared(folder, given.events)
        async with open_app(configured(folder)) as app:
            counted = await app.texts.database.read(
                "SELECT SUM(v.count) FROM places w JOIN events v ON v.place = w.key WHERE w.community = ?", (COMMUNITY,)
            )
            source = app.texts.library.sources()[0].source.id
            passage = (await app.texts.library.of_source(source))[0].id
            row(f"page, {counted[0][0]:,} events in the community", "first, ms", "median, ms", "processor, ms", "KB")
            row("---", "---", "---", "---", "---")
            async with served(app) as (session, base):
                for name, path in (
                    ("overview", "/"),
                    ("text", f"/texts/{source}"),
                    ("passage", f"/passages/{passage}"),
                ):
                    for window, query in WINDOWS.items():
                        await measure(session, f"{name}, {window}", f"{base}{path}?{query}")
                await measure(session, "file, a year", f"{base}/passages.csv?{WINDOWS['a year']}")


def configured(folder: Path) -> Config:
    """Forget nothing: the events lie in a year of their own."""
    keep = {kind.value: 3650 for kind in EventKind}
    given = {"data": str(folder), "texts": {"shipped": False}, "discussion": {"keep_days": keep}}
    return Config.model_validate(given)


async def measure(session: ClientSession, name: str, url: str) -> None:
    async def ask() -> int:
        async with session.get(url) as answer:  # the headers leave with the first byte of the page
            assert answer.status == 200, answer.status
            return answer.content_length or 0

    clock, cpu, size = await timed(ask)
    row(name, f"{clock[0]:.0f}", f"{median(clock):.0f}", f"{median(cpu):.0f}", f"{size / 1000:.0f}")


if __name__ == "__main__":
    asyncio.run(main())
