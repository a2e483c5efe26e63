"""The moderators' weekly digest: what waits for them. Off by default; on Mondays at nine, by their own clocks."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.background import beside
from bot.clock import Clock, hours
from bot.daily.calendar import due, local_day, zone_of
from bot.daily.sending import REPEATABLE
from bot.discussion.announcing import Announcer, Announcing, Arrival, Slip
from bot.discussion.hiding import hidden
from bot.discussion.settings import DIGEST, ON, Settings
from bot.errors import CommonplaceError
from bot.logs import get_logger
from bot.model import Block, Count, Facts, Text, Tone
from bot.store.corrections import Corrections
from bot.store.digests import Claim, Digests
from bot.store.orphans import Orphans
from bot.store.reviews import Reviews, Status
from bot.store.schedules import Schedule
from bot.store.tallies import DISCUSSED, Tallies, Window
from bot.words import words

_log = get_logger(__name__)

AT = time(9)
LATE = timedelta(hours=24)
"""After so long a week's digest is not sent any more."""
_TICK = 60.0
_LOOKED_AT = 500
"""Passages that are looked at for whether they were reviewed."""

_NONE = Count(0, 1)


class Kept(Protocol):
    """Where a community's clocks are told, and whether its passage of the day comes (`store/schedules.py`)."""

    async def get(self, community: str) -> Schedule:
        """Give what a community has set."""
        ...


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits: passages without a place, corrections to tell, passages that were discussed and not reviewed.

    `altered` is how many checks found a quote altered, as far as that may be told; `stopped` is the code of what
    keeps the passage of the day from coming.
    """

    orphans: int
    corrections: int
    unreviewed: int
    altered: Count = _NONE
    stopped: str | None = None

    def __bool__(self) -> bool:
        counted = self.orphans or self.corrections or self.unreviewed or self.altered.value != 0
        return bool(counted or self.stopped)


class Weekly:
    """Sends the digests that are due."""

    def __init__(
        self,
        settings: Settings,
        announcing: Announcing,
        digests: Digests,
        schedules: Kept,
        orphans: Orphans,
        corrections: Corrections,
        tallies: Tallies,
        reviews: Reviews,
        least: int,
        clock: Clock,
    ) -> None:
        self._settings = settings
        self._announcing = announcing
        self._digests = digests
        self._schedules = schedules
        self._orphans = orphans
        self._corrections = corrections
        self._tallies = tallies
        self._reviews = reviews
        self._least = least
        self._clock = clock

    async def tick(self) -> int:
        """Send what is due now; gives to how many communities. What fails in one fails in no other."""
        sent = 0
        for community, channels in self._settings.where(DIGEST, ON).items():
            try:
                sent += await self._see_to(community, channels)
            except CommonplaceError as error:
                _log.warning("a weekly digest could not be sent", kind=type(error).__name__)
        return sent

    async def waiting(self, community: str) -> Waiting:
        """Count what waits in a community."""
        moment = self._clock()
        now = hours(moment)
        window = Window(community, now - 7 * 24, now + 1, kinds=DISCUSSED)
        discussed = {passage for passage, _, _ in await self._tallies.top(window, _LOOKED_AT)}
        seen = {review.passage for review in await self._reviews.all(community) if review.status is not Status.OPEN}
        corrections = await self._corrections.waiting(community)
        altered = hidden(await self._digests.altered(community, moment - timedelta(days=7)), self._least)
        orphans = await self._orphans.waiting(community)
        stopped = (await self._schedules.get(community)).stopped
        return Waiting(len(orphans), len(corrections), len(discussed - seen), altered, stopped)

    async def _see_to(self, community: str, channels: Sequence[str]) -> int:
        announcer = self._announcing.of(community)
        if announcer is None:
            return 0
        moment = self._clock()
        week, nine = monday(moment, (await self._schedules.get(community)).zone)
        if moment - nine > LATE:
            return 0
        claim = await self._digests.claim(community, week, int(moment.timestamp()))
        return int(claim is not None and await self._send(claim, announcer, channels))

    async def _send(self, claim: Claim, announcer: Announcer, channels: Sequence[str]) -> bool:
        """Send a week's digest to each channel that has it not yet; gives whether one of them has it now."""
        now = int(self._clock().timestamp())
        slips = [Slip(f"digest {claim.week.isoformat()}", claim.community, channel) for channel in channels]
        arrivals = [await self._arrived(slip, announcer, claim.tried) for slip in slips]
        missing = [slip for slip, arrival in zip(slips, arrivals, strict=True) if arrival is Arrival.REFUSED]
        waiting = await self.waiting(claim.community) if missing else None
        if waiting:
            if not await self._digests.trying(claim, now):
                return False
            blocks = told(waiting, claim.week, announcer.locale(claim.community))
            arrivals += [await announcer.post(slip, blocks) for slip in missing]
        if Arrival.UNSURE in arrivals:
            await self._digests.again(claim, now)
        elif Arrival.ARRIVED in arrivals or not waiting:
            await self._digests.end(claim, sent=Arrival.ARRIVED in arrivals)
        else:
            await self._digests.release(claim)
        return Arrival.ARRIVED in arrivals

    async def _arrived(self, slip: Slip, announcer: Announcer, tried: datetime | None) -> Arrival:
        """Tell whether a channel has a digest already: what nobody may look for is only sent again while that is safe.

        For some minutes platforms know a second attempt by themselves.
        """
        if tried is None:
            return Arrival.REFUSED
        found = await announcer.find(slip, tried)
        if found is not None:
            return found
        fresh = timedelta(0) <= self._clock() - tried < REPEATABLE
        return Arrival.REFUSED if fresh else Arrival.ARRIVED

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Look every minute whether anything is due, while the context is open."""
        async with beside(self._run()):
            yield

    async def _run(self) -> None:
        while True:
            await self.tick()
            with suppress(CommonplaceError):
                await self._digests.forget(self._clock().date())
            await asyncio.sleep(_TICK)


def monday(moment: datetime, zone: str) -> tuple[date, datetime]:
    """Give the last Monday whose nine o'clock has come by the clocks of a zone, and that moment (UTC)."""
    place = zone_of(zone) or ZoneInfo("UTC")
    local = local_day(moment, place)
    first = local - timedelta(days=local.weekday())
    if due(first, AT, place) > moment:
        first -= timedelta(days=7)
    return first, due(first, AT, place)


def told(waiting: Waiting, week: date, locale: str) -> tuple[Block, ...]:
    """Put into words what waits, each with the command that shows it."""
    say = words(locale)
    counts = (("orphans", waiting.orphans), ("corrections", waiting.corrections), ("unreviewed", waiting.unreviewed))
    rows = tuple((say.say(f"digest-{name}"), say.say(f"digest-{name}-count", count=n)) for name, n in counts if n)
    if waiting.altered.value is None:
        rows = (*rows, (say.say("digest-altered"), say.say("digest-altered-fewer", least=waiting.altered.least)))
    elif waiting.altered.value:
        rows = (*rows, (say.say("digest-altered"), say.say("digest-altered-count", count=waiting.altered.value)))
    if waiting.stopped is not None:
        reason = say.say(f"daily-problem-{waiting.stopped}")
        rows = ((say.say("digest-stopped"), say.say("digest-stopped-why", reason=reason)), *rows)
    return (
        Text(say.say("digest-title", day=week.isoformat()), Tone.TITLE),
        Facts(rows),
        Text(say.say("digest-next"), Tone.NOTE),
    )
