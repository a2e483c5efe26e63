"""From a day that is due to a post that is there, exactly once: claim, choose, store, send, record.

Everything that is known about a post is written before it is sent, so that whoever takes the claim up after a crash
sends the same passage with the same nonce, or finds it in the channel (docs/decisions/133).
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from zlib import crc32
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.clock import day as utc_day
from bot.daily.calendar import CATCH_UP, Turn, following, missed, present, zone_of
from bot.daily.selection import Choice, Reason, Selection
from bot.daily.sending import LEFT, REPEATABLE, Compose, Composed, Failed, Poster, Refused, Slot
from bot.errors import PassageWithdrawn, PassageWithheld, RightsExhausted, SourceChanged, StoreError, UnknownPassage
from bot.logs import get_logger
from bot.store.days import LEASE, MISSED, Day, Days, DayState
from bot.store.log import EventKind, EventLog
from bot.store.schedules import Schedule, Schedules, State, Style
from bot.store.spending import Spending
from bot.words import words

_log = get_logger(__name__)

SPREAD = 110
"""Seconds over which the communities of one minute are spread: ten are left of two minutes, for the sending."""

WAITS = (5, 30, 60, 300, 900, 1800)
"""Seconds before each further attempt of a day; the last one goes on until it is too late for that day."""

MOST_FAILURES = 3
"""Days in a row without a post after which it is paused."""

EMPTY, UNSENT = "empty", "unsent"
"""Why a day has no post: no passage can be posted, or the platform would not take it in time."""

_UNFIT = (SourceChanged, RightsExhausted, UnknownPassage, PassageWithdrawn, PassageWithheld)

Remember = Callable[[str, str, str, Sequence[tuple[str, str]]], Awaitable[None]]
"""Takes the community, channel and message id of a post, and its passages."""


def spread(community: str) -> timedelta:
    """Give how long after its minute a community is served: always the same for one of them."""
    return timedelta(seconds=crc32(community.encode()) % SPREAD)


class Posting:
    """Looks after one community at a time; `attend` may be called at any moment, any number of times."""

    def __init__(
        self,
        days: Days,
        schedules: Schedules,
        selection: Selection,
        compose: Compose,
        events: EventLog,
        spending: Spending,
        remember: Remember,
        clock: Clock,
    ) -> None:
        self._days = days
        self._schedules = schedules
        self._selection = selection
        self._compose = compose
        self._events = events
        self._spending = spending
        self._remember = remember
        self._clock = clock

    async def attend(self, schedule: Schedule, poster: Poster) -> datetime | None:
        """Do what is due in a community; give when to look at it again, None where that is not before it is changed.

        A community that the bot has left keeps its schedule, and waits for the bot to be back. Raises the StoreErrors.
        """
        if await poster.problem(schedule) == LEFT:
            return None
        zone = zone_of(schedule.zone)
        if zone is None:
            await self._pause(schedule, "zone", poster)
            return None
        at, moment = schedule.at, self._clock()
        turn = present(moment, at, zone)
        if not await self._past(schedule, turn, at, zone, poster):
            return None
        again = await self._today(schedule, turn, poster)
        if not await self._on(schedule):
            return None
        # Counted from this turn, not from now: a machine may sleep in the middle of a post until the next one is due.
        return again or following(turn.due, at, zone).due + spread(schedule.community)

    async def _past(self, schedule: Schedule, turn: Turn, at: time, zone: ZoneInfo, poster: Poster) -> bool:
        """Settle what is left of the days before; gives whether the schedule is still on after that."""
        standing = await self._days.standing(schedule.community, turn.day)
        for left in standing.unfinished:
            if not await self._settle(schedule, left, poster):
                return False
        since = datetime.fromtimestamp(schedule.since, turn.due.tzinfo)
        await self._days.miss(schedule.community, missed(standing.last, since, turn, at, zone))
        return True

    async def _today(self, schedule: Schedule, turn: Turn, poster: Poster) -> datetime | None:
        """See to the present day; give when to see to it again, None where it is over."""
        today, moment = await self._days.get(schedule.community, turn.day), self._clock()
        if today is None or (today.state is DayState.SKIPPED and today.reasons == (MISSED,)):
            if turn.due.timestamp() < schedule.since:
                return None
            if turn.late(moment):
                await self._days.miss(schedule.community, [(turn.day, turn.due)])
                return None
        elif today.state is not DayState.CLAIMED:
            return None
        elif turn.late(moment):
            await self._settle(schedule, today, poster)
            return None
        served = turn.due + spread(schedule.community)
        return served if today is None and moment < served else await self._attempt(schedule, turn, poster)

    async def _attempt(self, schedule: Schedule, turn: Turn, poster: Poster) -> datetime | None:
        claim = await self._days.claim(schedule.community, turn.day, turn.due, self._clock())
        if claim is None:
            return self._clock() + timedelta(seconds=LEASE)
        try:
            await self._post(schedule, claim, poster)
        except Refused as refused:
            if refused.reason == LEFT:  # just now
                await self._days.release(claim, self._clock())
                return self._clock()
            await self._days.close(claim, DayState.FAILED, refused.reason)
            await self._pause(schedule, refused.reason, poster)
            return self._clock()
        except Failed as failed:
            _log.warning("a daily passage was not posted yet", attempt=claim.attempts, reason=str(failed))
            moment = self._clock()
            await self._days.release(claim, moment)
            wait = WAITS[min(claim.attempts, len(WAITS)) - 1]
            return min(moment + timedelta(seconds=wait), turn.due + CATCH_UP + timedelta(seconds=1))
        return None

    async def _post(self, schedule: Schedule, claim: Day, poster: Poster) -> None:
        if schedule.channel is None:
            raise Refused("channel")
        found = await self._arrived(schedule, claim, poster)
        if found is not None:
            await self._sent(schedule, claim, found, await self._words(claim, poster))
            return
        choice, composed = await self._composed(schedule, claim, poster)
        if choice is None or composed is None:
            await self._days.close(claim, DayState.SKIPPED, EMPTY)
            return
        slot = _slot(schedule, claim, schedule.channel)
        ((passage, edition),) = composed.reply.passages()
        reasons = [reason.code for reason in choice.reasons]
        chosen = (passage, edition, reasons, slot.channel, slot.nonce)
        if not await self._days.choose(claim, *chosen, self._clock()):
            return
        message = await poster.post(slot, composed.reply)
        posted = replace(claim, passage=passage, edition=edition, channel=slot.channel)
        await self._sent(schedule, posted, message, composed.words)

    async def _arrived(self, schedule: Schedule, claim: Day, poster: Poster) -> str | None:
        """Look for a post that may have arrived.

        Always, because a clock that was set back tells nothing about how old an attempt is. Where it can't be looked
        for, a nonce that is fresh will do; and moderators may have chosen another channel, because that one is gone.
        """
        if claim.tried is None or claim.channel is None:
            return None
        try:
            return await poster.find(_slot(schedule, claim, claim.channel), claim.tried)
        except Refused:
            fresh = timedelta(0) <= self._clock() - claim.tried < REPEATABLE and schedule.style is not Style.FORUM
            if fresh or claim.channel != schedule.channel:
                return None
            raise

    async def _composed(self, schedule: Schedule, claim: Day, poster: Poster) -> tuple[Choice | None, Composed | None]:
        """Make the post: of the passage that was stored, or else of one that is chosen now."""
        without: set[str] = set()
        choice = await self._stored(claim)
        while True:
            if choice is None:
                community, turn = schedule.community, (claim.day, claim.due)
                choice = await self._selection.choose(community, *turn, frozenset(without))
            if choice is None:
                return None, None
            try:
                return choice, await self._made(choice, claim, poster)
            except _UNFIT:  # its text changed just now: another text's turn
                without.add(choice.source)
                choice = None

    async def _stored(self, claim: Day) -> Choice | None:
        """Give the choice that a claim before this one stored, unless moderators have withheld it since."""
        if claim.passage is None or not await self._selection.allows(claim.community, claim.passage):
            return None
        reasons = tuple(Reason.of(code) for code in claim.reasons)
        return Choice(claim.passage, await self._selection.source_of(claim.passage), claim.edition or "", reasons)

    async def _made(self, choice: Choice, claim: Day, poster: Poster) -> Composed:
        locale = poster.locale(claim.community)
        return await self._compose(choice, claim.community, claim.day, claim.due, locale)

    async def _words(self, claim: Day, poster: Poster) -> Mapping[str, int]:
        """Count the words of a post that is found to be there."""
        choice = Choice(claim.passage or "", "", claim.edition or "", ())
        try:
            return (await self._made(choice, claim, poster)).words
        except _UNFIT:  # it was posted, and can't be counted any more
            return {}

    async def _sent(self, schedule: Schedule, claim: Day, message: str, quoted: Mapping[str, int]) -> None:
        """Record a post: that it is there, what it counts as, and which words it quoted, in one go."""
        channel, passages, moment = claim.channel or "", [(claim.passage or "", claim.edition or "")], self._clock()
        event = self._events.counted(EventKind.DAILY, claim.community, channel, passages, moment)
        if not await self._days.sent(claim, message, event):
            _log.error("a daily passage was posted under a claim that another had taken over")
            return
        await self._schedules.worked(schedule.community)
        try:
            await self._spending.add(claim.community, quoted, utc_day(moment))
            await self._remember(claim.community, channel, message, passages)
        except StoreError as error:  # it is posted; replies to it may not be counted
            _log.warning("a daily post is not remembered", kind=type(error).__name__)

    async def _settle(self, schedule: Schedule, left: Day, poster: Poster) -> bool:
        """End a day that was claimed and for which it is too late: it was posted, or it failed.

        Gives whether the schedule is still on.
        """
        claim = await self._days.claim(left.community, left.day, left.due, self._clock())
        if claim is None:
            return True
        message = None
        if claim.tried is not None and claim.channel is not None:
            try:
                message = await poster.find(_slot(schedule, claim, claim.channel), claim.tried)
            except (Refused, Failed) as error:
                _log.warning("a daily post can't be looked for", reason=str(error))
        if message is not None:
            await self._sent(schedule, claim, message, await self._words(claim, poster))
            return True
        await self._days.close(claim, DayState.FAILED, UNSENT)
        if await self._schedules.failed(schedule.community) < MOST_FAILURES:
            return True
        await self._pause(schedule, UNSENT, poster)
        return False

    async def _on(self, schedule: Schedule) -> bool:
        return (await self._schedules.get(schedule.community)).state is State.ON

    async def _pause(self, schedule: Schedule, reason: str, poster: Poster) -> None:
        """Pause, and tell the moderators where they may see it: in the channel, if that can be written to."""
        if await self._schedules.pause(schedule.community, reason):
            _log.warning("daily passages are paused", reason=reason)
            say = words(poster.locale(schedule.community))
            await poster.tell(schedule, say.say("daily-paused-told", reason=say.say(f"daily-problem-{reason}")))


def _slot(schedule: Schedule, claim: Day, channel: str) -> Slot:
    return Slot(claim.community, claim.day, channel, schedule.style, schedule.tag)
