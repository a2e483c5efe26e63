"""Noticing which passages people quote: a message is compared in memory and dropped; a count is all that is left of it.

A message waits in a queue of bounded length, so that a burst costs memory for a moment and nothing else; what finds the
queue full is let go unseen. Comparing happens on a thread: the bot goes on answering.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.answers.quoting import still_there
from bot.clock import Clock
from bot.corpus.library import Library
from bot.discussion.lately import Lately
from bot.discussion.recording import Recording
from bot.discussion.settings import OFF, OFFER, SPOTTING, Settings
from bot.errors import CommonplaceError
from bot.logs import get_logger
from bot.model import Passage
from bot.quotation.provider import Quotations
from bot.store.consents import Consents
from bot.store.log import EventKind, EventLog

_log = get_logger(__name__)

MOST_WAITING = 256
_MOST_OFFERED = 3

Offer = Callable[[str, str, Sequence[Passage]], Awaitable[None]]
"""Says quietly, in a community and channel, where some passages stand."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as a platform hears it. It lives until it was compared; neither words nor person are ever printed.

    `message` is its id, where an edit of it may be heard later; `edited` says that this is one.
    """

    community: str
    channel: str
    parent: str | None
    person: str = field(repr=False)
    text: str = field(repr=False)
    message: str = field(default="", repr=False)
    edited: bool = False


def _nothing(_community: str) -> frozenset[str]:
    return frozenset()


class Spotting:
    """Takes messages of channels where moderators want it, and counts the passages that they quote.

    `withheld` gives the passages that are not to be shown in a community: they are counted, and not offered there.
    """

    def __init__(
        self,
        settings: Settings,
        consents: Consents,
        quotations: Quotations,
        library: Library,
        events: EventLog,
        clock: Clock,
        recording: Recording | None = None,
        withheld: Callable[[str], frozenset[str]] = _nothing,
    ) -> None:
        self._settings = settings
        self._consents = consents
        self._quotations = quotations
        self._library = library
        self._events = events
        self._clock = clock
        self._recording = recording
        self._withheld = withheld
        self._waiting: asyncio.Queue[tuple[Heard, datetime]] = asyncio.Queue(MOST_WAITING)
        self._passed_over = 0
        self._lately = Lately()
        self._offers: dict[str, Offer] = {}

    def offer_by(self, platform: str, offer: Offer) -> None:
        """Have what is noticed on a platform offered by it, whoever compares the message."""
        self._offers[platform] = offer

    def hear(self, heard: Heard) -> None:
        """Take a message up, or let it go: where spotting is off, where its writer said no, and where too many wait.

        An edit of a message that was not taken up itself is let go, too: it may have been counted before a restart.
        """
        if not self._wanted(heard) or (heard.edited and heard.message not in self._lately):
            return
        try:
            self._waiting.put_nowait((heard, self._clock()))
        except asyncio.QueueFull:
            self._passed_over += 1
            return
        if heard.message:
            self._lately.begin(heard.message)

    async def work(self, offer: Offer) -> None:
        """Compare what was heard, one message after the other, until cancelled."""
        if self._settings.anywhere(SPOTTING):
            await self._tried(self._warm())  # reading the index takes seconds: better before the first message
        while True:
            heard, moment = await self._waiting.get()
            try:
                await self._tried(self._compare(heard, moment, offer))
            finally:
                del heard
                self._waiting.task_done()
            self._tell_passed_over()

    async def settled(self) -> None:
        """Wait until everything that was heard so far is compared."""
        await self._waiting.join()

    def _wanted(self, heard: Heard) -> bool:
        wanted = self._settings.value(SPOTTING, heard.community, heard.channel, heard.parent)
        return wanted != OFF and self._consents.may_hear(heard.person)

    async def _warm(self) -> None:
        await self._quotations.texts()

    async def _compare(self, heard: Heard, moment: datetime, offer: Offer) -> None:
        from bot.quotation import spot  # brings numpy: only bots that compare load it

        texts = await self._quotations.texts()
        if not self._wanted(heard):  # somebody may have said no while the message waited
            return
        found = await asyncio.to_thread(spot, heard.text, texts)
        ids = self._lately.left(heard.message, list(dict.fromkeys(spotted.passage for spotted in found)))
        passages = await still_there(self._library, ids) if ids else []
        if passages:
            self._lately.add(heard.message, ids)
            await self._count(heard, passages, moment, offer)

    async def _count(self, heard: Heard, passages: Sequence[Passage], moment: datetime, offer: Offer) -> None:
        """Record the passages; offer those that nobody has quoted there in this hour, before or after a restart."""
        where = (heard.community, heard.channel)
        before = await self._events.passages(EventKind.SPOTTED, *where, moment)
        await self._events.record(EventKind.SPOTTED, *where, [(p.id, p.edition) for p in passages], moment)
        if self._recording is not None:
            self._recording.quoted(heard.person, heard.community, [passage.id for passage in passages], moment)
        passed_over = before | self._withheld(heard.community)
        fresh = [passage for passage in passages if passage.id not in passed_over]
        if fresh and self._settings.value(SPOTTING, *where, heard.parent) == OFFER:
            platform = heard.community.partition(":")[0]
            await self._offers.get(platform, offer)(*where, fresh[:_MOST_OFFERED])

    async def _tried(self, work: Awaitable[None]) -> None:
        """Do something; what fails is logged without a word of what was heard, and the next message is compared."""
        try:
            await work
        except CommonplaceError as error:
            _log.warning("a message was not compared or counted", reason=type(error).__name__)
        except Exception:  # noqa: BLE001 - one message that can't be compared must not end the noticing
            _log.exception("a message could not be compared")

    def _tell_passed_over(self) -> None:
        if self._passed_over and self._waiting.empty():
            _log.warning("messages were passed over, because too many came at once", count=self._passed_over)
            self._passed_over = 0
