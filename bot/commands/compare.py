"""`compare`: what each text says to a question, side by side."""

from datetime import date
from typing import Annotated

from bot.answers.comparison import Comparison
from bot.answers.comparison import compare as set_side_by_side
from bot.answers.quoting import Part
from bot.commands.desk import Desk, wording
from bot.commands.desk.declaration import Suggest, Words, command
from bot.model import Block, Column, Columns, Reply, Request, Text, Tone
from bot.store.log import mint
from bot.words import Words as Sentences
from bot.words import words


@command()
async def compare(request: Request, desk: Desk, about: Annotated[str, Words(Suggest.TERMS)]) -> Reply:
    """Compare the texts; each has the same number of words, and the order changes from day to day."""
    return await page(request, desk, about, desk.clock().date())


async def page(request: Request, desk: Desk, about: str, day: date, offset: int = 0) -> Reply:
    """Answer with the texts from `offset` on, in the order of that day."""
    say = words(request.locale)
    found = await set_side_by_side(desk.library, desk.index, about, offset=offset, day=day)
    if not found.sides:
        return Reply(
            (*wording.nothing(found.found, about, desk, say, offset), *wording.changed_note(found.changed, say))
        )
    answer = mint()
    excerpts = [excerpt for side in found.sides for excerpt in side.excerpts]
    first = wording.first_passage(excerpts)
    blocks: tuple[Block, ...] = (
        Text(_title(found, about, offset, say), Tone.TITLE),
        *wording.spellings(found.found, say),
        Columns(tuple(_column(side, found.budget, desk, say) for side in found.sides)),
        *wording.silent_note(found.silent, found.silent_count, say),
        *wording.changed_note(found.changed, say),
        Text(say.say("compare-fair", words=found.budget), Tone.NOTE),
        wording.actions(first, answer, say, following=found.following),
    )
    return Reply(blocks, answer=answer, trace=found.trace)


def _title(found: Comparison, about: str, offset: int, say: Sentences) -> str:
    return say.say(
        "compare-title-more" if offset else "compare-title",
        about=wording.echo(about, say, first=True),
        first=offset + 1,
        last=offset + len(found.sides),
        shown=len(found.sides),
        fitting=found.fitting,
        searched=found.found.searched,
    )


def _column(side: Part, budget: int, desk: Desk, say: Sentences) -> Column:
    quotes = tuple(wording.quoted(excerpt, desk, say, titled=False) for excerpt in side.excerpts)
    note = None if quotes else say.say("compare-too-long", words=budget)
    return Column(wording.heading_line(side.source, say), quotes, note)
