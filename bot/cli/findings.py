"""What was looked over, as a table: what, whether it is well, and what was found."""

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text as Line

from bot.cli.outcome import language
from bot.platforms.shared.cleaning import safe
from bot.platforms.terminal.console import Console


def print_findings(rows: Iterable[tuple[str, bool, str]]) -> None:
    """Print a line for each (name, whether it is well, what was found); the words are ready to be shown."""
    say = language().say
    table = Table(box=None, pad_edge=False, show_header=False)
    for name, good, found in rows:
        state = Line(say("cli-check-good"), "green") if good else Line(say("cli-check-bad"), "bold red")
        table.add_row(Line(name, "bold"), state, Line(safe(found)))
    Console().print(table)
