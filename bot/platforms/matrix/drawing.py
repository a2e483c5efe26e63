"""From a reply to what is sent to a room: words as plain text and as HTML, cut so that every event fits, and files."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element

import orjson

from bot.charts import Chart, lines
from bot.model import (
    Actions,
    Attachment,
    Bars,
    Block,
    Columns,
    Diff,
    DiffKind,
    Facts,
    KeywordLine,
    Link,
    Quote,
    Reply,
    Strip,
    Text,
    Tone,
    Trend,
)
from bot.platforms.matrix.markup import Child, clean, element, written
from bot.platforms.shared.addresses import address
from bot.platforms.shared.cleaning import safe
from bot.platforms.shared.splitting import continued, shorten, shorten_start, split
from bot.words import Words

LARGEST = 29_000
"""Bytes of both forms of a message's words, as JSON: encrypted, that is below 40 kB, and events may have 65."""
DIGITS = tuple(f"{number}\ufe0f\u20e3" for number in range(1, 10))
"""The signs for the first nine choices."""

_LONGEST_PART = 3_000
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stay together, in both forms."""

    plain: str
    html: str

    @property
    def size(self) -> int:
        """How many bytes it takes in an event, with what stands between it and the next."""
        return len(orjson.dumps(self.plain)) + len(orjson.dumps(self.html)) + 4


@dataclass(frozen=True, slots=True)
class Message:
    """One message in both forms. `choices` are the commands that its numbers stand for, the first one is number 1."""

    plain: str
    html: str
    choices: tuple[str, ...] = ()


def choices(reply: Reply) -> tuple[tuple[str, str], ...]:
    """Give what can be asked next as (label, command), each command once; what needs a button is left out."""
    rows = [block.actions for block in reply.blocks if isinstance(block, Actions)]
    found = {action.command: action.label for row in rows for action in row if action.command is not None}
    return tuple((label, command) for command, label in found.items())[: len(DIGITS)]


def draw(reply: Reply, say: Words, pictured: frozenset[int] = frozenset()) -> tuple[Message, ...]:
    """Draw a reply as messages, in order. `pictured` are the numbers of the blocks that are sent as files, too."""
    offered = choices(reply)
    parts = list(_parts(reply.blocks, pictured))
    if offered:
        numbered = " · ".join(f"{sign} {label}" for sign, (label, _) in zip(DIGITS, offered, strict=False))
        parts.append(_part(numbered, element("p", numbered)))
        hint = say.say("matrix-choices")
        parts.append(_part(hint, element("p", element("em", hint))))
    groups = list(_packed(parts)) or [[_part("…", element("p", "…"))]]
    drawn = [Message("\n\n".join(p.plain for p in group), "".join(p.html for p in group)) for group in groups]
    last = drawn[-1]
    return (*drawn[:-1], Message(last.plain, last.html, tuple(command for _, command in offered)))


def _packed(parts: Iterable[Part]) -> Iterator[list[Part]]:
    group: list[Part] = []
    spent = 0
    for part in parts:
        if group and spent + part.size > LARGEST:
            yield group
            group, spent = [], 0
        group.append(part)
        spent += part.size
    if group:
        yield group


def _part(plain: str, *elements: Element) -> Part:
    return Part(clean(plain), written(elements))


def _parts(blocks: Sequence[Block], pictured: frozenset[int]) -> Iterator[Part]:
    for kind, group in groupby(enumerate(blocks), lambda numbered: type(numbered[1])):
        if kind is KeywordLine:
            for _, line in group:
                if isinstance(line, KeywordLine):
                    yield _keyword_line(line)
            continue
        for number, block in group:
            yield from _block(block, number in pictured)


def _block(block: Block, pictured: bool) -> Iterator[Part]:
    match block:
        case Text():
            yield from _text(block)
        case Link(label=label, url=url):
            yield _part(f"{label}: {url}", element("p", element("strong", element("a", label, href=url))))
        case Quote():
            yield from _quote(block)
        case Facts():
            yield from _facts(block)
        case Columns(columns=columns):
            for column in columns:
                yield _part(column.title, element("h5", safe(column.title)))
                for quote in column.quotes:
                    yield from _quote(quote)
                if column.note:
                    yield from _text(Text(column.note, Tone.NOTE))
        case Diff():
            yield from _diff(block)
        case Bars() | Trend() | Strip():
            yield from _chart(block, pictured)
        case Attachment(name=name, alt=alt):
            yield _part(f"{name}: {alt}", element("p", element("strong", safe(name)), f": {safe(alt)}"))
        case _:
            return


def _text(text: Text) -> Iterator[Part]:
    for words in split(text.text.strip(), _LONGEST_PART):
        said = safe(words.strip())
        match text.tone:
            case Tone.TITLE:
                yield _part(words.strip(), element("h4", " ".join(said.split())))
            case Tone.NOTE:
                yield _part(words.strip(), element("p", element("em", said)))
            case _:
                yield _part(words.strip(), element("p", said))


def _quote(quote: Quote) -> Iterator[Part]:
    parts = split(quote.shown, _LONGEST_PART)
    if len(parts) > 1:
        parts = [part.strip() for part in parts]
    for number, words in enumerate(continued(parts)):
        said = clean(words)
        inner: Child = element("strong", said) if quote.focus else said
        plain, drawn = _lines(said, "> "), [element("blockquote", inner)]
        if number == len(parts) - 1:
            plain += f"\n— {quote.attribution}\n— {quote.citation}"
            drawn.append(_below(quote))
        yield _part(plain, *drawn)


def _below(quote: Quote) -> Element:
    """Who says it, and where it stands: the latter as a link where the source has an address to trust."""
    place = safe(quote.citation)
    link = address(quote.url)
    where: Child = element("a", place, href=link) if link else place
    return element("p", element("strong", safe(quote.attribution)), element("br"), element("em", where))


def _lines(text: str, prefix: str) -> str:
    return "\n".join(prefix + line for line in text.split("\n"))


def _facts(facts: Facts) -> Iterator[Part]:
    if facts.title:
        yield _part(facts.title, element("h5", safe(facts.title)))
    rows = [(label, part) for label, value in facts.rows for part in split(value, _LONGEST_PART) or [""]]
    for start in range(0, len(rows), 20):
        some = rows[start : start + 20]
        items = [element("li", element("strong", f"{safe(label)}:"), f" {safe(value)}") for label, value in some]
        yield _part("\n".join(f"• {label}: {value}" for label, value in some), element("ul", *items))


def _diff(diff: Diff) -> Iterator[Part]:
    """Draw a diff: what differs stands in marks that a screen reader tells, too, and is bold where that fits."""
    plain = "".join(part.marked for part in diff.parts)
    if len(plain) <= _LONGEST_PART:
        marked: list[Child] = [
            part.marked if part.kind is DiffKind.SAME else element("strong", part.marked) for part in diff.parts
        ]
        yield _part(_lines(plain, "> "), element("blockquote", *marked))
        return
    for words in split(plain, _LONGEST_PART):
        yield _part(_lines(words, "> "), element("blockquote", words))


def _chart(chart: Chart, pictured: bool) -> Iterator[Part]:
    """Tell what a chart shows; without a picture it is drawn in characters, too."""
    told = f"{chart.title}: {chart.alt}" if chart.title else chart.alt
    yield _part(told, element("p", safe(told)))
    if not pictured:
        drawn = "\n".join(lines(chart))
        yield _part(drawn, element("pre", element("code", drawn)))


def _keyword_line(line: KeywordLine) -> Part:
    """Draw a key word in bold, in its line, and where it stands."""
    left, right = shorten_start(line.left_text, _LONGEST_NAME), shorten(line.right_text, _LONGEST_NAME)
    key = shorten(line.key_text, _LONGEST_NAME)
    before, after = line.gaps
    said = element("blockquote", f"{left}{before}", element("strong", key), f"{after}{right}")
    plain = _lines(f"{left}{before}{key}{after}{right}", "> ")
    return _part(f"{plain}\n— {line.citation}", said, element("p", element("em", safe(line.citation))))
