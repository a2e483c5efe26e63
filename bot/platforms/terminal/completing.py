"""Completion while somebody types: commands, then parameters and their values."""

import re
from collections.abc import Iterable, Iterator

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.commands.desk import Desk
from bot.commands.desk.declaration import Command, Parameter, Words
from bot.commands.desk.suggesting import Choice, suggest
from bot.platforms.terminal.conversation import Conversation
from bot.words import words

_VALUE = re.compile(r"(?:^|\s)(?P<name>[^\W\d_][\w-]*)=(?P<open>[\"“'«]?)(?P<typed>[^\"”»=]*)$")
_WORD = re.compile(r"\S*$")


class Completing(Completer):
    """Offers what fits at the end of the line."""

    def __init__(self, conversation: Conversation, desk: Desk) -> None:
        self._conversation = conversation
        self._desk = desk
        self._words = words(conversation.locale)

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Give the offers for what stands before the cursor."""
        text = document.text_before_cursor.lstrip().lstrip("/!")
        name, space, rest = text.partition(" ")
        if not space:
            return self._commands(name)
        command = self._conversation.dispatch.commands.get(name.lower())
        return self._arguments(command, rest) if command is not None else ()

    def _commands(self, typed: str) -> Iterator[Completion]:
        for name, command in self._conversation.dispatch.commands.items():
            if name.startswith(typed.lower()):
                yield Completion(name, -len(typed), display_meta=self._words.say(command.message_id))

    def _arguments(self, command: Command, rest: str) -> Iterator[Completion]:
        value = _VALUE.search(rest)
        parameter = command.parameter(value["name"].lower()) if value else None
        # A value without quotes ends at a space; what follows is something else.
        if value is not None and parameter is not None and (value["open"] or " " not in value["typed"]):
            for choice in self._choices(parameter, value["typed"]):
                yield _completion(_in_quotes(choice.value), choice, len(value["open"] + value["typed"]))
            return
        yield from self._free(command, rest)

    def _free(self, command: Command, rest: str) -> Iterator[Completion]:
        """Offer values for the first parameter of words, and the names of the parameters that were not given yet."""
        word = _WORD.search(rest)
        typed = word.group() if word else ""
        free = next((p for p in command.parameters if isinstance(p.accepts, Words)), None)
        values = self._choices(free, typed) if free is not None else []
        offers = [[_completion(choice.value, choice, len(typed)) for choice in values]]
        names = [p for p in command.parameters if p is not free and f"{p.name}=" not in rest]
        offers.append(
            [
                Completion(f"{parameter.name}=", -len(typed), display_meta=self._described(parameter))
                for parameter in names
                if parameter.name.startswith(typed.lower())
            ]
        )
        # Whoever has written something already is the likelier to want a parameter.
        yield from (offer for group in (reversed(offers) if " " in rest else offers) for offer in group)

    def _choices(self, parameter: Parameter, typed: str) -> list[Choice]:
        commands = self._conversation.dispatch.commands
        return suggest(parameter, typed, self._desk, commands, recent=self._conversation.recent)

    def _described(self, parameter: Parameter) -> str:
        return self._words.say(f"parameter-{parameter.name}")


def _completion(text: str, choice: Choice, replaced: int) -> Completion:
    meta = choice.shown if choice.shown != choice.value else ""
    return Completion(text, -replaced, display=choice.value, display_meta=meta)


def _in_quotes(value: str) -> str:
    return f'"{value}"' if " " in value else value
