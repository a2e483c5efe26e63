"""The command `commonplace`. What a subcommand needs is imported when it runs, so that `--help` is there at once.

Exit codes: 0 done or answered, 1 something went wrong and was said, 2 the command line was not understood,
78 the configuration or a token is refused, so that starting again is useless (EX_CONFIG of sysexits.h),
130 interrupted.
"""

import io
import os
import sys
from collections.abc import Sequence

from bot.cli.arguments import understood
from bot.cli.outcome import Failed, speak, tell, tell_bug
from bot.errors import CommonplaceError, ConfigInvalid, PlatformError

REFUSED = 78


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code. Errors that a person may meet become lines on standard error."""
    _forgive_output()
    speak(None)
    try:
        chosen = understood(arguments)
        return chosen.run(chosen)
    except CommonplaceError as error:
        tell(error)
        return REFUSED if isinstance(error, ConfigInvalid | PlatformError) else 1
    except Failed:
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _closed_pipe()
    except Exception as error:  # noqa: BLE001 - a mistake of ours is told in a line, too
        tell_bug(error)
        return 1


def _forgive_output() -> None:
    """Print what the terminal's encoding lacks as `?`, and read what it can't decode so, instead of failing."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _closed_pipe() -> int:
    """Whoever read our output has seen enough (`| head`). Python would complain once more when it flushes at exit."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, sys.stdout.fileno())
    return 0
