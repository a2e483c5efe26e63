"""What the index keeps of a passage. `VERSION` grows with any change here or in the analysis: then it is built anew."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from json import dumps
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING, NamedTuple

import tantivy

from bot.model import Passage
from bot.search.analysis import stems, words
from bot.search.letters import EVERY

if TYPE_CHECKING:
    from bot.search.analysed import Analysed

VERSION = 7

# A term of the field `again`: the word stands (at least) that many times in the passage. Counting the passages of
# "war·2", "war·3" … beside those of "war" gives how often "war" stands in all texts, without reading any of them.
AGAIN = "·"
# A field of no words: the spaces around them.
_EMPTY = 2
_AROUND = ("names", "headings", "title")


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
    def of(cls, stored: bytes) -> Record:
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
    for name in ("place", "salience", "record"):
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
    if not passage.statements:
        return (passage.speaker.name,) if passage.speaker.name else ()
    voices = (passage.speaker, *(statement.speaker for statement in passage.statements))
    return tuple(dict.fromkeys([voice.name for voice in voices if voice.name]))


def packed(passage: Passage, beside: Around, found: Analysed) -> bytes:
    """Give a passage's record as bytes: its fields, one a line."""
    fields = (passage.id, passage.source, str(passage.number), *beside, found.stems, found.words)
    return "\n".join(fields).encode()


def entry(
    passage: Passage, voices: tuple[str, ...], beside: Around, found: Analysed, place: int, salience: int, record: int
) -> str:
    """Make what tantivy takes in of a passage, as JSON: it copies less of that than of documents. Empty fields are
    left out.

    `voices` are its speakers, `place` is that in reading order, `record` where its record is. Words have no signs that
    JSON must escape; the dots of terms are escaped, since tantivy would be handed a copy of what isn't ASCII.
    """
    parts = [_beside(passage.source, voices, beside), f'"id":{quoted(passage.id)}']
    if found.length:
        parts.append(f'"text":"{found.stems}","words":"{found.words}"')
    if found.letters:
        parts.append(f'"letters":"{EVERY} {found.letters}"')
    if found.again:
        parts.append(f'"again":{quoted(found.again)}')
    return f'{{{",".join(parts)},"place":{place},"salience":{salience},"record":{record}}}'


@lru_cache(maxsize=1_024)
def _beside(source: str, speakers: tuple[str, ...], beside: Around) -> str:
    """Give what is the same for many passages, as fields of JSON."""
    fields: dict[str, str | list[str]] = {"source": source}
    if speakers:
        fields["speaker"] = list(map(speaker_key, speakers))
    fields |= {name: standing for name, standing in zip(_AROUND, beside, strict=True) if len(standing) > _EMPTY}
    return dumps(fields)[1:-1]
