"""Checking arguments against a command's declaration, so that its function gets only what it declared."""

import difflib
from collections.abc import Mapping

from bot.commands.desk.declaration import Command, Number, OneOf, Parameter, Upload, Words
from bot.errors import ArgumentInvalid, ArgumentMissing, ArgumentUnknown, QuestionEmpty, QuestionTooLong, UnknownCommand

_LONGEST_PATH = 4096
# How like a command's name a word has to be to be meant for it, from 0 to 1 (difflib's ratio): on its own, and where
# more follows, since most sentences begin with a word that is a little like one ("who asked for …" is no `who-else`).
_LIKE_ALONE = 0.5
_LIKE_BEFORE_WORDS = 0.7


def find(name: str, commands: Mapping[str, Command], *, before_words: bool = False) -> Command:
    """Give the command of that name; raises UnknownCommand with the nearest names."""
    if name in commands:  # where a platform offers a list, people can't miss it
        return commands[name]
    wanted = name.strip().lower().replace("_", "-")
    if wanted in commands:
        return commands[wanted]
    like = _LIKE_BEFORE_WORDS if before_words else _LIKE_ALONE
    raise UnknownCommand(tuple(difflib.get_close_matches(wanted, commands, n=3, cutoff=like)))


def checked(command: Command, given: Mapping[str, str | int]) -> dict[str, str | int | None]:
    """Give a value for each parameter, of the declared type and within its bounds.

    Raises ArgumentUnknown, ArgumentMissing, ArgumentInvalid, QuestionEmpty or QuestionTooLong.
    """
    if not given.keys() <= {parameter.name for parameter in command.parameters}:
        raise ArgumentUnknown(command.name, tuple(p.name for p in command.parameters))
    return {parameter.name: _value(command, parameter, given.get(parameter.name)) for parameter in command.parameters}


def _value(command: Command, parameter: Parameter, given: str | int | None) -> str | int | None:
    if given is None:
        if parameter.required:
            raise ArgumentMissing(command.name, parameter.name)
        return parameter.default
    match parameter.accepts:
        case Words(longest=longest):
            return _words(parameter, str(given).strip(), longest)
        case Number(least=least, most=most):
            return _number(command, parameter, given, least, most)
        case OneOf(choices=choices):
            wanted = str(given).strip().lower()
            if wanted not in choices:
                raise ArgumentInvalid(command.name, parameter.name, ", ".join(choices))
            return wanted
        case Upload():
            return _words(parameter, str(given).strip(), _LONGEST_PATH)


def _words(parameter: Parameter, given: str, longest: int) -> str | int | None:
    if len(given) > longest:
        raise QuestionTooLong(len(given), longest)
    if given:
        return given
    if parameter.required:
        raise QuestionEmpty
    return parameter.default


def _number(command: Command, parameter: Parameter, given: str | int, least: int, most: int) -> int:
    expected = ArgumentInvalid(command.name, parameter.name, f"{least}–{most}")
    # The length is looked at first, because int() of a very long text is slow and refused.
    if isinstance(given, str) and len(given) > 12:
        raise expected
    try:
        value = int(given)
    except ValueError:
        raise expected from None
    if not least <= value <= most:
        raise expected
    return value
