"""From lines to units: what stands on a page as one piece, lines and page breaks rejoined, markers taken off."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from bot.corpus.bylines import byline_names
from bot.corpus.cleaning import is_furniture, is_handle
from bot.corpus.dates import only_date
from bot.corpus.lines import Line, lines_of
from bot.corpus.markup import Flow, flow_of
from bot.corpus.pagination import bars, page_edges
from bot.corpus.reading.front_matter import extent
from bot.corpus.reading.mail import head_of_mail
from bot.corpus.wrapping import ended, goes_on, hyphens, is_full, known_words, page_width, stays
from bot.model import BlockKind, Role, Span, Speaker

NOBODY = Speaker(None, Role.UNCLEAR)
EDITORS = Speaker(None, Role.EDITOR)

_MARKER = re.compile(
    r"(?P<heading>#{1,6})[ \t]+(?=\S)"
    r"|(?P<quote>>)[ \t]*(?=\S)"
    r"|(?P<bullet>[•◦▪▫‣⁃∙●○■□➢➤✓✔·*+-])[ \t\u00a0]+(?=\S)"
    r"|(?P<number>\(?\d{1,3}[.)]|\(?[a-zа-яі]\))[ \t\u00a0]+(?=\S)"
)
_BYLINE = re.compile(r"(?:by|von|par|por|від|от|автор)\s", re.IGNORECASE)
_FOOT = "--"  # of a letter: the writer's address, the list's rules
_TAKES_UP = 25
_HEAD = 8


@dataclass(slots=True)
class Unit:
    """One piece of the page while its nature is being found out; only the corpus's own steps see it.

    `spans` has one span for each block, `marker` the kind of the sign before it and `sign` that sign itself. `plain`
    are the words without markup, as rules read them: with plain spaces; `words` counts them at spaces.
    """

    spans: list[Span]
    flow: Flow
    line: int
    marker: str = ""
    sign: str = ""
    gap: int = 0
    kind: BlockKind = BlockKind.PARAGRAPH
    speaker: Speaker = NOBODY
    label: Span | None = None
    named: str = ""
    section: str | None = None
    headings: tuple[str, ...] = ()
    settled: bool = False
    cited: bool = False
    plain: str = field(init=False)
    words: int = field(init=False)

    def __post_init__(self) -> None:
        self.cover(self.spans, self.flow)

    def cover(self, spans: list[Span], flow: Flow) -> None:
        """Let the unit stand for other spans of the page."""
        self.spans, self.flow = spans, flow
        self.plain, self.words = flow.words, flow.count

    def settle(self, kind: BlockKind, speaker: Speaker | None = None) -> None:
        """Say what the unit is, for good."""
        self.kind, self.settled = kind, True
        if speaker is not None:
            self.speaker = speaker


@dataclass(slots=True)
class _Open:
    """A unit that lines are still added to."""

    spans: list[Span]
    last: Line
    number: int
    marker: str
    sign: str
    furniture: bool
    turned: bool = False


class Page:
    """A text cut into units, with what the later steps ask of it as a whole."""

    def __init__(self, text: str, media: str) -> None:
        self.text, self.media = text, media
        self.lines = lines_of(text)
        self.width = page_width(text, self.lines)
        self.hyphens = hyphens(text)
        self.edges = page_edges(text, self.lines)
        self.bars = bars(text, self.lines)
        self.paged = False
        self.units = [self._finish(part) for part in self._parts()]
        self._handles()
        self._matter()

    def flow(self, spans: Sequence[Span]) -> Flow:
        """Take the markup out of some spans of this text."""
        return flow_of(self.text, spans, self.media, self.hyphens)

    def _matter(self) -> None:
        """Set aside the front matter of a Markdown file, and of a letter that was saved its head and its foot."""
        end = extent(self.text) if self.media == "md" and self.text.startswith("---") else 0
        if self.media == "txt" and (end := head_of_mail(self.text)):
            parted = next((n for n, unit in enumerate(self.units) if unit.plain == _FOOT), len(self.units))
            for unit in self.units[parted:]:
                unit.settle(BlockKind.FURNITURE)
        for unit in takewhile(lambda unit: unit.spans[0].start < end, self.units):
            unit.settle(BlockKind.FURNITURE)

    def _handles(self) -> None:
        for before, unit, after in zip(self.units, self.units[1:], self.units[2:], strict=False):
            beside = BlockKind.FURNITURE in (before.kind, after.kind)
            if beside and not unit.settled and not unit.marker and is_handle(unit.plain):
                unit.settle(BlockKind.FURNITURE)

    def _finish(self, part: _Open) -> Unit:
        line = self.lines[part.number]
        unit = Unit(part.spans, self.flow(part.spans), part.number, part.marker, part.sign, line.gap)
        if part.furniture or not unit.plain.strip():
            unit.settle(BlockKind.FURNITURE)
        return unit

    def _parts(self) -> list[_Open]:
        parts: list[_Open] = []
        content: _Open | None = None
        crossed = False
        for number, line in enumerate(self.lines):
            fresh = self._open(number, line)
            if (
                parts
                and parts[-1].furniture
                and parts[-1].last is self.lines[number - 1]
                and self._runs_over(parts[-1], line, fresh)
            ):
                parts[-1].spans[-1] = Span(parts[-1].spans[-1].start, line.end)
                parts[-1].last = line
                continue
            if fresh.furniture:
                crossed = crossed or content is not None
                if content is not None:
                    content.turned = content.turned or number in self.edges
            elif content is not None and not fresh.marker and self._joins(content, number, crossed):
                self._extend(content, line, crossed)
                crossed = False
                continue
            else:
                content, crossed = fresh, False
            parts.append(fresh)
        return parts

    def _runs_over(self, before: _Open, line: Line, fresh: _Open) -> bool:
        """Whether a long line of furniture was wrapped, so that this line is the rest of it."""
        if self.width is None or line.gap or fresh.furniture or fresh.marker or len(before.last) < 40:
            return False
        return not ended(self.text, before.last) and is_full(self.text, before.last, line, self.width)

    def _open(self, number: int, line: Line) -> _Open:
        words = self.text[line.start : min(line.end, line.start + 1200)].replace("\u00a0", " ")
        if number in self.edges or number in self.bars or is_furniture(words):
            return _Open([Span(line.start, line.end)], line, number, "", "", furniture=True)
        found = _MARKER.match(self.text, line.start, line.end)
        if found is None or found.lastgroup is None or (found.lastgroup == "number" and only_date(words)):
            return _Open([Span(line.start, line.end)], line, number, "", "", furniture=False)
        sign = found.group(found.lastgroup)
        return _Open([Span(found.end(), line.end)], line, number, found.lastgroup, sign, furniture=False)

    def _joins(self, before: _Open, number: int, crossed: bool) -> bool:
        last, text, line = before.last, self.text, self.lines[number]
        if before.marker == "heading":
            return False
        if number < _HEAD and byline_names(text[line.start : min(line.end, line.start + 120)]):
            return False
        if not line.gap and not line.page and not crossed:
            return self._wraps(last, line)
        if ended(text, last) or last.end - before.spans[0].start < _TAKES_UP or _BYLINE.match(text, line.start):
            return False
        if goes_on(text, last, line):
            return True
        if before.turned and self.width is not None and is_full(text, last, line, self.width):
            return True
        open_ended = text[last.end - 1].isalnum() or text[last.end - 1] == ","
        return (line.page or before.turned) and len(last) >= 40 and before.marker == "" and open_ended

    def _wraps(self, last: Line, line: Line) -> bool:
        text = self.text
        if self.media == "md" and text[last.end : last.end + 2] != "  " and len(last) >= 50:
            return True
        if self.width is None:
            return goes_on(text, last, line) and len(last) >= _TAKES_UP
        indented = line.indent > last.indent + 1 and ended(text, last)
        return not indented and (goes_on(text, last, line) or is_full(text, last, line, self.width))

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return known_words(self.text)

    def _glued(self, place: int, on: int) -> bool:
        """Whether the word before a page break goes on after it, furniture between them or not."""
        if self.text[place] in "-\u2010" and self.text[place - 1].isalpha() and self.text[on].islower():
            self.hyphens[place] = stays(self.text, place, on, self._vocabulary)
        return place in self.hyphens

    def _extend(self, part: _Open, line: Line, crossed: bool) -> None:
        last = part.spans[-1]
        part.last, part.turned = line, False
        if (self.width is not None or self.media == "md") and not line.gap and not line.page and not crossed:
            part.spans[-1] = Span(last.start, line.end, last.glued)
            return
        self.paged = True
        glued = self._glued(last.end - 1, line.start)
        part.spans.append(Span(line.start, line.end, glued))
