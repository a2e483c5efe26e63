"""Blocks of counting, for tests that draw them."""

from bot.model import Attachment, Bar, Bars, Cell, Count, Point, Strip, Trend

FEW = Count(None, 5)
BARS = Bars(
    "Most discussed",
    (
        Bar("Letter · 3/9", Count(45, 5), "45+"),
        Bar("<@1> **מכתב**", FEW, "fewer than 5"),
        Bar("Empty", Count(0, 5), "0"),
    ),
    "The letter leads.",
)
TREND = Trend(
    "Day by day",
    tuple(Point(f"2026-11-{day:02}", count) for day, count in enumerate((Count(20, 5), FEW, Count(0, 5)), 1)),
    "Most on the first day.",
)
STRIP = Strip("Letter", tuple(Cell(f"letter.{n}", Count(5 * n, 5)) for n in range(9)), "Eight of nine.")
TABLE = Attachment("counts.csv", "text/csv", b"a,b\r\n1,2\r\n", "A table of two columns.")
EVERY = (BARS, TREND, STRIP, TABLE)
