"""Keeping within what may be quoted of a text: so many words an answer, so many a day."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from bot.answers.quoting import standing, still_there
from bot.errors import RightsExhausted
from bot.model import (
    ActionKind,
    Actions,
    Block,
    Column,
    Columns,
    KeywordLine,
    Quote,
    Reply,
    Rights,
    Source,
    Span,
    Text,
    Tone,
    words_in,
)
from bot.search import Library

# A sentence of a passage: its spans and its words.
Sentence = tuple[tuple[Span, ...], str]


class Per(StrEnum):
    """For what a cap holds."""

    ANSWER = "answer"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class RightsNote:
    """What a cap did: of `source`, `limit` words `per` answer or day may be quoted; so many were cut or left out."""

    source: Source
    per: Per
    limit: int
    cut: int
    dropped: int


async def within_rights(
    reply: Reply, library: Library, spent: Callable[[str], int]
) -> tuple[Reply, dict[str, int], tuple[RightsNote, ...]]:
    """Keep a reply within the rights of its texts; `spent` tells how many words of a text were quoted here today.

    A quote that would go over is cut to its leading whole sentences, or left out with its own buttons. Gives the reply,
    the words that it quotes of each text, and a note for each cap that bit. Raises RightsExhausted when nothing is left
    because a day's words are used up, and the answer does not go on to other texts.
    """
    counted = _quoted(reply)
    if fits(counted, library, spent):  # most replies do, and need not be gone through
        return reply, dict(counted), ()
    texts = _standing(counted, library)
    allowance = _Allowance(texts, spent)
    fitting = _fitted(reply, allowance, {})
    if allowance.notes():
        sentences = await _sentences(reply, library, allowance)
        allowance = _Allowance(texts, spent)
        fitting = _fitted(reply, allowance, sentences)
    notes = allowance.notes()
    if reply.passages() and not fitting.passages() and not _goes_on(fitting):
        for note in notes:
            if note.per == Per.DAY:
                raise RightsExhausted(note.source.id, note.limit)
    return fitting, dict(allowance.quoted), notes


def fits(words: Mapping[str, int], library: Library, spent: Callable[[str], int]) -> bool:
    """Whether so many words of each text may all be quoted in an answer; `spent` as for `within_rights`."""
    capped = {name: text for name, text in _standing(words, library).items() if text.rights.capped}
    return not capped or _Allowance(capped, spent).holds(words)


def left_today(rights: Rights, spent: int) -> int | None:
    """Count the words that may still be quoted today of a text of which so many are spent; None without a cap."""
    return None if rights.words_per_day is None else max(rights.words_per_day - spent, 0)


def _standing(names: Iterable[str], library: Library) -> dict[str, Source]:
    return {name: text.source for name in names if (text := standing(library, name)) is not None}


def _quoted(reply: Reply) -> Counter[str]:
    """Count the words that a reply quotes of each text."""
    counted: Counter[str] = Counter()
    for quote in reply.quotes():
        counted[quote.source] += _words_of(quote.text)
    for line in reply.lines():
        counted[line.source] += _words_in_line(line)
    return counted


def _words_in_line(line: KeywordLine) -> int:
    return words_in(f"{line.left_text}{line.key_text}{line.right_text}")


def _fitted(reply: Reply, allowance: "_Allowance", sentences: Mapping[str, Sequence[Sentence]]) -> Reply:
    blocks: list[Block] = []
    gone = False
    for block in reply.blocks:
        if gone and isinstance(block, Actions):
            blocks += _of_the_answer(block)
            continue
        kept = _kept(block, allowance, sentences)
        gone = kept is None
        if kept is not None:
            blocks.append(kept)
    return replace(reply, blocks=tuple(_under_something(reply.blocks, blocks)))


def _under_something(blocks: Sequence[Block], kept: Sequence[Block]) -> Iterator[Block]:
    """Leave out what stood above quotes, and now would stand above nothing: the name of a text that was left out."""
    above = {id(block) for block, below in pairwise(blocks) if _heads(block) and isinstance(below, Quote)}
    for block, below in zip(kept, [*kept, None][1:], strict=True):
        if id(block) not in above or isinstance(below, Quote):
            yield block


def _heads(block: Block) -> bool:
    return isinstance(block, Text) and block.tone is Tone.PLAIN


def _of_the_answer(block: Actions) -> tuple[Actions, ...]:
    """Keep the buttons that are about the whole answer, not about the passage that was left out."""
    kept = tuple(action for action in block.actions if action.kind in (ActionKind.MORE, ActionKind.WHY))
    return (Actions(kept),) if kept else ()


def _goes_on(reply: Reply) -> bool:
    """Whether the answer has more to show than what is here."""
    rows = (block.actions for block in reply.blocks if isinstance(block, Actions))
    return any(action.kind is ActionKind.MORE for actions in rows for action in actions)


def _kept(block: Block, allowance: "_Allowance", sentences: Mapping[str, Sequence[Sentence]]) -> Block | None:
    if isinstance(block, Quote):
        return allowance.quote(block, sentences.get(block.passage, ()))
    if isinstance(block, KeywordLine):
        return allowance.line(block)
    if isinstance(block, Columns):
        return Columns(tuple(_kept_column(column, allowance, sentences) for column in block.columns))
    return block


def _kept_column(column: Column, allowance: "_Allowance", sentences: Mapping[str, Sequence[Sentence]]) -> Column:
    kept = (allowance.quote(quote, sentences.get(quote.passage, ())) for quote in column.quotes)
    return replace(column, quotes=tuple(quote for quote in kept if quote))


# The passages that are shown again and again are counted once.
_words_of = lru_cache(maxsize=256)(words_in)


class _Allowance:
    """What is left of each text while a reply is gone through."""

    def __init__(self, sources: dict[str, Source], spent: Callable[[str], int]) -> None:
        self._sources = sources
        self._spent = spent
        self.quoted: Counter[str] = Counter()
        self._cut: Counter[str] = Counter()
        self._dropped: Counter[str] = Counter()

    def holds(self, counted: Mapping[str, int]) -> bool:
        """Whether so many words of each text may all be quoted."""
        return all((left := self._left(source)) is None or words <= left for source, words in counted.items())

    def capped(self, source: str) -> bool:
        """Whether a text has a cap at all."""
        return self._left(source) is not None

    def quote(self, quote: Quote, sentences: Sequence[Sentence]) -> Quote | None:
        """Give a quote as far as its text's cap allows, cut at the end of a sentence; None where nothing is left."""
        words = _words_of(quote.text)
        left = self._left(quote.source)
        if left is None or words <= left:
            self.quoted[quote.source] += words
            return quote
        shorter = _leading(quote, sentences, left)
        if shorter is None:
            self._dropped[quote.source] += 1
            return None
        self._cut[quote.source] += 1
        self.quoted[quote.source] += words_in(shorter.text)
        return shorter

    def line(self, line: KeywordLine) -> KeywordLine | None:
        """Give a line where its text's cap allows all of it, else None."""
        words = _words_in_line(line)
        left = self._left(line.source)
        if left is not None and words > left:
            self._dropped[line.source] += 1
            return None
        self.quoted[line.source] += words
        return line

    def notes(self) -> tuple[RightsNote, ...]:
        """Say of each text whose cap was felt how many quotes were cut and left out."""
        bitten = sorted(self._cut.keys() | self._dropped.keys())
        return tuple(
            RightsNote(self._sources[name], *self._cap(name), self._cut[name], self._dropped[name]) for name in bitten
        )

    def _rights(self, source: str) -> Rights:
        return self._sources[source].rights if source in self._sources else Rights()

    def _left(self, source: str) -> int | None:
        """Count the words that may still be quoted of a text; None where there is no cap."""
        rights = self._rights(source)
        caps = []
        if rights.words_per_answer is not None:
            caps.append(rights.words_per_answer)
        if rights.words_per_day is not None:
            caps.append(rights.words_per_day - self._spent(source))
        return max(min(caps) - self.quoted[source], 0) if caps else None

    def _cap(self, source: str) -> tuple[Per, int]:
        """Tell which cap is the narrower one here."""
        rights = self._rights(source)
        answer, day = rights.words_per_answer, rights.words_per_day
        if day is not None and (answer is None or day - self._spent(source) < answer):
            return Per.DAY, day
        return Per.ANSWER, answer or 0


def _leading(quote: Quote, sentences: Sequence[Sentence], most: int) -> Quote | None:
    """Cut a quote to as many of its leading sentences as keep to `most` words in all."""
    inside = [(spans, text) for spans, text in sentences if all(_covered(span, quote.spans) for span in spans)]
    if not inside or inside[0][0][0].start != quote.spans[0].start:
        return None
    taken: list[Sentence] = []
    for spans, text in inside:
        if sum(words_in(other) for _, other in taken) + words_in(text) > most:
            break
        taken.append((spans, text))
    if not taken:
        return None
    spans = tuple(span for own, _ in taken for span in own)
    return replace(quote, spans=spans, text=_joined(taken), cut=True)


def _joined(taken: Sequence[Sentence]) -> str:
    """Join sentences as `Document.derive` joins their spans."""
    text = taken[0][1]
    for spans, words in taken[1:]:
        text += words if spans[0].glued else f" {words}"
    return text


def _covered(span: Span, spans: Sequence[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in spans)


async def _sentences(reply: Reply, library: Library, allowance: _Allowance) -> dict[str, list[Sentence]]:
    """Read the sentences of the passages that are quoted and whose texts have a cap."""
    capped = dict.fromkeys(quote.passage for quote in reply.quotes() if allowance.capped(quote.source))
    found: dict[str, list[Sentence]] = {}
    for passage in await still_there(library, list(capped)):
        document = await library.document(passage.source, passage.edition)
        found[passage.id] = [(spans, document.derive(spans)) for spans in passage.sentences]
    return found
