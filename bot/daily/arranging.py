"""What moderators arrange: schedules, queued passages, days that are skipped; and what comes of it next."""

from collections.abc import Awaitable
from datetime import datetime
from typing import Protocol

from bot.clock import Clock
from bot.daily.calendar import CATCH_UP, Turn, following, zone_of
from bot.daily.planning import Attend, Planning
from bot.daily.selection import Choice, Selection
from bot.daily.sending import Poster
from bot.store.days import MISSED, Days, DayState
from bot.store.queue import Queue
from bot.store.schedules import Schedule, Schedules, State

_LOOKED_AHEAD = 366
"""Days among which the next one is looked for that is not skipped."""


class Attending(Protocol):
    """Does what is due in a community (`Posting.attend`)."""

    def __call__(self, schedule: Schedule, poster: Poster, /) -> Awaitable[datetime | None]:
        """Do it, and give when to look at it again."""
        ...


class Arranging:
    """The passage of the day as commands see it. Platforms join with `work` for as long as they are there."""

    def __init__(self, schedules: Schedules, days: Days, queue: Queue, selection: Selection, clock: Clock) -> None:
        self.schedules = schedules
        self.days = days
        self.queue = queue
        self.selection = selection
        self._clock = clock
        self._plans: dict[str, tuple[Planning, Poster]] = {}

    async def set(self, schedule: Schedule) -> None:
        """Set a community's schedule; it counts at once. Returns when it is on disk."""
        await self.schedules.put(schedule)
        for planning, _ in self._plans.values():
            planning.change(schedule)

    def left(self, community: str) -> None:
        """Let go of a community that the bot has left; its schedule stays."""
        for planning, _ in self._plans.values():
            planning.drop(community)

    async def back(self, community: str) -> None:
        """Take a community's schedule up again: the bot is back. Raises the StoreErrors."""
        schedule = await self.schedules.get(community)
        for planning, _ in self._plans.values():
            planning.change(schedule)

    def poster(self, community: str) -> Poster | None:
        """Give the platform of a community, where it is there and posts."""
        joined = self._plans.get(community.partition(":")[0])
        return joined[1] if joined else None

    async def problem(self, schedule: Schedule) -> str | None:
        """Tell why nothing could be posted as a schedule wants it; None where it could, or nobody can tell."""
        poster = self.poster(schedule.community)
        return await poster.problem(schedule) if poster is not None else None

    async def next(self, schedule: Schedule) -> Turn | None:
        """Give the next day that a schedule brings, whether it is on or not; None where its zone is gone."""
        zone = zone_of(schedule.zone)
        if zone is None:
            return None
        now = self._clock()
        since = datetime.fromtimestamp(schedule.since - 1, now.tzinfo)
        moment = max(now - CATCH_UP, since) if schedule.state is State.ON else now  # turned on, it begins with the next
        for _ in range(_LOOKED_AHEAD):
            turn = following(moment, schedule.at, zone)
            if await self._open(schedule, turn):
                return turn
            moment = turn.due
        return None

    async def preview(self, schedule: Schedule, turn: Turn) -> Choice | None:
        """Choose what a day brings, if nothing changes until then."""
        return await self.selection.choose(schedule.community, turn.day, turn.due)

    async def work(self, platform: str, poster: Poster, attend: Attending) -> None:
        """Post on a platform until cancelled."""
        planning = Planning(self.schedules, platform, self._clock)
        self._plans[platform] = (planning, poster)
        try:
            await planning.run(_through(attend, poster))
        finally:
            del self._plans[platform]

    async def _open(self, schedule: Schedule, turn: Turn) -> bool:
        """Whether a day may still bring something."""
        day = await self.days.get(schedule.community, turn.day)
        if turn.due + CATCH_UP < self._clock():
            return False
        return day is None or day.state is DayState.CLAIMED or (day.state, day.reasons) == (DayState.SKIPPED, (MISSED,))


def _through(attend: Attending, poster: Poster) -> Attend:
    return lambda schedule: attend(schedule, poster)
