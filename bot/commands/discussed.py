"""`discussed`: what a community has talked about, text by text, and what it has not."""

from typing import Annotated

from bot.answers.quoting import shelf
from bot.commands.desk import Desk, counting
from bot.commands.desk.declaration import Suggest, Words, command
from bot.discussion.numbers import SourceStrip
from bot.model import Block, Reply, Request, Text, Tone
from bot.words import Words as Sentences
from bot.words import words

_STRIPS = 8
"""So many texts are shown as strips at once; the others can be asked for by name."""
_LEAST = 3


@command()
async def discussed(
    request: Request, desk: Desk, source: Annotated[str, Words(Suggest.SOURCES, 200)] | None = None
) -> Reply:
    """Show each text as a strip of its passages, and quote some that were discussed least. Raises NoTexts."""
    say = words(request.locale)
    shelf(desk.library)
    window = counting.window_of(request, desk, counting.EVER)
    names = [source] if source else [shelved.source.id for shelved in desk.library.sources()]
    strips = [await desk.insights.strip(window, name) for name in names[:_STRIPS]]
    least = await desk.insights.undiscussed(window, source, _LEAST)
    quotes = await counting.tastes([ranked.passage for ranked in least], desk, say)
    invited: tuple[Block, ...] = (Text(say.say("discussed-least"), Tone.TITLE), *quotes) if quotes else ()
    return Reply((*_strips(strips, len(names) - len(strips), say), *invited))


def _strips(strips: list[SourceStrip], left: int, say: Sentences) -> tuple[Block, ...]:
    """Show strips, or say that nothing was discussed in any of them."""
    if not any(strip.covered for strip in strips) and not left:
        return (Text(say.say("discussed-nothing"), Tone.TITLE), Text(say.say("discussed-what"), Tone.NOTE))
    title = Text(say.say("discussed-title"), Tone.TITLE)
    drawn = tuple(counting.strip_of(strip, say) for strip in strips)
    covered = Text(
        say.say("discussed-covered", covered=sum(s.covered for s in strips), of=sum(s.passages for s in strips))
    )
    more = (Text(say.say("discussed-left", count=left), Tone.NOTE),) if left else ()
    return (title, covered, *drawn, *more, Text(say.say("discussed-what"), Tone.NOTE))
