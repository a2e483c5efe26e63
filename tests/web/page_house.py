"""The moderators' page with everything behind it: real texts, a real store, a real server on 127.0.0.1."""

import random
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app import App, open_app
from bot.config import Config
from bot.store.log import EventKind, EventLog
from bot.store.reviews import Reviews, Status
from bot.web.links import Links
from bot.web.quoting import Quoting
from bot.web.serving import serving
from bot.web.sessions import Sessions
from bot.web.site import Site

COMMUNITY, PERSON = "discord:4711", "discord:1234567890"
NOTED = "op-ed-digest"
HOSTILE = "</bdi></title><script>document.title='owned'</script><img src=x onerror=alert(1)>\"'`{{6789*1000}}"
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@dataclass
class Doorkeeper:
    """A platform of the tests' own: whose role holds, and what places are called. `asked` counts the questions."""

    moderates: bool = True
    fails: bool = False
    asked: int = 0
    community: str = "The reading circle"
    channels: Mapping[str, str] = field(default_factory=lambda: {"11": "general", "12": "slow-reading"})

    hidden: frozenset[str] = frozenset()

    async def unseen(self, community: str, person: str) -> frozenset[str]:
        return self.hidden

    async def may_moderate(self, community: str, person: str) -> bool:
        self.asked += 1
        if self.fails:
            raise OSError("the platform can't be reached")
        return self.moderates and (community, person) == (COMMUNITY, PERSON)

    def community_name(self, community: str) -> str | None:
        return self.community if community == COMMUNITY else None

    def channel_name(self, community: str, channel: str) -> str | None:
        return self.channels.get(channel) if community == COMMUNITY else None


@dataclass
class Hand:
    """A clock that only the test moves: seconds."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class House:
    """A page that is served, and everything that a test may want to reach behind it."""

    site: Site
    app: App
    keeper: Doorkeeper
    hand: Hand
    base: str

    def link(self, locale: str = "en", person: str = PERSON) -> str:
        return self.site.links.mint(COMMUNITY, person, locale)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def site_for(app: App, keeper: Doorkeeper, hand: Hand, base: str) -> Site:
    quoting = Quoting(app.desk, app.dispatch.spending)
    return Site(app.desk, app.desk.insights, quoting, Links(base, hand), Sessions(keeper, hand), keeper, lambda: NOW)


@asynccontextmanager
async def house(data: Path, *, texts: Path | None = None, base: str | None = None) -> AsyncIterator[House]:
    """Open the bot on a data folder and serve its page."""
    port = free_port()
    here = f"http://127.0.0.1:{port}"
    config = Config.model_validate({"data": str(data), "texts": {"folder": str(texts) if texts else None}})
    keeper, hand = Doorkeeper(), Hand()
    async with open_app(config) as app:
        site = site_for(app, keeper, hand, base or here)
        async with serving(site, "127.0.0.1", port) as served:
            assert served
            yield House(site, app, keeper, hand, here)


async def talk(app: App, seed: int = 7, days: int = 30) -> None:
    """Let a community discuss the texts for some days: some passages much, most not at all."""
    chance, events = random.Random(seed), EventLog(app.texts.database)
    kinds = [EventKind.CHECKED, EventKind.SPOTTED, EventKind.REPLIED, EventKind.REACTED, EventKind.THREADED]
    for shelved in app.texts.library.sources():
        passages = await app.texts.library.of_source(shelved.source.id)
        for passage in chance.sample(passages, k=len(passages) * 2 // 3):
            fame = chance.choice([2, 4, 9, 14, 25, 50])
            for _ in range(fame):
                moment = NOW - timedelta(days=chance.random() ** 1.5 * days, hours=1)
                kind, channel = chance.choice(kinds), chance.choice(["11", "11", "12"])
                events.gather(kind, COMMUNITY, channel, [(passage.id, passage.edition)], moment)
            events.gather(EventKind.SHOWN, COMMUNITY, "11", [(passage.id, passage.edition)] * 8, NOW)
    await events.settle()
    first = (await app.texts.library.of_source(NOTED))[2].id
    await Reviews(app.texts.database).set(
        COMMUNITY, first, Status.NOTED, "Comes up every week: a topic for Friday’s call.", "9f3c1a77de", NOW
    )
