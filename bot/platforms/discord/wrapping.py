"""What lies around the dispatch on Discord: files are fetched before it, wishes and links are seen to after it."""

from typing import NamedTuple

import discord

from bot.commands.desk import Desk
from bot.commands.desk.declaration import Command
from bot.discussion.discussing import Discussing
from bot.platforms.discord.gate import Gate
from bot.platforms.discord.honouring import Honouring
from bot.platforms.discord.linking import Linking
from bot.platforms.discord.pausing import Pauses
from bot.platforms.discord.uploading import Uploading, attached
from bot.platforms.shared.asking import Dispatch
from bot.platforms.shared.linking import Links


class Around(NamedTuple):
    """What those who see to a request beside the dispatch need."""

    client: discord.Client
    desk: Desk
    discussing: Discussing | None
    links: Links | None
    pauses: Pauses


def wrapped(interaction: discord.Interaction, command: Command, dispatch: Dispatch, around: Around) -> Dispatch:
    """Give the dispatch for one interaction."""
    if command.takes_files:
        files = attached(interaction, command)
        dispatch = Uploading(dispatch, around.desk.texts, files) if files else dispatch
    honouring = Honouring(interaction, dispatch, around.desk, around.discussing, around.pauses)
    return Linking(interaction, honouring, around.links, Gate(around.client))
