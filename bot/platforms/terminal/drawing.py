"""Drawing a reply on a terminal with rich: quotes behind a bar, columns side by side where there is room for them.

Words of a text are put into rich as plain characters, never as markup, and only after `cleaning.safe`.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text as Line

from bot.charts.characters import drawn_bars, lines
from bot.model import (
    Actions,
    Attachment,
    Bars,
    Block,
    Column,
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
from bot.platforms.shared.cleaning import safe

WIDEST = 100
"""Lines of more cells are hard to read, so that wide terminals keep a margin."""

_NARROWEST_COLUMN = 34
_NARROWEST_LINE = 84
_WIDEST_LINE = 140
_TONES = {Tone.TITLE: "bold", Tone.PLAIN: "", Tone.NOTE: "dim", Tone.ERROR: "red"}


class Barred:
    """Words behind a bar that runs down all their lines; on consoles without Unicode the bar is `|`."""

    def __init__(self, words: Line, style: str) -> None:
        self._words = words
        self._style = style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        bar = Segment("| " if options.ascii_only else "▌ ", Style.parse(self._style))
        for line in console.render_lines(self._words, options.update_width(max(1, options.max_width - 2)), pad=False):
            yield bar
            yield from line
            yield Segment.line()


class Charted:
    """A chart in characters: its title, its shapes with their numbers, and the sentence that says what it shows."""

    def __init__(self, chart: Bars | Trend | Strip) -> None:
        self._chart = chart

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Line(safe(self._chart.title), style="bold")
        if isinstance(self._chart, Bars):
            grid = Table.grid(padding=(0, 2, 0, 0))
            grid.add_column(overflow="fold")
            grid.add_column(style="cyan", no_wrap=True)
            grid.add_column(no_wrap=True)
            for bar, drawn in drawn_bars(self._chart.bars, plain=options.ascii_only):
                grid.add_row(Line(safe(bar.label)), drawn, Line(safe(bar.shown)))
            yield grid  # it has every number that the sentence tells of
        else:
            for line in lines(self._chart, plain=options.ascii_only, width=min(78, options.max_width)):
                yield Line(safe(line), style="cyan", overflow="fold")
            yield Line(safe(self._chart.alt), style="dim")


def draw(reply: Reply, console: Console) -> None:
    """Print a reply. Where nobody looks at a screen (a pipe, a file), no line ends in spaces."""
    with console.capture() as drawn:
        console.print(rendered(reply, console.width), width=width_for(reply, console))
    text = drawn.get()
    if not console.is_terminal:
        text = "".join(f"{line.rstrip()}\n" for line in text.split("\n")[:-1])
    console.file.write(text)
    console.file.flush()


def rendered(reply: Reply, width: int) -> RenderableType:
    """Make what rich prints of a reply, with an empty line between its parts."""
    parts: list[RenderableType] = []
    for block in _grouped(reply.blocks):
        drawn = _keyword_lines(block, width) if isinstance(block, list) else _block(block, width)
        if drawn is not None:
            parts.extend([Line(), drawn] if parts else [drawn])
    return Group(*parts)


def width_for(reply: Reply, console: Console) -> int:
    """How many cells wide a reply is drawn: columns and concordances use more of a wide terminal than running text."""
    columns = max((len(block.columns) for block in reply.blocks if isinstance(block, Columns)), default=0)
    return min(console.width, max(WIDEST, 50 * columns, _WIDEST_LINE if any(reply.lines()) else 0))


def _grouped(blocks: Sequence[Block]) -> Iterator[Block | list[KeywordLine]]:
    """Bring the lines of a concordance that follow each other together, because they share their columns."""
    lines: list[KeywordLine] = []
    for block in blocks:
        if isinstance(block, KeywordLine):
            lines.append(block)
            continue
        if lines:
            yield lines
            lines = []
        yield block
    if lines:
        yield lines


def _block(block: Block, width: int) -> RenderableType | None:
    match block:
        case Text(text=text, tone=tone):
            return Line(safe(text), style=_TONES[tone])
        case Link(label=label, url=url):
            return Line(f"{safe(label)}: {safe(url)}")
        case Quote():
            return _quote(block)
        case Facts():
            return _facts(block)
        case Columns(columns=columns):
            return _columns(columns, width)
        case Diff():
            return _diff(block)
        case Bars() | Trend() | Strip():
            return Charted(block)
        case Attachment(name=name, alt=alt):
            return Line.assemble((safe(name), "bold"), f": {safe(alt)}")
        case _:
            return None


def _quote(quote: Quote) -> RenderableType:
    style = "bold" if quote.focus else ""
    under = Line.assemble((safe(quote.attribution), "cyan"), "\n", (safe(quote.citation), "dim"))
    words = Barred(Line(safe(quote.shown), style=style), "cyan" if quote.focus else "blue")
    return Group(words, Padding(under, (0, 0, 0, 4), expand=False))


def _facts(facts: Facts) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", max_width=32, overflow="fold")
    grid.add_column(overflow="fold", ratio=1)
    for label, value in facts.rows:
        grid.add_row(Line(safe(label)), Line(safe(value)))
    if facts.title is None:
        return grid
    return Group(Line(safe(facts.title), style="bold"), grid)


def _diff(diff: Diff) -> RenderableType:
    """Draw a diff: what differs stands in marks that need no colour, and is bold where that can be seen."""
    parts = [(safe(part.marked), "" if part.kind is DiffKind.SAME else "bold yellow") for part in diff.parts]
    return Padding(Line.assemble(*parts), (0, 0, 0, 2), expand=False)


def _columns(columns: Sequence[Column], width: int) -> RenderableType:
    drawn = [_column(column) for column in columns]
    if len(columns) * _NARROWEST_COLUMN > width:
        return Group(*_spaced(drawn))
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _ in columns:
        grid.add_column(ratio=1)
    grid.add_row(*drawn)
    return grid


def _column(column: Column) -> RenderableType:
    parts: list[RenderableType] = [Line(safe(column.title), style="bold underline")]
    parts.extend(_quote(quote) for quote in column.quotes)
    if column.note is not None:
        parts.append(Line(safe(column.note), style="dim"))
    return Group(*_spaced(parts))


def _spaced(parts: Iterable[RenderableType]) -> list[RenderableType]:
    found: list[RenderableType] = []
    for part in parts:
        found.extend([Line(), part] if found else [part])
    return found


def _keyword_lines(lines: Sequence[KeywordLine], width: int) -> RenderableType:
    """Draw a concordance: the key words under each other, what stands around them cut to the room there is.

    The places stand at the end of the lines where those are long enough, else under them.
    """
    width = min(width, _WIDEST_LINE)
    places = max(cell_len(safe(line.citation)) for line in lines) + 2
    beside = width - places >= _NARROWEST_LINE
    room = (width - (places if beside else 0) - max(cell_len(safe(line.key_text)) for line in lines) - 2) // 2
    return Group(*(_keyword_line(line, max(8, room), beside) for line in lines))


def _keyword_line(line: KeywordLine, room: int, beside: bool) -> RenderableType:
    key = safe(line.key_text)
    left, right = _last_cells(line.left_text, room), _first_cells(line.right_text, room)
    before, after = line.gaps
    margin = " " * (room + 1 - cell_len(left + before))
    drawn = Line.assemble(margin, left, before, (key, "bold"), after, right, no_wrap=True, overflow="ellipsis")
    place = Line(safe(line.citation), style="dim")
    if not beside:
        return Group(drawn, Padding(place, (0, 0, 0, 4), expand=False))
    row = Table.grid(padding=(0, 2, 0, 0), expand=True)
    row.add_column(ratio=1, no_wrap=True)
    row.add_column(justify="right", no_wrap=True)
    row.add_row(drawn, place)
    return row


def _first_cells(text: str, room: int) -> str:
    """Keep the whole words at the beginning of a line that fit into so many cells."""
    kept = ""
    for word in safe(text).split():
        longer = f"{kept} {word}" if kept else word
        if cell_len(longer) > room:
            break
        kept = longer
    return kept


def _last_cells(text: str, room: int) -> str:
    """Keep the whole words at the end of a line that fit into so many cells."""
    kept = ""
    for word in reversed(safe(text).split()):
        longer = f"{word} {kept}" if kept else word
        if cell_len(longer) > room:
            break
        kept = longer
    return kept


def follow_ups(reply: Reply) -> list[tuple[str, str]]:
    """List what can be asked next, as (label, command to type); what needs a button is left out."""
    rows = [block.actions for block in reply.blocks if isinstance(block, Actions)]
    return [(action.label, action.command) for row in rows for action in row if action.command is not None]
