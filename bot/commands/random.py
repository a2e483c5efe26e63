"""`random`: a passage to start from, drawn by chance."""

from typing import Annotated

from bot.answers.random import draw
from bot.answers.rights import left_today
from bot.clock import day
from bot.commands.desk import Desk, wording
from bot.commands.desk.declaration import Suggest, Words, command
from bot.model import Block, Reply, Request, Text, Tone
from bot.store.log import mint
from bot.words import words


@command()
async def random(
    request: Request, desk: Desk, source: Annotated[str, Words(Suggest.SOURCES, 200)] | None = None
) -> Reply:
    """Draw a passage, from all texts or from one."""
    say = words(request.locale)
    chosen = desk.library.source(source).source.id if source else None
    # The clock alone decides, so that `why` can tell how the passage was drawn.
    seed = int(desk.clock().timestamp() * 1_000_000)
    today, community = day(desk.clock()), request.community.id
    drawn = await draw(
        desk.library,
        source=chosen,
        seed=seed,
        without=desk.withholding.of(community),
        left=lambda text: left_today(text.rights, desk.spending.spent(community, text.id, today)),
    )
    answer = mint()
    blocks: tuple[Block, ...] = (
        Text(say.say("random-title", searched=drawn.trace.searched), Tone.TITLE),
        wording.quoted(drawn.excerpt, desk, say),
        wording.actions(drawn.excerpt.passage.id, answer, say),
    )
    return Reply(blocks, answer=answer, trace=drawn.trace, like=drawn.excerpt.passage.id)
