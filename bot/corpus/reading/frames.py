"""What the bot and its reading process say to each other: pickled values, each after its length.

The process reads hostile files, so what it answers is not trusted: only the nouns of the texts can come out of a pickle
here, no function and no other class.
"""

import copyreg
import gc
import io
import pickle
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from enum import Enum
from operator import attrgetter
from typing import Any, BinaryIO

from bot import errors
from bot.corpus import parts
from bot.corpus.parts import Raw, Structure
from bot.errors import CatalogBroken, CommonplaceError, FileDamaged, ReadingError
from bot.model import Source, texts

LENGTH = struct.Struct(">Q")

# raw, source, structure, sha256, size, mtime_ns, declared
Answer = tuple[Raw, Source, Structure, str, int, int, bool]
_ANSWER = (Raw, Source, Structure, str, int, int, bool)

_NOUNS: dict[tuple[str, str], type] = {
    (module.__name__, name): value
    for module in (texts, parts)
    for name, value in vars(module).items()
    if isinstance(value, type) and value.__module__ == module.__name__
}


class _Unpickler(pickle.Unpickler):
    """Makes nothing but the nouns of an answer, whatever the bytes ask for."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        """Give one of the nouns of an answer. Raises UnpicklingError for anything else: it could run what it likes."""
        found = _NOUNS.get((module_name, global_name))
        if found is None:
            raise pickle.UnpicklingError(f"{module_name}.{global_name}")
        return found


def _reduction(noun: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    names = [field.name for field in fields(noun)]
    values = attrgetter(*names)
    if len(names) == 1:
        return lambda value: (noun, (values(value),))
    return lambda value: (noun, values(value))


def _member(value: Enum) -> tuple[type[Enum], tuple[Any, ...]]:
    return type(value), (value.value,)


# Called with its fields, a noun is pickled twice and read seven times as fast as through its state, which dataclasses
# with slots collect field by field in Python. A text of a megabyte has 60,000 of them. Python 3.11.0 to 3.11.3 pickle a
# member of an enum as a call of `getattr`, which is no noun: it is called with its value, too.
_REDUCTIONS = (
    copyreg.dispatch_table
    | {noun: _reduction(noun) for noun in _NOUNS.values() if is_dataclass(noun)}
    | {noun: _member for noun in _NOUNS.values() if issubclass(noun, Enum)}
)


def pack(value: object) -> bytes:
    """Pickle a value, its length before it."""
    packed = io.BytesIO()
    pickler = pickle.Pickler(packed, protocol=5)
    pickler.dispatch_table = _REDUCTIONS
    pickler.dump(value)
    return LENGTH.pack(packed.tell()) + packed.getvalue()


def receive(stream: BinaryIO) -> Any:
    """Read the bot's next word in the reading process; None at the end. The bot is trusted."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    return pickle.loads(stream.read(LENGTH.unpack(head)[0]))  # noqa: S301 - from the process that started this one


def open_answer(packed: bytes, file: str) -> Answer:
    """Open what the reading process answered; raises the error that it tells of, FileDamaged (crash) for nonsense."""
    try:
        with _uncollected():
            kind, value = _Unpickler(io.BytesIO(packed)).load()
        if kind == "file" and len(value) == len(_ANSWER) and all(map(isinstance, value, _ANSWER)):
            answer: Answer = value
            return answer
        failed = _error(value, file)
    except (pickle.UnpicklingError, ValueError, TypeError, EOFError, AttributeError, IndexError):
        raise FileDamaged(file, "crash") from None
    raise failed


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from many new objects of which none is garbage: it would take half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def describe(failed: CommonplaceError) -> tuple[str, dict[str, Any]]:
    """Take an error apart, so that it can be sent: its class's name and its fields."""
    return type(failed).__name__, {name: getattr(failed, name) for name in failed.__dataclass_fields__}  # type: ignore[attr-defined]


def _error(value: tuple[str, dict[str, Any]], file: str) -> CommonplaceError:
    found = getattr(errors, value[0], None)
    if isinstance(found, type) and issubclass(found, ReadingError | CatalogBroken):
        made: CommonplaceError = found(**value[1])
        return made
    return FileDamaged(file, "crash")
