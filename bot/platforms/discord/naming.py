"""What commands are called on Discord: in English by their own names, elsewhere as `discord.ftl` says."""

import discord
from discord import app_commands

from bot.platforms.shared.splitting import shorten
from bot.words import DEFAULT_LANGUAGE, languages, words

LONGEST_DESCRIPTION = 100


def named(name: str, message: str) -> app_commands.locale_str:
    """Give a name that keeps its form in English and may be translated by the sentence `message`."""
    return app_commands.locale_str(name, message=message)


def described(message: str) -> app_commands.locale_str:
    """Give a description: the sentence `message`, at most 100 characters long."""
    return app_commands.locale_str(_sentence(message, DEFAULT_LANGUAGE), message=message)


def _sentence(message: str, language: str) -> str:
    say = words(language)
    return shorten(say.say(message), LONGEST_DESCRIPTION) if say.has(message) else "…"


class Translator(app_commands.Translator):
    """Translates names and descriptions into every language that the bot speaks."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """Give a string in a locale; None where it has no other form there."""
        language = locale.value.partition("-")[0]
        message = string.extras.get("message")
        if message is None or language == DEFAULT_LANGUAGE or language not in languages():
            return None
        say = words(language)
        if not say.has(message):
            return None
        translated = _sentence(message, language)
        return translated if translated not in ("…", string.message) else None
