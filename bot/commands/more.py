"""`more`: an answer goes on where it stopped, also after the bot was started again."""

from datetime import date
from typing import Annotated

from bot.answers.why import again
from bot.commands import compare, concordance, quote
from bot.commands.desk import Desk, wording
from bot.commands.desk.declaration import Number, Words, command
from bot.errors import UnknownAnswer
from bot.model import Reply, Request, Text, Tone, Trace
from bot.words import words

_FURTHEST = 100_000


@command()
async def more(
    request: Request,
    desk: Desk,
    answer: Annotated[str, Words(longest=40)],
    offset: Annotated[int, Number(0, _FURTHEST)] = 0,
) -> Reply:
    """Ask again what is kept of the answer, from `offset` on (left out: from where the answer ended)."""
    kept = await desk.answers.load(wording.bare_id(answer), request.community.id)
    if kept is None:
        raise UnknownAnswer(desk.keep_days)
    trace = kept[0]
    return await _page(request, desk, trace, offset or _end(trace))


def _end(trace: Trace) -> int:
    chosen = dict(trace.choices)
    page = chosen.get("count") or chosen.get("limit") or str(len({hit.passage for hit in trace.hits}))
    return int(chosen.get("offset", "0")) + int(page)


async def _page(request: Request, desk: Desk, trace: Trace, offset: int) -> Reply:
    chosen = dict(trace.choices)
    about = " ".join(trace.terms)
    source = chosen.get("source")
    match trace.command if about else "":
        case "quote":
            speaker, count = chosen.get("speaker"), int(chosen.get("count", "3"))
            return await quote.page(request, desk, about, source, speaker, count, offset, again(chosen))
        case "compare":
            return await compare.page(request, desk, about, date.fromisoformat(chosen["day"]), offset)
        case "concordance":
            return await concordance.page(request, desk, about, source, offset)
        case _:
            return Reply((Text(words(request.locale).say("more-nothing"), Tone.PLAIN),))
