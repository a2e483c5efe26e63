"""What the process writes to standard error: events and numbers, never what members wrote, never a secret.

On the standard library alone: what a start has to load, everybody waits for (docs/decisions/006).
"""

import json
import logging
import sys
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.config import Log

_MASK = "********"
_VALUES = "commonplace_values"
_FRAMES = 6
_WIDTH = 30
_COLOURS = {"debug": "\x1b[2m", "info": "\x1b[32m", "warning": "\x1b[33m", "error": "\x1b[31m", "critical": "\x1b[31m"}
_PLAIN = "\x1b[0m"

# Libraries at "info" and below print requests and payloads, which are not ours to keep.
_QUIET = ("discord", "aiosqlite", "asyncio", "aiohttp", "pypdf", "trafilatura", "htmldate", "charset_normalizer")


class EventLogger:
    """Tells what happened in a module: an event in fixed words, and values that concern nobody."""

    def __init__(self, name: str) -> None:
        self._logger = logging.getLogger(name)

    def debug(self, event: str, /, **values: object) -> None:
        """Tell what only a developer wants to know."""
        self._tell(logging.DEBUG, event, values)

    def info(self, event: str, /, **values: object) -> None:
        """Tell what went as it should."""
        self._tell(logging.INFO, event, values)

    def warning(self, event: str, /, **values: object) -> None:
        """Tell what an operator may want to look at."""
        self._tell(logging.WARNING, event, values)

    def error(self, event: str, /, *, exc_info: BaseException | None = None, **values: object) -> None:
        """Tell what failed."""
        self._tell(logging.ERROR, event, values, exc_info)

    def exception(self, event: str, /, **values: object) -> None:
        """Tell what failed, with the type and the place of the error that is being handled."""
        self._tell(logging.ERROR, event, values, sys.exc_info()[1])

    def _tell(self, level: int, event: str, values: Mapping[str, object], failure: BaseException | None = None) -> None:
        if self._logger.isEnabledFor(level):
            # What the error itself says goes no further than here, whoever else listens to the log.
            told = {**values, **_frames_only(failure)}
            # The event is no format: a % in it stands for itself.
            self._logger.log(level, "%s", event, extra={_VALUES: told})


def get_logger(name: str) -> EventLogger:
    """Give the logger of a module, by the module's name."""
    return EventLogger(name)


class _Form(logging.Formatter):
    """Writes a record, ours or a library's, as one line with secrets masked."""

    def __init__(self, form: str, secrets: tuple[str, ...], *, colours: bool) -> None:
        super().__init__()
        self._form = _json if form == "json" else _coloured if colours else _console
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        event = {
            "event": self._masked(record.getMessage()),
            **{name: self._masked(value) for name, value in getattr(record, _VALUES, {}).items()},
            "level": record.levelname.lower(),
            "logger": record.name,
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat().replace("+00:00", "Z"),
            **_frames_only(record.exc_info[1] if record.exc_info else None),
        }
        # Once more over the whole: a secret may stand inside of a list, or in the name of a value.
        return str(self._masked(self._form(event)))

    def _masked(self, value: object) -> object:
        if isinstance(value, str):
            for secret in self._secrets:
                value = value.replace(secret, _MASK)
        return value


def _frames_only(error: BaseException | None) -> dict[str, str]:
    """Tell where something failed and with which type of error, not its message: that may hold what was written."""
    if error is None:
        return {}
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    return {"error": type(error).__name__, "where": where}


def _json(event: Mapping[str, object]) -> str:
    return json.dumps(event, ensure_ascii=False, default=repr)


def _console(event: Mapping[str, object]) -> str:
    """Write `time [level] event   name=value …`, all in one line whatever a library says."""
    left = {name: value for name, value in event.items() if name not in ("event", "level", "timestamp")}
    told = " ".join(str(event["event"]).splitlines())
    values = " ".join(f"{name}={_plain(value)}" for name, value in left.items())
    return f"{event['timestamp']} [{event['level']:<8}] {told:<{_WIDTH}} {values}"


def _coloured(event: Mapping[str, object]) -> str:
    level = str(event["level"])
    line = _console(event)
    return line.replace(f"[{level}", f"[{_COLOURS.get(level, '')}{level}{_PLAIN}", 1)


def _plain(value: object) -> str:
    text = str(value)
    return text if text.isprintable() and " " not in text else repr(text)


def configure(log: "Log", secrets: tuple[str, ...] = ()) -> None:
    """Set up logging for the process: ours and the libraries', in one form, with secrets masked."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Form(log.format, secrets, colours=sys.stderr.isatty()))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(log.level.upper())
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
