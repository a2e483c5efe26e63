"""How the command line tells what happened: results on standard output, everything else on standard error."""

import os
import sys
import traceback
from pathlib import Path

from bot.errors import CatalogBroken, CommonplaceError, ConfigInvalid
from bot.words import Words, words

_FRAMES = 4


class Failed(Exception):
    """Something went wrong and was told already; only the exit code is left to say it."""


class _Spoken:
    """The language of this process's command line. One value for the process: it runs one command."""

    language: str | None = None


def speak(spoken: str | None) -> None:
    """Go on in this language: the one that the configuration sets, once that has been read (None: not yet)."""
    _Spoken.language = spoken


def language() -> Words:
    """The sentences in the configured language; before a configuration has been read, in the environment's."""
    return words(_Spoken.language or os.environ.get("COMMONPLACE_LANGUAGE", "en"))


def out(text: str) -> None:
    """Print a result."""
    sys.stdout.write(f"{text}\n")


def note(text: str) -> None:
    """Print something on the side, so that results can be piped on without it."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def remark(message: str, /, **values: str | int) -> None:
    """Print a sentence on the side, by its id."""
    note(language().say(message, **values))


def tell_system(error: OSError) -> None:
    """Say what the system refuses, such as output on a full disk, or a folder that is gone."""
    if error.strerror is None:
        tell_bug(error)
    else:
        what = f"{error.strerror}: {error.filename}" if error.filename else error.strerror
        note(language().say("cli-system", reason=what))


def tell_bug(error: Exception) -> None:
    """Say that the bot itself failed: the type of the error and where it happened, without the error's own words."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    where = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    note(language().say("cli-bug", error=type(error).__name__, where=where))


def tell(error: CommonplaceError) -> None:
    """Say what went wrong: one sentence; where a file has several problems, a line for each."""
    say = language()
    if isinstance(error, ConfigInvalid | CatalogBroken):
        kind = "config" if isinstance(error, ConfigInvalid) else "catalog"
        note(say.say(f"cli-problems-{kind}", file=error.file))
        for problem in error.problems:
            note(f"  {problem}")
    else:
        note(say.explain(error))
