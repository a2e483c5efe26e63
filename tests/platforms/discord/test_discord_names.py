"""Names and descriptions as Discord takes them, in every language, for every command that there is."""

import re

import discord
import pytest
from discord.app_commands import TranslationContext, TranslationContextLocation

from bot.commands.desk.declaration import OneOf
from bot.commands.desk.registry import commands
from bot.model import ActionKind
from bot.platforms.discord.naming import LONGEST_DESCRIPTION, Translator, described, named
from bot.words import languages, words

NAME = re.compile(r"[-_'\w]{1,32}")


@pytest.mark.parametrize("language", languages())
def test_every_name_is_one_that_discord_takes(language: str) -> None:
    say = words(language)
    for command in commands().values():
        messages = [f"discord-command-{command.name}", *(f"discord-parameter-{p.name}" for p in command.parameters)]
        # A command without a translated name keeps its own.
        names = [say.say(message) if say.has(message) else message.split("-", 2)[2] for message in messages]
        for name in names:
            assert NAME.fullmatch(name), name
            assert name == name.lower(), name
        assert len(set(names[1:])) == len(names[1:]), command.name
    called = [say.say(message) for name in commands() if say.has(message := f"discord-command-{name}")]
    assert len(set(called)) == len(called)
    assert len(say.say("discord-menu-find")) <= 32


@pytest.mark.parametrize("language", languages())
def test_every_description_fits_whole(language: str) -> None:
    say = words(language)
    for command in commands().values():
        for message in [command.message_id, *(f"parameter-{parameter.name}" for parameter in command.parameters)]:
            assert 0 < len(say.say(message)) <= LONGEST_DESCRIPTION, message


def test_names_stay_english_in_english() -> None:
    say = words("en")
    for command in commands().values():
        for kind, name in [("command", command.name), *(("parameter", p.name) for p in command.parameters)]:
            message = f"discord-{kind}-{name}"
            assert not say.has(message) or say.say(message) == name


def test_every_button_that_is_no_thread_has_its_command() -> None:
    action = commands()["texts"].parameters[0].accepts
    assert isinstance(action, OneOf)
    assert ActionKind.CORRECT.value in action.choices  # the one button that is an action of a command
    for kind in set(ActionKind) - {ActionKind.THREAD, ActionKind.CORRECT}:
        assert commands()[kind.value].parameters


def test_choices_fit() -> None:
    for command in commands().values():
        for parameter in command.parameters:
            if isinstance(parameter.accepts, OneOf):
                assert len(parameter.accepts.choices) <= 25


async def test_what_is_translated() -> None:
    context: TranslationContext = TranslationContext(TranslationContextLocation.other, None)  # type: ignore[type-arg]
    translator = Translator()
    quote = named("quote", "discord-command-quote")
    assert await translator.translate(quote, discord.Locale.ukrainian, context) == "цитата"
    assert await translator.translate(quote, discord.Locale.british_english, context) is None
    assert await translator.translate(quote, discord.Locale.french, context) is None
    nothing = named("strange", "discord-command-that-is-not-there")
    assert await translator.translate(nothing, discord.Locale.ukrainian, context) is None
    assert described("discord-parameter-that-is-not-there").message == "…"
