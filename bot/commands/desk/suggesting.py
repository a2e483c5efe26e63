"""What can be offered while somebody types a value: the same on every platform that completes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.commands.desk import Desk
from bot.commands.desk.declaration import Command, Number, OneOf, Parameter, Suggest, Upload, Words
from bot.daily.asking import zones
from bot.discussion.settings import SETTINGS

MOST = 25


@dataclass(frozen=True, slots=True)
class Choice:
    """One offer: the value that is used, and what to show of it where there is room."""

    value: str
    shown: str


def suggest(
    parameter: Parameter,
    typed: str,
    desk: Desk,
    commands: Mapping[str, Command],
    most: int = MOST,
    recent: Sequence[str] = (),
) -> list[Choice]:
    """Offer values for a parameter, those that begin with what was typed before those that only contain it.

    `recent` are the passages that were shown last, for a platform that remembers them while it is open.
    """
    match parameter.accepts:
        case OneOf(choices=choices):
            return _matching(typed, (Choice(c, c) for c in choices), most)
        case Number() | Upload():
            return []
        case Words(suggest=Suggest.SOURCES):
            return _matching(typed, (Choice(s.source.id, s.source.title) for s in desk.library.sources()), most)
        case Words(suggest=Suggest.SPEAKERS):
            return _matching(typed, (Choice(name, name) for name in desk.library.speakers()), most)
        case Words(suggest=Suggest.COMMANDS):
            return _matching(typed, (Choice(name, name) for name in commands), most)
        case Words(suggest=Suggest.PASSAGES):
            return _matching(typed, (Choice(passage, passage) for passage in recent), most)
        case Words(suggest=Suggest.SETTINGS):
            return _matching(typed, (Choice(name, name) for name in SETTINGS), most)
        case Words(suggest=Suggest.VALUES):
            values = dict.fromkeys(value for setting in SETTINGS.values() for value in setting.choices)
            return _matching(typed, (Choice(value, value) for value in values), most)
        case Words(suggest=Suggest.ZONES):
            return _matching(typed, (Choice(name, name) for name in zones()), most)
        case Words(suggest=Suggest.TERMS):
            return [Choice(term, term) for term in desk.index.suggest(typed, most)]
        case Words():
            return []


def _matching(typed: str, choices: Iterable[Choice], most: int) -> list[Choice]:
    wanted = typed.casefold().strip()
    begins: list[Choice] = []
    contains: list[Choice] = []
    for choice in choices:
        found = (choice.value.casefold(), choice.shown.casefold())
        if any(text.startswith(wanted) for text in found):
            begins.append(choice)
        elif any(wanted in text for text in found):
            contains.append(choice)
    return [*begins, *contains][:most]
