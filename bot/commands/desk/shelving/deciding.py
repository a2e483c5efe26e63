"""Orphans: passages that were discussed here and stand in no text any more. What becomes of them, moderators say."""

from bot.commands.desk import wording
from bot.commands.desk.shelving.asked import Asked
from bot.errors import UnknownPassage
from bot.model import Facts, Reply, Text, Tone
from bot.store.orphans import Orphan

DECISIONS = ("keep", "redirect", "forget")
_LISTED = 20
_LONGEST = 200


async def orphans(asked: Asked) -> Reply:
    """List the orphans, or decide on one."""
    waiting = await asked.desk.orphans.waiting(asked.community)
    if asked.decision is None:
        return await _listed(waiting, asked)
    wanted = wording.bare_id(asked.needed(asked.passage or asked.text, "passage"))
    if all(orphan.passage != wanted for orphan in waiting):
        raise UnknownPassage
    return await _decided(wanted, asked.decision, asked)


async def _listed(waiting: list[Orphan], asked: Asked) -> Reply:
    if not waiting:
        return asked.told("texts-no-orphans")
    say = asked.say
    rows = [(orphan.passage, await _told(orphan, asked)) for orphan in waiting[:_LISTED]]
    title = Text(say.say("texts-orphans", count=len(waiting)), Tone.TITLE)
    return Reply((title, Facts(tuple(rows)), Text(say.say("texts-orphans-next"), Tone.NOTE)))


async def _told(orphan: Orphan, asked: Asked) -> str:
    """Say what an orphan said, as far as its former edition is kept, and what may be the same passage now."""
    last = await asked.desk.library.last_place(orphan.passage)
    said = " ".join(last[1].derive(last[0].spans).split()) if last is not None else ""
    short = said if len(said) <= _LONGEST else f"{said[:_LONGEST].rsplit(' ', 1)[0]} …"
    parts = [asked.say.say("texts-orphan-since", source=orphan.source, day=orphan.day)]
    if short:
        parts.append(asked.say.say("texts-orphan-said", said=short))
    if orphan.candidates:
        parts.append(asked.say.say("texts-orphan-candidates", passages=", ".join(orphan.candidates)))
    return " · ".join(parts)


async def _decided(passage: str, decision: str, asked: Asked) -> Reply:
    store, to = asked.desk.orphans, None
    if decision == "redirect":
        asked.curating()
        to = (await asked.desk.library.passages([wording.bare_id(asked.needed(asked.to, "to"))]))[0].id
        await store.redirect(passage, to, asked.desk.clock().date().isoformat())
        await asked.desk.withholding.renew()  # what is withheld stays so under its new id
    elif decision == "forget":
        await store.forget(asked.community, passage)
    else:
        await store.keep(asked.community, passage)
    await asked.noted(passage, f"{decision} {to}" if to else decision)
    return asked.told(f"texts-orphan-{decision}", passage=passage, to=to or "")
