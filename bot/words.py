"""Every sentence that a person reads, from `locales/<language>/*.ftl` (Project Fluent)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bot.errors import CommonplaceError
from bot.shipped import locales

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

DEFAULT_LANGUAGE = "en"

# Values that run right to left are isolated (U+2068 … U+2069), so that they can't turn the sentence around them.
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@cache
def languages() -> tuple[str, ...]:
    """The languages that the bot speaks, as codes of two letters; the default comes first."""
    found = sorted(folder.name for folder in locales().iterdir() if folder.is_dir())
    return (DEFAULT_LANGUAGE, *(name for name in found if name != DEFAULT_LANGUAGE))


# Where an entry begins, what it refers to, and by which of its values it chooses between forms.
_BEGINS = re.compile(r"^(?=(-?[A-Za-z][\w-]*) *=)", re.MULTILINE)
_REFERS = re.compile(r"\{\s*(-?[A-Za-z][\w-]*)")
_CHOOSES = re.compile(r"\$([\w-]+)\s*->")
# An entry that is one line of words: it says just that. Comments of the next entry may follow.
_SIMPLE = re.compile(r"[A-Za-z][\w-]* *= *([^{}\n]*[^{}\s]) *\n?(?:[ \r]*(?:#.*)?\n?)*")
# What stands for a value that is filled in afterwards: characters that no file of `locales/` has.
_PLACE = re.compile("\ue000([\\w-]+)\ue001")


@cache
def _entries(language: str) -> Mapping[str, str]:
    """Give what the files of a language say under each id, unparsed: parsing all of it would hold back a start."""
    found: dict[str, str] = {}
    for file in sorted((locales() / language).glob("*.ftl")):
        text = file.read_text(encoding="utf-8")
        starts = [(at.start(), at[1]) for at in _BEGINS.finditer(text)]
        ends = [start for start, _ in starts[1:]]
        found.update((name, text[start:end]) for (start, name), end in zip(starts, [*ends, len(text)], strict=True))
    return found


@cache
def _bundle(language: str) -> "FluentBundle":
    from fluent.runtime import FluentBundle  # what a start says has no values, and this takes 40 ms to load

    return FluentBundle([language], use_isolating=False)


@cache
def _taken(language: str, entry: str) -> bool:
    """Take an entry, with those that it refers to, into the bundle of a language; False where there is none."""
    source = _entries(language).get(entry)
    if source is None:
        return False
    from fluent.runtime import FluentResource

    _bundle(language).add_resource(FluentResource(source))
    for other in _REFERS.findall(source):
        _taken(language, other)
    return True


@cache
def _choosing(language: str, message: str) -> frozenset[str]:
    """Give the values by which a sentence chooses its form. They are the code's own words, never a person's."""
    return frozenset(
        name for spoken in _spoken(language) for name in _CHOOSES.findall(_entries(spoken).get(message, ""))
    )


def _spoken(language: str) -> Iterator[str]:
    yield language
    if language != DEFAULT_LANGUAGE:
        yield DEFAULT_LANGUAGE


class Words:
    """The bot's sentences in one language; what a language lacks is said in the default one."""

    def __init__(self, locale: str = DEFAULT_LANGUAGE) -> None:
        language = re.split(r"[-_]", locale)[0].lower()
        self.language = language if language in languages() else DEFAULT_LANGUAGE

    def has(self, message: str) -> bool:
        """Whether there is a sentence with that id."""
        return any(message in _entries(language) for language in _spoken(self.language))

    def say(self, message: str, /, **values: str | int | float) -> str:
        """Give the sentence `message` with its values filled in.

        Raises KeyError where no language has the sentence, and ValueError where a value is missing: both are bugs.
        """
        # Making a sentence takes 30 µs and more, and the same ones come again and again. What is remembered of them are
        # their forms: words are filled in afterwards, because they may be somebody's own.
        if not values:
            return "".join(_form(self.language, message, ()))
        choosing = _choosing(self.language, message)
        given = tuple(
            (name, None if isinstance(value, str) and name not in choosing else value) for name, value in values.items()
        )
        form = _form(self.language, message, given)
        if len(form) == 1:
            return form[0]
        return "".join(_isolated(str(values[part])) if at % 2 else part for at, part in enumerate(form))

    def explain(self, error: CommonplaceError) -> str:
        """Give the sentence for an error."""
        return self.say(error.message_id, **error.data)


@lru_cache(maxsize=2048)
def _form(language: str, message: str, given: tuple[tuple[str, str | int | float | None], ...]) -> tuple[str, ...]:
    """Make a sentence of the values that are `given`; the others are named where they belong: words, name, words …"""
    for spoken in _spoken(language):
        if message in _entries(spoken):
            simple = _SIMPLE.fullmatch(_entries(spoken)[message])
            if simple:
                return (simple[1],)
            break
    values = {name: f"\ue000{name}\ue001" if value is None else value for name, value in given}
    for spoken in _spoken(language):
        if not _taken(spoken, message):
            continue
        bundle = _bundle(spoken)
        pattern = bundle.get_message(message).value
        if pattern is None:
            break
        text, problems = bundle.format_pattern(pattern, values)
        if problems:
            raise ValueError(message, problems)
        return tuple(_PLACE.split(str(text)))
    raise KeyError(message)


def _isolated(value: str) -> str:
    if not value.isascii() and _RIGHT_TO_LEFT.search(value):
        return f"\u2068{value}\u2069"
    return value


@lru_cache(maxsize=32)
def words(locale: str) -> Words:
    """Give the sentences for a locale (`en`, `en-GB`, `uk`): the same object each time."""
    return Words(locale)
