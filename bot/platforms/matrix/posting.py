"""Posting a day's passage in a room, once: under a transaction's name made of community and date."""

from dataclasses import dataclass
from datetime import datetime

from bot.daily.sending import Failed, Poster, Refused, Slot
from bot.discussion.settings import Settings
from bot.logs import get_logger
from bot.model import Reply, Text
from bot.platforms.matrix.asking import DIRECT, community, room_of
from bot.platforms.matrix.homeserver import Homeserver, transaction
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.sending import Place, say
from bot.platforms.matrix.standing import standing
from bot.platforms.matrix.trouble import Denied, Failing, Unauthorized, Unreachable
from bot.store.schedules import Schedule, Style
from bot.words import words

_log = get_logger(__name__)

DAILY = "org.commonplace.daily"
"""The key of a post's content that says of which date it is, so that it can be found again."""


@dataclass(frozen=True, slots=True)
class MatrixPoster(Poster):
    """Matrix, as the passage of the day sees it. Every message can be the first of a thread: none has to be opened."""

    server: Homeserver
    rooms: Rooms
    language: str
    settings: Settings

    def locale(self, community: str) -> str:
        """Give the language that moderators of a room have set, else that of all rooms."""
        return self.settings.spoken(community, self.language)

    def place(self, schedule: Schedule) -> str:
        """Give a room's name."""
        room = self.rooms.get(schedule.channel or "")
        return (room and (room.name or room.alias)) or schedule.channel or ""

    async def problem(self, schedule: Schedule) -> str | None:
        """Tell what keeps a schedule from being followed; a community's only channel is its own room."""
        if schedule.community == DIRECT.id:
            return "channel"
        room = self.rooms.get(room_of(schedule.community))
        if room is None:
            return "left"
        if schedule.channel is None:
            return "channel"
        if community(schedule.channel) != schedule.community:
            return "missing"
        if schedule.style is Style.FORUM:
            return "kind"
        return None if room.may_send(self.server.me) else "send"

    async def post(self, slot: Slot, reply: Reply) -> str:
        """Send a post. The homeserver gives the first attempt's message to a second one."""
        self._check(slot)
        try:
            message, *_ = await say(
                self.server,
                Place(slot.channel),
                reply,
                words(self.locale(slot.community)),
                slot.nonce,
                {DAILY: slot.day.isoformat()},
            )
        except (Denied, Unreachable) as error:
            raise _meaning(error) from error
        return message

    async def find(self, slot: Slot, tried: datetime) -> str | None:
        """Look for a post among the messages since it was first sent."""
        self._check(slot)
        try:
            return await standing(self.server, slot.channel, DAILY, slot.day.isoformat(), tried)
        except Denied as error:
            raise _meaning(error) from error

    async def tell(self, schedule: Schedule, told: str) -> None:
        """Say something in a schedule's room, where that can be written to."""
        if schedule.channel is None or await self.problem(schedule) not in (None, "kind"):
            return
        try:
            number = transaction(schedule.community, told, str(schedule.since))
            spoken = words(self.locale(schedule.community))
            await say(self.server, Place(schedule.channel), Reply((Text(told),)), spoken, number)
        except Denied as error:
            _log.warning("a room could not be told", code=error.code)

    def _check(self, slot: Slot) -> None:
        room = self.rooms.get(slot.channel)
        if room is None or community(slot.channel) != slot.community:
            raise Refused("left" if room is None else "missing")
        if slot.style is Style.FORUM:
            raise Refused("kind")
        if not room.may_send(self.server.me):
            raise Refused("send")


def _meaning(error: Denied | Unreachable) -> Refused | Failed:
    if isinstance(error, Unauthorized | Unreachable | Failing):
        return Failed(str(error))
    return Refused("send" if error.code == "M_FORBIDDEN" else "refused")
