"""`commonplace privacy audit`: proof that what holds a person is what erasing clears."""

import asyncio
from typing import TYPE_CHECKING

from bot.cli.configuring import configured
from bot.cli.findings import print_findings
from bot.cli.outcome import language, out
from bot.store.auditing import Finding, audit

if TYPE_CHECKING:
    from bot.cli.arguments import Chosen


def run_audit(chosen: "Chosen") -> int:
    """Try it on a database like the real one, and print a table. The exit code is 1 where something is wrong."""
    findings = asyncio.run(audit(configured(chosen).database))
    say = language().say
    out(say("audit-title"))
    print_findings((say(f"audit-{finding.part}"), finding.good, _found(finding)) for finding in findings)
    return 0 if all(finding.good for finding in findings) else 1


def _found(finding: Finding) -> str:
    state = "good" if finding.good else "bad"
    wrong = ", ".join(finding.wrong)
    return language().say(f"audit-{finding.part}-{state}", count=finding.count, wrong=wrong)
