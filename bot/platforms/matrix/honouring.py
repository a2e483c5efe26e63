"""Carrying out what a reply asks of the platform before it is sent: wishes, notices to a room, links to the page.

Only here it is known who asked.
"""

from dataclasses import dataclass, replace

from bot.commands.desk import Desk
from bot.commands.desk.dispatch import explained
from bot.commands.desk.erasing import erased
from bot.discussion.discussing import Discussing
from bot.discussion.settings import SETTINGS
from bot.errors import CommonplaceError, StoreError
from bot.logs import get_logger
from bot.model import Consent, Notice, Reply, Request, Right
from bot.platforms.matrix.asking import community, person
from bot.platforms.matrix.homeserver import Homeserver, transaction
from bot.platforms.matrix.sending import Place, say
from bot.platforms.matrix.trouble import Denied, Unauthorized
from bot.platforms.shared.asking import Dispatch
from bot.platforms.shared.linking import Links, linked, refused
from bot.words import words

_log = get_logger(__name__)


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
                return refused("matrix-notice-refused", request.locale)
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
        if self.links is None:
            return refused("page-off", request.locale)
        if Right.MODERATE not in request.rights:
            return refused("page-private-only", request.locale)
        return linked(reply, self.links, request, person(user))
