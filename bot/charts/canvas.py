"""A picture in the making: shapes and words of an SVG, each put where it belongs.

Lengths are in units of the picture, which is `WIDTH` of them wide: about Discord's pixels on a desk, and twice
those on a telephone: letters have to be large.
"""

import re
import unicodedata
from xml.sax.saxutils import escape, quoteattr

WIDTH = 600
MARGIN = 20
INNER = WIDTH - 2 * MARGIN
TITLE, LETTERS, SMALL = 22, 18, 15
"""Sizes of letters."""

INK, FAINT, PAPER, LINE = "#1d2733", "#52606d", "#fbfaf7", "#c9ced4"
"""Colours of words, of side notes, of the ground and of lines; words stand out from the ground by 4.5 to 1 and more."""

# XML can't say control characters, halves of surrogate pairs and the last two code points of a plane.
_UNSAYABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NARROW, _BROAD = frozenset("ijlftrI.,:;!'’|()[] ·1іїј"), frozenset("mwMWшщюжмфыШЩЮЖМФ@%—…")


def clean(words: str) -> str:
    """Bring words onto one line that XML can say, without marks of direction: a line's own letters direct it."""
    said = "".join(sign for sign in _UNSAYABLE.sub("", words) if unicodedata.category(sign) != "Cf")
    return " ".join(said.split())


def leftwards(words: str) -> bool:
    """Whether words run from right to left: whether their first directed letter does."""
    directed = (unicodedata.bidirectional(sign) for sign in words)
    return next((kind in ("R", "AL") for kind in directed if kind in ("L", "R", "AL")), False)


def wide(words: str, size: float) -> float:
    """Say about how wide words are, rather more than less; only a font knows exactly."""
    ems = (0.36 if sign in _NARROW else 0.95 if sign in _BROAD else 0.7 if sign.isupper() else 0.6 for sign in words)
    return size * sum(ems)


def fit(words: str, width: float, size: float) -> str:
    """Cut words to what fits into a width."""
    if wide(words, size) <= width:
        return words
    while words and wide(f"{words}…", size) > width:
        words = words[:-1]
    return words.rstrip() + "…"


def lines(words: str, width: float, size: float, most: int) -> list[str]:
    """Break words into at most so many lines that fit into a width; the last one may be cut."""
    found: list[str] = []
    left = clean(words)
    while left and len(found) < most - 1 and wide(left, size) > width:
        line = fit(left, width, size).removesuffix("…")
        at = line.rfind(" ")
        line = line[:at] if at > 0 and left[len(line) : len(line) + 1] != " " else line
        line = line or left[:1]
        found.append(line)
        left = left[len(line) :].lstrip()
    return [*found, *([fit(left, width, size)] if left else [])]


class Canvas:
    """Takes shapes and words, top to bottom, and gives the SVG. `y` is where the next thing may begin."""

    def __init__(self, title: str) -> None:
        self._parts: list[str] = []
        self.y: float = MARGIN
        for line in lines(title, INNER, TITLE, 2):
            self.y += TITLE
            self.words(line, MARGIN, self.y, TITLE, bold=True, across=INNER)
            self.y += 6
        self.y += 10

    def words(
        self,
        words: str,
        x: float,
        y: float,
        size: float = LETTERS,
        *,
        ink: str = INK,
        bold: bool = False,
        across: float | None = None,
        end: bool = False,
    ) -> None:
        """Put words on the line `y`, from `x` on or up to it (`end`).

        Words that run from right to left end at the right side of the room that they have `across`.
        """
        said = clean(words)
        if across is not None and leftwards(said):
            x, end = x + across, True
        weight = ' font-weight="700"' if bold else ""
        anchor = ' text-anchor="end"' if end else ""
        self._parts.append(
            f'<text x="{x:.4g}" y="{y:.4g}" font-size="{size:.4g}" fill="{ink}"{weight}{anchor}>{escape(said)}</text>'
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        *,
        edge: str | None = None,
        round_by: float = 2,
    ) -> None:
        """Put a rectangle; `edge` is the colour of its line."""
        line = f" stroke={quoteattr(edge)}" if edge else ""
        size = f'width="{max(0.0, width):.6g}" height="{max(0.0, height):.6g}"'
        self._parts.append(f'<rect x="{x:.6g}" y="{y:.6g}" {size} rx="{round_by:.4g}" fill="{fill}"{line}/>')

    def rule(self, x: float, y: float, width: float) -> None:
        """Put a thin line across."""
        self._parts.append(f'<path d="M{x:.6g} {y:.6g}h{width:.6g}" stroke="{LINE}" stroke-width="1"/>')

    def finish(self) -> str:
        """Give the SVG, as high as what stands on it."""
        height = self.y + MARGIN
        size = f'width="{WIDTH}" height="{height:.6g}" viewBox="0 0 {WIDTH} {height:.6g}"'
        ground = f'<rect width="{WIDTH}" height="{height:.6g}" rx="10" fill="{PAPER}"/>'
        hatch = (
            '<defs><pattern id="few" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<rect width="6" height="6" fill="{PAPER}"/><rect width="2" height="6" fill="{FAINT}"/></pattern></defs>'
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="Noto Sans">'
            f"{hatch}{ground}{''.join(self._parts)}</svg>"
        )
