"""Telling Discord the list of commands, only when it changed: each sync costs seconds and is limited to 200 a day."""

import hashlib
import json
from collections.abc import Awaitable
from typing import Any, Protocol

import discord
from discord import app_commands

from bot.logs import get_logger

_log = get_logger(__name__)

COMMUNITY = "discord"
KEY = "tree"


class Settings(Protocol):
    """Where the fingerprint of the list that Discord has is kept."""

    def get(self, community: str, key: str, /) -> Awaitable[str | int | bool | None]:
        """Give a setting; None where it is not set."""
        ...

    def set(self, community: str, key: str, value: str, /) -> Awaitable[None]:
        """Set a setting."""
        ...


async def fingerprint(tree: app_commands.CommandTree[Any], application: int | None) -> str:
    """Give the sha256 of everything that a sync would send, for one application."""
    translator = tree.translator
    payload = [
        await command.get_translated_payload(tree, translator) if translator else command.to_dict(tree)
        for command in tree.get_commands()
    ]
    payload.sort(key=lambda command: (command.get("type", 1), command["name"]))
    written = json.dumps([application, payload], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()


async def sync(tree: app_commands.CommandTree[Any], application: int | None, settings: Settings | None) -> None:
    """Sync the commands unless Discord has them already. A failure is logged; the next start tries again."""
    try:
        current = await fingerprint(tree, application)
        if settings is not None and await settings.get(COMMUNITY, KEY) == current:
            return
        await tree.sync()
        if settings is not None:
            await settings.set(COMMUNITY, KEY, current)
    except discord.HTTPException as error:
        _log.warning("commands not synced", status=error.status, code=error.code)
        raise
