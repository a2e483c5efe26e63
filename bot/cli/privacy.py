"""`commonplace privacy audit`: proof that what holds a person is what erasing clears."""

import asyncio
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text as Line

from bot.cli.configuring import configured
from bot.cli.outcome import language, out
from bot.platforms.shared.cleaning import safe
from bot.platforms.terminal.console import Console
from bot.store.auditing import Finding, audit

if TYPE_CHECKING:
    from bot.cli.arguments import Chosen


def run_audit(chosen: "Chosen") -> int:
    """Try it on a database like the real one, and print a table. The exit code is 1 where something is wrong."""
    findings = asyncio.run(audit(configured(chosen).database))
    out(language().say("audit-title"))
    _print(findings)
    return 0 if all(finding.good for finding in findings) else 1


def _print(findings: list[Finding]) -> None:
    say = language().say
    table = Table(box=None, pad_edge=False, show_header=False)
    for finding in findings:
        state = "good" if finding.good else "bad"
        found = say(f"audit-{finding.part}-{state}", count=finding.count, wrong=", ".join(finding.wrong))
        shown = Line(say(f"cli-check-{state}"), "green" if finding.good else "bold red")
        table.add_row(Line(say(f"audit-{finding.part}"), "bold"), shown, Line(safe(found)))
    Console().print(table)
