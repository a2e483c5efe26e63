"""The ends of a quote: which words beside what was found belong to it, and which words of the text they stand for."""

import re
from bisect import bisect_left

from bot.model import Change
from bot.quotation import meaning
from bot.quotation.alignment import Alignment
from bot.quotation.claims import Claim
from bot.quotation.folding import fold
from bot.quotation.marked import Mark
from bot.quotation.matching import Match
from bot.quotation.message import Message
from bot.quotation.pairing import Pair, table
from bot.quotation.texts import Told
from bot.quotation.wording import added

# So many words before or after a wording that is not marked belong to it, if nothing parts them; more is somebody
# talking. It is better to name words that were never meant as a quote than to miss that a quote goes on changed.
_EDGE = 8
_BREAKS = frozenset('.!?…:;,\n"“”„«»()|*>`_—–')
# Signs inside of sentences: where the text has the same, they part nothing.
_LINKS = frozenset(",:;—–")
# A word of so many letters echoes the text from some words away; a shorter one has to stand where the text has it.
_TELLING = 4
# More words than these beside a quote are not the text's in other words.
_COMPARED = 24
# Of other words beside a quote one in so many has to be the text's.
_PAIRED = 3
# A claim with so many words ("Osei said to us in May that") only introduces what follows.
_INTRODUCES = 8
# So many more words than the quote has may be missing at an end of the text's sentence.
_MISSING = 2
_SENTENCE_END = re.compile(r"[.!?…。！？؟][\"”’»)\]]*\s*$")


class Edge:
    """One end of a quote: `step` is -1 for its beginning, 1 for its end. Words are counted from there outwards."""

    def __init__(self, message: Message, match: Match, step: int, claim: Claim | None) -> None:
        self._message = message
        self._match = match
        self._step = step
        pairs = match.alignment.pairs
        self._at, self._place = pairs[-1] if step > 0 else pairs[0]
        widened = match.said[1] - 1 if step > 0 else match.said[0]
        low, high, self._marked = bounds(message, *match.said)
        self._bound = high if step > 0 else low - 1
        if claim is not None and not self._marked and _introduces(claim, message.text):
            self._bound = self._before_claim(claim)
        self._widened = min(abs(widened - self._at), abs(self._bound - self._at) - 1)

    def _before_claim(self, claim: Claim) -> int:
        """Give the first word outwards that says who said it; the bound that there is if the claim is elsewhere."""
        spans = self._message.spans
        if self._step > 0:
            first = bisect_left(spans, claim.start, key=lambda span: span[0])
            return min(self._bound, first) if first > self._at else self._bound
        last = bisect_left(spans, claim.end, key=lambda span: span[0]) - 1
        return max(self._bound, last) if last < self._at else self._bound

    def settled(self) -> tuple[Alignment, list[Change]]:
        """Pair the words beside the quote with the text's; gives the alignment anew, and what is not the text's."""
        many = self._widened + self._reach(self._at + self._step * (self._widened + 1))
        if not many:
            same = not self._widened and self._match.said[self._step > 0] == self._at + (self._step > 0)
            return self._match.alignment if same else self._alignment([], 0, 0), []
        pairs = self._pairs(many) if many <= _COMPARED else []
        if _PAIRED * len(pairs) < many and many > self._widened:
            return self._alignment([], 0, 0), [self._added(many)]
        left = many - (abs(pairs[-1][0] - self._at) if pairs else 0)
        place = pairs[-1][1] if pairs else self._place
        there = self._sentence(place)
        skipped = min(left, there) if there > left + _MISSING else there
        return self._alignment(pairs, left, skipped if left else 0), []

    def _alignment(self, pairs: list[Pair], said: int, true: int) -> Alignment:
        """Extend the alignment by some pairs, and by words that stand for each other beyond the last of them."""
        found = self._match.alignment
        new = Alignment.of([*found.pairs, *pairs] if self._step > 0 else [*reversed(pairs), *found.pairs], found.score)
        low, high, first, last = found.start, found.end, found.first, found.last
        if self._step > 0:
            high, last = new.end + said, new.last + true
        else:
            low, first = new.start - said, new.first - true
        whole = new.whole and (low, high, first, last) == (new.start, new.end, new.first, new.last)
        return Alignment(new.pairs, new.score, low, high, first, last, whole)

    def _pairs(self, many: int) -> list[Pair]:
        """Pair words from the quote outwards; words of the text are those up to its sentence's end."""
        there = min(self._sentence(self._place), 2 * many + 6)
        said, true = self._message.keys, self._match.told.keys
        ours, theirs = (self._at + self._step, many), (self._place + self._step, there)
        if self._step > 0:
            return table(said, true, (ours[0], sum(ours)), (theirs[0], sum(theirs)))
        found = table(said, true, (ours[0] - many + 1, ours[0] + 1), (theirs[0] - there + 1, theirs[0] + 1))
        return found[::-1]

    def _sentence(self, place: int) -> int:
        """Count the words of the text's sentence beyond one of its words."""
        told, many = self._match.told, 0
        while 0 <= place + self._step < len(told.keys) and not _SENTENCE_END.search(_gap(told, place, self._step)):
            place += self._step
            many += 1
        return many

    def _added(self, many: int) -> Change:
        told, at = self._match.told, self._at + self._step
        if self._step > 0:
            return added(self._message, at, at + many, told.spans[self._place][1])
        return added(self._message, at - many + 1, at + 1, told.spans[self._place][0])

    def _reach(self, word: int) -> int:
        """Count the words from `word` outwards that a reader takes for a part of the quote.

        Within quotation marks that is all of them. Without, it is a few words up to the end of the sentence, and of
        more the two nearest if they say no; and whatever echoes the words that the text has there.
        """
        if self._marked:
            return abs(self._bound - word)
        nearest = range(word, self._bound, self._step)[:_EDGE]
        if self._echo(nearest):
            return len(nearest)
        for many, at in enumerate(range(word, self._bound, self._step)):
            beside = at - self._step
            signs = _BREAKS & set(self._message.between(min(at, beside), max(at, beside)))
            if signs and (many or not signs & _LINKS & set(self._signs())):
                return many
            if many == _EDGE:
                return 2 if any(meaning.negates(self._message.folded.words[near]) for near in nearest[:2]) else 0
        return abs(self._bound - word)

    def _signs(self) -> str:
        """Give what the text has between the quote and its next word."""
        return _gap(self._match.told, self._place, self._step)

    def _echo(self, nearest: range) -> bool:
        """Whether some words beside a quote are those that the text has there: then the quote goes on, changed."""
        told, place = self._match.told.keys, self._place + self._step * self._widened
        far = len(nearest) + 2
        there = told[place + 1 : place + 1 + far] if self._step > 0 else told[max(0, place - far) : place][::-1]
        for many, at in enumerate(nearest):
            key = self._message.keys[at]
            if many < len(there) and meaning.counts(key) and meaning.counts(there[many]):
                return True
            if key in (there if len(key) >= _TELLING else there[max(0, many - 1) : many + 2]):
                return True
        return False


def bounds(message: Message, start: int, end: int) -> tuple[int, int, bool]:
    """Give the marks around a quote: the smallest that hold all of it, and whether they are quotation marks."""
    around = [
        region
        for region in message.regions
        if region.mark != Mark.EMPHASIS and region.start <= start and end <= region.end
    ]
    if not around:
        return 0, len(message.keys), False
    region = min(around, key=lambda region: region.end - region.start)
    return region.start, region.end, region.mark == Mark.QUOTED


def _introduces(claim: Claim, text: str) -> bool:
    """Whether a claim only says who said it: "Osei said that", and not "Osei said it was not true that"."""
    words = fold(text[claim.start : claim.end]).words
    return len(words) <= _INTRODUCES and not any(meaning.negates(word) or meaning.limits(word) for word in words)


def _gap(told: Told, place: int, step: int) -> str:
    """Give what stands between a word of the text and the next one outwards."""
    if step > 0:
        return told.text[told.spans[place][1] : told.spans[place + 1][0] if place + 1 < len(told.spans) else None]
    return told.text[told.spans[place - 1][1] if place else 0 : told.spans[place][0]]
