"""Discord: slash commands, a message menu and buttons, all made of the commands' declarations.

This is the only package that knows discord.py. It is loaded when the bot goes on Discord, not before.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.commands.desk import Desk
    from bot.daily.posting import Posting
    from bot.discussion.discussing import Discussing
    from bot.platforms.discord.client import Client
    from bot.platforms.discord.gate import Gate
    from bot.platforms.discord.syncing import Settings
    from bot.platforms.shared.asking import Dispatch
    from bot.platforms.shared.linking import Links

HEAD_START = 0.25
"""Seconds that connecting has for itself; after that, Discord is waited for while the rest is opened."""


class Connection:
    """A way to Discord that is being opened, or is open."""

    def __init__(self, client: "Client", staying: "asyncio.Task[None]") -> None:
        self._client = client
        self._staying = staying

    @property
    def gate(self) -> "Gate":
        """Whom the moderators' page asks for roles and names."""
        from bot.platforms.discord.gate import Gate

        return Gate(self._client)

    def hand_out(self, links: "Links | None") -> None:
        """Give moderators links to their page once this serves; None: there is no page."""
        self._client.links = links

    def post(self, posting: "Posting") -> None:
        """Post the passages of the day once this serves."""
        self._client.posting = posting

    async def serve(
        self,
        dispatch: "Dispatch",
        desk: "Desk",
        settings: "Settings | None" = None,
        discussing: "Discussing | None" = None,
    ) -> None:
        """Answer until cancelled or until the token is refused, which raises TokenRefused.

        Who asked before this is answered now. `settings` remember which list of commands Discord has; without them it
        is sent at each start.
        """
        self._client.serve(dispatch, desk, settings, discussing)
        await self._staying


@asynccontextmanager
async def connecting(token: str, *, hearing: bool = False, counting: bool = False) -> AsyncIterator[Connection]:
    """Begin to connect. What answers may be opened meanwhile: Discord takes a second for what costs the bot little.

    With `hearing`, Discord is asked for what people write; with `counting`, for messages without their words. Raises
    TokenRefused and IntentRefused where that is known at once.
    """
    # discord.py takes half a second to import, which nobody else should wait for.
    from bot.platforms.discord.client import Client
    from bot.platforms.discord.connection import stay

    client = Client(hearing=hearing, counting=counting)
    staying = asyncio.create_task(stay(client, token))
    connected = asyncio.create_task(client.connected())
    try:
        await asyncio.wait((staying, connected), timeout=HEAD_START, return_when=asyncio.FIRST_COMPLETED)
        if staying.done():
            await staying
        yield Connection(client, staying)
    finally:
        connected.cancel()
        staying.cancel()
        await asyncio.gather(staying, connected, return_exceptions=True)


async def run(dispatch: "Dispatch", desk: "Desk", token: str, *, settings: "Settings | None" = None) -> None:
    """Be on Discord until cancelled or until the token is refused, which raises TokenRefused."""
    async with connecting(token) as connection:
        await connection.serve(dispatch, desk, settings)
