"""From a reply to Discord's messages: blocks become parts, and parts are packed into as few messages as hold them.

Words of a text, and sentences that may hold some, are escaped here and in `quoting.py`, nowhere else.
"""

from collections.abc import Iterator, Sequence
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
from bot.platforms.discord.escaping import escape
from bot.platforms.discord.packing import packed
from bot.platforms.discord.parts import LONGEST_NAME, LONGEST_PART, Part, drawn_cost, gathered
from bot.platforms.discord.quoting import diff_parts, keyword_line, quote_parts
from bot.platforms.shared.addresses import address
from bot.platforms.shared.splitting import shorten, split

_LONGEST_LINE = 1000


def draw(reply: Reply, *, threads: bool = True, attached: Attached = NOTHING) -> tuple[tuple[Component, ...], ...]:
    """Draw a reply: the components of each message, in order. Without `threads`, no button offers to open one.

    `attached` has the files that go with it; a chart that has none is drawn in characters.
    """
    messages = tuple(packed(_parts(reply.blocks, threads and not reply.private, attached)))
    return messages or ((components.text(escape("…")),),)


def _parts(blocks: Sequence[Block], threads: bool, attached: Attached) -> Iterator[Part]:
    """Bring blocks into the parts that are packed: buttons join the words before them."""
    last: Part | None = None
    for part in _drawn(blocks, threads, attached):
        if part.markdown or part.file is not None:
            if last is not None:
                yield last
            last = part
        elif last is not None and last.count + part.count < components.MOST_COMPONENTS:
            last.rows = (*last.rows, *part.rows)
    if last is not None:
        yield last


def _drawn(blocks: Sequence[Block], threads: bool, attached: Attached) -> Iterator[Part]:
    """Draw block after block; the lines of a concordance that follow each other become one."""
    after_buttons = False
    for kind, group in groupby(enumerate(blocks), lambda numbered: type(numbered[1])):
        if kind is KeywordLine:
            yield from gathered([keyword_line(line) for _, line in group if isinstance(line, KeywordLine)])
        else:
            for number, block in group:
                yield from _block(block, threads, after_buttons, attached.component(number))
        after_buttons = kind is Actions


def _block(block: Block, threads: bool, apart: bool, file: Component | None) -> Iterator[Part]:
    match block:
        case Bars() | Trend() | Strip():
            yield from _charted(block, file)
        case Attachment(name=name, alt=alt):
            yield Part(f"**{escape(shorten(name, LONGEST_NAME))}:** {escape(alt, within=True)}", file=file)
        case Text():
            yield from _text(block)
        case Link(label=label, url=url):
            link = address(url)
            yield Part(f"**[{escape(label)}]({link})**" if link else escape(f"{label}: {url}"))
        case Quote():
            yield from quote_parts(block, apart)
        case Facts():
            yield from _facts(block)
        case Columns():
            yield from _columns(block)
        case Actions(actions=actions):
            if rows := _rows(actions, threads):
                yield Part("", rows)
        case Diff():
            yield from diff_parts(block)
        case KeywordLine():
            yield Part(keyword_line(block))


def _charted(chart: Chart, file: Component | None) -> Iterator[Part]:
    """Draw a chart: as a picture, under the sentence of one whose numbers stand nowhere; or in words and characters."""
    if file is not None:
        yield Part("" if isinstance(chart, Bars) else _lines(chart.alt, "-# "), file=file)
    else:
        yield from gathered([escape(line) for line in (told(chart), *lines(chart))])


def _text(text: Text) -> Iterator[Part]:
    for part in split(text.text.strip(), LONGEST_PART, drawn_cost):
        yield Part(_toned(part, text.tone), apart=text.tone is Tone.TITLE)


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


def _facts(facts: Facts) -> Iterator[Part]:
    lines = [f"**{escape(shorten(facts.title, _LONGEST_LINE))}**"] if facts.title else []
    for label, value in facts.rows:
        first, *rest = split(value, _LONGEST_LINE, drawn_cost) or [""]
        lines.append(f"{_label(label)} {escape(first.strip(), within=True)}")
        lines.extend(escape(more.strip()) for more in rest)
    yield from gathered(lines)


def _label(label: str) -> str:
    """Make a label bold, with a colon; one without letters is a sign and stays as it is."""
    drawn = escape(shorten(label, LONGEST_NAME))
    return f"**{drawn}:**" if any(character.isalnum() for character in label) else drawn


def _columns(columns: Columns) -> Iterator[Part]:
    """Draw columns one below the other: side by side, a telephone would show three words a line."""
    for number, column in enumerate(columns.columns):
        title = f"**__{escape(shorten(column.title, LONGEST_NAME))}__**"
        yield Part(title, apart=number > 0)
        for quote in column.quotes:
            yield from quote_parts(quote, apart=False)
        if column.note:
            yield from _text(Text(column.note, Tone.NOTE))


def _rows(actions: Sequence[Action], threads: bool) -> tuple[Component, ...]:
    buttons = [
        components.button(shorten(action.label, components.LONGEST_LABEL) or action.kind.value, written)
        for action in actions
        if (threads or action.kind is not ActionKind.THREAD) and (written := custom_id(action)) is not None
    ]
    most = components.MOST_BUTTONS_IN_A_ROW
    return tuple(components.row(buttons[start : start + most]) for start in range(0, len(buttons), most))
