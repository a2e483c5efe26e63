"""Word by word: what a quote adds, leaves out and replaces. Nothing that folding drops may hide a change."""

import re
from collections.abc import Iterator, Sequence

from bot.model import Change, ChangeKind, Matter, Span
from bot.quotation import meaning
from bot.quotation.folding import fold
from bot.quotation.letters import loosen
from bot.quotation.likeness import near
from bot.quotation.matching import Match
from bot.quotation.message import Message

_ORDER = {matter: place for place, matter in enumerate(Matter)}
# Words that are others in capitals: "us" is not the US. Only where the message uses capitals at all.
_BY_CASE = frozenset({"us", "it", "who", "aids", "un", "am", "pm"})
_STOP = re.compile(r"(?<![.…])[.!?。！？؟](?![.…])")
_ASKS = re.compile(r"[?？؟]")
_DASHES = str.maketrans("–—−‐‑‒", "------")
_DIVIDED = re.compile(r"[-‐\u00ad][^\S\n]*\n\s*")
_SPACES = re.compile(r"[\s,*_`|~]+")


def changes(message: Message, match: Match) -> list[Change]:
    """Give everything in which the words of a match differ from the passage's, in their order."""
    found = match.alignment
    told = match.told
    same = message.folded.words[found.start : found.end] == told.words[found.first : found.last]
    if found.whole and same:
        said = message.text[message.spans[found.start][0] : message.spans[found.end - 1][1]]
        if said == told.text[told.spans[found.first][0] : told.spans[found.last - 1][1]]:
            return []
        return list(_signs(message, match))
    listed: list[Change] = []
    at, place = found.start, found.first
    for one, other in (*found.pairs, (found.end, found.last)):
        listed += _gap(message, match, (at, one), (place, other))
        if one < found.end and message.folded.words[one] != told.words[other]:
            listed.append(_change(message, match, (one, one + 1), (other, other + 1)))
        at, place = one + 1, other + 1
    return [*listed, *_signs(message, match)]


def named(listed: Sequence[Change]) -> tuple[Change, ...]:
    """Order changes as they are to be named: negations, numbers, names, qualifications, other words, spelling."""
    return tuple(sorted(listed, key=lambda change: _ORDER[change.matter]))


def added(message: Message, start: int, end: int, at: int) -> Change:
    """Make the change that the message's words from `start` to `end` are no part of the text, which stops at `at`."""
    words = message.folded.words[start:end]
    said = Span(message.spans[start][0], message.spans[end - 1][1])
    return Change(
        ChangeKind.ADDED, _matter(words, [], capital=False), message.text[said.start : said.end], "", said, Span(at, at)
    )


def _gap(message: Message, match: Match, ours: tuple[int, int], theirs: tuple[int, int]) -> Iterator[Change]:
    """Give the changes of words that stand for none: what an ellipsis leaves out is marked as hidden."""
    if ours[0] == ours[1] and theirs[0] == theirs[1]:
        return
    if theirs[0] < theirs[1] and any(ours[0] <= at <= ours[1] for at in message.ellipses):
        yield _change(message, match, (ours[0], ours[0]), theirs, hidden=True)
        theirs = (theirs[1], theirs[1])
        if ours[0] == ours[1]:
            return
    if not _split(message, match, ours, theirs):
        yield _change(message, match, ours, theirs)


def _split(message: Message, match: Match, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether words are the text's own, only divided at the end of a line ("bor-", "row")."""
    if theirs[1] - theirs[0] == ours[1] - ours[0] or not (ours[0] < ours[1] and theirs[0] < theirs[1]):
        return False
    said, true = _span(message.spans, ours, 0), _span(match.told.spans, theirs, 0)
    one = _DIVIDED.sub("", message.text[said.start : said.end])
    other = _DIVIDED.sub("", match.told.text[true.start : true.end])
    return fold(one).words == fold(other).words


def _change(
    message: Message, match: Match, ours: tuple[int, int], theirs: tuple[int, int], *, hidden: bool = False
) -> Change:
    told = match.told
    said = _span(message.spans, ours, len(message.text))
    true = _span(told.spans, theirs, len(told.text))
    kind = ChangeKind.REPLACED
    if ours[0] == ours[1]:
        kind = ChangeKind.LEFT_OUT
    elif theirs[0] == theirs[1]:
        kind = ChangeKind.ADDED
    capital = _names(message.text, message.spans, ours) or _names(told.text, told.spans, theirs)
    matter = _matter(message.folded.words[slice(*ours)], told.words[slice(*theirs)], capital=capital)
    return Change(
        kind, matter, message.text[said.start : said.end], told.text[true.start : true.end], said, true, hidden
    )


def _span(spans: Sequence[tuple[int, int]], words: tuple[int, int], length: int) -> Span:
    if words[0] < words[1]:
        return Span(spans[words[0]][0], spans[words[1] - 1][1])
    at = spans[words[0]][0] if words[0] < len(spans) else length
    return Span(at, at)


def _matter(said: Sequence[str], true: Sequence[str], *, capital: bool) -> Matter:
    """Tell what a change touches; the gravest counts."""
    pairs = list(zip(said, true, strict=False)) if len(said) == len(true) else []
    if meaning.negations(said) != meaning.negations(true) or any(meaning.opposed(*pair) for pair in pairs):
        return Matter.NEGATION
    if any(meaning.negates(one) != meaning.negates(other) for one, other in pairs):
        return Matter.NEGATION
    if _spelled(said, true):
        return Matter.SPELLING
    if [word for word in said if meaning.counts(word)] != [word for word in true if meaning.counts(word)]:
        return Matter.NUMBER
    if pairs and all(one == other or near(one, other) for one, other in pairs):
        return Matter.NAME if capital else Matter.SPELLING
    if capital:
        return Matter.NAME
    if any(meaning.limits(word) for word in (*said, *true)):
        return Matter.QUALIFICATION
    return Matter.WORDS


def _spelled(said: Sequence[str], true: Sequence[str]) -> bool:
    """Whether words are the same but for spaces, signs and look-alikes, none of them in a number: "can not", "l00k"."""
    if not (said and true) or any(meaning.counts(word) for word in true):
        return False
    return "".join(map(loosen, said)) == "".join(map(loosen, true))


def _names(text: str, spans: Sequence[tuple[int, int]], words: tuple[int, int]) -> bool:
    """Whether a word has a capital letter that is not its sentence's first."""
    for at in range(*words):
        start = spans[at][0]
        before = text[max(0, start - 8) : start].rstrip(" \n\t\"“«„'(*_>")[-1:]
        if text[start].isupper() and before and before not in ".!?…:":
            return True
    return False


def _signs(message: Message, match: Match) -> Iterator[Change]:
    """Give changes that equal words hide: other signs between numbers, questions, full stops, capitals."""
    words, told = message.folded.words, match.told
    capitals = not message.text.islower() and not message.text.isupper()
    pairs = match.alignment.pairs
    for number, (at, place) in enumerate(pairs):
        if (
            capitals
            and words[at] in _BY_CASE
            and words[at] == told.words[place]
            and _by_case(message, match, at, place)
        ):
            yield _change(message, match, (at, at + 1), (place, place + 1))
        if number + 1 == len(pairs) or pairs[number + 1] != (at + 1, place + 1):
            continue
        end, begin = message.spans[at][1], message.spans[at + 1][0]
        last, first = told.spans[place][1], told.spans[place + 1][0]
        ours, theirs = message.text[end:begin], told.text[last:first]
        if (ours != " " or theirs != " ") and _other(ours, theirs, words[at], words[at + 1]):
            matter = Matter.NUMBER if meaning.counts(words[at]) and meaning.counts(words[at + 1]) else Matter.WORDS
            yield Change(
                ChangeKind.REPLACED, matter, message.text[message.spans[at][0] : message.spans[at + 1][1]],
                told.text[told.spans[place][0] : told.spans[place + 1][1]], Span(end, begin), Span(last, first),
            )  # fmt: skip


def _other(ours: str, theirs: str, one: str, two: str) -> bool:
    """Whether what stands between two words means something else."""
    if bool(_ASKS.search(ours)) != bool(_ASKS.search(theirs)):
        return True
    if _STOP.search(ours) and not re.search(r"[.!?:;…\n]", theirs):
        return True
    if one[-1:].isdigit() and two[:1].isdigit():
        return _SPACES.sub("", ours.translate(_DASHES)) != _SPACES.sub("", theirs.translate(_DASHES))
    return False


def _by_case(message: Message, match: Match, at: int, place: int) -> bool:
    said = message.text[slice(*message.spans[at])]
    true = match.told.text[slice(*match.told.spans[place])]
    return said.isupper() != true.isupper() and len(said) > 1
