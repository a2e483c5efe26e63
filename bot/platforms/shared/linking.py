"""A one-time link to the moderators' page, in a reply that asks for one; or why there is none."""

from dataclasses import replace
from typing import Protocol
from urllib.parse import urlsplit

from bot.config import is_loopback
from bot.model import Link, Reply, Request, Text, Tone
from bot.web.links import LIFE_MINUTES
from bot.web.sessions import LIFE_HOURS
from bot.words import words


class Links(Protocol):
    """Makes links to the moderators' page."""

    @property
    def base(self) -> str:
        """The page's address, without a slash at its end."""
        ...

    def mint(self, community: str, person: str, locale: str) -> str:
        """Make a link for a moderator of a community."""
        ...


def linked(reply: Reply, links: Links, request: Request, person: str) -> Reply:
    """Add a link that somebody opens once, for the asker's eyes alone."""
    say = words(request.locale)
    link = links.mint(request.community.id, person, request.locale)
    told = Text(say.say("page-link-told", minutes=LIFE_MINUTES, hours=LIFE_HOURS), Tone.NOTE)
    here = is_loopback(urlsplit(links.base).hostname)
    only_here = (Text(say.say("page-link-here"), Tone.NOTE),) if here else ()
    return replace(reply, blocks=(*reply.blocks, Link(say.say("page-link"), link), told, *only_here), private=True)


def refused(message: str, locale: str) -> Reply:
    """Say to the asker alone why something is not done; `message` is the sentence's id."""
    return Reply((Text(words(locale).say(message), Tone.ERROR),), private=True)
