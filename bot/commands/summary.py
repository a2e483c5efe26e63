"""`summary`: what the texts say, in sentences quoted from them."""

from collections.abc import Iterator
from typing import Annotated

from bot.answers.summary import LENGTHS, Summary
from bot.answers.summary import summary as sum_up
from bot.commands.desk import Desk, wording
from bot.commands.desk.declaration import Number, OneOf, Suggest, Words, command
from bot.model import Block, Column, Columns, Reply, Request, Text, Tone
from bot.store.log import mint
from bot.words import Words as Sentences
from bot.words import words as sentences

FEWEST, MOST = 20, 500
"""Words that a summary may have."""


@command()
async def summary(
    request: Request,
    desk: Desk,
    about: Annotated[str, Words(Suggest.TERMS)] | None = None,
    source: Annotated[str, Words(Suggest.SOURCES, 200)] | None = None,
    length: Annotated[str, OneOf(("short", "medium", "long"))] = "medium",
    words: Annotated[int, Number(FEWEST, MOST)] | None = None,
    compare: Annotated[str, OneOf(("yes", "no"))] = "no",
) -> Reply:
    """Sum up all texts or one, on a subject or on what they speak of most; `words` says exactly how long."""
    say = sentences(request.locale)
    chosen = desk.library.source(source).source.id if source else None
    # Where there are more texts than a summary holds, each day begins with others.
    turn = desk.clock().toordinal()
    most, apart = words or LENGTHS[length], compare == "yes"
    found = await sum_up(desk.library, desk.index, about, source=chosen, words=most, turn=turn, apart=apart)
    if not found.parts:
        if found.capped:  # no sentence is so short
            return Reply(tuple(_capped(found, say)))
        if found.found is not None and found.found.matches:
            told = say.say("summary-nothing-about", about=wording.echo(about or "", say))
            return Reply((Text(told, Tone.TITLE), *wording.spellings(found.found, say)))
        if found.found is not None:
            return Reply(wording.nothing(found.found, about or "", desk, say))
        return Reply((Text(say.say("summary-nothing"), Tone.TITLE), *wording.changed_note(found.changed, say)))
    answer = mint()
    excerpts = [excerpt for part in found.parts for excerpt in part.excerpts]
    blocks: tuple[Block, ...] = (
        *_told(found, about, say),
        *(wording.spellings(found.found, say) if found.found else ()),
        *(_columns(found, desk, say) if found.each is not None else _parts(found, desk, say)),
        *_unheard(found, say),
        *_left_out(found, say),
        *_capped(found, say),
        *wording.changed_note(found.changed, say),
        wording.actions(wording.first_passage(excerpts), answer, say),
    )
    return Reply(blocks, answer=answer, trace=found.trace)


def _told(found: Summary, about: str | None, say: Sentences) -> tuple[Text, ...]:
    if found.near and found.found is not None:
        return wording.nearest(found.found, about or "", say, "summary-nearest")
    return (Text(_title(found, about, say), Tone.TITLE),)


def _title(found: Summary, about: str | None, say: Sentences) -> str:
    counted = {"words": found.words, "texts": len(found.parts), "searched": found.searched}
    if about is None or found.found is None:
        return say.say("summary-title", **counted)
    return say.say("summary-title-about", about=wording.echo(about, say, first=True), **counted)


def _parts(found: Summary, desk: Desk, say: Sentences) -> list[Block]:
    blocks: list[Block] = []
    for part in found.parts:
        blocks.append(Text(wording.heading_line(part.source, say)))
        blocks.extend(wording.quoted(excerpt, desk, say, titled=False) for excerpt in part.excerpts)
    return blocks


def _columns(found: Summary, desk: Desk, say: Sentences) -> list[Block]:
    """Put the texts side by side, each with the same number of words."""
    columns = tuple(
        Column(
            wording.heading_line(part.source, say),
            tuple(wording.quoted(excerpt, desk, say, titled=False) for excerpt in part.excerpts),
        )
        for part in found.parts
    )
    return [Columns(columns), Text(say.say("summary-each", words=found.each or 0), Tone.NOTE)]


def _unheard(found: Summary, say: Sentences) -> Iterator[Text]:
    """Tell of which talks not everybody is quoted who says much in them."""
    talks = [
        say.say("summary-unheard-talk", title=part.source.title, heard=part.heard, speaking=len(part.speakers))
        for part in found.parts
        if part.heard < len(part.speakers)
    ]
    if talks:
        yield Text(say.say("summary-unheard", talks=", ".join(talks)), Tone.NOTE)


def _left_out(found: Summary, say: Sentences) -> tuple[Text, ...]:
    if found.left_out <= 0:
        return ()
    told = "summary-left-out" if found.found is not None else "summary-left-out-texts"
    return (Text(say.say(told, count=found.left_out), Tone.NOTE),)


def _capped(found: Summary, say: Sentences) -> Iterator[Text]:
    """Tell of which texts there would be more, were it not for their rights."""
    for source in found.capped:
        limit = source.rights.words_per_answer or 0
        yield Text(say.say("rights-answer", title=source.title, limit=limit), Tone.NOTE)
