"""The configuration: a YAML file, overridden by environment variables; secrets only from environment or files.

`COMMONPLACE_DISCORD__TOKEN_FILE=/run/secrets/token` sets `discord.token_file`. `DISCORD_TOKEN` and `DISCORD_TOKEN_FILE`
are short for the two ways of giving Discord's token.
"""

from bot.config.addresses import is_loopback
from bot.config.keeping import Answers, Discussion, Housekeeping, KeepDays
from bot.config.loading import load
from bot.config.platforms import Discord, Matrix
from bot.config.search import Search
from bot.config.texts import Reading, Texts
from bot.config.web import Web
from bot.config.whole import Config, Log, schema

__all__ = [
    "Answers",
    "Config",
    "Discord",
    "Discussion",
    "Housekeeping",
    "KeepDays",
    "Log",
    "Matrix",
    "Reading",
    "Search",
    "Texts",
    "Web",
    "is_loopback",
    "load",
    "schema",
]
