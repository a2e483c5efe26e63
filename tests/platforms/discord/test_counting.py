"""What Discord tells becomes a deed, or nothing: without objects, without what was written, and never an error."""

from types import MappingProxyType, SimpleNamespace
from typing import Any

import pytest

from bot.discussion.deeds import Deed
from bot.model import Community, Reply, Request
from bot.platforms.discord import arriving
from bot.platforms.discord.client import Client
from bot.platforms.discord.counting import Counting
from bot.store.log import EventKind

GUILD, CHANNEL, THREAD, BOT, ADA = "1", "11", "12", "900", "501"
PASSAGES = (("p1", "e1"),)


class Noted:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.deeds: list[Deed] = []
        self.messages: list[tuple[Any, ...]] = []
        self.gone: list[str] = []

    def did(self, deed: Deed) -> None:
        self.deeds.append(deed)

    def gather(self, *message: Any) -> None:
        self.messages.append(message)

    def grown(self, *thread: Any) -> None:
        self.messages.append(thread)

    def deleted(self, messages: list[str]) -> None:
        self.gone += messages


@pytest.fixture
def noted() -> Noted:
    return Noted()


@pytest.fixture
def counting(noted: Noted) -> Counting:
    guild = SimpleNamespace(get_thread=lambda number: object() if number == int(THREAD) else None)
    client: Any = SimpleNamespace(
        user=SimpleNamespace(id=int(BOT)), get_guild=lambda number: guild if number == int(GUILD) else None
    )
    return Counting(client, noted)  # type: ignore[arg-type]


def message(**more: Any) -> dict[str, Any]:
    given = {"id": "70", "type": 0, "guild_id": GUILD, "channel_id": CHANNEL, "author": {"id": ADA}, "content": ""}
    return {key: value for key, value in (given | more).items() if value is not None}


def reply(**more: Any) -> dict[str, Any]:
    return message(**{"type": 19, "referenced_message": {"id": "60", "author": {"id": BOT}}} | more)


def reaction(**more: Any) -> dict[str, Any]:
    given = {
        "guild_id": GUILD,
        "channel_id": CHANNEL,
        "message_id": "60",
        "user_id": ADA,
        "message_author_id": BOT,
        "emoji": {"id": None, "name": "👍"},
    }
    return {key: value for key, value in (given | more).items() if value is not None}


def test_replies_talk_in_threads_and_reactions_are_deeds(counting: Counting, noted: Noted) -> None:
    counting.take(arriving.CREATED, reply())
    counting.take(arriving.CREATED, message(channel_id=THREAD))
    counting.take(arriving.CREATED, reply(channel_id=THREAD))
    counting.take(arriving.REACTED, reaction())
    counting.take(arriving.REACTED, reaction(message_author_id=None, emoji={"id": "5", "name": "owl"}))
    assert noted.deeds == [
        Deed(EventKind.REPLIED, "60", "discord:501", "70"),
        Deed(EventKind.THREADED, THREAD, "discord:501", "70"),
        Deed(EventKind.REPLIED, "60", "discord:501", "70"),
        Deed(EventKind.REACTED, "60", "discord:501", "501 👍"),
        Deed(EventKind.REACTED, "60", "discord:501", "501 5"),
    ]


@pytest.mark.parametrize(
    ("event", "data"),
    [
        (arriving.CREATED, message()),
        (arriving.CREATED, reply(guild_id=None)),
        (arriving.CREATED, reply(author={"id": "502", "bot": True})),
        (arriving.CREATED, reply(webhook_id="5")),
        (arriving.CREATED, reply(referenced_message={"id": "60", "author": {"id": "502"}})),
        (arriving.CREATED, reply() | {"referenced_message": None}),
        (arriving.CREATED, message(type=6, channel_id=THREAD)),
        (arriving.CREATED, message(guild_id="2", channel_id=THREAD)),
        (arriving.CREATED, reply(author={"id": BOT})),
        (arriving.REACTED, reaction(user_id=BOT)),
        (arriving.REACTED, reaction(message_author_id="502")),
        (arriving.REACTED, reaction(guild_id=None)),
        (arriving.REACTED, reaction(member={"user": {"id": ADA, "bot": True}})),
        (arriving.REACTED, reaction(emoji={"id": None, "name": "🙈"})),
    ],
)
def test_everything_else_is_let_go(counting: Counting, noted: Noted, event: str, data: dict[str, Any]) -> None:
    counting.take(event, data)
    assert noted.deeds == []
    assert noted.messages == []


async def test_an_answer_is_known_by_its_interaction_whichever_comes_first(counting: Counting, noted: Noted) -> None:
    community = Community("discord:1", CHANNEL)

    def own(number: str, interaction: str) -> dict[str, Any]:
        return message(id=number, author={"id": BOT, "bot": True}, interaction_metadata={"id": interaction})

    counting.take(arriving.CREATED, own("80", "40"))
    counting.answered("40", community, PASSAGES)
    counting.answered("41", community, PASSAGES)
    counting.take(arriving.CREATED, own("81", "41"))
    counting.take(arriving.CREATED, own("82", "41"))  # what follows
    counting.take(arriving.CREATED, own("83", "42"))
    counting.take(arriving.CREATED, message(author={"id": BOT, "bot": True}))
    assert noted.messages == [("discord:1", CHANNEL, number, PASSAGES) for number in ("80", "81", "82")]


async def test_only_what_everybody_sees_is_noted(counting: Counting) -> None:
    class Inner:
        commands = MappingProxyType[str, Any]({})

        async def ask(self, request: Request) -> Reply:
            return Reply(())

        async def shown(self, request: Request, reply: Reply) -> None:
            return

    interaction: Any = SimpleNamespace(id=40, guild_id=1)
    dispatch = counting.noting(interaction, Inner())
    for private in (True, False):
        await dispatch.shown(Request("quote"), Reply((), private=private))
    assert not counting._answered  # no passages
    inner = Inner()
    assert counting.noting(SimpleNamespace(id=41, guild_id=None), inner) is inner  # type: ignore[arg-type]


def test_deleted_messages_and_threads_are_told(counting: Counting, noted: Noted) -> None:
    counting.take(arriving.DELETED, {"id": "60", "channel_id": CHANNEL, "guild_id": GUILD})
    counting.take(arriving.DELETED_TOGETHER, {"ids": ["61", "62"], "channel_id": CHANNEL, "guild_id": GUILD})
    counting.take(arriving.THREAD_DELETED, {"id": "63", "guild_id": GUILD})
    counting.take(arriving.DELETED, {"id": "64", "channel_id": CHANNEL})
    assert noted.gone == ["60", "61", "62", "63"]


@pytest.mark.parametrize("hearing", [False, True])
def test_what_nobody_needs_is_not_parsed(hearing: bool) -> None:
    parsed: list[str] = []
    taken: list[str] = []
    names = [*arriving._TAKEN, *arriving._FOR_THOSE_WHO_HEAR, *arriving._FOR_NOBODY]
    parsers: dict[str, Any] = {name: lambda data, name=name: parsed.append(name) for name in names}
    arriving.tap(parsers, lambda event, data: taken.append(event), hearing=hearing)
    for name in parsers:
        parsers[name]({})
    assert sorted(taken) == sorted(arriving._TAKEN)
    heard = set(arriving._FOR_THOSE_WHO_HEAR) if hearing else set()
    assert set(parsed) == heard | {arriving.THREAD_DELETED}


def test_an_event_of_a_new_form_does_not_end_the_connection(caplog: pytest.LogCaptureFixture) -> None:
    def take(event: str, data: Any) -> None:
        raise KeyError("author")

    parsers: dict[str, Any] = dict.fromkeys([*arriving._TAKEN, *arriving._FOR_THOSE_WHO_HEAR], lambda data: None)
    arriving.tap(parsers, take, hearing=False)
    parsers[arriving.CREATED]({"content": "words"})


@pytest.mark.parametrize(
    ("hearing", "counting", "value"), [(False, False, 1), (False, True, 1 | 1 << 9 | 1 << 10), (True, False, 34305)]
)
async def test_discord_is_asked_for_no_more_than_is_needed(hearing: bool, counting: bool, value: int) -> None:
    assert Client(hearing=hearing, counting=counting).intents.value == value
