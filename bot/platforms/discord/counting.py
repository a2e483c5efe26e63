"""From what Discord tells to deeds: replies to the bot's messages, reactions to them, and talk in their threads.

Only the bot's own messages count. What an answer to a command became is learned from the message that Discord tells
everybody of, by the interaction that it belongs to: asking for it would cost a quarter of an answer (decision 143).
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Final, TypeVar

import discord

from bot.commands.desk.declaration import Command
from bot.discussion.deeds import Deed
from bot.discussion.recording import Recording
from bot.discussion.settings import SIGN
from bot.model import Community, Reply, Request
from bot.platforms.discord import arriving
from bot.platforms.discord.arriving import Data
from bot.platforms.discord.asking import PLATFORM
from bot.platforms.discord.listening import person
from bot.platforms.shared.asking import Dispatch
from bot.store.log import EventKind

_PLAIN, _REPLY = 0, 19
_MOST_AWAITED: Final = 2_048
"""Answers whose messages are waited for, and messages whose answers are."""

Passages = tuple[tuple[str, str], ...]
V = TypeVar("V")


class Counting:
    """Takes what Discord tells, and hands what concerns the bot's own messages to the recording."""

    def __init__(self, client: discord.Client, recording: Recording) -> None:
        self._client = client
        self._recording = recording
        self._answered: OrderedDict[str, tuple[Community, Passages]] = OrderedDict()
        self._arrived: OrderedDict[str, list[str]] = OrderedDict()
        self._takers: Mapping[str, Callable[[Data], None]] = {
            arriving.CREATED: self._created,
            arriving.REACTED: self._reacted,
            arriving.DELETED: lambda data: self._deleted([data["id"]]),
            arriving.DELETED_TOGETHER: lambda data: self._deleted(data["ids"]),
            arriving.THREAD_DELETED: lambda data: self._deleted([data["id"]]),
        }

    def take(self, event: str, data: Data) -> None:
        """Take an event as Discord sends it."""
        if "guild_id" in data:
            self._takers[event](data)

    def noting(self, interaction: discord.Interaction, dispatch: Dispatch) -> Dispatch:
        """Give the dispatch for one interaction, whose answer's message is to be recognised."""
        return _Noting(dispatch, str(interaction.id), self.answered) if interaction.guild_id is not None else dispatch

    def answered(self, interaction: str, community: Community, passages: Passages) -> None:
        """Remember the messages of an answer, those that arrived and those that will."""
        _put(self._answered, interaction, (community, passages))
        for message in self._arrived.pop(interaction, ()):
            self._recording.gather(community.id, community.channel, message, passages)

    def grown(self, thread: discord.Thread, passage: tuple[str, str]) -> None:
        """Remember that a thread was opened on a passage."""
        self._recording.grown(f"{PLATFORM}:{thread.guild.id}", str(thread.parent_id), str(thread.id), [passage])

    def _created(self, data: Data) -> None:
        author = data["author"]
        if author["id"] == self._own():
            self._own_arrived(data)
        elif not author.get("bot") and "webhook_id" not in data and data.get("type") in (_PLAIN, _REPLY):
            deed = self._reply(data) or self._talk(data)
            if deed is not None:
                self._recording.did(deed)

    def _own_arrived(self, data: Data) -> None:
        interaction = (data.get("interaction_metadata") or {}).get("id")
        if interaction is None:
            return
        known = self._answered.get(interaction)
        if known is not None:
            community, passages = known
            self._recording.gather(community.id, community.channel, data["id"], passages)
        else:
            _put(self._arrived, interaction, [*self._arrived.get(interaction, ()), data["id"]])

    def _reply(self, data: Data) -> Deed | None:
        to = data.get("referenced_message") or {}
        if data["type"] != _REPLY or to.get("author", {}).get("id") != self._own():
            return None
        return Deed(EventKind.REPLIED, to["id"], person(data["author"]["id"]), data["id"])

    def _talk(self, data: Data) -> Deed | None:
        guild = self._client.get_guild(int(data["guild_id"]))
        if guild is None or guild.get_thread(int(data["channel_id"])) is None:
            return None
        return Deed(EventKind.THREADED, data["channel_id"], person(data["author"]["id"]), data["id"])

    def _reacted(self, data: Data) -> None:
        emoji, who = data["emoji"], data["user_id"]
        # Of messages that were sent through a webhook Discord does not tell the author: those are looked up.
        of_another = data.get("message_author_id", self._own()) != self._own()
        robot = data.get("member", {}).get("user", {}).get("bot", False)
        if of_another or robot or who == self._own() or emoji["name"] == SIGN:
            return
        sign = emoji.get("id") or emoji["name"]
        self._recording.did(Deed(EventKind.REACTED, data["message_id"], person(who), f"{who} {sign}"))

    def _deleted(self, messages: list[str]) -> None:
        self._recording.deleted(messages)

    def _own(self) -> str | None:
        return str(self._client.user.id) if self._client.user is not None else None


class _Noting:
    """The way from one interaction's request to its reply, noted when everybody sees it."""

    def __init__(self, dispatch: Dispatch, interaction: str, note: Callable[[str, Community, Passages], None]) -> None:
        self._dispatch = dispatch
        self._interaction = interaction
        self._note = note

    @property
    def commands(self) -> Mapping[str, Command]:
        """Every command by its name."""
        return self._dispatch.commands

    async def ask(self, request: Request) -> Reply:
        """Answer a request; never raises."""
        return await self._dispatch.ask(request)

    async def shown(self, request: Request, reply: Reply) -> None:
        """Count what was shown, and note whose message it became."""
        passages = reply.passages()
        if passages and not reply.private:
            self._note(self._interaction, request.community, passages)
        await self._dispatch.shown(request, reply)


def _put(held: OrderedDict[str, V], key: str, value: V) -> None:
    held[key] = value
    if len(held) > _MOST_AWAITED:
        held.popitem(last=False)
