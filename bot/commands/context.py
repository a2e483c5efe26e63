"""`context`: a passage among its neighbours."""

from typing import Annotated

from bot.answers.context import Context
from bot.answers.context import context as surround
from bot.commands.desk import Desk, wording
from bot.commands.desk.declaration import Number, Suggest, Words, command
from bot.model import Actions, Block, Reply, Request, Text, Tone
from bot.store.log import mint
from bot.words import Words as Sentences
from bot.words import words


@command()
async def context(
    request: Request,
    desk: Desk,
    passage: Annotated[str, Words(Suggest.PASSAGES, 500)],
    before: Annotated[int, Number(0, 5)] = 1,
    after: Annotated[int, Number(0, 5)] = 1,
) -> Reply:
    """Show the passage with those before and after it; `passage` may be a whole citation that was copied."""
    say = words(request.locale)
    # A passage that was split since is shown by its first part.
    asked = (await desk.library.passages([wording.bare_id(passage)]))[0]
    found = await surround(desk.library, asked.id, before=before, after=after)
    shelved = desk.library.source(asked.source)
    answer = mint()
    places = [excerpt.passage.number for excerpt in found.excerpts]
    title = say.say(
        "context-title",
        title=wording.title_line(shelved.source),
        first=min(places),
        last=max(places),
        shown=len(places),
        of=shelved.passages,
    )
    quotes = (
        wording.quoted(excerpt, desk, say, focus=at == found.focus, titled=False)
        for at, excerpt in enumerate(found.excerpts)
    )
    blocks: tuple[Block, ...] = (Text(title, Tone.TITLE), *quotes, _actions(found, asked.id, answer, say))
    return Reply(blocks, answer=answer, trace=found.trace)


def _actions(found: Context, asked: str, answer: str, say: Sentences) -> Actions:
    """Offer to read on in both directions, besides what every answer offers."""
    on = [
        wording.context_action(passage, say.say(label))
        for passage, label in ((found.earlier, "action-earlier"), (found.later, "action-later"))
        if passage is not None
    ]
    rest = wording.actions(asked, answer, say).actions[1:]
    return Actions((*on, *rest))
