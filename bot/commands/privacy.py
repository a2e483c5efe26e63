"""`privacy`: what is kept, and for how long, read from the store's own declaration."""

from bot.commands.desk import Desk
from bot.commands.desk.declaration import command
from bot.model import Facts, Reply, Request, Text, Tone
from bot.store.schema import TABLES, Keep, Table
from bot.words import Words as Sentences
from bot.words import words


@command(private=True)
async def privacy(request: Request, desk: Desk) -> Reply:
    """Tell of every table what it holds, grouped by how long that is kept."""
    say = words(request.locale)
    people = [table for table in TABLES if table.concerns_people]
    told = say.say("privacy-people", tables=len(people)) if people else say.say("privacy-nobody")
    groups = tuple(_kept(keep, desk, say) for keep in _asked_first() if any(t.keep is keep for t in TABLES))
    return Reply((Text(say.say("privacy-title"), Tone.TITLE), Text(told), *groups, Text(say.say("privacy-never"))))


def _asked_first() -> tuple[Keep, ...]:
    """What comes of asking is told before what belongs to the texts."""
    of_asking = (Keep.ANSWERS, Keep.DAYS, Keep.UNSET, Keep.ALWAYS)
    return (*of_asking, *(keep for keep in Keep if keep not in of_asking))


def _kept(keep: Keep, desk: Desk, say: Sentences) -> Facts:
    rows = tuple((table.name, _holds(table, say)) for table in TABLES if table.keep is keep)
    return Facts(rows, say.say("privacy-kept", long=say.say(keep.message_id, days=desk.keep_days)))


def _holds(table: Table, say: Sentences) -> str:
    return say.say(table.message_id)
