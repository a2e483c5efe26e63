"""The console that everything in the terminal is printed to."""

from typing import NoReturn

from rich.console import Console as RichConsole


class Console(RichConsole):
    """Rich's console; a reader who closed the pipe is an error to be handled at one place, not the process's end."""

    def __init__(self, *, stderr: bool = False, width: int | None = None) -> None:
        super().__init__(highlight=False, stderr=stderr, width=width)

    def on_broken_pipe(self) -> NoReturn:
        """Raise BrokenPipeError, which `bot.cli` ends quietly on; rich would leave with exit code 1."""
        raise BrokenPipeError
