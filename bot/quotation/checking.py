"""One entry: what a wording is, compared with the texts."""

from collections.abc import Sequence

from bot.model import Checked, Report, Span, VerdictKind
from bot.quotation.claims import claim
from bot.quotation.closeness import closest
from bot.quotation.folding import fold
from bot.quotation.marked import Mark, marks
from bot.quotation.matching import Match, matches
from bot.quotation.message import Message, Region
from bot.quotation.texts import Texts
from bot.quotation.verdicts import judge

# Longer messages are read up to here; no platform allows as many characters.
LONGEST = 60_000
_FEWEST = 3
_GRAVEST = (
    VerdictKind.ALTERED,
    VerdictKind.STITCHED,
    VerdictKind.NOT_FOUND,
    VerdictKind.CLOSE,
    VerdictKind.UNCLEAR,
    VerdictKind.SHORTENED,
    VerdictKind.EXACT,
)
_UNCHANGED = frozenset({VerdictKind.EXACT, VerdictKind.SHORTENED})
_TOGETHER = 3
_APART = frozenset('\n"“”„«»‹›|`>')


def check(wording: str, texts: Texts, *, close: bool = False) -> Report:
    """Compare a wording, or every quote in a message, with all texts.

    Where nothing is marked as a quote, the whole wording is taken as one: if only a part of it is found, and that part
    is exact, the whole is unclear. `close` lets passages be named that say
    nearly the same; it is meant for small libraries. Nothing of the wording is kept.
    """
    text = wording[:LONGEST]
    message, found = matches(text, texts, claimed=True)
    quotes = [judge(message, group, texts) for group in _groups(message, found)] if message else []
    quotes += _unfound(text, message, quotes, texts, close=close)
    quotes.sort(key=lambda checked: checked.said.start)
    verdict = min((_whole(checked) for checked in quotes), key=_GRAVEST.index, default=VerdictKind.UNCLEAR)
    if message and verdict in _UNCHANGED and _talk(message, quotes, texts):
        verdict = VerdictKind.UNCLEAR
    covered = sum(len(checked.said) for checked in quotes if checked.places) / max(1, len(text.strip()))
    return Report(verdict, tuple(quotes), min(1.0, covered), len(texts.sources), len(texts))


def _talk(message: Message, quotes: Sequence[Checked], texts: Texts) -> bool:
    """Whether words that are no part of a quote stand beside it, or in its marks, other than whose words they are.

    Nobody can tell then what is meant as the quote. What stands outside of marks is of no account.
    """
    spans = message.spans
    regions = [(spans[part.start][0], spans[part.end - 1][1]) for part in message.regions]
    held = [next(((low, high) for low, high in regions if _in(one.said, low, high)), None) for one in quotes]
    bounds = [(spans[0][0], spans[-1][1])] if None in held else [region for region in held if region]
    told = [(one.said.start, one.said.end) for one in quotes]
    if all(any(start <= low and high <= end for start, end in told) for low, high in bounds):
        return False
    claims = (claim(message.text, one.said.start, one.said.end, texts.names) for one in quotes)
    told += [(claimed.start, claimed.end) for claimed in claims if claimed]
    return any(
        any(low <= start and end <= high for low, high in bounds)
        and not any(low <= start and end <= high for low, high in told)
        for start, end in spans
    )


def _in(said: Span, low: int, high: int) -> bool:
    return low <= said.start and said.end <= high


def _whole(checked: Checked) -> VerdictKind:
    return VerdictKind.ALTERED if checked.misattribution else checked.verdict


def _groups(message: Message, found: Sequence[Match]) -> list[list[Match]]:
    """Put together what is one quote: parts that follow each other directly, or within the same marks."""
    groups: list[list[Match]] = []
    for match in found:
        if groups and _together(message, groups[-1][-1], match):
            groups[-1].append(match)
        else:
            groups.append([match])
    return groups


def _together(message: Message, one: Match, other: Match) -> bool:
    start, end = one.said[1], other.said[0]
    for region in message.regions:
        if region.mark != Mark.EMPHASIS and region.start <= one.said[0] and other.said[1] <= region.end:
            return True
    if end - start > _TOGETHER:
        return False
    if one.handle == other.handle and not any(_parts(region, one, other) for region in message.regions):
        return True
    return not _APART & set(message.between(start - 1, end))


def _parts(region: Region, one: Match, other: Match) -> bool:
    """Whether quotation marks hold all of one match and none of the other."""
    first = region.start <= one.said[0] and one.said[1] <= region.end
    second = region.start <= other.said[0] and other.said[1] <= region.end
    return region.mark == Mark.QUOTED and first != second


def _unfound(
    text: str, message: Message | None, quotes: Sequence[Checked], texts: Texts, *, close: bool
) -> list[Checked]:
    """Judge what is marked, or the whole wording where nothing is, if no passage was found for it."""
    parts = message.marked if message else marks(text)
    found: list[Checked] = []
    for span in (part.span for part in parts if part.mark == Mark.QUOTED):
        if any(checked.said.start < span.end and span.start < checked.said.end for checked in (*quotes, *found)):
            continue
        if len(fold(_of(text, span)).words) >= _FEWEST:
            found.append(_absent(text, span, texts, close=close))
    if not (quotes or found):
        found.append(_absent(text, Span(0, len(text)), texts, close=close))
    return found


def _absent(text: str, span: Span, texts: Texts, *, close: bool) -> Checked:
    said = _of(text, span)
    if len(fold(said).words) < _FEWEST or not len(texts):
        return Checked(VerdictKind.UNCLEAR, span, said)
    places = closest(said, span, texts) if close else ()
    return Checked(VerdictKind.CLOSE if places else VerdictKind.NOT_FOUND, span, said, places)


def _of(text: str, span: Span) -> str:
    return text[span.start : span.end]
