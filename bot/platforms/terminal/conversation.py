"""What is said in one sitting at a terminal: lines in, replies out. Nothing of it outlives the process."""

from collections.abc import Sequence
from dataclasses import replace

from bot.commands.desk.dispatch import Dispatch, explained
from bot.commands.desk.parser import parse
from bot.errors import AskingError, StoreError
from bot.logs import get_logger
from bot.model import Community, Reply, Request, Right, Text
from bot.platforms.terminal.drawing import follow_ups
from bot.platforms.terminal.progress import bar
from bot.words import words

_log = get_logger(__name__)

COMMUNITY = Community("terminal", "terminal")
_REMEMBERED = 50


class Conversation:
    """Asks the bot line by line, and keeps what the last reply offered to ask next."""

    def __init__(self, dispatch: Dispatch, locale: str) -> None:
        self.dispatch = dispatch
        self.locale = locale
        self._offered: tuple[tuple[str, str], ...] = ()
        self._recent: tuple[str, ...] = ()

    @property
    def offered(self) -> Sequence[tuple[str, str]]:
        """What the last reply offered, as (label, command); typing its number (from 1) asks it."""
        return self._offered

    @property
    def recent(self) -> Sequence[str]:
        """The ids of the passages that were shown last, the newest first."""
        return self._recent

    async def ask(self, line: str) -> Reply:
        """Answer a line, with a bar while that takes long. Whatever goes wrong is a reply that says so."""
        try:
            typed = parse(self._chosen(line), self.dispatch.commands)
        except AskingError as error:
            return explained(error, self.locale)
        # Whoever sits at the terminal runs the bot, so nothing is withheld from them.
        rights = frozenset(Right)
        with bar() as progress:
            asked = (typed.command.name, typed.arguments, "terminal", COMMUNITY, self.locale, rights, "terminal")
            request = Request(*asked, alone=True, progress=progress)
            reply = self._with_page(await self.dispatch.ask(request))
        try:
            await self.dispatch.shown(request, reply)
        except StoreError as error:
            _log.error("what was shown is not counted", reason=type(error).__name__)
        self._remember(reply)
        return reply

    def _with_page(self, reply: Reply) -> Reply:
        """Say of the moderators' page, where a reply asks for it, how it is opened: no page is served from here."""
        if not reply.page:
            return reply
        return replace(reply, blocks=(Text(words(self.locale).say("page-terminal")),))

    def _chosen(self, line: str) -> str:
        number = line.strip()
        if number.isascii() and number.isdecimal() and len(number) < 3 and 1 <= int(number) <= len(self._offered):
            return self._offered[int(number) - 1][1]
        return line

    def _remember(self, reply: Reply) -> None:
        offered = tuple(follow_ups(reply))
        if offered or reply.passages():
            self._offered = offered
        shown = tuple(passage for passage, _ in reply.passages())
        self._recent = tuple(dict.fromkeys((*shown, *self._recent)))[:_REMEMBERED]
