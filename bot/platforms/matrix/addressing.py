"""Which messages are meant for the bot: by prefix, by its name, in a direct room, or by choosing a number."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.commands.desk.declaration import Command
from bot.platforms.matrix.arriving import Arrived, What

_NUMBER = re.compile(r"[1-9]")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_NEAR = 0.7
"""How alike (difflib's ratio) a misspelt command is: `qoute` and `quote`, but not another bot's `play` and `daily`."""
_KEYCAP = re.compile("([1-9])\ufe0f?\u20e3")


@dataclass(frozen=True, slots=True)
class Me:
    """The bot's own name, what stands before a command, and the commands that there are."""

    user: str
    prefix: str
    commands: Mapping[str, Command]


def chosen(arrived: Arrived) -> int | None:
    """Give the number that is chosen by a reaction, or by a reply of nothing but a number; None for anything else."""
    if arrived.to is None or arrived.edited:
        return None
    if arrived.what is What.REACTION:
        found = _KEYCAP.fullmatch(arrived.key)
        return int(found[1]) if found else None
    said = arrived.text.strip()
    return int(said) if arrived.what is What.MESSAGE and _NUMBER.fullmatch(said) else None


def asked(arrived: Arrived, me: Me, *, direct: bool) -> str | None:
    """Give the command that a message is, without what stands before it; None where it is none.

    Where a prefix may be another bot's, a word that is like no command of this one's is left alone.
    """
    if arrived.what is not What.MESSAGE or arrived.edited:
        return None
    said = arrived.text.strip()
    if (named := _after_name(said, arrived, me)) is not None:
        return _after_prefix(named, me) or named or "help"
    if (typed := _after_prefix(said, me)) is not None:
        return typed if direct or _ours(typed, me.commands, nearly=True) else None
    if said.startswith("/") and (direct or _ours(said[1:], me.commands, nearly=False)):
        return said[1:]
    return said if direct and said else None


def _after_prefix(said: str, me: Me) -> str | None:
    rest = said[len(me.prefix) :] if said.startswith(me.prefix) else ""
    return rest if _WORD.match(rest) else None


def _after_name(said: str, arrived: Arrived, me: Me) -> str | None:
    """Give what follows the bot's name where a message begins with it, as clients write it when somebody is mentioned.

    A client that says who is mentioned may show another name; then the command is what follows the first colon.
    """
    local = me.user[1:].partition(":")[0]
    for name in (me.user, f"@{local}", local):
        if said.casefold().startswith(name.casefold()):
            rest = said[len(name) :]
            if rest[:1] in ("", ":", ",", " ", "\n"):
                return rest.lstrip(":, \n")
    if me.user in arrived.mentions and ":" in said[:80]:
        return said.partition(":")[2].strip()
    return None


def _ours(typed: str, commands: Mapping[str, Command], *, nearly: bool) -> bool:
    found = _WORD.match(typed)
    if found is None:
        return False
    name = found.group().lower().replace("_", "-")
    return name in commands or (nearly and bool(difflib.get_close_matches(name, commands, n=1, cutoff=_NEAR)))
