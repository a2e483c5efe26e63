"""`random`: a passage to start from, drawn by chance."""

from typing import Annotated

from bot.answers.random import Drawn, draw
from bot.answers.rights import left_today
from bot.clock import day
from bot.commands.desk import Desk, wording
from bot.commands.desk.declaration import Suggest, Words, command
from bot.model import Block, Reply, Request, Text, Tone
from bot.store.log import mint
from bot.words import words


async def _drawn(request: Request, desk: Desk, source: str | None = None) -> Drawn:
    """Draw a passage that may be quoted here today."""
    chosen = desk.library.source(source).source.id if source else None
    # The clock alone decides, so that `why` can tell how the passage was drawn.
    seed = int(desk.clock().timestamp() * 1_000_000)
    today, community = day(desk.clock()), request.community.id
    return await draw(
        desk.library,
        source=chosen,
        seed=seed,
        without=desk.withholding.of(community),
        left=lambda text: left_today(text.rights, desk.spending.spent(community, text.id, today)),
    )


@command(drawing=_drawn)
async def random(
    request: Request,
    desk: Desk,
    source: Annotated[str, Words(Suggest.SOURCES, 200)] | None = None,
    *,
    drawn: Drawn | None = None,
) -> Reply:
    """Draw a passage, from all texts or from one."""
    say, answer = words(request.locale), mint()
    drawn = drawn or await _drawn(request, desk, source)
    excerpt = drawn.excerpt
    blocks: tuple[Block, ...] = (
        Text(say.say("random-title", searched=drawn.trace.searched), Tone.TITLE),
        wording.quoted(excerpt, desk, say),
        wording.actions(excerpt.passage.id, answer, say),
    )
    return Reply(blocks, answer=answer, trace=drawn.trace, repeatable=True, like=excerpt.passage.id)
