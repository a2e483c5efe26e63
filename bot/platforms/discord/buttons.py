"""Buttons that outlive the process: all that is needed to answer stands in the button itself."""

import re
from typing import TYPE_CHECKING, Any, Protocol

import discord

from bot.logs import get_logger
from bot.platforms.discord.components import OWN_CUSTOM_IDS

if TYPE_CHECKING:  # the bot connects before it loads what it answers with
    from bot.platforms.discord.custom_ids import Pressed

_log = get_logger(__name__)


class Answering(Protocol):
    """What a button needs of the client."""

    async def press(self, interaction: discord.Interaction, press: "Pressed") -> None:
        """Answer the press of one of the bot's buttons."""
        ...

    async def excuse(self, interaction: discord.Interaction, message: str) -> None:
        """Tell the presser alone what is wrong, by the id of a sentence."""
        ...


class Button(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=re.compile(re.escape(OWN_CUSTOM_IDS) + r".*"),
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
        from bot.platforms.discord.custom_ids import pressed

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
