"""`help`: what can be asked, made from the commands themselves."""

from collections.abc import Mapping
from typing import Annotated

from bot.commands.desk import Desk, arguments
from bot.commands.desk.declaration import Command, Number, OneOf, Parameter, Suggest, Upload, Words, command
from bot.commands.desk.registry import commands
from bot.model import Block, Facts, Reply, Request, Text, Tone
from bot.words import Words as Sentences
from bot.words import words


@command("help", private=True)
async def help_(
    request: Request, desk: Desk, command: Annotated[str, Words(Suggest.COMMANDS, 40)] | None = None
) -> Reply:
    """List the commands, or tell all about one."""
    say = words(request.locale)
    known = allowed(request)
    if command is None:
        rows = tuple((name, say.say(entry.message_id)) for name, entry in known.items())
        return Reply((Facts(rows, say.say("help-title")), Text(say.say("help-next"), Tone.NOTE)))
    return Reply(_manual(arguments.find(command.lstrip("/!"), known), say))


def allowed(request: Request) -> Mapping[str, Command]:
    """Give the commands that the asker may run."""
    return {name: entry for name, entry in commands().items() if entry.rights <= request.rights}


def _manual(entry: Command, say: Sentences) -> tuple[Block, ...]:
    blocks: list[Block] = [
        Text(usage(entry), Tone.TITLE),
        Text(f"{say.say(entry.message_id)}. {say.say(f'{entry.message_id}-manual')}"),
    ]
    if entry.parameters:
        rows = tuple((parameter.name, described(parameter, say)) for parameter in entry.parameters)
        blocks.append(Facts(rows, say.say("help-parameters")))
    examples = say.say(f"{entry.message_id}-examples").splitlines()
    blocks.append(Facts(tuple(("›", line.strip()) for line in examples), say.say("help-examples")))
    return tuple(blocks)


def usage(entry: Command) -> str:
    """Give a command's form; what may be left out stands in brackets: `quote about [source=…] [count=…]`."""
    first = next((p for p in entry.parameters if isinstance(p.accepts, Words)), None)
    shown = []
    for parameter in entry.parameters:
        form = parameter.name if parameter is first else f"{parameter.name}=…"
        shown.append(form if parameter.required else f"[{form}]")
    return " ".join([entry.name, *shown])


def described(parameter: Parameter, say: Sentences) -> str:
    """Say what a parameter is for, within which bounds, and what is taken where it is left out."""
    told = say.say(f"parameter-{parameter.name}")
    bounds = _bounds(parameter, say)
    if parameter.default is not None:
        bounds = [*bounds, say.say("help-default", value=str(parameter.default))]
    return f"{told} ({'; '.join(bounds)})" if bounds else told


def _bounds(parameter: Parameter, say: Sentences) -> list[str]:
    match parameter.accepts:
        case Number(least=least, most=most):
            return [f"{least}–{most}"]
        case OneOf(choices=choices):
            return [", ".join(choices)]
        case Words(longest=longest):
            return [say.say("help-longest", longest=longest)]
        case Upload(kinds=kinds):
            return [", ".join(kinds)]
