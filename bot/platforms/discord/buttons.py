"""Buttons that outlive the process: all that is needed to answer stands in the button itself."""

import re
from typing import Any, Protocol

import discord

from bot.commands.desk.declaration import Command
from bot.logs import get_logger
from bot.platforms.discord.custom_ids import PREFIX, Pressed, pressed

_log = get_logger(__name__)


class Answering(Protocol):
    """What a button needs of the client."""

    async def press(self, interaction: discord.Interaction, press: Pressed) -> None:
        """Answer the press of one of the bot's buttons."""
        ...

    async def excuse(self, interaction: discord.Interaction, message: str) -> None:
        """Tell the presser alone what is wrong, by the id of a sentence."""
        ...


def arguments(press: Pressed, command: Command | None) -> dict[str, str | int]:
    """Fill a button's command: its first parameter takes the target, `offset` takes where more begins."""
    if command is None or not command.parameters:
        return {}
    filled: dict[str, str | int] = {command.parameters[0].name: press.target}
    if command.parameter("offset") is not None and press.offset:
        filled["offset"] = press.offset
    return filled


class Button(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]], template=re.compile(re.escape(PREFIX) + r".*")
):
    """Any button of the bot's. One that can't be read, as from a version that is gone, is answered too."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> "Button":
        """Take up a button that was pressed."""
        made: Button = cls(item)  # type: ignore[arg-type]  # a dynamic button's item is the button
        return made

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer the press."""
        client: Answering = interaction.client
        press = pressed(self.custom_id)
        if press is None:
            await client.excuse(interaction, "discord-button-unknown")
            return
        try:
            await client.press(interaction, press)
        except Exception:  # noqa: BLE001 - whoever pressed gets an answer, whatever failed
            _log.exception("a button failed", kind=press.kind.value)
            await client.excuse(interaction, "reply-failed")
