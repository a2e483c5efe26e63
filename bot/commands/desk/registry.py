"""The list of commands is the folder: every file in `bot/commands/` that declares one."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import bot.commands
from bot.commands.desk.declaration import Command


@cache
def commands() -> Mapping[str, Command]:
    """Give every command by its name, in the order of the names. Raises ValueError where two share a name."""
    found: dict[str, Command] = {}
    for module in pkgutil.iter_modules(bot.commands.__path__):
        if module.ispkg:
            continue
        declared = vars(importlib.import_module(f"{bot.commands.__name__}.{module.name}")).values()
        for command in declared:
            if not isinstance(command, Command):
                continue
            if command.name in found:
                raise ValueError(command.name)
            found[command.name] = command
    return MappingProxyType(dict(sorted(found.items())))
