"""Discord: slash commands, a message menu and buttons, all made of the commands' declarations.

This is the only package that knows discord.py. It is loaded when the bot goes on Discord, not before.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.commands.desk import Desk
    from bot.platforms.discord.asking import Dispatch
    from bot.platforms.discord.syncing import Settings


async def run(dispatch: "Dispatch", desk: "Desk", token: str, *, settings: "Settings | None" = None) -> None:
    """Be on Discord until cancelled or until the token is refused, which raises TokenRefused.

    `settings` remember which list of commands Discord has; without them it is sent at each start.
    """
    # discord.py takes half a second to import, which nobody else should wait for.
    from bot.platforms.discord.client import Client
    from bot.platforms.discord.connection import stay

    await stay(Client(dispatch, desk, settings), token)
