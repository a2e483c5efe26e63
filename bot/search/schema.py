"""What the index keeps of a passage. `VERSION` grows with any change here or in the analysis: then it is built anew."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import tantivy

from bot.model import Passage
from bot.search.analysis import stems, words
from bot.search.forms import Analysed
from bot.search.letters import EVERY

VERSION = 5

# A field of no words: the spaces around them.
_EMPTY = 2
_AROUND = ("names", "headings", "title")
_NUMBERS = ("place", "salience", "record")


@dataclass(frozen=True, slots=True)
class Record:
    """What ranking reads of a passage. Each field of stems is one string with a space before and after every stem."""

    passage: str
    source: str
    number: int
    names: str
    headings: str
    title: str
    text: str
    words: str

    @classmethod
    def of(cls, stored: bytes) -> "Record":
        """Read what `packed` wrote."""
        passage, source, number, names, headings, title, text, words = stored.decode().split("\n")
        return cls(passage, source, int(number), names, headings, title, text, words)


@cache
def schema() -> tantivy.Schema:
    """Give the fields of the index. Words are analysed before they come here, so fields only split at spaces."""
    fields = tantivy.SchemaBuilder()
    for name in ("id", "source", "speaker"):
        fields.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("text", *_AROUND):
        fields.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    fields.add_text_field("words", tokenizer_name="whitespace", index_option="position")
    fields.add_text_field("letters", tokenizer_name="whitespace", index_option="basic")
    fields.add_text_field("again", tokenizer_name="whitespace", index_option="basic")
    for name in _NUMBERS:
        fields.add_unsigned_field(name, fast=True)
    return fields.build()


def speaker_key(name: str) -> str:
    """Give the form in which speakers' names are compared."""
    return " ".join(words(name))


class Around(NamedTuple):
    """What stands around a passage, as stems: its speakers' names, the headings above it, and its text's title."""

    names: str
    headings: str
    title: str


@lru_cache(maxsize=1_024)
def around(speakers: tuple[str, ...], headings: tuple[str, ...], title: str, language: str) -> Around:
    """Analyse what stands around passages, which is the same for many."""
    fields = (
        stems([word for part in parts for word in words(part)], language) for parts in (speakers, headings, (title,))
    )
    return Around(*(f" {' '.join(field)} " for field in fields))


def speakers_of(passage: Passage) -> tuple[str, ...]:
    """Name everybody who speaks in a passage: its speaker first, then those whose statements it gives."""
    voices = (passage.speaker, *(statement.speaker for statement in passage.statements))
    return tuple(dict.fromkeys([voice.name for voice in voices if voice.name]))


def packed(passage: Passage, beside: Around, found: Analysed) -> bytes:
    """Give a passage's record as bytes: its fields, one a line."""
    fields = (passage.id, passage.source, str(passage.number), *beside, found.stems, found.words)
    return "\n".join(fields).encode()


def entry(passage: Passage, beside: Around, found: Analysed, numbers: tuple[int, int, int]) -> tantivy.Document:
    """Make what tantivy takes in of a passage; empty fields are left out.

    `numbers` are its place in reading order, its salience, and where its record is.
    """
    made = tantivy.Document()
    made.add_text("id", passage.id)
    made.add_text("source", passage.source)
    for speaker in speakers_of(passage):
        made.add_text("speaker", speaker_key(speaker))
    for name, standing in zip(_AROUND, beside, strict=True):
        if len(standing) > _EMPTY:
            made.add_text(name, standing)
    if found.length:
        made.add_text("text", found.stems)
        made.add_text("words", found.words)
    if found.letters:
        made.add_text("letters", f"{EVERY} {found.letters}")
    if found.again:
        made.add_text("again", found.again)
    for name, number in zip(_NUMBERS, numbers, strict=True):
        made.add_unsigned(name, number)
    return made
