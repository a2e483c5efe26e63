"""The command `commonplace`. What a subcommand needs is imported when it runs, so that `--help` is there at once.

Exit codes: 0 done or answered, 1 something went wrong and was said, 2 the command line was not understood,
78 the configuration or a token is refused, so that starting again is useless (EX_CONFIG of sysexits.h),
130 interrupted.
"""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from bot.cli.arguments import understood
from bot.cli.outcome import Failed, speak, tell, tell_bug, tell_system
from bot.errors import CommonplaceError, ConfigInvalid, PlatformError
from bot.processors import be_modest

REFUSED = 78


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code. Errors that a person may meet become lines on standard error."""
    _forgive_output()
    be_modest()
    speak(None)
    try:
        chosen = understood(arguments)
        code = chosen.run(chosen)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except CommonplaceError as error:
        tell(error)
        return REFUSED if isinstance(error, ConfigInvalid | PlatformError) else 1
    except Failed:
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _drop_output()
        return 0
    except OSError as error:
        tell_system(error)
        _drop_output()
        return 1
    except Exception as error:  # noqa: BLE001 - a mistake of ours is told in a line, too
        tell_bug(error)
        return 1


def _forgive_output() -> None:
    """Print what the terminal's encoding lacks as `?`, and read what it can't decode so, instead of failing."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _drop_output() -> None:
    """Forget what can't be printed any more (`| head`, a full disk): Python would complain once more at its end."""
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
