"""Carrying out what a reply asks of the platform before it is sent: wishes, notices to a room, links to the page.

Only here it is known who asked.
"""

from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import urlsplit

from bot.commands.desk import Desk
from bot.commands.desk.dispatch import explained
from bot.commands.desk.erasing import erased
from bot.config import is_loopback
from bot.discussion.discussing import Discussing
from bot.discussion.settings import SETTINGS
from bot.errors import CommonplaceError, StoreError
from bot.logs import get_logger
from bot.model import Block, Consent, Link, Notice, Reply, Request, Right, Text, Tone
from bot.platforms.matrix.asking import Dispatch, community, person
from bot.platforms.matrix.homeserver import Homeserver, transaction
from bot.platforms.matrix.sending import Place, say
from bot.platforms.matrix.trouble import Denied, Unauthorized
from bot.web.links import LIFE_MINUTES
from bot.web.sessions import LIFE_HOURS
from bot.words import Words, words

_log = get_logger(__name__)


class Links(Protocol):
    """Makes links to the moderators' page."""

    @property
    def base(self) -> str:
        """The page's address, without a slash at its end."""
        ...

    def mint(self, community: str, person: str, locale: str) -> str:
        """Make a link for a moderator of a community."""
        ...


@dataclass(frozen=True, slots=True)
class Honouring:
    """The way from a request to its reply, with what the reply asks for done."""

    server: Homeserver
    dispatch: Dispatch
    desk: Desk
    discussing: Discussing
    links: Links | None

    async def ask(self, request: Request, user: str, event: str) -> Reply:
        """Answer what somebody asked by an event. Raises Unauthorized."""
        reply = await self.dispatch.ask(await self._marked(request, user))
        try:
            if reply.consent is Consent.ERASE:
                rows = await self.discussing.forgetting.person(person(user))
                reply = replace(reply, blocks=(*reply.blocks, *erased(rows, request.locale)))
            elif reply.consent is not None:
                await self._wish(reply.consent, user)
            if reply.notice is not None and not await self._told(request, reply.notice, event):
                return _refused("matrix-notice-refused", words(request.locale))
        except CommonplaceError as error:
            return explained(error, request.locale)
        return self._linked(request, reply, user) if reply.page else reply

    async def _marked(self, request: Request, user: str) -> Request:
        """Give a moderator's request their mark, by which what they do is told from what others do."""
        if not request.rights:
            return request
        try:
            return replace(request, moderator=await self.discussing.consents.mark(person(user)))
        except StoreError as error:  # a full disk: what is done is kept without who did it
            _log.warning("a moderator could not be marked", kind=type(error).__name__)
            return request

    async def _wish(self, wish: Consent, user: str) -> None:
        consents = self.discussing.consents
        await (consents.opt_out if wish is Consent.OUT else consents.opt_in)(person(user))

    async def _told(self, request: Request, notice: Notice, event: str) -> bool:
        """Tell the room, then set; gives whether the room could be told. A notice of nothing is taken back."""
        if community(notice.channel) != request.community.id:
            return False
        number = transaction(event, "notice")
        try:
            place = Place(notice.channel)
            message, *_ = await say(self.server, place, Reply(notice.blocks), words(request.locale), number)
        except Unauthorized:
            raise
        except Denied as error:
            _log.warning("a room could not be told", code=error.code)
            return False
        setting = SETTINGS[notice.setting]
        try:
            await self.desk.settings.set(setting, request.community.id, notice.channel, notice.value, message)
        except CommonplaceError:
            await self.server.redact(notice.channel, message)
            raise
        return True

    def _linked(self, request: Request, reply: Reply, user: str) -> Reply:
        """Add a one-time link to the moderators' page, for the asker's eyes alone."""
        sentences = words(request.locale)
        if self.links is None:
            return _refused("page-off", sentences)
        if Right.MODERATE not in request.rights:
            return _refused("page-private-only", sentences)
        link = self.links.mint(request.community.id, person(user), request.locale)
        told = Text(sentences.say("page-link-told", minutes=LIFE_MINUTES, hours=LIFE_HOURS), Tone.NOTE)
        here = is_loopback(urlsplit(self.links.base).hostname)
        only_here = (Text(sentences.say("page-link-here"), Tone.NOTE),) if here else ()
        blocks: tuple[Block, ...] = (Link(sentences.say("page-link"), link), told, *only_here)
        return replace(reply, blocks=(*reply.blocks, *blocks), private=True)


def _refused(message: str, sentences: Words) -> Reply:
    return Reply((Text(sentences.say(message), Tone.ERROR),), private=True)
