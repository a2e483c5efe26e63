"""How a command is declared: once, as a typed function in a file of its own.

    @command()
    async def quote(
        request: Request,
        desk: Desk,
        about: Annotated[str, Words(suggest=Suggest.TERMS)],
        count: Annotated[int, Number(1, 5)] = 3,
    ) -> Reply: ...

The name, the parameters, their bounds and defaults follow from the function; names and descriptions for people stand in
`locales/` (`command-quote`, `parameter-about` …). Every platform builds its own form of the command from this.
"""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Protocol, Union, get_args, get_origin, get_type_hints

from bot.model import Document, Reply, Request, Right, Trace


class Suggest(StrEnum):
    """What a platform may offer while somebody types a value."""

    NOTHING = "nothing"
    TERMS = "terms"
    SOURCES = "sources"
    SPEAKERS = "speakers"
    PASSAGES = "passages"
    COMMANDS = "commands"
    SETTINGS = "settings"
    VALUES = "values"
    CHANNELS = "channels"
    ZONES = "zones"


@dataclass(frozen=True, slots=True)
class Words:
    """A value of free words: at most `longest` characters."""

    suggest: Suggest = Suggest.NOTHING
    longest: int = 300


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number within bounds, both included."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few fixed words."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of one of some `kinds`. The value is its path on this computer, where the platform has put it."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A command's parameter. A parameter without a default is required."""

    name: str
    accepts: Words | Number | OneOf | Upload
    required: bool
    default: str | int | None


class Decided(Protocol):
    """What chance decided of a reply: all the rest follows from it, the arguments, the language and the texts."""

    @property
    def key(self) -> str:
        """What was decided, in a word that says all of it."""
        ...

    @property
    def trace(self) -> Trace:
        """How it was decided, for `why`."""
        ...

    @property
    def document(self) -> Document:
        """The text that it was decided on; it was there, as it was read, just now."""
        ...


Run = Callable[..., Awaitable[Reply]]
Drawing = Callable[..., Awaitable[Decided]]


@dataclass(frozen=True, slots=True)
class Command:
    """What people can ask: its name, its parameters in order, who may run it, and the function that answers.

    One that `takes_files` may work for long, and is told whom to tell how far it is. Where chance has a part in an
    answer, `drawing` does that part beforehand, and `run` is given it as `drawn`; alone it draws for itself.
    """

    name: str
    parameters: tuple[Parameter, ...]
    run: Run
    private: bool = False
    rights: frozenset[Right] = frozenset()
    takes_files: bool = False
    drawing: Drawing | None = None

    @property
    def message_id(self) -> str:
        """The id of the command's description in `locales/`; the id of its manual is this and `-manual`."""
        return f"command-{self.name}"

    def parameter(self, name: str) -> Parameter | None:
        """Find a parameter by its name."""
        return next((p for p in self.parameters if p.name == name), None)


def command(
    name: str | None = None,
    *,
    private: bool = False,
    rights: frozenset[Right] = frozenset(),
    drawing: Drawing | None = None,
) -> Callable[[Run], Command]:
    """Make a Command of a function; `private` answers are for the asker's eyes where the platform can."""

    def declare(run: Run) -> Command:
        """Make it, with a parameter for each of the function's that is annotated."""
        parameters = tuple(_parameters(run))
        files = any(isinstance(parameter.accepts, Upload) for parameter in parameters)
        return Command(name or run.__name__.replace("_", "-"), parameters, run, private, rights, files, drawing)

    return declare


def _parameters(run: Run) -> list[Parameter]:
    hints = get_type_hints(run, include_extras=True)
    found: list[Parameter] = []
    for entry in list(inspect.signature(run).parameters.values())[2:]:
        if entry.kind is inspect.Parameter.KEYWORD_ONLY:  # no asker gives it
            continue
        required = entry.default is inspect.Parameter.empty
        accepts = _accepts(hints[entry.name])
        found.append(Parameter(entry.name, accepts, required, None if required else entry.default))
    return found


def _accepts(hint: Any) -> Words | Number | OneOf | Upload:
    """Find what a parameter accepts in `Annotated[str, …]` or `Annotated[str, …] | None`."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not NoneType)
    if get_origin(hint) is Annotated:
        for extra in get_args(hint)[1:]:
            if isinstance(extra, Words | Number | OneOf | Upload):
                return extra
    raise TypeError(hint)


__all__ = ["Command", "Number", "OneOf", "Parameter", "Request", "Suggest", "Upload", "Words", "command"]
