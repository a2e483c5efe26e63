"""Adding, updating, withdrawing and restoring texts: for everybody whom the bot serves."""

from collections.abc import Iterator

from bot.commands.desk.shelving.asked import Asked
from bot.commands.desk.shelving.bringing import bring, changes, orphaned
from bot.commands.desk.shelving.correcting import offered
from bot.commands.desk.shelving.weighing import Shares, effect, shares
from bot.errors import ArgumentUnneeded
from bot.model import Block, Reply, Source, Text, Tone


async def add(asked: Asked) -> Reply:
    """Add a text or many, and say what that does to the balance."""
    asked.curating()
    files, say = asked.given_files(), asked.say
    if asked.many(files):
        return await bring(asked, files, updating=False)
    before = shares(asked.desk, say)
    source = await asked.desk.texts.add(files[0], asked.title, asked.standpoint, say.say("texts-labelled-by"))
    await asked.noted(source.id, source.standpoint.label if source.standpoint else None)
    passages = asked.desk.library.source(source.id).passages
    told = say.say("texts-added", title=source.title, source=source.id, passages=passages)
    return Reply((Text(told, Tone.TITLE), *_unlabelled(source, asked), *effect(before, shares(asked.desk, say), say)))


async def update(asked: Asked) -> Reply:
    """Give a text or many a new edition, and say what became of the passages."""
    asked.curating()
    files, say = asked.given_files(), asked.say
    if asked.many(files):
        return await bring(asked, files, updating=True)
    wanted, before = asked.needed(asked.text, "text"), shares(asked.desk, say)
    if asked.title is not None:
        raise ArgumentUnneeded("title", say.say("texts-update-not-with"))
    done = await asked.desk.texts.update(wanted, files[0], asked.standpoint, say.say("texts-labelled-by"))
    await asked.noted(done.source.id, asked.standpoint)
    told = say.say("texts-updated", title=done.source.title, source=done.source.id)
    blocks: list[Block] = [Text(told, Tone.TITLE)]
    if asked.standpoint is not None and done.source.standpoint is not None:
        blocks.append(Text(say.say("texts-relabelled", standpoint=done.source.standpoint.label)))
    blocks.append(changes(done.changes, say))
    blocks += await orphaned(asked, {done.source.id})
    blocks += await offered(asked, done.source.id)
    return Reply((*blocks, *effect(before, shares(asked.desk, say), say)))


async def withdraw(asked: Asked) -> Reply:
    """Take a text out of every answer."""
    asked.curating()
    before = shares(asked.desk, asked.say)
    source = await asked.desk.texts.withdraw(asked.needed(asked.text, "text"))
    return await _done(asked, source, before, "texts-withdrawn")


async def restore(asked: Asked) -> Reply:
    """Bring a withdrawn text back."""
    asked.curating()
    before = shares(asked.desk, asked.say)
    source = await asked.desk.texts.restore(asked.needed(asked.text, "text"))
    return await _done(asked, source, before, "texts-restored")


async def _done(asked: Asked, source: Source, before: Shares, message: str) -> Reply:
    await asked.noted(source.id)
    told = asked.say.say(message, title=source.title, source=source.id)
    after = shares(asked.desk, asked.say)
    return Reply((Text(told, Tone.TITLE), *effect(before, after, asked.say)))


def _unlabelled(source: Source, asked: Asked) -> Iterator[Text]:
    """Say of a text without a standpoint that it has none, and how it gets one."""
    if source.standpoint is None:
        yield Text(asked.say.say("texts-label-it", source=source.id), Tone.NOTE)
