"""Slash commands, made of the declarations: whatever file stands in `bot/commands/` is a command on Discord too."""

import inspect
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any

import discord
from discord import app_commands

from bot.commands.desk.declaration import Command, Number, OneOf, Parameter, Suggest, Upload, Words
from bot.model import Right
from bot.platforms.discord.naming import described, named

Run = Callable[[discord.Interaction, Command, Mapping[str, str | int]], Awaitable[None]]
"""Called with a command that somebody used, and with the arguments that they gave."""

Complete = Callable[[discord.Interaction, Parameter, str], Awaitable[list[app_commands.Choice[str]]]]
"""Called while somebody types: with the parameter, and with what stands there so far."""

CONTEXTS = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
INSTALLS = app_commands.AppInstallationType(guild=True, user=True)
_LONGEST_TEXT = 6000
_CHANNEL = (app_commands.AppCommandChannel, app_commands.AppCommandThread)
_Given = str | int | app_commands.AppCommandChannel | app_commands.AppCommandThread | discord.Attachment | None


def slash(command: Command, run: Run, complete: Complete) -> app_commands.Command[Any, ..., None]:
    """Make the slash command of a declaration."""

    async def callback(interaction: discord.Interaction, **given: _Given) -> None:
        """Run the command, unless a channel is given that its asker may not look after."""
        if any(isinstance(value, _CHANNEL) and not _looked_after(value) for value in given.values()):
            await interaction.client.excuse(interaction, "discord-channel-not-yours")  # type: ignore[attr-defined]
            return
        await run(interaction, command, {name: _plain(value) for name, value in given.items() if _said(value)})

    callback.__signature__ = _signature(command)  # type: ignore[attr-defined]  # discord.py reads parameters from it
    _describe(callback, command, complete)
    made: app_commands.Command[Any, ..., None] = app_commands.Command(
        name=named(command.name, f"discord-command-{command.name}"),
        description=described(command.message_id),
        callback=callback,
        allowed_contexts=CONTEXTS,
        allowed_installs=INSTALLS,
    )
    if Right.MODERATE in command.rights:
        made.default_permissions = discord.Permissions(manage_guild=True)
    return made


def _looked_after(channel: app_commands.AppCommandChannel | app_commands.AppCommandThread) -> bool:
    """Whether the asker sees a channel and looks after it: they may do so in the one where they ask, not in another."""
    may = channel.permissions
    return may.view_channel and (may.manage_guild or may.manage_messages)


def _said(value: _Given) -> bool:
    """Whether a value was given, and is not a file: that is fetched only for whom it concerns."""
    return value is not None and not isinstance(value, discord.Attachment)


def _plain(value: Any) -> str | int:
    """Give a value as a request has it: a channel by its id."""
    return str(value.id) if isinstance(value, _CHANNEL) else value


def _describe(callback: Any, command: Command, complete: Complete) -> None:
    """Tell discord.py names, descriptions, choices and completion of each parameter."""
    for parameter in command.parameters:
        name = parameter.name
        app_commands.describe(**{name: described(f"parameter-{name}")})(callback)
        app_commands.rename(**{name: named(name, f"discord-parameter-{name}")})(callback)
        match parameter.accepts:
            case OneOf(choices=choices):
                offered = [app_commands.Choice(name=_choice(word), value=word) for word in choices[:25]]
                app_commands.choices(**{name: offered})(callback)
            case Words(suggest=suggest) if suggest not in (Suggest.NOTHING, Suggest.CHANNELS):
                app_commands.autocomplete(**{name: _completing(parameter, complete)})(callback)
            case _:
                pass


def _choice(word: str) -> app_commands.locale_str:
    return named(word, f"discord-choice-{word}")


def _completing(
    parameter: Parameter, complete: Complete
) -> Callable[..., Coroutine[Any, Any, list[app_commands.Choice[str]]]]:
    async def completing(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        """Suggest values for what is typed so far."""
        return await complete(interaction, parameter, current)

    return completing


def _signature(command: Command) -> inspect.Signature:
    keyword = inspect.Parameter.KEYWORD_ONLY
    found = [
        inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction),
        *(
            inspect.Parameter(
                parameter.name,
                keyword,
                annotation=_annotation(parameter),
                default=inspect.Parameter.empty if parameter.required else None,
            )
            for parameter in sorted(command.parameters, key=lambda parameter: not parameter.required)
        ),
    ]
    return inspect.Signature(found)


def _annotation(parameter: Parameter) -> Any:
    """Give the type from which discord.py makes an option: text or a number within its bounds."""
    bounded: Any = app_commands.Range
    annotation: Any
    match parameter.accepts:
        case Words(suggest=Suggest.CHANNELS):
            annotation = app_commands.AppCommandChannel | app_commands.AppCommandThread
        case Words(longest=longest):
            annotation = bounded[str, 1, min(longest, _LONGEST_TEXT)]
        case Number(least=least, most=most):
            annotation = bounded[int, least, most]
        case OneOf():
            annotation = str
        case Upload():
            annotation = discord.Attachment
    return annotation if parameter.required else annotation | None
