"""In which language and direction a page speaks."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from bot.model import Count
from bot.words import Words, languages, words

_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_WANTED = re.compile(r"\s*([A-Za-z]{2,3})(?:-[A-Za-z0-9-]+)?\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?\s*")


def preferred(header: str) -> str:
    """Choose the language that an `Accept-Language` header wants most among those that the bot speaks."""
    wanted = [found for part in header.split(",")[:20] if (found := _WANTED.fullmatch(part))]
    ranked = sorted(wanted, key=lambda found: float(found[2] or 1), reverse=True)
    spoken = (found[1].lower() for found in ranked if float(found[2] or 1) > 0)
    return next((language for language in spoken if language in languages()), languages()[0])


def direction(language: str | None) -> str:
    """Give how a language is written, as HTML's `dir` says it; `auto` where the language is not known."""
    if language is None:
        return "auto"
    return "rtl" if re.split(r"[-_]", language)[0].lower() in _RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True)
class Speech:
    """What a page says in one language: sentences, numbers, days. Made with `speech`."""

    words: Words

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.words.language

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return direction(self.words.language)

    def say(self, message: str, /, **values: str | int | float) -> str:
        """Give the sentence `message` with its values filled in."""
        return self.words.say(message, **values)

    def number(self, value: int) -> str:
        """Write a number as the language does."""
        return _number(self.words, value)

    def count(self, count: Count) -> str:
        """Write a count: 0, “fewer than 5”, or what it is at least, “10+”."""
        if count.value is None:
            return self.words.say("web-fewer", least=count.least)
        return self.words.say("web-at-least", count=count.value) if count.value else _number(self.words, 0)

    def day(self, day: str) -> str:
        """Write a day (`2026-11-22`) as the language does."""
        return format_date(date.fromisoformat(day), "medium", locale=self.words.language)


@lru_cache(maxsize=4096)
def _number(say: Words, value: int) -> str:
    return say.say("web-number", count=value)


@lru_cache(maxsize=16)
def speech(locale: str) -> Speech:
    """Give the speech of a locale (`en-GB`, `uk`)."""
    return Speech(words(locale))
