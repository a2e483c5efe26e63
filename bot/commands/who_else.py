"""`who-else`: what other texts say to what a passage says, without saying who is right."""

from typing import Annotated

from bot.answers.elsewhere import Elsewhere, elsewhere
from bot.commands.desk import Desk, wording
from bot.commands.desk.declaration import Suggest, Words, command
from bot.model import Block, Reply, Request, Text, Tone
from bot.store.log import mint
from bot.words import Words as Sentences
from bot.words import words


@command()
async def who_else(request: Request, desk: Desk, passage: Annotated[str, Words(Suggest.PASSAGES, 500)]) -> Reply:
    """Quote the passages of other texts that are nearest to a passage; it may be a whole citation that was copied."""
    say = words(request.locale)
    # A passage that was split since is looked for by its first part.
    asked = (await desk.library.passages([wording.bare_id(passage)]))[0]
    found = await elsewhere(desk.library, desk.index, asked.id)
    answer = mint()
    first = wording.first_passage(excerpt for voice in found.voices for excerpt in voice.excerpts)
    blocks: tuple[Block, ...] = (
        Text(_title(found, say), Tone.TITLE),
        wording.quoted(found.asked, desk, say, focus=True),
        *_voices(found, desk, say),
        *_left_out(found, say),
        *(wording.silent_note(found.silent, len(found.silent), say) if found.voices else ()),
        *wording.changed_note(found.changed, say),
        *((Text(say.say("who-else-no-verdict"), Tone.NOTE),) if found.voices else ()),
        wording.actions(first or found.asked.passage.id, answer, say),
    )
    return Reply(blocks, answer=answer, trace=found.trace)


def _title(found: Elsewhere, say: Sentences) -> str:
    if not found.voices:
        return say.say("who-else-nobody", others=found.others)
    passages = {excerpt.passage.id for voice in found.voices for excerpt in voice.excerpts}
    return say.say("who-else-title", passages=len(passages), texts=len(found.voices), others=found.others)


def _voices(found: Elsewhere, desk: Desk, say: Sentences) -> list[Block]:
    blocks: list[Block] = []
    for voice in found.voices:
        blocks.append(Text(wording.heading_line(voice.source, say)))
        blocks.extend(wording.quoted(excerpt, desk, say, titled=False) for excerpt in voice.excerpts)
    return blocks


def _left_out(found: Elsewhere, say: Sentences) -> tuple[Text, ...]:
    return (Text(say.say("who-else-left-out", count=found.left_out), Tone.NOTE),) if found.left_out > 0 else ()
