"""`quote`: the best passages for a question, varied over the texts."""

from typing import Annotated

from bot.answers.quote import POOL, Quoted
from bot.answers.quote import quote as find
from bot.commands.desk import Desk, wording
from bot.commands.desk.declaration import Number, Suggest, Words, command
from bot.model import Block, Reply, Request, Source, Text, Tone
from bot.search.question import terms_of
from bot.store.log import mint
from bot.words import Words as Sentences
from bot.words import words


@command()
async def quote(
    request: Request,
    desk: Desk,
    about: Annotated[str, Words(Suggest.TERMS)],
    source: Annotated[str, Words(Suggest.SOURCES, 200)] | None = None,
    speaker: Annotated[str, Words(Suggest.SPEAKERS, 100)] | None = None,
    count: Annotated[int, Number(1, 5)] = 3,
) -> Reply:
    """Find passages; `source` and `speaker` may be part of a name."""
    chosen = desk.library.source(source).source.id if source else None
    voice = desk.library.speaker(speaker) if speaker else None
    return await page(request, desk, about, chosen, voice, count)


async def page(
    request: Request,
    desk: Desk,
    about: str,
    source: str | None,
    speaker: str | None,
    count: int,
    offset: int = 0,
    bare: str | None = None,
) -> Reply:
    """Answer with the passages from `offset` on; `source` is an id, `speaker` a whole name, and `bare` what decides
    whether anything is about a question that is asked again.
    """
    say = words(request.locale)
    wanted = {"source": source, "speaker": speaker, "bare": bare}
    found = await find(desk.library, desk.index, about, count=count, offset=offset, **wanted)
    if not found.excerpts:
        return Reply(wording.nothing(found.found, about, desk, say, offset))
    answer = mint()
    silent = () if source or speaker or found.near else _silent(found, desk)
    title = wording.nearest(found.found, about, say) if found.near else (_told(found, about, offset, say),)
    blocks: tuple[Block, ...] = (
        *title,
        *wording.spellings(found.found, say),
        *(wording.quoted(excerpt, desk, say) for excerpt in found.excerpts),
        *wording.silent_note(silent, len(silent), say),
        *wording.changed_note(found.changed, say),
        wording.actions(wording.first_passage(found.excerpts), answer, say, following=found.following),
    )
    # With nothing chosen but how many, it follows from the texts alone; more of it is asked for once and not again.
    known = not (source or speaker or offset) and terms_of(about) == found.found.terms and not found.changed
    return Reply(blocks, answer=answer, trace=found.trace, repeatable=known)


def _told(found: Quoted, about: str, offset: int, say: Sentences) -> Text:
    return Text(_title(found, about, offset, say), Tone.TITLE)


def _title(found: Quoted, about: str, offset: int, say: Sentences) -> str:
    matches, passages = found.found.matches, len(found.found.matches) - found.joined
    shown = len(found.excerpts) - found.answering
    one_text = "quote-title-one" if found.found.searched == 1 else "quote-title"
    title = say.say(
        "quote-title-more" if offset else one_text,
        about=wording.echo(about, say, first=True),
        first=offset + 1,
        last=offset + shown,
        shown=shown,
        passages=passages,
        many="all" if shown == passages else "yes" if len(matches) >= POOL else "no",
        texts=len({match.source for match in matches}),
        searched=found.found.searched,
    )
    return title + say.say("quote-answers", answering=found.answering) if found.answering else title


def _silent(found: Quoted, desk: Desk) -> tuple[Source, ...]:
    """Name the texts that have no passage among all that were found, unless so many fit that nobody looked further."""
    if len(found.found.matches) >= POOL:
        return ()
    speaking = {match.source for match in found.found.matches}
    return tuple(entry.source for entry in desk.library.sources() if entry.source.id not in speaking)
