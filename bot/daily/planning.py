"""The tick: whose passage is due is looked after, a few communities at a time, for as long as a platform is there."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.daily.agenda import Agenda
from bot.daily.calendar import present, zone_of
from bot.daily.posting import spread
from bot.errors import CommonplaceError
from bot.logs import get_logger
from bot.store.schedules import Schedule, Schedules, State

_log = get_logger(__name__)

AT_ONCE = 32
"""Communities that are looked after at the same time: their writes share commits, and a slow platform holds up few."""

_LONGEST_SLEEP = 20.0
"""Seconds. The wall clock may be set, or the machine sleep: it is looked at again at least this often."""

_SET_BACK = timedelta(seconds=60)
"""A clock that shows so much less than before was set: what was planned by it is planned anew."""

_AFTER_AN_ERROR = timedelta(seconds=60)

_TO_FINISH = 2.0
"""Seconds that posts which are under way are given at the end. One that takes longer is found by the next start."""

Attend = Callable[[Schedule], Awaitable[datetime | None]]
"""Does what is due in a community, and gives when to look at it again, if at all."""


class Planning:
    """The plan of one platform's communities."""

    def __init__(self, schedules: Schedules, platform: str, clock: Clock) -> None:
        self._schedules = schedules
        self._platform = platform
        self._clock = clock
        self._agenda = Agenda()
        self._known: dict[str, Schedule] = {}
        self._changed = asyncio.Event()
        self._changes = 0
        self._seen = clock()

    def change(self, schedule: Schedule) -> None:
        """Follow a schedule that was set just now."""
        if schedule.community.partition(":")[0] != self._platform:
            return
        self.drop(schedule.community)
        if schedule.state is State.ON:
            self._known[schedule.community] = schedule
            self._agenda.put(schedule.community, self._clock())
        self._changed.set()

    def drop(self, community: str) -> None:
        """Look after a community no more, until its schedule is set again."""
        self._changes += 1
        self._known.pop(community, None)
        self._agenda.drop(community)

    async def run(self, attend: Attend) -> None:
        """Look after everybody until cancelled; who is being looked after then is finished first, for a moment."""
        free, tasks = asyncio.Semaphore(AT_ONCE), set[asyncio.Task[None]]()
        try:
            await self._loaded()
            while True:
                for schedule in await self._due():
                    await free.acquire()
                    task = asyncio.create_task(self.look_after(schedule, attend))
                    tasks.add(task)
                    task.add_done_callback(tasks.discard)
                    task.add_done_callback(lambda _: free.release())
                await self._wait()
        finally:
            if tasks:
                await asyncio.wait(tasks, timeout=_TO_FINISH)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def load(self) -> None:
        """Plan anew from what is in the store: first those whose passage may be late, the others little by little."""
        changes = self._changes
        running = await self._schedules.running(self._platform)
        while changes != self._changes:  # what was set while the store was read may not be in what was read
            changes = self._changes
            running = await self._schedules.running(self._platform)
        self._agenda.clear()
        moment = self._seen = self._clock()
        self._known = {schedule.community: schedule for schedule in running}
        for schedule in self._known.values():
            self._agenda.put(schedule.community, moment + _delay(schedule, moment))

    async def _loaded(self) -> None:
        """Load, and where the store fails, try again until it does not."""
        while True:
            try:
                return await self.load()
            except CommonplaceError as error:
                _log.error("the daily passages can't be planned yet", kind=type(error).__name__)
                await asyncio.sleep(_AFTER_AN_ERROR.total_seconds())

    async def _due(self) -> list[Schedule]:
        """Give the schedules of those whose moment has come."""
        moment = self._clock()
        if moment < self._seen - _SET_BACK:
            _log.warning("the clock was set back: the daily passages are planned anew")
            await self._loaded()
        self._seen = moment
        return [self._known[community] for community in self._agenda.take(moment) if community in self._known]

    async def look_after(self, schedule: Schedule, attend: Attend) -> None:
        """Do what is due in a community and plan when to look at it again. Whatever fails there fails nowhere else."""
        try:
            again = await attend(schedule)
        except CommonplaceError as error:
            _log.warning("a community's daily passage could not be seen to", kind=type(error).__name__)
            again = self._clock() + _AFTER_AN_ERROR
        except Exception:  # noqa: BLE001 - one community's failure must not end the posts of all others
            _log.exception("a community's daily passage failed")
            again = self._clock() + _AFTER_AN_ERROR
        if self._known.get(schedule.community) is not schedule:  # it was changed meanwhile, and is planned already
            return
        if again is None:
            del self._known[schedule.community]
        else:
            self._agenda.put(schedule.community, again)
            self._changed.set()

    async def _wait(self) -> None:
        """Wait for the next moment, for a change, or until the clock is to be looked at again."""
        following = self._agenda.next()
        left = _LONGEST_SLEEP if following is None else (following - self._clock()).total_seconds()
        self._changed.clear()
        if left > 0:
            try:
                await asyncio.wait_for(self._changed.wait(), min(left, _LONGEST_SLEEP))
            except TimeoutError:
                return


def _delay(schedule: Schedule, moment: datetime) -> timedelta:
    """Give how long a start may wait with a community: not at all while its passage could still be late."""
    zone = zone_of(schedule.zone)
    at = schedule.at
    late = zone is not None and present(moment, at, zone).late(moment)
    return spread(schedule.community) if late else timedelta(0)
