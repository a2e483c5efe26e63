"""The moderators' page as a whole: what it is made of, and which address leads where."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from aiohttp import web

from bot.commands.desk.channels import channel_name
from bot.web.gate import Places, Visitor
from bot.web.links import Links
from bot.web.sessions import Sessions
from bot.web.speaking import Speech, speech
from bot.words import words

if TYPE_CHECKING:
    from bot.clock import Clock
    from bot.commands.desk import Desk
    from bot.discussion.insights import Insights
    from bot.web.quoting import Quoting


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages show, and who may see it. `secure` says that browsers reach it by https alone."""

    desk: "Desk"
    insights: "Insights"
    quoting: "Quoting"
    links: Links
    sessions: Sessions
    places: Places
    clock: "Clock"

    @property
    def secure(self) -> bool:
        """Whether browsers reach the page by https."""
        return self.links.base.startswith("https://")

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds a session's secret; browsers guard the prefix, but only over https."""
        return "__Host-commonplace" if self.secure else "commonplace"

    @property
    def today(self) -> date:
        """The day in UTC."""
        return self.clock().date()

    def community_name(self, visitor: Visitor) -> str:
        """Give what a visitor's community is called; its id where that is not known."""
        return self.places.community_name(visitor.community) or visitor.community

    def channel_name(self, visitor: Visitor, channel: str) -> str:
        """Give what a channel is called: the end of its id where it is gone, no name where it is not for them."""
        if channel in visitor.unseen:
            return words(visitor.locale).say("channel-unseen")
        found = self.places.channel_name(visitor.community, channel)
        return f"#{found}" if found else channel_name(channel, words(visitor.locale))


SITE = web.AppKey("site", Site)
VISITOR = web.RequestKey("visitor", Visitor)


def site_of(request: web.Request) -> tuple[Site, Visitor, Speech]:
    """Give what a page for a visitor is made with: the site, who looks, and in which language."""
    visitor = request[VISITOR]
    return request.app[SITE], visitor, speech(visitor.locale)
