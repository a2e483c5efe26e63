"""`texts`: which texts there are, how they come and go, and what moderators want of them in their community."""

from typing import Annotated

from bot.commands.desk import Desk
from bot.commands.desk.declaration import Number, OneOf, Suggest, Upload, Words, command
from bot.commands.desk.shelving import ACTIONS, DECISIONS, Asked, answer
from bot.corpus.reading.files import KNOWN
from bot.model import Reply, Request, Right


@command(private=True, rights=frozenset({Right.MODERATE}))
async def texts(
    request: Request,
    desk: Desk,
    action: Annotated[str, OneOf(ACTIONS)] = "list",
    text: Annotated[str, Words(Suggest.SOURCES, 1000)] | None = None,
    passage: Annotated[str, Words(Suggest.PASSAGES, 500)] | None = None,
    file: Annotated[str, Upload((*KNOWN, "zip"))] | None = None,
    title: Annotated[str, Words(longest=200)] | None = None,
    standpoint: Annotated[str, Words(longest=200)] | None = None,
    percent: Annotated[int, Number(0, 1000)] | None = None,
    decision: Annotated[str, OneOf(DECISIONS)] | None = None,
    to: Annotated[str, Words(Suggest.PASSAGES, 500)] | None = None,
    file2: Annotated[str, Upload((*KNOWN, "zip"))] | None = None,
    file3: Annotated[str, Upload((*KNOWN, "zip"))] | None = None,
    file4: Annotated[str, Upload((*KNOWN, "zip"))] | None = None,
    file5: Annotated[str, Upload((*KNOWN, "zip"))] | None = None,
) -> Reply:
    """List texts, change them, or say what is wanted of them. Changing them for everybody needs Right.OPERATE."""
    files = tuple(one for one in (file, file2, file3, file4, file5) if one is not None)
    asked = Asked(request, desk, action, text, passage, files, title, standpoint, percent, decision, to)
    return await answer(action, asked)
