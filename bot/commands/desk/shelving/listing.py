"""What texts there are, and what this community wants of them."""

from collections.abc import Iterator

from bot.commands.desk import wording
from bot.commands.desk.shelving.asked import Asked
from bot.model import Block, Facts, Reply, Text, Tone
from bot.search import Shelved

_LISTED = 60
_IDS = 20


async def shelf(asked: Asked) -> Reply:
    """List the texts, those that are withdrawn, and what is withheld and weighed here."""
    say, desk = asked.say, asked.desk
    texts = desk.library.sources()
    weights = await desk.withholding.weights(asked.community)
    rows = tuple((text.source.id, _line(text, weights.get(text.source.id), asked)) for text in texts[:_LISTED])
    title = Text(say.say("texts-title", count=len(texts)), Tone.TITLE)
    return Reply((title, *((Facts(rows),) if rows else ()), *_besides(asked, len(texts) - len(rows))))


def _line(text: Shelved, percent: int | None, asked: Asked) -> str:
    say = asked.say
    parts = [
        text.source.title,
        say.say("texts-size", passages=text.passages, words=text.words),
        wording.standpoint_line(text.source, say) or say.say("texts-unlabelled"),
        *([say.say("texts-weighs", percent=percent)] if percent is not None else []),
    ]
    return " · ".join(parts)


def _besides(asked: Asked, more: int) -> Iterator[Block]:
    say = asked.say
    if more > 0:
        yield Text(say.say("texts-more", count=more), Tone.NOTE)
    gone = asked.desk.texts.withdrawn()
    if gone:
        rows = tuple((text.source.id, text.source.title) for text in gone[:_LISTED])
        yield Facts(rows, say.say("texts-withdrawn-title"))
    withheld = sorted(asked.desk.withholding.of(asked.community))
    if withheld:
        told = ", ".join(withheld[:_IDS])
        yield Text(say.say("texts-withheld-here", count=len(withheld), passages=told), Tone.NOTE)
