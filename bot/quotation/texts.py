"""The index over the whole library: which passages have words in common with a message.

It is made of a few segments. A text that comes makes a small one; when there are many small ones they become one. A
text that goes is marked, and leaves for good when its segment is made again.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.model import BlockKind, Passage, Speaker
from bot.quotation import keeping
from bot.quotation.closeness import Stems
from bot.quotation.folding import Folded, fold
from bot.quotation.seeds import Seeds, find
from bot.quotation.segment import Builder, Segment, again
from bot.quotation.speakers import name_words
from bot.quotation.voices import statements_of

# A passage's folded words are kept for as many of those that were last looked at: people quote what they talk about.
_FOLDED = 256
_SEGMENTS = 6
_SMALL = 20_000

_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})

Handle = tuple[int, int]


class Told:
    """A passage in comparison form, with the places of its words."""

    __slots__ = ("folded", "handle", "keys", "spans", "text", "words")

    def __init__(self, handle: Handle, text: str) -> None:
        folded: Folded = fold(text)
        self.handle = handle
        self.text = text
        self.folded = folded
        self.words = folded.words
        self.keys = folded.keys
        self.spans = folded.spans()


class Texts:
    """All texts as they are checked against. A handle (segment, place in it) names a passage until the next change."""

    def __init__(self, segments: Iterable[Segment] = (), generation: int = 0) -> None:
        self._segments = list(segments)
        self._told: OrderedDict[Handle, Told] = OrderedDict()
        self._sources: frozenset[str] | None = None
        self._names: frozenset[str] | None = None
        self._stems: Stems | None = None
        self.generation = generation

    @classmethod
    def build(cls, entries: Iterable[tuple[Passage, str]], generation: int = 0) -> "Texts":
        """Make the index of passages with their words; passages of one source follow each other in reading order."""
        segment = _segment(entries)
        return cls([segment] if len(segment) else [], generation)

    def changeable(self) -> "Texts":
        """Give the same texts as an object of its own: it can be changed on a thread while this one is searched."""
        return Texts(self._segments, self.generation)

    def add(self, source: str, entries: Iterable[tuple[Passage, str]]) -> None:
        """Add a text's passages; those that it had are replaced."""
        self.remove(source)
        self._forget()
        segment = _segment(entries)
        if len(segment):
            self._segments.append(segment)
        self._tidy()

    def remove(self, source: str) -> int:
        """Remove a text; gives how many passages it had."""
        self._told.clear()
        self._forget()
        gone = sum(segment.remove(source) for segment in self._segments)
        if gone:
            self._segments = [segment for segment in self._segments if segment.living]
            for at, segment in enumerate(self._segments):
                if segment.living < len(segment) // 2:
                    self._segments[at] = again([segment])
        return gone

    def save(self, folder: Path) -> None:
        """Write the index into a folder, with checksums."""
        keeping.save(folder, self._segments, self.generation)

    @classmethod
    def load(cls, folder: Path) -> "Texts":
        """Read what `save` wrote. Raises `keeping.Damaged` where it is missing, of another version or damaged."""
        segments, generation = keeping.load(folder)
        return cls(segments, generation)

    def __len__(self) -> int:
        return sum(segment.living for segment in self._segments)

    @property
    def sources(self) -> frozenset[str]:
        """The texts that there are."""
        if self._sources is None:
            self._sources = frozenset().union(*(segment.present() for segment in self._segments))
        return self._sources

    @property
    def names(self) -> frozenset[str]:
        """The words of the names of everybody who speaks in the texts, in comparison form."""
        if self._names is None:
            self._names = name_words(name for segment in self._segments for name in segment.voices.names())
        return self._names

    @property
    def stems(self) -> Stems:
        """What close wordings are found by; read when it is first wanted."""
        if self._stems is None:
            self._stems = Stems.of(self)
        return self._stems

    def handles(self) -> Iterator[Handle]:
        """Give every passage, in order."""
        for number, segment in enumerate(self._segments):
            for at in range(len(segment)):
                if segment.alive[at]:
                    yield number, at

    def seeds(self, keys: list[str]) -> Seeds:
        """Find which passages share runs of three words with some keys; the best first."""
        return find(self._segments, keys)

    def told(self, handle: Handle) -> Told:
        """Give a passage in comparison form."""
        found = self._told.get(handle)
        if found is None:
            found = Told(handle, self.words(handle))
            self._told[handle] = found
            if len(self._told) > _FOLDED:
                self._told.popitem(last=False)
        return found

    def words(self, handle: Handle) -> str:
        """Give a passage's words as they stand."""
        return self._segments[handle[0]].texts[handle[1]]

    def passage(self, handle: Handle) -> str:
        """Give a passage's id."""
        return self._segments[handle[0]].ids[handle[1]]

    def source(self, handle: Handle) -> str:
        """Give the id of a passage's text."""
        segment = self._segments[handle[0]]
        return segment.sources[int(segment.owners[handle[1]])]

    def speaker(self, handle: Handle, start: int, end: int) -> Speaker:
        """Tell who says some of a passage's words."""
        return self._segments[handle[0]].voices.within(handle[1], start, end)

    def beside(self, handle: Handle, step: int, *, running: bool = False) -> Handle | None:
        """Give the passage before (-1) or after (1) another in the same text; `running` passes over captions."""
        other = self._segments[handle[0]].beside(handle[1], step, running=running)
        return None if other is None else (handle[0], other)

    def _forget(self) -> None:
        self._sources = self._names = self._stems = None

    def _tidy(self) -> None:
        if len(self._segments) <= _SEGMENTS:
            return
        small = [segment for segment in self._segments if segment.living <= _SMALL]
        if len(small) > 1:
            large = [segment for segment in self._segments if segment.living > _SMALL]
            self._segments = [*large, again(small)]
            self._told.clear()


def _segment(entries: Iterable[tuple[Passage, str]]) -> Segment:
    builder = Builder()
    for passage, words in entries:
        aside = passage.kind not in _RUNNING
        builder.add(passage.source, passage.id, words, passage.speaker, statements_of(passage), aside=aside)
    return builder.finish()
