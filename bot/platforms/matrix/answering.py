"""Answering one command: exactly once, however often it is begun, and where it belongs.

What is sent has a name made of the command's event, so that a second attempt gives the first one's messages. What an
answer counts as is written after it was sent.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.commands.desk.dispatch import explained
from bot.commands.desk.parser import parse
from bot.discussion.recording import Recording
from bot.errors import AskingError, CommonplaceError, ReadingError
from bot.logs import get_logger
from bot.model import Reply, Request, Right, Text, Tone
from bot.platforms.matrix.addressing import Me, asked, chosen
from bot.platforms.matrix.arriving import Arrived, What, arrived, mapping, text
from bot.platforms.matrix.asking import PLATFORM, Trusted, community, rights, where
from bot.platforms.matrix.budget import Allowance, Budget
from bot.platforms.matrix.directs import Directs
from bot.platforms.matrix.homeserver import Homeserver, transaction
from bot.platforms.matrix.honouring import Honouring
from bot.platforms.matrix.naming import with_names
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.sending import ASKED_IN, CHOICES, Place, say
from bot.platforms.matrix.trouble import Denied, Unauthorized, Unreadable
from bot.platforms.matrix.uploading import Uploading
from bot.words import words

_log = get_logger(__name__)

POINTER = "📬"
"""The sign on a command that was answered in a direct room."""


@dataclass(frozen=True, slots=True)
class Question:
    """A command as it was asked: its line, and where its answer belongs.

    `of` is the room that it was asked in, where that is another one: a number in a private answer to somebody there.
    """

    line: str
    place: Place
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers commands. `locale` is the language of all rooms: Matrix tells of none."""

    server: Homeserver
    rooms: Rooms
    directs: Directs
    me: Me
    honouring: Honouring
    uploading: Uploading
    trusted: Trusted
    recording: Recording
    budget: Budget
    locale: str
    clock: Callable[[], float] = time.monotonic

    def wanted(self, event: Arrived) -> bool:
        """Whether an event is a command, or may be the choice of one."""
        if event.person == self.me.user:
            return False
        return chosen(event) is not None or asked(event, self.me, direct=event.room in self.directs) is not None

    async def answer(self, event: Arrived, *, again: bool = False) -> None:
        """Answer a command; `again` says that it was begun before a restart. Raises Unauthorized and Denied."""
        question = await self._question(event)
        if question is None:
            return
        allowance = Allowance.YES if again else self.budget.ask(event.room, event.person, self.clock())
        if allowance is Allowance.NO:
            return
        if allowance is Allowance.TELL:
            told = words(self.locale).say("matrix-wait", count=self.budget.most)
            await self._say(question.place, Reply((Text(told, Tone.ERROR),)), event)
            return
        await self._reply(event, question)

    async def _reply(self, event: Arrived, question: Question) -> None:
        direct = event.room in self.directs
        reply, request = await self._asked(event, question)
        place = question.place
        if reply.private and not direct and not _only_an_error(reply):
            place = await self._direct_place(event) or place
            if place is question.place:
                reply = Reply((Text(words(self.locale).say("matrix-no-direct-room"), Tone.ERROR),), private=True)
        of = question.of or (event.room if place is not question.place else None)
        said = await self._say(place, reply, event, of)
        if place is not question.place:
            await self._point(event)
        if request is None:
            return
        if not direct and not reply.private:
            for message in said:
                self.recording.gather(request.community.id, event.room, message, reply.passages())
        try:
            await self.honouring.dispatch.shown(request, reply)
        except CommonplaceError as error:  # the answer is there; that it is not counted is nothing its asker can mend
            _log.warning("not counted", kind=type(error).__name__)

    async def _asked(self, event: Arrived, question: Question) -> tuple[Reply, Request | None]:
        try:
            typed = parse(question.line, self.me.commands)
        except AskingError as error:
            return explained(error, self.locale), None
        direct = event.room in self.directs
        may = self._rights(event, direct=direct) if question.of is None else frozenset[Right]()
        place = where(question.of or event.room, direct=direct and question.of is None)
        request = Request(typed.command.name, typed.arguments, PLATFORM, place, self.locale, may)
        try:
            async with self.uploading.brought(request, typed.command, event) as brought:
                reply = await self.honouring.ask(brought, event.person, event.event)
        except ReadingError as error:
            return explained(error, self.locale), None
        return with_names(reply, self.rooms), request

    def _rights(self, event: Arrived, *, direct: bool) -> frozenset[Right]:
        return rights(self.rooms.get(event.room), event.person, self.trusted, direct=direct)

    async def _question(self, event: Arrived) -> Question | None:
        number = chosen(event)
        if number is not None:
            found = await self._choice(event, number)
            if found is not None or event.what is not What.MESSAGE:
                return found
        line = asked(event, self.me, direct=event.room in self.directs)
        return None if line is None else Question(line, Place(event.room, event.event, event.thread))

    async def _choice(self, event: Arrived, number: int) -> Question | None:
        """Find the command that a number stands for, in the bot's own answer that it was chosen on."""
        if event.to is None:
            return None
        try:
            raw = await self.server.event(event.room, event.to)
        except Unreadable:
            return None
        answer = arrived(raw, event.room)
        if raw is None or answer is None or answer.person != self.me.user:
            return None
        offered = mapping(raw.get("content")).get(CHOICES)
        command = text(offered[number - 1]) if isinstance(offered, list) and number <= len(offered) else None
        if command is None:
            return None
        content = mapping(raw.get("content"))
        relation = mapping(content.get("m.relates_to"))
        thread = event.thread or (text(relation.get("event_id")) if relation.get("rel_type") == "m.thread" else None)
        # A reaction can't be replied to: the answer stands under what it was put on.
        to = event.to if event.what is What.REACTION else event.event
        return Question(command, Place(event.room, to, thread), text(content.get(ASKED_IN)))

    async def _direct_place(self, event: Arrived) -> Place | None:
        room = self.rooms.get(event.room)
        try:
            return Place(await self.directs.room_with(event.person, encrypted=room is not None and room.encrypted))
        except Unauthorized:
            raise
        except Denied as error:
            _log.warning("no direct room", code=error.code)
            return None

    async def _point(self, event: Arrived) -> None:
        """Show where a command was asked that it was answered elsewhere: with a sign, which notifies nobody."""
        relation = {"rel_type": "m.annotation", "event_id": event.event, "key": POINTER}
        try:
            number = transaction(event.event, "pointer")
            await self.server.send(event.room, "m.reaction", {"m.relates_to": relation}, number)
        except Unauthorized:
            raise
        except Denied as error:  # the answer itself is there
            _log.info("no sign on a command", code=error.code)

    async def _say(self, place: Place, reply: Reply, event: Arrived, of: str | None = None) -> list[str]:
        more = {ASKED_IN: of} if of is not None else None
        # A direct room is no community, and has the language of all of them.
        locale = self.honouring.desk.settings.spoken(community(place.room), self.locale)
        return await say(self.server, place, reply, words(locale), transaction(event.event), more)


def _only_an_error(reply: Reply) -> bool:
    """Whether a reply says nothing but what went wrong: nothing in it is for the asker's eyes alone."""
    return all(isinstance(block, Text) and block.tone is Tone.ERROR for block in reply.blocks)
