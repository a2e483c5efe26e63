"""Correction notices: telling the channels that were shown a passage what a new edition has changed of it.

They are offered, and posted by a moderator's word only; a community is told of each new edition once.
"""

import difflib
from collections.abc import Iterator, Sequence

from bot.answers.checking import check
from bot.answers.quoting import excerpt, opened, still_there
from bot.commands.desk import wording
from bot.commands.desk.shelving.asked import Asked
from bot.errors import SourceChanged
from bot.model import Action, ActionKind, Actions, Block, Diff, DiffKind, DiffPart, Reply, Text, Tone
from bot.store.corrections import Correction, Former
from bot.words import Words, words

_TOLD = 3
"""Passages that a notice tells of: the rest are counted."""
_MOST = 80
"""Words of a former wording that are repeated."""


async def offered(asked: Asked, source: str) -> list[Block]:
    """Say that a new edition has changed what was shown here, and how the channels are told of it."""
    found = await asked.desk.corrections.waiting(asked.community, source)
    if not found:
        return []
    count = sum(len(one.former) for one in found)
    channels = len({channel for one in found for channel in one.channels})
    told = asked.say.say("texts-correction-offered", count=count, channels=channels, source=source)
    button = Action(ActionKind.CORRECT, asked.say.say("action-correct"), source, 0, f"texts correct {source}")
    return [Text(told, Tone.NOTE), Actions((button,))]


async def correct(asked: Asked) -> Reply:
    """Tell the channels, or show what could be told where nobody can write to them."""
    wanted = asked.desk.library.source(asked.text).source.id if asked.text else None
    found = await asked.desk.corrections.waiting(asked.community, wanted)
    if not found:
        return asked.told("texts-nothing-to-correct")
    announcer = asked.desk.announcing.of(asked.community)
    if announcer is None:
        notices = [block for one in found for block in await notice(one, asked, asked.request.locale)]
        return Reply((Text(asked.say.say("texts-correction-nobody"), Tone.NOTE), *notices), private=True, counts="")
    told = 0
    for one in found:
        told += await _announced(one, asked, announcer.locale(asked.community))
    await asked.noted(", ".join(dict.fromkeys(one.source for one in found)), str(told))
    if not told:
        return Reply((Text(asked.say.say("texts-correction-failed"), Tone.ERROR),))
    return asked.told("texts-corrected", channels=told)


async def _announced(correction: Correction, asked: Asked, locale: str) -> int:
    """Tell of a correction, claimed first so that nobody is told twice; gives how many channels were."""
    desk, announcer = asked.desk, asked.desk.announcing.of(asked.community)
    if announcer is None or not await desk.corrections.claim(
        asked.community, correction, desk.clock().date().isoformat()
    ):
        return 0
    blocks = tuple(await notice(correction, asked, locale))
    arrived = [await announcer.announce(asked.community, channel, blocks) for channel in correction.channels]
    if not any(arrived):
        await desk.corrections.release(asked.community, correction)
    return sum(arrived)


async def notice(correction: Correction, asked: Asked, locale: str) -> list[Block]:
    """Write a notice: which text, since when, and the old and the new words of its passages. Quotes are checked."""
    say, desk = words(locale), asked.desk
    text = next((one.source for one in desk.library.sources() if one.source.id == correction.source), None)
    title = text.title if text is not None else correction.source
    blocks: list[Block] = [Text(say.say("correction-title", title=title, day=correction.day), Tone.TITLE)]
    withheld = desk.withholding.of(asked.community)
    shown = [one for one in correction.former if one.passage not in withheld]
    for former in shown[:_TOLD]:
        blocks += await _changed(former, asked, say)
    if len(shown) > _TOLD:
        blocks.append(Text(say.say("correction-more", count=len(shown) - _TOLD), Tone.NOTE))
    await check(Reply(tuple(blocks)), desk.library)
    return blocks


async def _changed(former: Former, asked: Asked, say: Words) -> Sequence[Block]:
    passages = await still_there(asked.desk.library, [former.passage])
    try:
        found = (await opened(asked.desk.library, passages[:1])).passages
    except SourceChanged:
        found = ()
    if not found:
        return (Text(say.say("correction-gone", passage=former.passage, was=_short(former.was))),)
    taken = excerpt(*found[0])
    parts = tuple(_differences(_short(former.was).split(), taken.text.split()))
    return (
        Text(say.say("correction-was", passage=former.passage)),
        wording.quoted(taken, asked.desk, say),
        *((Diff(parts), Text(say.say("correction-legend"), Tone.NOTE)) if taken.words <= _MOST else ()),
    )


def _short(was: str) -> str:
    told = was.split()
    return " ".join(told[:_MOST]) + (" …" if len(told) > _MOST else "")


def _differences(was: list[str], now: list[str]) -> Iterator[DiffPart]:
    """Set the former words beside those of now, word by word."""
    for at, (kind, a, b, c, d) in enumerate(difflib.SequenceMatcher(None, was, now, autojunk=False).get_opcodes()):
        if at:
            yield DiffPart(DiffKind.SAME, " ", " ")
        said, true = " ".join(was[a:b]), " ".join(now[c:d])
        match kind:
            case "equal":
                yield DiffPart(DiffKind.SAME, said, said)
            case "delete":
                yield DiffPart(DiffKind.ADDED, said, "")
            case "insert":
                yield DiffPart(DiffKind.LEFT_OUT, "", true)
            case _:
                yield DiffPart(DiffKind.REPLACED, said, true)
