"""Being connected: logging in, staying, and leaving when Discord takes the token no more."""

import asyncio

import aiohttp
import discord

from bot.errors import IntentRefused, TokenRefused
from bot.logs import get_logger
from bot.platforms.discord.callbacks import answer_briefly
from bot.platforms.discord.client import Client

_log = get_logger(__name__)

NAME = "Discord"
_AUTHENTICATION_FAILED = 4004
_FIRST_WAIT, _LONGEST_WAIT = 5.0, 600.0
_LIMITED = 429


async def stay(client: Client, token: str) -> None:
    """Be connected until the client is closed.

    Raises TokenRefused where the token is wrong or was revoked, and IntentRefused where the bot may not hear messages.
    """
    answer_briefly()
    try:
        async with client:
            await _login(client, token)
            await client.connect()
    except discord.LoginFailure:
        raise TokenRefused(NAME) from None
    except discord.PrivilegedIntentsRequired:
        raise IntentRefused(NAME) from None
    except discord.ConnectionClosed as closed:
        if closed.code == _AUTHENTICATION_FAILED:
            raise TokenRefused(NAME) from None
        raise
    if client.refused:
        raise TokenRefused(NAME)


async def _login(client: Client, token: str) -> None:
    """Log in, and where Discord can't be reached or wants silence, try again: later each time, six times an hour."""
    wait = _FIRST_WAIT
    while True:
        try:
            await client.login(token)
        except discord.HTTPException as error:
            if error.status != _LIMITED and error.status < 500:
                raise
            reason = str(error.status)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            reason = type(error).__name__
        else:
            return
        _log.warning("cannot log in to Discord yet", reason=reason, wait=wait)
        # What a login that failed halfway had opened would otherwise stay open. The next one makes a connector of its
        # own only where there is none: it would take the closed one.
        await client.http.close()
        client.http.connector = discord.utils.MISSING
        await asyncio.sleep(wait)
        wait = min(wait * 2, _LONGEST_WAIT)
