"""Which passages a message quotes: quick enough for every message of a channel. Nothing of the message is kept."""

from bot.model import Span
from bot.model.quotations import Spotted
from bot.quotation.matching import Match, matches
from bot.quotation.message import Message
from bot.quotation.texts import Texts

# Two parts of one passage with at most so many other words between them are one quote in another order.
_TOGETHER = 3
_LONGEST = 6_000


def spot(message: str, texts: Texts) -> tuple[Spotted, ...]:
    """Give the passages that a message quotes, in its order: where in both, and the share of the message's words."""
    read, found = matches(message[:_LONGEST], texts)
    if read is None:
        return ()
    return tuple(_spotted(read, group, texts) for group in _joined(found))


def _joined(found: list[Match]) -> list[list[Match]]:
    groups: list[list[Match]] = []
    for match in found:
        if groups and groups[-1][-1].handle == match.handle and match.said[0] - groups[-1][-1].said[1] <= _TOGETHER:
            groups[-1].append(match)
        else:
            groups.append([match])
    return groups


def _spotted(read: Message, group: list[Match], texts: Texts) -> Spotted:
    told = group[0].told
    start, end = group[0].said[0], group[-1].said[1]
    first = min(match.alignment.first for match in group)
    last = max(match.alignment.last for match in group)
    words = sum(match.said[1] - match.said[0] for match in group)
    return Spotted(
        texts.passage(told.handle),
        Span(read.spans[start][0], read.spans[end - 1][1]),
        Span(told.spans[first][0], told.spans[last - 1][1]),
        words / len(read.keys),
    )
