"""A reply that asks for the page gets a link for its asker alone; every other reply stays as it is."""

from collections.abc import Mapping
from types import MappingProxyType, SimpleNamespace
from typing import Any, cast

import pytest

from bot.model import Community, Link, Reply, Request, Right, Text, Tone
from bot.platforms.discord.drawing import draw
from bot.platforms.discord.linking import Linking
from bot.web.links import Links
from bot.words import words

HERE, THERE = "http://127.0.0.1:8350", "https://circle.example.org"
SAID = Text("Here it is.")
MODERATOR = frozenset({Right.MODERATE})


def linking(reply: Reply, links: Links | None, guild: int | None = 4711) -> Linking:
    class Dispatch:
        commands: Mapping[str, Any] = MappingProxyType({})

        async def ask(self, request: Request) -> Reply:
            return reply

        async def shown(self, request: Request, reply: Reply) -> None:
            return None

    interaction = SimpleNamespace(guild_id=guild, user=SimpleNamespace(id=99))
    return Linking(cast("Any", interaction), Dispatch(), links)


def request(rights: frozenset[Right] = MODERATOR, locale: str = "uk") -> Request:
    return Request("review", {}, "discord", Community("discord:4711", "11"), locale, rights)


async def test_other_replies_stay_as_they_are() -> None:
    reply = Reply((SAID,))
    assert await linking(reply, Links(HERE)).ask(request()) is reply


@pytest.mark.parametrize("base", [HERE, THERE])
async def test_a_link_is_made_for_who_asked(base: str) -> None:
    links = Links(base)
    reply = await linking(Reply((SAID,), page=True), links).ask(request())
    assert reply.private
    said, link, told, *here = reply.blocks
    assert said == SAID
    assert isinstance(link, Link)
    visitor = links.look(link.url.rsplit("/", 1)[1])
    assert visitor is not None
    assert (visitor.community, visitor.person, visitor.locale) == ("discord:4711", "discord:99", "uk")
    assert isinstance(told, Text)
    assert bool(here) == (base == HERE), "that it only opens there is said where it is so"


async def test_a_link_can_be_pressed() -> None:
    reply = await linking(Reply((SAID,), page=True), Links(THERE)).ask(request(locale="en"))
    drawn = str(draw(reply))
    link = next(block for block in reply.blocks if isinstance(block, Link))
    assert f"[{link.label}]({link.url})" in drawn


@pytest.mark.parametrize(
    ("links", "guild", "rights", "message"),
    [
        (None, 4711, MODERATOR, "page-off"),
        (Links(HERE), None, MODERATOR, "page-private-only"),
        (Links(HERE), 4711, frozenset[Right](), "page-private-only"),
    ],
)
async def test_nobody_else_gets_one(
    links: Links | None, guild: int | None, rights: frozenset[Right], message: str
) -> None:
    reply = await linking(Reply((SAID,), page=True), links, guild).ask(request(rights, "en"))
    assert reply.private
    assert reply.blocks == (Text(words("en").say(message), Tone.ERROR),)
