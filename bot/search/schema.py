"""What the index keeps of a passage. `VERSION` grows with any change here or in the analysis: then it is built anew."""

from dataclasses import dataclass
from functools import cache, lru_cache

import tantivy

from bot.model import Passage, Source
from bot.search.analysis import language_of, stems, words
from bot.search.forms import Analysed
from bot.search.letters import EVERY

VERSION = 4

# A field of no words: the spaces around them.
_EMPTY = 2


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
        """Read what `pack` wrote."""
        passage, source, number, *fields = stored.decode().split("\n")
        return cls(passage, source, int(number), *fields)

    def pack(self) -> bytes:
        """Give the record as bytes: its fields, one a line."""
        fields = (self.names, self.headings, self.title, self.text, self.words)
        return "\n".join((self.passage, self.source, str(self.number), *fields)).encode()


@cache
def schema() -> tantivy.Schema:
    """Give the fields of the index. Words are analysed before they come here, so fields only split at spaces."""
    fields = tantivy.SchemaBuilder()
    for name in ("id", "source", "speaker"):
        fields.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("text", "names", "headings", "title"):
        fields.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    fields.add_text_field("words", tokenizer_name="whitespace", index_option="position")
    fields.add_text_field("letters", tokenizer_name="whitespace", index_option="basic")
    fields.add_text_field("again", tokenizer_name="whitespace", index_option="basic")
    fields.add_unsigned_field("place", fast=True)
    fields.add_unsigned_field("salience", fast=True)
    fields.add_bytes_field("record", stored=True)
    return fields.build()


def speaker_key(name: str) -> str:
    """Give the form in which speakers' names are compared."""
    return " ".join(words(name))


@lru_cache(maxsize=1_024)
def _stems(texts: tuple[str, ...], language: str) -> str:
    """Analyse what stands around passages, which is the same for many."""
    return f" {' '.join(stems([word for part in texts for word in words(part)], language))} "


def speakers_of(passage: Passage) -> tuple[str, ...]:
    """Name everybody who speaks in a passage: its speaker first, then those whose statements it gives."""
    voices = (passage.speaker, *(statement.speaker for statement in passage.statements))
    return tuple(dict.fromkeys(voice.name for voice in voices if voice.name))


def entry(passage: Passage, source: Source, found: Analysed, place: int, salience: int) -> tantivy.Document:
    """Make what tantivy takes in of a passage in whose text that was found; empty fields are left out."""
    made, language, speakers = tantivy.Document(), language_of(source.language), speakers_of(passage)
    around = {
        "names": _stems(speakers, language),
        "headings": _stems(passage.headings, language),
        "title": _stems((source.title,), language),
    }
    record = Record(passage.id, passage.source, passage.number, **around, text=found.stems, words=found.words)
    made.add_text("id", record.passage)
    made.add_text("source", record.source)
    for speaker in speakers:
        made.add_text("speaker", speaker_key(speaker))
    for name, standing in (*around.items(), ("text", found.stems), ("words", found.words)):
        if len(standing) > _EMPTY:
            made.add_text(name, standing)
    if found.letters:
        made.add_text("letters", f"{EVERY} {found.letters}")
    if found.again:
        made.add_text("again", found.again)
    made.add_unsigned("place", place)
    made.add_unsigned("salience", salience)
    made.add_bytes("record", record.pack())
    return made
