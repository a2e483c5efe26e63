"""Answering an interaction in time: at once where the reply is there soon, else with a sign that it is coming.

Discord waits three seconds for the first sign, and takes the rest for fifteen minutes.
"""

import asyncio
from collections.abc import Awaitable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

import discord

from bot.errors import CommonplaceError
from bot.logs import get_logger
from bot.model import Reply, Request
from bot.platforms.discord import components
from bot.platforms.discord.asking import locale_of, threads_possible
from bot.platforms.discord.attaching import NOTHING, Attached, attach
from bot.platforms.discord.calling import with_names
from bot.platforms.discord.components import Component
from bot.platforms.discord.delivering import Outcome, deliver
from bot.platforms.discord.drawing import draw
from bot.platforms.discord.escaping import escape
from bot.platforms.discord.patience import Patience
from bot.platforms.discord.pausing import Pauses
from bot.platforms.discord.progressing import Progressing
from bot.platforms.discord.redrawing import redraw
from bot.platforms.shared.asking import Dispatch
from bot.words import words

_log = get_logger(__name__)

T = TypeVar("T")

PATIENCE = 1.5
"""Seconds after which a sign is given: half of what Discord waits, because the way there takes time as well."""

_patience = Patience(PATIENCE)


class Drawn(discord.ui.LayoutView):
    """A message that is drawn already. discord.py is to send it and to keep nothing of it: buttons need no view."""

    def __init__(self, drawn: Sequence[Component]) -> None:
        super().__init__(timeout=None)
        self._drawn = list(drawn)
        self.stop()

    def of(self, drawn: Sequence[Component]) -> "Drawn":
        """Give another view like this one, which takes a fiftieth of the time that making one takes."""
        view = Drawn.__new__(Drawn)
        view.__dict__.update(self.__dict__)
        view._drawn = list(drawn)
        return view

    def to_components(self) -> list[dict[str, Any]]:
        """Give the components as they are sent."""
        return self._drawn

    def has_components_v2(self) -> bool:
        """Whether the message is made of components of the second version: always."""
        return True


@cache
def _finished() -> Drawn:
    return Drawn(())


def _view(drawn: Sequence[Component]) -> Drawn:
    return _finished().of(drawn)


class Exchange:
    """One interaction and what has been said in it. `private` is how it is deferred, if it comes to that."""

    def __init__(self, interaction: discord.Interaction, pauses: Pauses, *, private: bool) -> None:
        self._interaction = interaction
        self._pauses = pauses
        self._private = private
        self._scope = str(interaction.channel_id)
        self._deferring: asyncio.Task[Outcome] | None = None
        self._deferred = False
        self._attached = NOTHING

    async def until(self, work: Awaitable[T]) -> T:
        """Wait for a reply or what belongs to one, and give Discord a sign when that takes long."""
        wait = _patience.begin(self._begin_deferring)
        try:
            return await work
        finally:
            wait.end()
            if self._deferring is not None:
                self._deferred = await self._deferring is Outcome.DONE

    async def defer(self) -> None:
        """Give the sign now, because what follows depends on Discord."""
        self._deferred = await self._defer() is Outcome.DONE

    async def tell(self, told: str) -> None:
        """Say how far it is where the answer will stand, if the sign that it is coming was given; else nothing."""
        if self._deferring is None or not self._deferring.done() or self._deferring.result() is not Outcome.DONE:
            return
        drawn = [components.text(escape(told))]
        await self._deliver(lambda: self._interaction.edit_original_response(view=Drawn(drawn)), again=False)

    async def send(
        self, messages: Sequence[Sequence[Component]], *, private: bool, attached: Attached = NOTHING
    ) -> bool:
        """Send messages in order, each with the files that it shows; gives whether the first arrived.

        The rest follow it as far as Discord takes them.
        """
        self._attached = attached
        first, *rest = messages
        if await self._first(first, private) is not Outcome.DONE:
            return False
        for message in rest:
            # A follow-up that arrived although the line broke would stand there twice, so it is not tried again.
            if await self._follow(message, private, again=False) is not Outcome.DONE:
                break
        return True

    async def _first(self, message: Sequence[Component], private: bool) -> Outcome:
        if not self._deferred and self._interaction.response.is_done():
            return await self._follow(message, private, again=False)
        if not self._deferred:
            return await self._deliver(
                lambda: self._interaction.response.send_message(
                    view=_view(message), ephemeral=private, **self._with("files", message)
                )
            )
        if private and not self._private:
            return await self._first_in_private(message)
        return await self._deliver(
            lambda: self._interaction.edit_original_response(view=_view(message), **self._with("attachments", message))
        )

    async def _first_in_private(self, message: Sequence[Component]) -> Outcome:
        """Answer the asker alone although everybody sees the sign: what takes its place would be seen by everybody."""
        say = words(locale_of(self._interaction))
        stand_in = [components.text(escape(say.say("discord-private")))]
        await self._deliver(lambda: self._interaction.edit_original_response(view=_view(stand_in)))
        outcome = await self._follow(message, True, again=False)
        await self._deliver(self._interaction.delete_original_response)
        return outcome

    async def _follow(self, message: Sequence[Component], private: bool, *, again: bool) -> Outcome:
        return await self._deliver(
            lambda: self._interaction.followup.send(
                view=_view(message), ephemeral=private, **self._with("files", message)
            ),
            again=again,
        )

    def _with(self, name: str, message: Sequence[Component]) -> dict[str, Any]:
        """Give the files of a message as the argument that takes them; anew, as sending reads them to their end."""
        files = self._attached.of(message)
        return {name: files} if files else {}

    def _begin_deferring(self) -> None:
        self._deferring = asyncio.get_running_loop().create_task(self._defer())

    async def _defer(self) -> Outcome:
        return await self._deliver(lambda: self._interaction.response.defer(ephemeral=self._private, thinking=True))

    async def _deliver(self, send: Any, *, again: bool = True) -> Outcome:
        return await deliver(send, self._pauses, self._scope, again=again)


async def answer(
    interaction: discord.Interaction, dispatch: Dispatch, pauses: Pauses, request: Request, *, private: bool = False
) -> None:
    """Ask for the reply to a request, show it, and count it when it was shown. `private` hides it in any case."""
    command = dispatch.commands.get(request.command)
    exchange = Exchange(interaction, pauses, private=private or command is None or command.private)
    long = command is not None and command.takes_files
    progress = Progressing(exchange.tell, words(request.locale)) if long else None
    if private or progress is not None:
        request = replace(request, alone=private, progress=progress)
    reply, attached = await exchange.until(_made(dispatch, request, interaction))
    if progress is not None:
        await progress.end()
    hidden = private or reply.private
    threads = not hidden and threads_possible(interaction)
    plain = attached is NOTHING
    messages = redraw(reply, threads=threads) if plain else draw(reply, threads=threads, attached=attached)
    if await exchange.send(messages, private=hidden, attached=attached):
        try:
            await dispatch.shown(request, reply)
        except CommonplaceError as error:
            # The answer is there; that it could not be counted is nothing its asker can mend.
            _log.warning("not counted", kind=type(error).__name__)


async def _made(dispatch: Dispatch, request: Request, interaction: discord.Interaction) -> tuple[Reply, Attached]:
    """Make a reply and its pictures."""
    reply = with_names(await dispatch.ask(request), interaction)
    return reply, await attach(reply)
