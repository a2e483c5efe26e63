"""`privacy`: what is kept, and for how long, read from the store's own declaration; not being heard; being erased."""

from typing import Annotated

from bot.commands.desk import Desk
from bot.commands.desk.declaration import OneOf, command
from bot.model import Consent, Facts, Reply, Request, Text, Tone
from bot.store.schema import TABLES, Keep, Table
from bot.words import Words as Sentences
from bot.words import words

_WISHES = {"opt-out": Consent.OUT, "opt-in": Consent.IN, "erase": Consent.ERASE}


@command(private=True)
async def privacy(request: Request, desk: Desk, choice: Annotated[str, OneOf(("show", *_WISHES))] = "show") -> Reply:
    """Tell of every table what it holds, grouped by how long that is kept; or take a wish."""
    say = words(request.locale)
    if choice in _WISHES:
        return _wished(_WISHES[choice], request, say)
    people = [table for table in TABLES if table.concerns_people]
    told = say.say("privacy-people", tables=len(people))
    groups = tuple(_kept(keep, desk, say) for keep in _asked_first() if any(t.keep is keep for t in TABLES))
    notes = (Text(say.say(f"privacy-{note}")) for note in ("never", "replies", "spotting", "erase"))
    # The list is long, and what somebody can do must not stand behind the end of a message.
    return Reply((Text(say.say("privacy-title"), Tone.TITLE), Text(told), *notes, *groups))


def _wished(wish: Consent, request: Request, say: Sentences) -> Reply:
    """Hand a wish to the platform, which alone knows who asked."""
    if request.platform == "terminal":
        return Reply((Text(say.say("privacy-erase-terminal" if wish is Consent.ERASE else "privacy-terminal")),))
    told = "privacy-erasing" if wish is Consent.ERASE else f"privacy-opted-{wish}"
    return Reply((Text(say.say(told)),), consent=wish)


def _asked_first() -> tuple[Keep, ...]:
    """What comes of asking is told before what belongs to the texts."""
    of_asking = (Keep.WISH, Keep.ANSWERS, Keep.DAYS, Keep.UNSET, Keep.ALWAYS)
    return (*of_asking, *(keep for keep in Keep if keep not in of_asking))


def _kept(keep: Keep, desk: Desk, say: Sentences) -> Facts:
    rows = tuple((table.name, _holds(table, say)) for table in TABLES if table.keep is keep)
    days = desk.log_days if keep is Keep.LOG else desk.keep_days
    return Facts(rows, say.say("privacy-kept", long=say.say(keep.message_id, days=days)))


def _holds(table: Table, say: Sentences) -> str:
    return say.say(table.message_id)
