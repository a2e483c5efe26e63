"""What people do with the bot's messages, and what they quote: handed to those who count, kept nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.commands.desk import Desk
from bot.commands.desk.offering import offered
from bot.discussion.deeds import Deed
from bot.discussion.discussing import Discussing
from bot.discussion.settings import SIGN
from bot.discussion.spotting import Heard
from bot.errors import CommonplaceError
from bot.logs import get_logger
from bot.model import Passage
from bot.platforms.matrix.arriving import Arrived, What
from bot.platforms.matrix.asking import community, person, room_of
from bot.platforms.matrix.directs import Directs
from bot.platforms.matrix.homeserver import Homeserver, transaction
from bot.platforms.matrix.sending import Place, say
from bot.platforms.matrix.trouble import Denied, Unauthorized, Unreadable
from bot.store.log import EventKind
from bot.words import words

_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Talking:
    """Takes events that are no commands. Nothing of direct rooms is counted or compared."""

    server: Homeserver
    directs: Directs
    desk: Desk
    discussing: Discussing
    locale: str
    counting: bool

    async def take(self, event: Arrived) -> None:
        """Take an event."""
        if event.room in self.directs or event.person == self.server.me:
            return
        match event.what:
            case What.REDACTION if event.to is not None:
                self.discussing.recording.deleted([event.to])
                await self._taken_back(event)
            case What.REACTION if event.to is not None:
                await self._reacted(event, event.to)
            case What.MESSAGE:
                self._said(event)
            case _:
                return

    async def offer(self, room: str, channel: str, passages: Sequence[Passage]) -> None:
        """Say quietly where passages that somebody quoted stand. Raises nothing."""
        number = transaction(room, channel, *(p.id for p in passages), self.desk.clock().isoformat())
        try:
            locale = self.desk.settings.spoken(room, self.locale)
            reply = offered(passages, self.desk, locale)
            for message in await say(self.server, Place(room_of(room)), reply, words(locale), number):
                shown = [(passage.id, passage.edition) for passage in passages]
                self.discussing.recording.gather(room, channel, message, shown)
        except Denied as error:  # a token that is refused is noticed by the next sync
            _log.warning("a passage could not be offered", code=error.code, refused=isinstance(error, Unauthorized))

    async def _reacted(self, event: Arrived, to: str) -> None:
        if event.key.rstrip("\ufe0f") == SIGN and self.desk.settings.is_notice(to):
            await self._wish_out(event, to)
        elif self.counting:
            once = f"{event.person} {event.key}"
            self.discussing.recording.did(Deed(EventKind.REACTED, to, person(event.person), once))

    async def _wish_out(self, event: Arrived, notice: str) -> None:
        """Take a reaction to a notice as its sender's wish not to be heard."""
        try:
            await self.discussing.consents.opt_out(person(event.person), notice)
        except CommonplaceError as error:
            _log.error("a wish not to be heard was not kept", reason=type(error).__name__)

    async def _taken_back(self, event: Arrived) -> None:
        """Take a reaction that its sender took back as their wish to be heard again.

        Which reaction it was is kept nowhere: who has said by one that they don't want to be heard, and has none on
        that notice any more, has taken it back. Raises Unauthorized and Denied.
        """
        wishes = self.discussing.consents.said(person(event.person))
        for notice in filter(self.desk.settings.is_notice, wishes):
            if not await self._there(event.room, notice):
                continue
            if event.person not in [who async for who in self.server.reacted(event.room, notice, SIGN)]:
                await self._wish_in(event, notice)

    async def _there(self, room: str, notice: str) -> bool:
        """Whether a notice stands in a room."""
        try:
            return await self.server.event(room, notice) is not None
        except Unreadable:  # encrypted by a device before this one: but it is there
            return True

    async def _wish_in(self, event: Arrived, notice: str) -> None:
        try:
            await self.discussing.consents.opt_in(person(event.person), notice)
        except CommonplaceError as error:
            _log.error("a wish to be heard again was not kept", reason=type(error).__name__)

    def _said(self, event: Arrived) -> None:
        who = person(event.person)
        if self.counting and not event.edited:
            if event.to is not None and event.thread is None:
                self.discussing.recording.did(Deed(EventKind.REPLIED, event.to, who, event.event))
            elif event.thread is not None:
                self.discussing.recording.did(Deed(EventKind.THREADED, event.thread, who, event.event))
        message = event.to or event.event if event.edited else event.event
        self.discussing.spotting.hear(
            Heard(community(event.room), event.room, None, who, event.text, message, event.edited)
        )
