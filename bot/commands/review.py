"""`review`: what a community discusses, for those who look after it, and what they note of it."""

from typing import Annotated

from bot.answers.quoting import shelf
from bot.commands.desk import Desk
from bot.commands.desk.declaration import Number, OneOf, Suggest, Words, command
from bot.commands.desk.reviewing import ACTIONS, OF_A_PASSAGE, Asked, answer
from bot.errors import ArgumentInvalid, ArgumentUnneeded
from bot.model import Reply, Request, Right
from bot.store.reviews import Status
from bot.words import words

LONGEST_NOTE = 500


@command(private=True, rights=frozenset({Right.MODERATE}))
async def review(
    request: Request,
    desk: Desk,
    action: Annotated[str, OneOf(ACTIONS)] = "top",
    passage: Annotated[str, Words(Suggest.PASSAGES, 700)] | None = None,
    source: Annotated[str, Words(Suggest.SOURCES, 200)] | None = None,
    days: Annotated[int, Number(1, 36_500)] = 30,
    channel: Annotated[str, Words(Suggest.CHANNELS, 100)] | None = None,
    status: Annotated[str, OneOf(tuple(Status))] | None = None,
    note: Annotated[str, Words(longest=LONGEST_NOTE)] | None = None,
    format: Annotated[str, OneOf(("csv", "json", "annotations"))] = "csv",  # noqa: A002 - as it is typed
) -> Reply:
    """Show what is discussed, set what is noted, or take it away as a file. Raises NoTexts, UnknownPassage."""
    shelf(desk.library)
    if passage is not None and action not in OF_A_PASSAGE:
        if "action" not in request.arguments:  # a word that is no action was taken for a passage
            raise ArgumentInvalid("review", "action", ", ".join(ACTIONS))
        raise ArgumentUnneeded("passage", words(request.locale).say("review-no-passage", action=action))
    wanted = Status(status) if status else None
    return await answer(action, Asked(request, desk, passage, source, days, channel, wanted, note, format))
