"""Lines of a text with their places: the first look at a page, before anything is known of its structure."""

from dataclasses import dataclass

# Characters that nobody sees: they may stand around a line without belonging to it.
INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\x00"
_WHITE = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
EDGES = _WHITE + INVISIBLE


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has something on it: `[start, end)` without the white space around it.

    `indent` counts the white characters before it, `gap` the blank lines above it; `page` says that a form feed stands
    between it and the line before.
    """

    start: int
    end: int
    indent: int
    gap: int
    page: bool

    def __len__(self) -> int:
        return self.end - self.start


def lines_of(text: str) -> list[Line]:
    """Find the lines that are not blank, in order. A line ends where `str.splitlines` ends it."""
    found: list[Line] = []
    offset, gap, page = 0, 0, False
    for whole in text.splitlines(keepends=True):
        body = whole.strip(EDGES)
        if body:
            start = offset + len(whole) - len(whole.lstrip(EDGES))
            found.append(Line(start, start + len(body), start - offset, gap, page))
            gap, page = 0, False
        elif not whole.endswith("\x0c"):
            gap += 1
        page = page or whole.endswith("\x0c")
        offset += len(whole)
    return found
