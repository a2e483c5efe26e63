"""One form of typed commands for the terminal and Matrix: `quote ceasefire source=interview count=2`.

The first word is the command (`/quote` and `!quote` too). `name=value` may stand anywhere; a value with spaces stands
in quotes of any kind. Where the command's first parameter is one of a few words, the first other word may be that:
`daily time 08:30`. All other words, in order and as typed, are the command's first parameter of words: `E=mc2` too, but
not a name that other commands have, like `words=60` for one that takes no such number. In quotes even that is words.
"""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.commands.desk import arguments
from bot.commands.desk.declaration import Command, OneOf, Parameter, Words
from bot.errors import ArgumentUnknown, QuestionEmpty

# What opens a quotation, and what may close it.
_CLOSERS = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "'": "'", "‘": "’", "‚": "‘’", "”": "”", "`": "`"}
_NAME = re.compile(r"([^\W\d_][\w-]*)=")
_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
_ESCAPED = re.compile(r'\\(["\\])')
_MISSPELT = 0.75
"""How alike (difflib's ratio) an unknown name and a parameter are where it is misspelt: `sorce=x`, not `e=mc2`."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A line that was understood: the command and its arguments, not yet checked against their bounds."""

    command: Command
    arguments: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a line: a word or a quotation as typed, or the value of a name."""

    text: str
    name: str | None = None
    typed: str = ""


def parse(line: str, commands: Mapping[str, Command]) -> Typed:
    """Understand a typed line. Raises UnknownCommand, ArgumentUnknown, or QuestionEmpty for a blank line."""
    first, _, rest = line.strip().partition(_first_space(line.strip()))
    if not first.lstrip("/!"):
        raise QuestionEmpty
    command = arguments.find(first.lstrip("/!"), commands, before_words=bool(rest.strip()))
    return Typed(command, _arguments(command, rest, _names(commands)))


def render(command: Command, given: Mapping[str, str | int]) -> str:
    """Write a command as it can be typed: `parse` gives the same arguments back."""
    words = _first_words(command)
    named = [f"{name}={_quoted(str(value))}" for name, value in given.items() if words is None or name != words.name]
    if words is None or words.name not in given:
        return " ".join([command.name, *named])
    value = str(given[words.name])
    plain = " ".join([command.name, value, *named])
    # An id reads back as it stands, which need not be tried.
    if _ID.fullmatch(value) and len(named) == len(given) - 1 and _first_choice(command, value) is None:
        return plain
    if _reads_back(command, plain, given):
        return plain
    return " ".join([command.name, f"{words.name}={_quoted(value)}", *named])


def _reads_back(command: Command, line: str, given: Mapping[str, str | int]) -> bool:
    """Whether a line is read as it is meant; one with a name that another command might have is not relied upon."""
    rest = line.removeprefix(command.name)
    others = frozenset(part.name.lower() for part in _parts(rest) if part.name)
    try:
        found = _arguments(command, rest, others)
    except ArgumentUnknown:
        return False
    return found == {name: str(value) for name, value in given.items()}


def _first_space(line: str) -> str:
    found = re.search(r"\s", line)
    return found.group() if found else " "


def _first_words(command: Command) -> Parameter | None:
    return next((p for p in command.parameters if isinstance(p.accepts, Words)), None)


def _names(commands: Mapping[str, Command]) -> frozenset[str]:
    return frozenset(parameter.name for command in commands.values() for parameter in command.parameters)


def _arguments(command: Command, text: str, names: frozenset[str]) -> dict[str, str]:
    words = _first_words(command)
    free: list[str] = []
    found: dict[str, str] = {}
    for part in _parts(text):
        known = command.parameter(part.name.lower()) if part.name else None
        if known is None:
            _refuse_unknown(command, part.name, names)
            choice = None if free else _first_choice(command, part.text)
            if choice is None or choice in found:
                free.append(part.typed or part.text)
            else:
                found[choice] = part.text.lower()
        elif words is not None and known.name == words.name:
            free.append(part.text)
        else:
            found[known.name] = part.text
    if not free:
        return found
    if words is None:
        raise ArgumentUnknown(command.name, tuple(p.name for p in command.parameters))
    return {words.name: " ".join(free), **found}


def _first_choice(command: Command, word: str) -> str | None:
    """Give the name of a command's first parameter where that takes one of a few words, and this is one of them."""
    first = command.parameters[0] if command.parameters else None
    return first.name if first and isinstance(first.accepts, OneOf) and word.lower() in first.accepts.choices else None


def _refuse_unknown(command: Command, name: str | None, names: frozenset[str]) -> None:
    """Raise ArgumentUnknown for a name that is nearly one of this command's, or one of those that any command has."""
    known = tuple(p.name for p in command.parameters)
    if name and (name.lower() in names or difflib.get_close_matches(name.lower(), known, n=1, cutoff=_MISSPELT)):
        raise ArgumentUnknown(command.name, known)


def _parts(text: str) -> Iterator[_Part]:
    """Cut a line into words, quotations and named values; what is unbalanced is words."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        part, at = _named(text, at) or _word(text, at)
        yield part


def _named(text: str, at: int) -> tuple[_Part, int] | None:
    name = _NAME.match(text, at)
    if name is None:
        return None
    quoted = _quotation(text, name.end())
    if quoted is not None:
        value, end = _unescaped(text[name.end() : quoted]), quoted
    else:
        end = _word_end(text, name.end())
        value = text[name.end() : end]
    return _Part(value, name.group(1), text[at:end]), end


def _word(text: str, at: int) -> tuple[_Part, int]:
    end = _quotation(text, at) or at
    end = _word_end(text, end)
    return _Part(text[at:end]), end


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at


def _quotation(text: str, at: int) -> int | None:
    """Find the end of the quotation that begins at `at`. Its closing mark ends a word: an apostrophe closes nothing."""
    closers = _CLOSERS.get(text[at]) if at < len(text) else None
    if closers is None:
        return None
    escapes = text[at] == '"'
    place = at + 1
    while place < len(text):
        if escapes and text[place] == "\\" and text[place + 1 : place + 2] in ('"', "\\"):
            place += 2
            continue
        if text[place] in closers and (place + 1 == len(text) or not text[place + 1].isalnum()):
            return place + 1
        place += 1
    return None


def _unescaped(quotation: str) -> str:
    inside = quotation[1:-1]
    return _ESCAPED.sub(r"\1", inside) if quotation[0] == '"' else inside


def _quoted(value: str) -> str:
    """Put a value into quotes where it would not be read back as it is."""
    if value and value[0] not in _CLOSERS and not re.search(r"\s", value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
