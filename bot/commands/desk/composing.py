"""Making the post of a day's passage: a reply like any other, with the same checks, and why it was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.answers.checking import check
from bot.answers.quoting import excerpt, opened
from bot.answers.rights import within_rights
from bot.answers.stopping import stops
from bot.clock import day as utc_day
from bot.commands.desk import Desk, wording
from bot.commands.desk.cautioning import cautioned
from bot.daily.sending import Composed
from bot.errors import PassageWithheld, RightsExhausted
from bot.model import Action, ActionKind, Actions, Reply, Source, Text, Tone
from bot.store.log import EventKind
from bot.words import Words, words

if TYPE_CHECKING:
    from bot.daily.selection import Choice, Reason


class Composing:
    """Makes posts of choices."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def __call__(self, choice: Choice, community: str, day: date, due: datetime, locale: str) -> Composed:
        """Make a post.

        Raises SourceChanged, UnknownPassage, PassageWithdrawn, PassageWithheld; RightsExhausted where it is too long.
        """
        reply = await composed(choice, day, self._desk, locale)
        if self._desk.withholding.of(community).intersection(passage for passage, _ in reply.passages()):
            raise PassageWithheld  # a part of what was chosen before its text was split
        spent_on = utc_day(due)
        reply, quoted, notes = await within_rights(
            reply, self._desk.library, lambda source: self._desk.spending.spent(community, source, spent_on)
        )
        if notes:
            raise RightsExhausted(notes[0].source.id, notes[0].limit)
        documents = await check(reply, self._desk.library)
        return Composed(cautioned(reply, stops(reply, documents), locale), quoted)


async def composed(choice: Choice, day: date, desk: Desk, locale: str) -> Reply:
    """Put a choice into a reply: the day, the passage, the reasons, and what can be asked next."""
    say = words(locale)
    passages = (await desk.library.passages([choice.passage]))[:1]
    ((passage, document, source),) = (await opened(desk.library, passages)).passages
    quoted = wording.quoted(excerpt(passage, document, source), desk, say)
    offered = (
        wording.context_action(passage.id, say.say("action-context")),
        Action(ActionKind.THREAD, say.say("action-thread"), passage.id),
    )
    blocks = (
        Text(say.say("daily-title", day=day.isoformat()), Tone.TITLE),
        quoted,
        Text(say.say("daily-why", reasons=reasons_line(choice.reasons, source, say)), Tone.NOTE),
        Actions(offered),
    )
    return Reply(blocks, counts=EventKind.DAILY.value)


def reasons_line(reasons: Sequence[Reason], source: Source | None, say: Words) -> str:
    """Say why a passage was chosen: “not discussed here yet; the turn of “On harbours””."""
    title = source.title if source is not None else ""
    return "; ".join(
        say.say(f"daily-why-{reason.why}", title=title, count=reason.count or 0) for reason in reasons
    ) or say.say("daily-why-drawn")


def previewed(reply: Reply) -> Reply:
    """Make a post into one that only shows: nothing is counted of it, and no thread grows from it."""
    blocks = tuple(
        Actions(tuple(action for action in block.actions if action.kind is not ActionKind.THREAD))
        if isinstance(block, Actions)
        else block
        for block in reply.blocks
    )
    return replace(reply, blocks=blocks, private=True, counts="")
