"""What moderators want of passages and texts in their own community."""

from bot.commands.desk import wording
from bot.commands.desk.shelving.asked import Asked
from bot.errors import ArgumentMissing, AskingError
from bot.model import Reply


async def withhold(asked: Asked) -> Reply:
    """Show a passage here no more."""
    passage = await asked.given_passage()
    if not await asked.desk.withholding.withhold(asked.community, passage.id):
        return asked.told("texts-withheld-already", passage=passage.id)
    await asked.noted(passage.id)
    return asked.told("texts-withheld", passage=passage.id)


async def release(asked: Asked) -> Reply:
    """Show a passage here again, even one whose text is gone meanwhile."""
    pasted = wording.bare_id(asked.needed(asked.passage or asked.text, "passage"))
    try:
        wanted = (await asked.given_passage()).id
    except AskingError:
        wanted = pasted
    for passage in dict.fromkeys((pasted, wanted)):
        if await asked.desk.withholding.release(asked.community, passage):
            await asked.noted(passage)
            return asked.told("texts-released", passage=passage)
    return asked.told("texts-not-withheld", passage=pasted)


async def weigh(asked: Asked) -> Reply:
    """Let a text's passages of the day come more or less often here."""
    source = asked.desk.library.source(asked.needed(asked.text, "text")).source
    if asked.percent is None:
        raise ArgumentMissing("texts", "percent")
    await asked.desk.withholding.weigh(asked.community, source.id, asked.percent)
    await asked.noted(source.id, str(asked.percent))
    return asked.told("texts-weighed", title=source.title, percent=asked.percent)
