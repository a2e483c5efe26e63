"""`commonplace matrix login` and `verify`: the bot's device and keys, and the account's word for them."""

import asyncio
from typing import TYPE_CHECKING

from bot.cli.configuring import configured
from bot.cli.outcome import Failed, language, note, out
from bot.errors import ConfigInvalid

if TYPE_CHECKING:
    from bot.cli.arguments import Chosen
    from bot.config import Config
    from bot.platforms.matrix.vouching import Standing


def login(chosen: "Chosen") -> int:
    """Log in, keep the device and its keys, upload these, and tell who the bot is there and what comes next."""
    asyncio.run(_login(_on_matrix(chosen)))
    return 0


def verify(chosen: "Chosen") -> int:
    """Have the account vouch for its device, and tell how that stands. The exit code is 1 where something is left."""
    if not asyncio.run(_verify(_on_matrix(chosen), chosen.reset)).good:
        raise Failed
    return 0


def _on_matrix(chosen: "Chosen") -> "Config":
    config = configured(chosen)
    if config.matrix.homeserver is None:
        raise ConfigInvalid("matrix", ("matrix.homeserver: the address of the bot's homeserver is expected",))
    return config


async def _login(config: "Config") -> None:
    # Imported here: nio takes half a second to load, and only who goes on Matrix needs it.
    from bot.platforms.matrix.entering import find
    from bot.platforms.matrix.serving import entering, folder_of

    await find(config.matrix.homeserver or "")
    async with entering(config) as presence:
        await presence.prepare()
        say = language().say
        out(say("cli-matrix-ready", user=presence.device.user, device=presence.device.device))
        out(say("cli-matrix-keys", folder=str(folder_of(config))))
        out(say("cli-matrix-next"))


async def _verify(config: "Config", reset: bool) -> "Standing":
    from bot.platforms.matrix.entering import find
    from bot.platforms.matrix.serving import entering, folder_of

    await find(config.matrix.homeserver or "")
    async with entering(config) as presence:
        await presence.prepare()
        standing = await presence.vouching.set_up(reset=reset)
        say = language().say
        out(say("cli-matrix-ready", user=presence.device.user, device=presence.device.device))
        out(say("cli-matrix-device", known=standing.known.value))
        out(say("cli-matrix-cross-signing", keys=standing.keys.value))
        out(say("cli-matrix-signed", signed=str(standing.signed).lower()))
        out(say("cli-matrix-backup", backup=str(standing.backup).lower(), folder=str(folder_of(config))))
    if standing.obstacle is not None:
        address = standing.address or say("cli-matrix-account-settings")
        note(say("cli-matrix-obstacle", obstacle=standing.obstacle.value, address=address))
    return standing
