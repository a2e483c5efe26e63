"""A bot of one slow command, for what the real ones are too fast to show: deferring, and privacy after it."""

import asyncio
import os
from collections.abc import Mapping
from typing import Annotated, Any

from bot.commands.desk.declaration import Command, Number, Words, command
from bot.model import Quote, Reply, Request, Role, Span, Speaker, Text
from bot.platforms.discord import connecting

LONG = " ".join(f"Sentence number {n} of a very long answer." for n in range(400))


@command("slow")
async def slow(
    request: Request, desk: Any, tenths: Annotated[int, Number(0, 100)], what: Annotated[str, Words()] = "public"
) -> Reply:
    """Wait, then answer: publicly, privately, or at length."""
    await asyncio.sleep(tenths / 10)
    if what == "long":
        nobody = Speaker(None, Role.UNCLEAR)
        return Reply((Quote("p", "s", "e", (Span(0, 1),), LONG, nobody, "unclear", "A place"),))
    return Reply((Text(f"waited {tenths}"),), private=what == "private")


class Dispatch:
    """Runs the one command."""

    commands: Mapping[str, Command] = {"slow": slow}

    async def ask(self, request: Request) -> Reply:
        return await slow.run(request, None, **request.arguments)

    async def shown(self, request: Request, reply: Reply) -> None:
        print("shown", flush=True)


async def late(dispatch: Dispatch, desk: Any, token: str, reads_for: float) -> None:
    """Be on Discord, and serve only after so many seconds, as a bot that reads many texts first."""
    async with connecting(token) as connection:
        await asyncio.sleep(reads_for)
        await connection.serve(dispatch, desk)


if __name__ == "__main__":
    nothing: Any = None
    asyncio.run(late(Dispatch(), nothing, os.environ["DISCORD_TOKEN"], float(os.environ.get("READS_FOR", "0"))))
