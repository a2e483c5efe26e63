"""`concordance`: every occurrence of a word in its line of context."""

from typing import Annotated

from bot.answers.concordance import Concordance, keyword_line
from bot.answers.concordance import concordance as look_up
from bot.commands.desk import Desk, wording
from bot.commands.desk.declaration import Suggest, Words, command
from bot.model import Block, Reply, Request, Text, Tone
from bot.store.log import mint
from bot.words import Words as Sentences
from bot.words import words


@command()
async def concordance(
    request: Request,
    desk: Desk,
    term: Annotated[str, Words(Suggest.TERMS, 100)],
    source: Annotated[str, Words(Suggest.SOURCES, 200)] | None = None,
) -> Reply:
    """List where a word, a phrase or `begin*` stands, in the order of reading."""
    chosen = desk.library.source(source).source.id if source else None
    return await page(request, desk, term, chosen)


async def page(request: Request, desk: Desk, term: str, source: str | None, offset: int = 0) -> Reply:
    """Answer with the lines from `offset` on; `source` is an id."""
    say = words(request.locale)
    found = await look_up(desk.library, desk.index, term, source=source, offset=offset)
    if not found.lines:
        missing = "nothing-more" if offset and found.total else "concordance-nothing"
        told = say.say(missing, term=wording.echo(term, say, first=True), searched=found.searched)
        return Reply((Text(told, Tone.TITLE), *wording.changed_note(found.changed, say)))
    answer = mint()
    blocks: tuple[Block, ...] = (
        Text(_title(found, term, offset, say), Tone.TITLE),
        *(keyword_line(line, line.passage.id) for line in found.lines),
        *wording.changed_note(found.changed, say),
        wording.actions(found.lines[0].passage.id, answer, say, following=found.following),
    )
    return Reply(blocks, answer=answer, trace=found.trace)


def _title(found: Concordance, term: str, offset: int, say: Sentences) -> str:
    return say.say(
        "concordance-title",
        term=wording.echo(term, say, first=True),
        first=offset + 1,
        last=offset + len(found.lines),
        total=found.total,
        many="yes" if found.at_least else "no",
        passages=found.in_passages,
        searched=found.searched,
    )
