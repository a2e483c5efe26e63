"""Every sentence that a person reads, from `locales/<language>/*.ftl` (Project Fluent)."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from fluent.runtime import FluentBundle, FluentResource

from bot.errors import CommonplaceError
from bot.shipped import locales

DEFAULT_LANGUAGE = "en"

# Values that run right to left are isolated (U+2068 … U+2069), so that they can't turn the sentence around them.
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@cache
def languages() -> tuple[str, ...]:
    """The languages that the bot speaks, as codes of two letters; the default comes first."""
    found = sorted(folder.name for folder in locales().iterdir() if folder.is_dir())
    return (DEFAULT_LANGUAGE, *(name for name in found if name != DEFAULT_LANGUAGE))


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((locales() / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


class Words:
    """The bot's sentences in one language; what a language lacks is said in the default one."""

    def __init__(self, locale: str = DEFAULT_LANGUAGE) -> None:
        language = re.split(r"[-_]", locale)[0].lower()
        self.language = language if language in languages() else DEFAULT_LANGUAGE

    def has(self, message: str) -> bool:
        """Whether there is a sentence with that id."""
        return any(_bundle(language).has_message(message) for language in (self.language, DEFAULT_LANGUAGE))

    def say(self, message: str, /, **values: str | int | float) -> str:
        """Give the sentence `message` with its values filled in.

        Raises KeyError where no language has the sentence, and ValueError where a value is missing: both are bugs.
        """
        # Filling in a sentence takes 30 µs. What holds only numbers comes again and again and may be remembered;
        # what holds words may hold somebody's own, and is not.
        if all(type(value) is int for value in values.values()):
            return _said(self.language, message, tuple(values.items()))
        return self._filled(message, values)

    def _filled(self, message: str, values: Mapping[str, str | int | float]) -> str:
        for language in (self.language, DEFAULT_LANGUAGE):
            bundle = _bundle(language)
            if not bundle.has_message(message):
                continue
            pattern = bundle.get_message(message).value
            if pattern is None:
                break
            text, problems = bundle.format_pattern(pattern, {k: _isolated(v) for k, v in values.items()})
            if problems:
                raise ValueError(message, problems)
            return str(text)
        raise KeyError(message)

    def explain(self, error: CommonplaceError) -> str:
        """Give the sentence for an error."""
        return self.say(error.message_id, **error.data)


@lru_cache(maxsize=2048)
def _said(language: str, message: str, values: tuple[tuple[str, str | int | float], ...]) -> str:
    return words(language)._filled(message, dict(values))


def _isolated(value: str | int | float) -> str | int | float:
    if isinstance(value, str) and _RIGHT_TO_LEFT.search(value):
        return f"\u2068{value}\u2069"
    return value


@lru_cache(maxsize=32)
def words(locale: str) -> Words:
    """Give the sentences for a locale (`en`, `en-GB`, `uk`): the same object each time."""
    return Words(locale)
