"""`commonplace run`: the bot on Discord, on Matrix, or on both, until it is told to stop."""

import asyncio
import gc
import re
from typing import TYPE_CHECKING

from bot import logs
from bot.cli.configuring import configured
from bot.errors import TokenMissing, TokenRefused

if TYPE_CHECKING:
    from bot.cli.arguments import Chosen
    from bot.config import Config
    from bot.platforms.discord import Connection

# Garbage is looked for when there are so many more containers than the last time. At the usual 700, what a few dozen
# answers under way hold is walked through again and again, and outlives two searches: a sixth of each answer.
_MADE = 5_000


def run(chosen: "Chosen") -> int:
    """Connect and answer; SIGTERM and SIGINT end it cleanly, with exit code 0."""
    # What a start loads stays. Looking for garbage among it would take a twentieth of the time.
    gc.disable()
    usual = gc.get_threshold()
    gc.set_threshold(_MADE, *usual[1:])
    try:
        config = configured(chosen)
        if config.matrix.homeserver is None:
            token = _token(config)
            logs.configure(config.log, (token,))
            asyncio.run(_run(config, token))
        else:
            _run_with_matrix(config)
    finally:
        gc.set_threshold(*usual)
        gc.enable()
    return 0


def _token(config: "Config") -> str:
    """Give Discord's token. Raises TokenMissing, TokenUnreadable, and TokenRefused for what can't be one."""
    token = config.discord.secret()
    if token is None:
        raise TokenMissing("Discord")
    if not re.fullmatch(r"[!-~]+", token):  # it goes into a header as it is
        raise TokenRefused("Discord")
    return token


async def _run(config: "Config", token: str) -> None:
    # Imported here: discord.py takes half a second to load, and only this subcommand needs it. While Discord takes its
    # time to let the bot in, the rest is loaded and opened.
    from bot.platforms.discord import connecting

    told = config.discussion.count_replies
    async with connecting(token, hearing=config.discord.message_content, counting=told) as connection:
        from bot.app import until_stopped

        gc.freeze()
        gc.enable()
        await until_stopped(_serve(config, connection))


async def _serve(config: "Config", connection: "Connection") -> None:
    from bot.app import open_app
    from bot.app.page import serving_page
    from bot.store.settings import Settings

    async with open_app(config) as app, serving_page(config, app, connection.gate) as links:
        # What was opened stays, too: looking through it for garbage takes a tenth of a millisecond of each answer.
        gc.collect()
        gc.freeze()
        connection.hand_out(links)
        connection.post(app.posting)
        await connection.serve(
            app.dispatch,
            app.desk,
            Settings(app.texts.database),
            app.discussing,
        )


def _run_with_matrix(config: "Config") -> None:
    """Serve Matrix, and Discord beside it where it has a token."""
    discord = _token(config) if config.discord.secret() is not None else None
    secrets = (discord, *config.matrix.secrets())
    logs.configure(config.log, tuple(secret for secret in secrets if secret))
    asyncio.run(_run_all(config, discord))


async def _run_all(config: "Config", discord: str | None) -> None:
    from bot.app import until_stopped

    gc.freeze()
    gc.enable()
    await until_stopped(_serve_all(config, discord))


async def _serve_all(config: "Config", discord: str | None) -> None:
    from bot.app import open_app
    from bot.app.gates import Gates
    from bot.app.page import serving_page
    from bot.app.together import Serve, together
    from bot.platforms.matrix.serving import entering
    from bot.store.settings import Settings

    gates = Gates()
    async with open_app(config) as app, serving_page(config, app, gates) as links:

        async def on_matrix() -> None:
            """Be let in to Matrix, and serve there until the end."""
            async with entering(config) as presence:
                gates.add("matrix", presence.gate)
                await presence.serve(app.dispatch, app.discussing, app.posting, app.texts.database, links)

        async def on_discord() -> None:
            """Connect to Discord, and serve there until the end."""
            from bot.platforms.discord import connecting

            told, hearing = config.discussion.count_replies, config.discord.message_content
            async with connecting(discord or "", hearing=hearing, counting=told) as connection:
                gates.add("discord", connection.gate)
                connection.hand_out(links)
                connection.post(app.posting)
                await connection.serve(app.dispatch, app.desk, Settings(app.texts.database), app.discussing)

        serving: dict[str, Serve] = {"Matrix": on_matrix}
        if discord is not None:
            serving["Discord"] = on_discord
        await together(serving)
