"""What can be taken away as a file, and the way to the page."""

from bot.clock import day
from bot.commands.desk import counting
from bot.commands.desk.reviewing.asked import Asked, aside, title
from bot.discussion.exporting import Record, annotations, plain, table
from bot.model import Attachment, Block, Reply, Text

_MOST = 5_000
"""Passages in one file."""

_MEDIA = {"csv": "text/csv", "json": "application/json", "annotations": "application/ld+json"}
_ENDINGS = {"csv": "csv", "json": "json", "annotations": "jsonld"}


async def export(asked: Asked) -> Reply:
    """Give what was discussed and noted as a file; where there is nothing, say so."""
    say = asked.say
    records = await _records(asked)
    if not records:
        return Reply((title(say.say("export-nothing")), aside(asked.narrowed())))
    data, notes = await _written(records[:_MOST], asked)
    if len(records) > _MOST:
        notes.append(aside(say.say("export-cut", most=_MOST)))
    await asked.noted("export", asked.format, None)
    name = f"discussed-{day(asked.desk.clock())}.{_ENDINGS[asked.format]}"
    file = Attachment(name, _MEDIA[asked.format], data, say.say("export-alt", passages=min(len(records), _MOST)))
    return Reply((title(say.say("export-title")), file, aside(asked.narrowed()), *notes))


async def _written(records: list[Record], asked: Asked) -> tuple[bytes, list[Block]]:
    say = asked.say
    if asked.format == "csv":
        return table(records), []
    if asked.format == "json":
        return plain(records), []

    def told(record: Record) -> str:
        """Say how often a passage was discussed."""
        return say.say("export-discussed", times=counting.number(record.ranked.count, say))

    made = await annotations(records, asked.desk.library, told)
    notes: list[Block] = []
    if made.placed:
        notes.append(aside(say.say("export-placed", count=made.placed)))
    if made.left_out:
        notes.append(aside(say.say("export-left-out", count=made.left_out)))
    return made.data, notes


async def _records(asked: Asked) -> list[Record]:
    """Gather the passages that were discussed in the window, the most first, and then others that have a review."""
    discussed = await asked.desk.insights.top(asked.window, _MOST + 1, asked.source)
    reviews = await asked.reviews()
    known = {ranked.passage for ranked in discussed}
    others = await asked.desk.insights.of(asked.window, [passage for passage in reviews if passage not in known])
    source = asked.desk.library.source(asked.source).source.id if asked.source else None
    every = [*discussed, *(ranked for ranked in others if source in (None, ranked.source.id))]
    return [Record(ranked, review) for ranked, review in await asked.wanted(every)]


async def page(asked: Asked) -> Reply:
    """Ask the platform for a link to the moderators' page: only it knows who asks."""
    await asked.noted("page", None, None)
    return Reply((Text(asked.say.say("review-page")),), page=True)
