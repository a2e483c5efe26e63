"""`commonplace chat`: a conversation at a prompt, or line by line through a pipe."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text as Line

from bot.commands.desk import Desk
from bot.commands.desk.dispatch import Dispatch
from bot.model import Reply
from bot.platforms.terminal.console import Console
from bot.platforms.terminal.conversation import Conversation
from bot.platforms.terminal.drawing import draw, follow_ups, rendered, width_for
from bot.platforms.terminal.interrupting import interruptible
from bot.platforms.terminal.lines import lines
from bot.platforms.terminal.saving import saved
from bot.words import Words, words

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

_LEAVING = {"quit", "exit", "bye", ":q", "q"}


async def chat(dispatch: Dispatch, desk: Desk, locale: str, console: Console | None = None) -> None:
    """Talk until the input ends or somebody says `quit`."""
    console = console or Console()
    conversation = Conversation(dispatch, locale)
    if sys.stdin is not None and sys.stdin.isatty() and console.is_terminal:
        await _at_prompt(conversation, desk, console)
    else:
        with interruptible():
            await _through_pipe(conversation, console)


async def _at_prompt(conversation: Conversation, desk: Desk, console: Console) -> None:
    say = words(conversation.locale)
    session = _session(conversation, desk)
    console.print(Line(greeting(desk, say)))
    while True:
        try:
            line = await session.prompt_async("› " if console.encoding.startswith("utf") else "> ")
        except KeyboardInterrupt:
            console.print(Line(say.say("terminal-how-to-leave"), style="dim"))
            continue
        except EOFError:
            break
        if line.strip().lower() in _LEAVING:
            break
        if line.strip():
            reply = await saved(await conversation.ask(line), Path.cwd(), say)
            _show(reply, console)
            _offer(conversation, reply, console)
    console.print(Line(say.say("terminal-goodbye"), style="dim"))


async def _through_pipe(conversation: Conversation, console: Console) -> None:
    first = True
    async for line in lines():
        if line.strip().lower() in _LEAVING:
            break
        if not line.strip():
            continue
        if not first:
            console.print()
        first = False
        reply = await saved(await conversation.ask(line), Path.cwd(), words(conversation.locale))
        draw(reply, console)
        offer_in_words(reply, console)


def greeting(desk: Desk, say: Words) -> str:
    """Say in one line what there is to read, and how to begin."""
    shelf = desk.library.sources()
    return say.say("terminal-greeting", texts=len(shelf), passages=sum(entry.passages for entry in shelf))


def _session(conversation: Conversation, desk: Desk) -> "PromptSession[str]":
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import InMemoryHistory

    from bot.platforms.terminal.completing import Completing

    # What people type is not kept: the history lives as long as the prompt.
    return PromptSession(
        history=InMemoryHistory(), completer=Completing(conversation, desk), complete_while_typing=False
    )


def _show(reply: Reply, console: Console) -> None:
    """Print a reply; one that is longer than the screen opens in the pager (q returns)."""
    width = width_for(reply, console)
    drawn = rendered(reply, console.width)
    lines = console.render_lines(drawn, console.options.update(width=width), pad=False)
    if len(lines) <= console.height - 3 or console.is_dumb_terminal:
        draw(reply, console)
        return
    os.environ.setdefault("LESS", "-RFX")  # less shows the escape sequences of colours as colours
    with console.pager(styles=True):
        console.print(drawn, width=width)


def _offer(conversation: Conversation, reply: Reply, console: Console) -> None:
    """Number what can be asked next, after the reply that offers it."""
    if follow_ups(reply):
        choices = "  ·  ".join(f"{n} {label}" for n, (label, _) in enumerate(conversation.offered, 1))
        console.print(Line(f"\n{choices}", style="dim"))
    console.print()


def offer_in_words(reply: Reply, console: Console) -> None:
    """Write what can be asked next as commands, where no number can be typed later."""
    for _, command in follow_ups(reply):
        console.print(Line(f"> {command}", style="dim"), soft_wrap=True)
