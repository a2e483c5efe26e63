"""A reply that asks for the page gets a link for its asker alone; every other reply stays as it is."""

import asyncio
from collections.abc import Mapping
from types import MappingProxyType, SimpleNamespace
from typing import Any, cast

import pytest

from bot.model import Community, Link, Reply, Request, Right, Text, Tone
from bot.platforms.discord import linking as linked
from bot.platforms.discord.drawing import draw
from bot.platforms.discord.linking import Linking
from bot.web.links import Links
from bot.words import words

HERE, THERE = "http://127.0.0.1:8350", "https://circle.example.org"
SAID = Text("Here it is.")
MODERATOR = frozenset({Right.MODERATE})


class Door:
    """Lets in who may come in; asked what it was."""

    def __init__(self, answer: bool = True) -> None:
        self.answer = answer
        self.asked: list[tuple[str, str]] = []

    async def may_moderate(self, community: str, person: str) -> bool:
        self.asked.append((community, person))
        return self.answer


class Silent(Door):
    """Never gives an answer."""

    async def may_moderate(self, community: str, person: str) -> bool:
        await asyncio.Event().wait()
        return True


def linking(reply: Reply, links: Links | None, guild: int | None = 4711, door: Door | None = None) -> Linking:
    class Dispatch:
        commands: Mapping[str, Any] = MappingProxyType({})

        async def ask(self, request: Request) -> Reply:
            return reply

        async def shown(self, request: Request, reply: Reply) -> None:
            return None

    interaction = SimpleNamespace(guild_id=guild, user=SimpleNamespace(id=99))
    return Linking(cast("Any", interaction), Dispatch(), links, door or Door())


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


@pytest.mark.parametrize("door", [Door(False), Silent()])
async def test_who_would_not_be_let_in_gets_none_and_hears_why(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linked, "_PATIENCE", 0.01)
    links = Links(HERE)
    monkeypatch.setattr(links, "mint", None)
    reply = await linking(Reply((SAID,), page=True), links, door=door).ask(request(locale="en"))
    assert reply == Reply((Text(words("en").say("page-not-for-you"), Tone.ERROR),), private=True)


async def test_the_door_is_asked_about_the_asker_and_only_where_there_is_a_link() -> None:
    door = Door()
    await linking(Reply((SAID,)), Links(HERE), door=door).ask(request())
    assert door.asked == []
    await linking(Reply((SAID,), page=True), Links(HERE), door=door).ask(request())
    assert door.asked == [("discord:4711", "discord:99")]
