"""`commonplace restore`: a copy that `backup` made takes the place of the database."""

import shutil
from typing import TYPE_CHECKING

from bot.cli.configuring import configured
from bot.cli.outcome import language, note, out
from bot.clock import now
from bot.store.restoring import restore as put

if TYPE_CHECKING:
    from bot.cli.arguments import Chosen


def restore(chosen: "Chosen") -> int:
    """Put the copy there; what is made from the database goes, and comes anew at the next start. Raises StoreErrors."""
    config, say = configured(chosen), language().say
    done = put(chosen.file, config.database, now())
    for folder in (config.index, config.index.with_name("quotations")):
        shutil.rmtree(folder, ignore_errors=True)
    out(say("cli-restored", file=str(chosen.file)))
    if done.former is not None:
        out(say("cli-restored-former", folder=str(done.former)))
    if not done.wishes:
        note(say("cli-restored-without-wishes"))
    return 0
