"""What the index keeps of a passage. `VERSION` grows with any change here or in the analysis: then it is built anew."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import tantivy

from bot.model import Passage, Source
from bot.search.analysis import fold, language_of, stems, words
from bot.search.letters import EVERY, runs
from bot.search.letters import term_of as run_of

VERSION = 3

# A term of the field `again`: the word stands (at least) that many times in the passage. Counting the passages of
# "war·2", "war·3" … beside those of "war" gives how often "war" stands in all texts, without reading any of them.
AGAIN = "·"


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


def record_of(passage: Passage, standing: Sequence[str], source: Source) -> Record:
    """Analyse a passage with the words `standing`, as they stand there."""
    language = language_of(source.language)
    folded = [fold(word) for word in standing]

    def line(*texts: str) -> str:
        return _padded(stems([word for part in texts for word in words(part)], language))

    return Record(
        passage.id,
        passage.source,
        passage.number,
        line(*speakers_of(passage)),
        line(*passage.headings),
        line(source.title),
        _padded(stems(folded, language)),
        _padded(folded),
    )


def speakers_of(passage: Passage) -> tuple[str, ...]:
    """Name everybody who speaks in a passage: its speaker first, then those whose statements it gives."""
    voices = (passage.speaker, *(statement.speaker for statement in passage.statements))
    return tuple(dict.fromkeys(voice.name for voice in voices if voice.name))


def entry(record: Record, speakers: tuple[str, ...], place: int, salience: int) -> tantivy.Document:
    """Make what tantivy takes in of a passage."""
    made = tantivy.Document()
    made.add_text("id", record.passage)
    made.add_text("source", record.source)
    for speaker in speakers:
        made.add_text("speaker", speaker_key(speaker))
    for name in ("text", "names", "headings", "title", "words"):
        made.add_text(name, getattr(record, name))
    made.add_text("letters", _letters(record.words))
    made.add_text("again", _again(record.words))
    made.add_unsigned("place", place)
    made.add_unsigned("salience", salience)
    made.add_bytes("record", record.pack())
    return made


def _letters(folded: str) -> str:
    every = dict.fromkeys(run_of(run) for word in folded.split() for run in runs(word))
    return " ".join((EVERY, *every))


def _again(folded: str) -> str:
    repeated = ((word, count) for word, count in Counter(folded.split()).items() if count > 1)
    return " ".join(f"{word}{AGAIN}{nth}" for word, count in repeated for nth in range(2, count + 1))


def _padded(parts: list[str]) -> str:
    return f" {' '.join(parts)} "
