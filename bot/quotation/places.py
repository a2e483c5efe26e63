"""Where a quote stands: the true wording, what stands before and after it, and who says it."""

import re

from bot.model import Place, Span
from bot.quotation.matching import Match
from bot.quotation.message import Message
from bot.quotation.texts import Texts, Told

_SHOWN = 300
_END = re.compile(r"[.!?…。！？؟][\"”’»)\]]*\s")


def place_of(message: Message, match: Match, texts: Texts) -> Place:
    """Describe where a match stands."""
    told, found = match.told, match.alignment
    start, end = told.spans[found.first][0], told.spans[found.last - 1][1]
    said = Span(message.spans[found.start][0], message.spans[found.end - 1][1])
    return Place(
        passage=texts.passage(told.handle),
        source=texts.source(told.handle),
        said=said,
        spans=(Span(start, end),),
        wording=told.text[start:end],
        speaker=texts.speaker(told.handle, start, end),
        before=_before(told.text, start),
        after=told.text[end : _next_end(told.text, end)],
    )


def after_quote(match: Match, texts: Texts) -> tuple[str, list[str]]:
    """Give how the text goes on after a match, and its first words: in its passage, or in the next one of its text."""
    told: Told = match.told
    last = match.alignment.last
    if last < len(told.words):
        return told.text[told.spans[last][0] :], told.words[last : last + 4]
    beside = texts.beside(told.handle, 1, running=True)
    if beside is None:
        return "", []
    return texts.told(beside).text, texts.told(beside).words[:4]


def _before(text: str, start: int) -> str:
    """Give the beginning of the sentence and the sentence before, at most 300 characters."""
    low = max(0, start - _SHOWN)
    ends = [low + match.end() for match in _END.finditer(text[low:start])]
    if len(ends) > 1:
        return text[ends[-2] : start]
    return text[low and text.find(" ", low) + 1 : start]


def _next_end(text: str, end: int) -> int:
    """Find the end of the sentence after the one that a quote ends in, at most 300 characters on."""
    first = _END.search(text, end, end + _SHOWN)
    second = _END.search(text, first.end(), end + _SHOWN) if first else None
    if second:
        return second.end()
    return len(text) if len(text) - end <= _SHOWN else max(text.rfind(" ", end, end + _SHOWN), end)
