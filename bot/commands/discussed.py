"""`discussed`: what a community has talked about, text by text, and what it has not."""

from collections.abc import Sequence
from typing import Annotated

from bot.answers.quoting import shelf, still_there
from bot.commands.desk import Desk, counting
from bot.commands.desk.declaration import Suggest, Words, command
from bot.discussion.numbers import SourceStrip
from bot.model import Block, Reply, Request, Role, Text, Tone
from bot.words import Words as Sentences
from bot.words import words

_STRIPS = 8
"""So many texts are shown as strips at once; the others can be asked for by name."""
_LEAST, _WEIGHED = 3, 12
"""So many that were discussed least are quoted, and so many are looked at: not all are something to begin with."""


@command()
async def discussed(
    request: Request, desk: Desk, source: Annotated[str, Words(Suggest.SOURCES, 200)] | None = None
) -> Reply:
    """Show each text as a strip of its passages, and quote some that were discussed least. Raises NoTexts."""
    say = words(request.locale)
    shelf(desk.library)
    window = counting.window_of(request, desk, counting.EVER)
    strips = [await desk.insights.strip(window, source)] if source else await desk.insights.strips(window)
    least = await desk.insights.undiscussed(window, source, _WEIGHED)
    quotes = await counting.tastes(await _beginnings([ranked.passage for ranked in least], desk), desk, say)
    invited: tuple[Block, ...] = (Text(say.say("discussed-least"), Tone.TITLE), *quotes) if quotes else ()
    return Reply((*_strips(strips, say), *invited))


async def _beginnings(ids: Sequence[str], desk: Desk) -> list[str]:
    """Give those with which a discussion can begin: an interviewer's question without its answer is none."""
    passages = await still_there(desk.library, ids)
    return [one.id for one in passages if one.speaker.role not in (Role.INTERVIEWER, Role.EDITOR)][:_LEAST]


def _strips(strips: Sequence[SourceStrip], say: Sentences) -> tuple[Block, ...]:
    """Show the strips of those texts that were discussed most, or say that nothing was discussed in any of them."""
    if not any(strip.covered for strip in strips):
        one = strips[0].source.title if len(strips) == 1 else ""
        nothing = say.say("discussed-nothing-of", title=one) if one else say.say("discussed-nothing")
        return (Text(nothing, Tone.TITLE), Text(say.say("discussed-what"), Tone.NOTE))
    title = Text(say.say("discussed-title"), Tone.TITLE)
    drawn = tuple(counting.strip_of(strip, say) for strip in strips[:_STRIPS])
    left = len(strips) - len(drawn)
    covered = Text(
        say.say("discussed-covered", covered=sum(s.covered for s in strips), of=sum(s.passages for s in strips))
    )
    more = (Text(say.say("discussed-left", count=left), Tone.NOTE),) if left else ()
    return (title, covered, *drawn, *more, Text(say.say("discussed-what"), Tone.NOTE))
