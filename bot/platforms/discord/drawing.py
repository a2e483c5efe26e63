"""From a reply to Discord's messages: blocks become parts, and parts are packed into as few messages as hold them.

Words of a text, and sentences that may hold some, are escaped here and nowhere else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from bot.charts import Chart, lines
from bot.model import (
    Action,
    ActionKind,
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
from bot.platforms.discord import components
from bot.platforms.discord.attaching import NOTHING, Attached, told
from bot.platforms.discord.components import Component
from bot.platforms.discord.custom_ids import custom_id
from bot.platforms.discord.escaping import cost, escape
from bot.platforms.shared.addresses import address
from bot.platforms.shared.splitting import shorten, shorten_start, shorten_within, size, split

CUT = "[…]"
"""Stands where a quote goes on in the next part or comes from the one before. It is no word of the text."""

_LONGEST_PART = 3600
_LONGEST_LINE = 1000
_LONGEST_NAME = 300


@dataclass(slots=True)
class _Part:
    """Words that stay together, with the file and the buttons that belong to them; `apart` asks for a line above."""

    markdown: str
    rows: tuple[Component, ...] = ()
    apart: bool = False
    file: Component | None = None

    @property
    def count(self) -> int:
        """How many components it takes of the number that a message may have."""
        return 1 + int(self.apart) + int(self.file is not None) + sum(components.count(row) for row in self.rows)


def draw(reply: Reply, *, threads: bool = True, attached: Attached = NOTHING) -> tuple[tuple[Component, ...], ...]:
    """Draw a reply: the components of each message, in order. Without `threads`, no button offers to open one.

    `attached` has the files that go with it; a chart that has none is drawn in characters.
    """
    parts = list(_parts(reply.blocks, threads and not reply.private, attached))
    messages = tuple(_message(group) for group in _packed(parts))
    return messages or ((components.text(escape("…")),),)


def _message(parts: Sequence[_Part]) -> tuple[Component, ...]:
    if len(parts) == 1 and not parts[0].rows and parts[0].file is None:
        return (components.text(parts[0].markdown),)
    drawn: list[Component] = []
    seen: set[str] = set()
    for part in parts:
        if part.apart and drawn:
            drawn.append(components.separator())
        if part.markdown:
            drawn.append(components.text(part.markdown))
        if part.file is not None:
            drawn.append(part.file)
        drawn.extend(_unseen(part.rows, seen))
    return (components.container(drawn),)


def _unseen(rows: Sequence[Component], seen: set[str]) -> Iterator[Component]:
    """Leave out buttons that the message has already: Discord refuses two with the same id."""
    for row in rows:
        new = list({button["custom_id"]: button for button in row["components"]}.values())
        new = [button for button in new if button["custom_id"] not in seen]
        seen.update(button["custom_id"] for button in new)
        if new:
            yield components.row(new)


def _packed(parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Put as many parts into each message as its text, its components and its files allow."""
    group: list[_Part] = []
    text, count, files = 0, 1, 0
    for part in parts:
        long, more = size(part.markdown), int(part.file is not None)
        full = text + long > components.MOST_TEXT or files + more > components.MOST_FILES
        if group and (full or count + part.count > components.MOST_COMPONENTS):
            yield group
            group, text, count, files = [], 0, 1, 0
        group.append(part)
        text += long
        count += part.count
        files += more
    if group:
        yield group


def _parts(blocks: Sequence[Block], threads: bool, attached: Attached) -> Iterator[_Part]:
    """Bring blocks into the parts that are packed: buttons join the words before them."""
    last: _Part | None = None
    for part in _drawn(blocks, threads, attached):
        if part.markdown or part.file is not None:
            if last is not None:
                yield last
            last = part
        elif last is not None and last.count + part.count < components.MOST_COMPONENTS:
            last.rows = (*last.rows, *part.rows)
    if last is not None:
        yield last


def _drawn(blocks: Sequence[Block], threads: bool, attached: Attached) -> Iterator[_Part]:
    """Draw block after block; the lines of a concordance that follow each other become one."""
    after_buttons = False
    for kind, group in groupby(enumerate(blocks), lambda numbered: type(numbered[1])):
        if kind is KeywordLine:
            yield from _gathered([_keyword_line(line) for _, line in group if isinstance(line, KeywordLine)])
        else:
            for number, block in group:
                yield from _block(block, threads, after_buttons, attached.component(number))
        after_buttons = kind is Actions


def _block(block: Block, threads: bool, apart: bool, file: Component | None) -> Iterator[_Part]:
    match block:
        case Bars() | Trend() | Strip():
            yield from _charted(block, file)
        case Attachment(name=name, alt=alt):
            yield _Part(f"**{escape(shorten(name, _LONGEST_NAME))}:** {escape(alt, within=True)}", file=file)
        case Text():
            yield from _text(block)
        case Link(label=label, url=url):
            link = address(url)
            yield _Part(f"**[{escape(label)}]({link})**" if link else escape(f"{label}: {url}"))
        case Quote():
            yield from _quote(block, apart)
        case Facts():
            yield from _facts(block)
        case Columns():
            yield from _columns(block)
        case Actions(actions=actions):
            if rows := _rows(actions, threads):
                yield _Part("", rows)
        case Diff():
            yield from _diff(block)
        case KeywordLine():
            yield _Part(_keyword_line(block))


def _charted(chart: Chart, file: Component | None) -> Iterator[_Part]:
    """Draw a chart: as a picture, under the sentence of one whose numbers stand nowhere; or in words and characters."""
    if file is not None:
        yield _Part("" if isinstance(chart, Bars) else _lines(chart.alt, "-# "), file=file)
    else:
        yield from _gathered([escape(line) for line in (told(chart), *lines(chart))])


def _text(text: Text) -> Iterator[_Part]:
    for part in split(text.text.strip(), _LONGEST_PART, _cost):
        yield _Part(_toned(part, text.tone), apart=text.tone is Tone.TITLE)


def _toned(text: str, tone: Tone) -> str:
    match tone:
        case Tone.TITLE:
            return f"### {escape(' '.join(text.split()))}"
        case Tone.NOTE:
            return _lines(text, "-# ")
        case _:
            return escape(text.strip())


def _lines(text: str, prefix: str) -> str:
    """Put a prefix before each line that has words; an empty one would show the prefix itself."""
    return "\n".join(prefix + escape(line.strip()) for line in text.splitlines() if line.strip())


def _quote(quote: Quote, apart: bool) -> Iterator[_Part]:
    for number, markdown in enumerate(_quoted(quote.text, quote.attribution, quote.citation, quote.url, quote.focus)):
        yield _Part(markdown, apart=apart and number == 0)


@lru_cache(maxsize=256)
def _quoted(text: str, attribution: str, citation: str, url: str | None, focus: bool) -> tuple[str, ...]:
    """Draw a quote, in as many parts as it needs. The same passages are shown again and again: they are drawn once."""
    below = _below(attribution, citation, url, focus)
    parts = split(text, _LONGEST_PART - size(below), _cost)
    drawn: list[str] = []
    for number, part in enumerate(parts):
        words = part.strip("\n") if len(parts) > 1 else part
        before = f"{CUT} " if number > 0 else ""
        after = f" {CUT}" if number < len(parts) - 1 else ""
        drawn.append("\n".join(f"> {escape(line)}" for line in f"{before}{words}{after}".split("\n")))
    return (*drawn[:-1], f"{drawn[-1]}\n{below}") if drawn else ()


def _below(attribution: str, citation: str, url: str | None, focus: bool) -> str:
    """Who says it, and where it stands: the latter as a link where the source has an address to trust."""
    place = escape(shorten_within(citation, _LONGEST_NAME))
    link = address(url)
    # Square brackets and addresses inside a link's own words would end or void it.
    if link is not None and not any(mark in citation for mark in ("[", "]", "://")):
        place = f"[{place}]({link})"
    speaker = f"**{escape(shorten(attribution, _LONGEST_NAME))}**"
    return f"➤ {speaker}\n-# {place}" if focus else f"{speaker}\n-# {place}"


def _cost(text: str) -> int:
    """What a text takes at most once it is escaped and each of its lines is marked."""
    return cost(text) + 3 * text.count("\n")


def _facts(facts: Facts) -> Iterator[_Part]:
    lines = [f"**{escape(shorten(facts.title, _LONGEST_LINE))}**"] if facts.title else []
    for label, value in facts.rows:
        first, *rest = split(value, _LONGEST_LINE, _cost) or [""]
        lines.append(f"{_label(label)} {escape(first.strip(), within=True)}")
        lines.extend(escape(more.strip()) for more in rest)
    yield from _gathered(lines)


def _label(label: str) -> str:
    """Make a label bold, with a colon; one without letters is a sign and stays as it is."""
    drawn = escape(shorten(label, _LONGEST_NAME))
    return f"**{drawn}:**" if any(character.isalnum() for character in label) else drawn


def _gathered(lines: Sequence[str]) -> Iterator[_Part]:
    """Join finished lines into parts that fit."""
    group: list[str] = []
    spent = 0
    for line in lines:
        price = size(line) + 1
        if group and spent + price > _LONGEST_PART:
            yield _Part("\n".join(group))
            group, spent = [], 0
        group.append(line)
        spent += price
    if group:
        yield _Part("\n".join(group))


def _diff(diff: Diff) -> Iterator[_Part]:
    """Draw a diff: what differs stands in marks that a screen reader tells, too, and is bold where that fits."""
    drawn = "".join(
        escape(part.marked) if part.kind is DiffKind.SAME else f"**{escape(part.marked)}**" for part in diff.parts
    )
    if size(drawn) <= _LONGEST_PART:
        yield _Part(_lines_of(drawn))
        return
    for part in split("".join(part.marked for part in diff.parts), _LONGEST_PART, _cost):
        yield _Part(_lines_of(escape(part)))


def _lines_of(markdown: str) -> str:
    """Set finished lines off as a quote."""
    return "\n".join(f"> {line}" for line in markdown.split("\n"))


def _columns(columns: Columns) -> Iterator[_Part]:
    """Draw columns one below the other: side by side, a telephone would show three words a line."""
    for number, column in enumerate(columns.columns):
        title = f"**__{escape(shorten(column.title, _LONGEST_NAME))}__**"
        yield _Part(title, apart=number > 0)
        for quote in column.quotes:
            yield from _quote(quote, apart=False)
        if column.note:
            yield from _text(Text(column.note, Tone.NOTE))


def _keyword_line(line: KeywordLine) -> str:
    """Draw a key word in bold, in its line. Not as code: there a backslash shows, and a text could end it."""
    left, right = shorten_start(line.left_text, _LONGEST_NAME), shorten(line.right_text, _LONGEST_NAME)
    key = shorten(line.key_text, _LONGEST_NAME)
    before = " " if left and (line.left.end < line.key.start or line.left_text[-1:].isspace()) else ""
    after = " " if right and (line.key.end < line.right.start or line.right_text[:1].isspace()) else ""
    words = f"{escape(left)}{before}**{escape(key)}**{after}{escape(right)}"
    return f"> {words}\n-# {escape(shorten(line.citation, _LONGEST_NAME))}"


def _rows(actions: Sequence[Action], threads: bool) -> tuple[Component, ...]:
    buttons = [
        components.button(shorten(action.label, components.LONGEST_LABEL) or action.kind.value, written)
        for action in actions
        if (threads or action.kind is not ActionKind.THREAD) and (written := custom_id(action)) is not None
    ]
    most = components.MOST_BUTTONS_IN_A_ROW
    return tuple(components.row(buttons[start : start + most]) for start in range(0, len(buttons), most))
