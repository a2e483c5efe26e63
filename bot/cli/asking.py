"""`commonplace chat` and `commonplace say`: asking from a terminal."""

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING

from bot.app import open_app
from bot.cli.configuring import configured
from bot.cli.outcome import out, remark
from bot.model import Reply, Text, Tone
from bot.platforms.terminal.chat import chat as talk
from bot.platforms.terminal.chat import offer_in_words
from bot.platforms.terminal.console import Console
from bot.platforms.terminal.conversation import Conversation
from bot.platforms.terminal.drawing import draw
from bot.platforms.terminal.exporting import to_json
from bot.platforms.terminal.saving import saved
from bot.words import words

if TYPE_CHECKING:
    from bot.cli.arguments import Chosen


def chat(chosen: "Chosen") -> int:
    """Open a conversation; it ends with `quit`, Ctrl-D or the end of the input."""
    return asyncio.run(_chat(chosen))


async def _chat(chosen: "Chosen") -> int:
    config = configured(chosen)
    async with open_app(config, told=remark, may_read_only=True) as app:
        await talk(app.dispatch, app.desk, config.language)
    return 0


def say(chosen: "Chosen") -> int:
    """Answer one command. The exit code is 0 where it was answered and 1 where the reply is an error."""
    return asyncio.run(_say(chosen))


async def _say(chosen: "Chosen") -> int:
    config = configured(chosen)
    async with open_app(config, told=remark, may_read_only=True) as app:
        reply = await Conversation(app.dispatch, config.language).ask(" ".join(chosen.line))
        if not chosen.json:
            reply = await saved(reply, Path.cwd(), words(config.language))
    if chosen.json:
        out(json.dumps(to_json(reply), ensure_ascii=False, indent=2))
    else:
        console = Console()
        draw(reply, console)
        offer_in_words(reply, console)
    return 1 if failed(reply) else 0


def failed(reply: Reply) -> bool:
    """Whether a reply says that something was wrong with the question."""
    return any(isinstance(block, Text) and block.tone is Tone.ERROR for block in reply.blocks)
