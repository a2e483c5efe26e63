"""`commonplace matrix login`: lets the bot in once, makes its device and keys, and says what they are."""

import asyncio
from typing import TYPE_CHECKING

from bot.cli.configuring import configured
from bot.cli.outcome import language, out
from bot.errors import ConfigInvalid

if TYPE_CHECKING:
    from bot.cli.arguments import Chosen
    from bot.config import Config


def login(chosen: "Chosen") -> int:
    """Log in, keep the device and its keys, upload these, and tell who the bot is there and what comes next."""
    config = configured(chosen)
    if config.matrix.homeserver is None:
        raise ConfigInvalid("matrix", ("matrix.homeserver: the address of the bot's homeserver is expected",))
    asyncio.run(_login(config))
    return 0


async def _login(config: "Config") -> None:
    # Imported here: nio takes half a second to load, and only who goes on Matrix needs it.
    from bot.platforms.matrix.serving import entering, folder_of

    async with entering(config) as presence:
        await presence.prepare()
        say = language().say
        out(say("cli-matrix-ready", user=presence.device.user, device=presence.device.device))
        out(say("cli-matrix-keys", folder=str(folder_of(config))))
        out(say("cli-matrix-next"))
