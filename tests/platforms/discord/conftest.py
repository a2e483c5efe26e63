"""A client with two toy commands on a simulated Discord: what the platform does, whatever the commands are."""

import asyncio
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Annotated, Any

import pytest

from bot.commands.desk import Desk, arguments
from bot.commands.desk.declaration import Command, Number, OneOf, Suggest, Words, command
from bot.errors import CommonplaceError
from bot.model import Action, ActionKind, Actions, Quote, Reply, Request, Right, Role, Speaker, Text, Tone
from bot.platforms.discord.client import Client
from bot.words import words
from tests.fakes import FakeLibrary

TEXT = "The river *rose* in the night and <@1> nobody saw it. By the morning the bridge had gone.\n\nIt was rebuilt."


@command("quote")
async def toy_quote(
    request: Request,
    desk: Desk,
    about: Annotated[str, Words(Suggest.TERMS, 60)],
    source: Annotated[str, Words(Suggest.SOURCES)] | None = None,
    count: Annotated[int, Number(1, 5)] = 3,
    order: Annotated[str, OneOf(("near", "far"))] = "near",
) -> Reply:
    (passage,) = await desk.library.of_source("letter", 1, 1)
    document = await desk.library.document(passage.source, passage.edition)
    quote = Quote(
        passage.id,
        passage.source,
        passage.edition,
        passage.spans,
        document.derive(passage.spans),
        Speaker("Ada Penn", Role.AUTHOR),
        "Ada Penn",
        f"Letter · {passage.id}",
    )
    buttons = (
        Action(ActionKind.CONTEXT, "Context", passage.id),
        Action(ActionKind.THREAD, "Thread", passage.id),
        Action(ActionKind.MORE, "More", "abc", count),
    )
    return Reply((Text(f"asked: {about} {source} {count} {order}", Tone.TITLE), quote, Actions(buttons)), answer="abc")


@command("context")
async def toy_context(request: Request, desk: Desk, passage: Annotated[str, Words(longest=80)]) -> Reply:
    return Reply((Text(f"around {passage}"),))


@command("more")
async def toy_more(
    request: Request, desk: Desk, answer: Annotated[str, Words()], offset: Annotated[int, Number(0, 999)] = 0
) -> Reply:
    return Reply((Text(f"more of {answer} from {offset}"),))


@command("slow")
async def toy_slow(
    request: Request, desk: Desk, seconds: Annotated[int, Number(0, 60)], secret: Annotated[int, Number(0, 1)] = 0
) -> Reply:
    await asyncio.sleep(seconds)
    return Reply((Text(f"waited {seconds}"),), private=bool(secret))


@command("secret", private=True, rights=frozenset({Right.MODERATE}))
async def toy_secret(request: Request, desk: Desk) -> Reply:
    return Reply((Text(f"rights: {len(request.rights)}"),), private=True)


@command("broken")
async def toy_broken(request: Request, desk: Desk) -> Reply:
    raise RuntimeError("what somebody wrote")


TOYS = {c.name: c for c in (toy_quote, toy_context, toy_more, toy_slow, toy_secret, toy_broken)}


@dataclass
class ToyDispatch:
    """Answers with the toys, and keeps what was asked and what was shown."""

    desk: Desk
    commands: dict[str, Command] = field(default_factory=lambda: dict(TOYS))
    asked: list[Request] = field(default_factory=list)
    counted: list[Request] = field(default_factory=list)

    async def ask(self, request: Request) -> Reply:
        self.asked.append(request)
        try:
            command = arguments.find(request.command, self.commands)
            return await command.run(request, self.desk, **arguments.checked(command, request.arguments))
        except CommonplaceError as error:
            return Reply((Text(words(request.locale).explain(error), Tone.ERROR),), private=True)

    async def shown(self, request: Request, reply: Reply) -> None:
        self.counted.append(request)


@dataclass
class Remembered:
    """Settings in memory."""

    kept: dict[tuple[str, str], Any] = field(default_factory=dict)

    async def get(self, community: str, key: str) -> Any:
        return self.kept.get((community, key))

    async def set(self, community: str, key: str, value: Any) -> None:
        self.kept[community, key] = value


@pytest.fixture
def settings() -> Remembered:
    return Remembered()


@pytest.fixture
def dispatch() -> ToyDispatch:
    index = SimpleNamespace(suggest=lambda prefix, limit=25: [f"{prefix}{n} " + "long " * 30 for n in range(40)])
    lies: dict[str, Any] = dict.fromkeys(entry.name for entry in fields(Desk))  # the toys use a few things only
    lies |= {"library": FakeLibrary({"letter": TEXT}), "index": index, "clock": lambda: datetime.now(UTC)}
    lies["withholding"] = SimpleNamespace(of=lambda community: frozenset())
    lies["texts"] = SimpleNamespace(curators=frozenset())
    lies["settings"] = SimpleNamespace(spoken=lambda community, otherwise: otherwise)
    desk: Any = Desk(**lies)
    return ToyDispatch(desk)


@pytest.fixture
def client(dispatch: ToyDispatch, settings: Remembered) -> Client:
    made = Client()
    made.serve(dispatch, dispatch.desk, settings)
    return made


@pytest.fixture
def simcord_bot(client: Client) -> Client:
    return client


@pytest.fixture
def world(simcord_env: Any) -> Any:
    """A server with a channel and a member, on which the client is ready and its commands are known."""
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("reading")
    member = guild.add_member(simcord_env.create_user("reader"))
    return SimpleNamespace(env=simcord_env, guild=guild, channel=channel, member=member)
