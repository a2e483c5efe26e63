"""From a request to its reply. The one place where every error becomes an answer, and where promises are kept:

1. arguments are what the command declares; 2. what moderators withhold is not shown in their community; 3. a text's cap
on quoted words holds; 4. every quote is rebuilt from its source, or the reply is not sent, and where the text turns
right after one, that is said; 5. what is kept of a question is its trace; 6. what was shown is counted when it was.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bot.answers.checking import check
from bot.answers.rights import RightsNote, fits, within_rights
from bot.answers.stopping import stops
from bot.clock import day
from bot.commands.desk import Desk, arguments
from bot.commands.desk.cautioning import cautioned
from bot.commands.desk.declaration import Command, Decided
from bot.commands.desk.repeating import Asked, Finished, Repeating, asked
from bot.commands.desk.shortening import shortened
from bot.commands.desk.withholding import left_out
from bot.errors import CommonplaceError, RightMissing, SourceChanged, StoreError
from bot.logs import get_logger
from bot.model import ActionKind, Actions, Reply, Request, Right, Text, Tone
from bot.store.jottings import Rows
from bot.store.log import EventLog
from bot.store.spending import Spending
from bot.words import words

_log = get_logger(__name__)

Given = dict[str, str | int | None]
"""Arguments as a command declares them."""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Takes requests to the commands and brings back replies that may be sent as they are.

    `recording` is False where the store may only be read: then nothing is kept, and nothing offered that rests on it.
    """

    commands: Mapping[str, Command]
    desk: Desk
    events: EventLog
    spending: Spending
    recording: bool = True
    repeating: Repeating = field(default_factory=Repeating)

    def command(self, name: str) -> Command:
        """Give the command of that name; raises UnknownCommand."""
        return arguments.find(name, self.commands)

    async def ask(self, request: Request) -> Reply:
        """Answer a request. Never raises: whatever goes wrong becomes a private reply that says what and what to do."""
        try:
            return await self._answer(request)
        except StoreError as error:
            return _store_failed(error, request)
        except CommonplaceError as error:
            if isinstance(error, SourceChanged):
                _log.warning("source changed: nothing quoted", source=error.source)
            return explained(error, request.locale)
        except Exception:  # noqa: BLE001 - whatever a command does, its asker gets an answer and the bot lives on
            _log.exception("a command failed", command=request.command)
            return Reply((Text(words(request.locale).say("reply-failed"), Tone.ERROR),), private=True)

    async def shown(self, request: Request, reply: Reply) -> None:
        """Count what was shown: one event for each passage, by hour, community and channel."""
        passages = reply.passages()
        if passages and self.recording and reply.counts:
            where = request.community
            self.events.gather(reply.counts, where.id, where.channel, passages, self.desk.clock())

    async def _answer(self, request: Request) -> Reply:
        command = self.command(request.command)
        if not command.rights <= request.rights:
            raise RightMissing(command.name)
        given = arguments.checked(command, request.arguments)
        if not (command.private or request.alone):
            spoken = self.desk.settings.spoken(request.community.id, request.locale)
            if spoken != request.locale:
                request = replace(request, locale=spoken)
        withheld = self.desk.withholding.of(request.community.id)
        if withheld and Right.MODERATE not in command.rights:  # who may withhold sees what is withheld
            return await self._without(withheld, command, request, given)
        known = asked(request, given, self.desk)
        if command.drawing is None:
            return await self._again(request, known) or await self._finished(command, request, given, known)
        drawn = await command.drawing(request, self.desk, **given)
        known = known._replace(drawn=drawn.key)
        again = await self._again(request, known, drawn)
        return again or await self._finished(command, request, {**given, "drawn": drawn}, known)

    async def _without(self, withheld: frozenset[str], command: Command, request: Request, given: Given) -> Reply:
        """Answer without what moderators withhold there."""
        desk = replace(self.desk, index=self.desk.index.without(withheld))
        made = await command.run(request, desk, **given)
        reply = left_out(made, withheld, len(desk.index.passed), request.locale)
        finished, spent = await self._checked(command, request, reply)
        return await self._kept(request, finished.reply, spent)

    async def _again(self, request: Request, known: Asked, drawn: Decided | None = None) -> Reply | None:
        """Give the answer to what was asked before, unless that has to be made anew."""
        finished = await self.repeating.again(known, self.desk, drawn) if self.recording else None
        today = day(self.desk.clock())
        if finished is None or not fits(finished.words, self.desk.library, self._spent(request, today)):
            return None
        return await self._kept(request, finished.reply, self._counted(request, finished.reply, finished.words, today))

    async def _finished(self, command: Command, request: Request, given: Mapping[str, object], known: Asked) -> Reply:
        """Have the command make its reply, and remember it, if no cap cut it."""
        made = await command.run(request, self.desk, **given)
        finished, spent = await self._checked(command, request, made)
        self.repeating.keep(known, finished)
        return await self._kept(request, finished.reply, spent)

    async def _checked(self, command: Command, request: Request, reply: Reply) -> tuple[Finished, Rows | None]:
        """Cut a reply to what may be quoted, rebuild every quote, and say where a text turns right after one."""
        if command.private and not reply.private:
            reply = replace(reply, private=True)
        reply, words_spent, spent = await self._within_rights(request, reply)
        documents = await check(reply, self.desk.library)
        if reply.counts == "shown":  # a check tells of its quotes itself
            reply = cautioned(reply, stops(reply, documents), request.locale)
        return Finished(reply, words_spent, documents), spent

    async def _kept(self, request: Request, reply: Reply, spent: Rows | None) -> Reply:
        """Write down what is kept of an answer, in one go. It is on disk before anybody sees the answer."""
        if not self.recording:
            return _without_kept(reply)
        if reply.answer is not None and reply.trace is not None:
            moment, where = self.desk.clock(), request.community.id
            await self.desk.answers.save(reply.answer, where, reply.trace, moment, spent)
        elif spent is not None:
            self.spending.write(spent)
        return reply

    async def _within_rights(self, request: Request, reply: Reply) -> tuple[Reply, Mapping[str, int], Rows | None]:
        """Cut a reply to what may be quoted, and count its words: at once, and on disk once the result is written."""
        today = day(self.desk.clock())
        fitting, counted, notes = await within_rights(reply, self.desk.library, self._spent(request, today))
        spent = self._counted(request, reply, counted, today)
        if not notes:
            return fitting, counted, spent
        said = tuple(_rights_note(note, request.locale) for note in notes)
        blocks = await shortened(fitting, reply, self.desk.library, words(request.locale))
        # Tomorrow there may be words left again.
        return replace(fitting, blocks=(*blocks, *said), repeatable=False), counted, spent

    def _spent(self, request: Request, today: str) -> Callable[[str], int]:
        return lambda source: self.spending.spent(request.community.id, source, today)

    def _counted(self, request: Request, reply: Reply, counted: Mapping[str, int], today: str) -> Rows | None:
        """Count the words that a reply quotes, where anything is counted."""
        if not (counted and self.recording and reply.counts):
            return None
        return self.spending.counted(request.community.id, counted, today)


def _store_failed(error: StoreError, request: Request) -> Reply:
    """Tell who sits at the terminal what the store has; a member could do nothing about it, and learns no path."""
    _log.error("the store failed", command=request.command, reason=type(error).__name__)
    if request.platform == "terminal":
        return explained(error, request.locale)
    return Reply((Text(words(request.locale).say("reply-failed"), Tone.ERROR),), private=True)


def explained(error: CommonplaceError, locale: str) -> Reply:
    """Put an error into words, for the asker only."""
    return Reply((Text(words(locale).explain(error), Tone.ERROR),), private=True)


def _without_kept(reply: Reply) -> Reply:
    """Leave out what rests on a kept answer: `why` and `more`."""
    kept = (ActionKind.WHY, ActionKind.MORE)
    blocks = tuple(
        Actions(tuple(action for action in block.actions if action.kind not in kept))
        if isinstance(block, Actions)
        else block
        for block in reply.blocks
    )
    return replace(reply, blocks=blocks, answer=None)


def _rights_note(note: RightsNote, locale: str) -> Text:
    return Text(words(locale).say(f"rights-{note.per}", title=note.source.title, limit=note.limit), Tone.NOTE)
