"""Drawing the words of texts: quotes, what differs between two wordings, key words in their lines."""

from collections.abc import Iterator
from functools import lru_cache

from bot.model import Diff, DiffKind, KeywordLine, Quote
from bot.platforms.discord.escaping import escape
from bot.platforms.discord.parts import LONGEST_NAME, LONGEST_PART, Part, drawn_cost
from bot.platforms.shared.addresses import address
from bot.platforms.shared.splitting import continued, shorten, shorten_start, shorten_within, size, split


def quote_parts(quote: Quote, apart: bool) -> Iterator[Part]:
    """Draw a quote with who says it and where it stands below; `apart` puts a line above."""
    for number, markdown in enumerate(_quoted(quote.shown, quote.attribution, quote.citation, quote.url, quote.focus)):
        yield Part(markdown, apart=apart and number == 0)


@lru_cache(maxsize=256)
def _quoted(text: str, attribution: str, citation: str, url: str | None, focus: bool) -> tuple[str, ...]:
    """Draw a quote, in as many parts as it needs. The same passages are shown again and again: they are drawn once."""
    below = _below(attribution, citation, url, focus)
    parts = split(text, LONGEST_PART - size(below), drawn_cost)
    if len(parts) > 1:
        parts = [part.strip("\n") for part in parts]
    drawn = ["\n".join(f"> {escape(line)}" for line in part.split("\n")) for part in continued(parts)]
    return (*drawn[:-1], f"{drawn[-1]}\n{below}") if drawn else ()


def _below(attribution: str, citation: str, url: str | None, focus: bool) -> str:
    """Who says it, and where it stands: the latter as a link where the source has an address to trust."""
    place = escape(shorten_within(citation, LONGEST_NAME))
    link = address(url)
    # Square brackets and addresses inside a link's own words would end or void it.
    if link is not None and not any(mark in citation for mark in ("[", "]", "://")):
        place = f"[{place}]({link})"
    speaker = f"**{escape(shorten(attribution, LONGEST_NAME))}**"
    return f"➤ {speaker}\n-# {place}" if focus else f"{speaker}\n-# {place}"


def diff_parts(diff: Diff) -> Iterator[Part]:
    """Draw a diff: what differs stands in marks that a screen reader tells, too, and is bold where that fits."""
    drawn = "".join(
        escape(part.marked) if part.kind is DiffKind.SAME else f"**{escape(part.marked)}**" for part in diff.parts
    )
    if size(drawn) <= LONGEST_PART:
        yield Part(_lines_of(drawn))
        return
    for part in split("".join(part.marked for part in diff.parts), LONGEST_PART, drawn_cost):
        yield Part(_lines_of(escape(part)))


def _lines_of(markdown: str) -> str:
    """Set finished lines off as a quote."""
    return "\n".join(f"> {line}" for line in markdown.split("\n"))


def keyword_line(line: KeywordLine) -> str:
    """Draw a key word in bold, in its line. Not as code: there a backslash shows, and a text could end it."""
    left, right = shorten_start(line.left_text, LONGEST_NAME), shorten(line.right_text, LONGEST_NAME)
    key = shorten(line.key_text, LONGEST_NAME)
    before, after = line.gaps
    words = f"{escape(left)}{before}**{escape(key)}**{after}{escape(right)}"
    return f"> {words}\n-# {escape(shorten(line.citation, LONGEST_NAME))}"
