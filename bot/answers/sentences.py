"""What can be quoted of a passage: sentences that stand alone, others with those that they lean on, or not at all."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answers.breaks import listed
from bot.answers.halves import Halves, halves
from bot.answers.leaning import names_somebody, of_somebody, stands
from bot.answers.rebuttals import denied, rebutted
from bot.model import BlockKind, Document, Passage, Role, Source, Span, words_in

_OPENING, _CLOSING = "\"'“„«‘״([ ", "\"'“”’»״)]"
_ENDING = (".", "!", "…", "۔")
SHORTEST = 6
# Sentences that one may bring, where each of them leans on the one before.
MOST_BEFORE = 2
# So far before a "he" its name is looked for.
_NAMED_BEFORE = 3
_QUOTABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Unit:
    """Sentences of a passage that can be quoted together, the numbers `first` to `last`; `spans` are theirs."""

    passage: Passage
    document: Document
    source: Source
    first: int
    last: int
    spans: tuple[Span, ...]
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return words_in(self.text)

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in its text: the passage's number and the sentence's."""
        return self.passage.number, self.first


def units(passage: Passage, document: Document, source: Source) -> Iterator[Unit]:
    """Give what can be quoted of a passage: its sentences, with those that they lean on and share quotations with.

    What leads to a list is quoted with the whole of it, and whom the text answers with the answer.
    """
    if passage.kind not in _QUOTABLE or passage.speaker.role in (Role.INTERVIEWER, Role.EDITOR):
        return
    texts = [document.derive(spans) for spans in passage.sentences]
    item = passage.kind is BlockKind.LIST_ITEM and bool(passage.headings)
    judged, cut = [_judged(text, item) for text in texts], halves(texts)
    answered = rebutted(passage, document, source) | denied(texts)
    stretches = (_answering(_stretch(texts, judged, cut, at), cut, answered) for at in range(len(texts)))
    lists = (_list(texts, cut, *one) for one in listed(passage, document))
    for first, last in dict.fromkeys(stretch for stretch in (*stretches, *lists) if stretch):
        spans = tuple(span for sentence in passage.sentences[first : last + 1] for span in sentence)
        yield Unit(passage, document, source, first, last, spans, document.derive(spans))


def _stretch(texts: Sequence[str], judged: Sequence[bool | None], cut: Halves, wanted: int) -> tuple[int, int] | None:
    """Tell from which sentence to which a quote of a sentence has to go; None where it cannot be quoted."""
    first = _first(judged, wanted)
    if first is not None:
        first = _with_name(texts, judged, first, wanted)
    stretch = None if first is None else cut.whole(first, wanted)
    while stretch and stretch[0] != first:
        # A question or an exclamation may open what is quoted, as long as nothing before is needed to understand it.
        first = _first([_opens(text) for text in texts[: stretch[0] + 1]], stretch[0])
        stretch = None if first is None else cut.whole(first, stretch[1])
    return stretch


def _answering(stretch: tuple[int, int] | None, cut: Halves, answered: Collection[int]) -> tuple[int, int] | None:
    """Widen a stretch that ends with somebody's words by the sentence that answers them."""
    while stretch is not None and stretch[1] in answered:
        stretch = cut.whole(stretch[0], stretch[1] + 1)
    return stretch


def _list(texts: Sequence[str], cut: Halves, lead: int, last: int) -> tuple[int, int] | None:
    """Tell from which sentence to which a list is quoted with what leads to it; None where it cannot be."""
    first = _first([_opens(text) for text in texts[: lead + 1]], lead)
    stretch = None if first is None else cut.whole(first, last, len(texts))
    return stretch if stretch == (first, last) else None


def _first(judged: Sequence[bool | None], last: int) -> int | None:
    """Tell with which sentence a quote of a sentence has to begin; None where it cannot be quoted."""
    for at in range(last, max(last - MOST_BEFORE, 0) - 1, -1):
        if judged[at] is None:
            return None
        if judged[at]:
            return at
    return None


def _with_name(texts: Sequence[str], judged: Sequence[bool | None], first: int, last: int) -> int:
    """Go back to who is named, where a quote would go on with a "he" whom its first sentence doesn't name.

    "The largest item was the tank. He proposed …" would say of nobody, or of somebody else, what one before did.
    """
    if first == last or not of_somebody(texts[first + 1]) or names_somebody(texts[first]):
        return first
    before = range(first - 1, max(last - _NAMED_BEFORE, 0) - 1, -1)
    return next((at for at in before if judged[at] and names_somebody(texts[at])), first)


@lru_cache(maxsize=2048)  # the sentences of the passages that are asked about again and again
def _judged(text: str, item: bool) -> bool | None:
    """Tell whether a sentence, or an item of a list, stands alone; None for one that can't be quoted at all."""
    return _opens(text) if _states(text, item) else None


def _opens(text: str) -> bool | None:
    """Tell whether a quote may begin with a sentence; None for one that begins in the middle."""
    return None if text.lstrip(_OPENING)[:1].islower() else stands(text)


def _states(text: str, item: bool) -> bool:
    """Whether it states something: no heading, no lead-in, no question.

    An `item` of a list often has no full stop; with the heading that is shown beside it, it says enough.
    """
    last = text.rstrip(_CLOSING)[-1:]
    return (last in _ENDING or (item and (last.isalnum() or last == ";"))) and words_in(text) >= SHORTEST
