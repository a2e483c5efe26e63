"""Which parts of a message are a passage's words, exactly or nearly. What `spot` and `check` start from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.quotation.alignment import Alignment, align
from bot.quotation.folding import fold
from bot.quotation.marked import Mark
from bot.quotation.message import Message
from bot.quotation.regions import around, cut
from bot.quotation.seeds import Seed, Seeds
from bot.quotation.shingles import RUN
from bot.quotation.texts import Handle, Texts, Told

# Words that a quote must have in common with a passage, less what differs. Five words in a row are often a set phrase
# ("at the beginning of the year"), seven in a row seldom are; in a long message that is mostly about something else,
# chance has more room. A message that is nothing but the quote, or words marked as a quote, need fewer.
ENOUGH = 5.5
ENOUGH_ASIDE = 6.5
ENOUGH_WHOLE = 4.0
ENOUGH_MARKED = 3.0
# Other words of the same passage, right beside those that were found.
ENOUGH_BESIDE = 3.0
FEWEST_WHOLE = 5
# A run of fewer than this many words counts only if few passages have it.
_LONG = 12
_SET_PHRASE = 8

_MOST = 40
_TRIED = 6
_WIDENED = 4
# So many other words may lie between two parts of one passage.
_OVER = 2
_BREAK = re.compile(r"[.!?…:;\n\"“”„«»()|*>`_—–。！？]|\s-\s")
_SENTENCE_END = re.compile(r"[.!?…。！？؟][\"”’»)\]]*$")


@dataclass(slots=True)
class Match:
    """A part of a message that is a part of a passage; `also` are other passages that have the same words."""

    told: Told
    alignment: Alignment
    also: tuple[Handle, ...] = ()

    @property
    def handle(self) -> Handle:
        """The passage."""
        return self.told.handle

    @property
    def said(self) -> tuple[int, int]:
        """The words of the message."""
        return self.alignment.start, self.alignment.end


def matches(text: str, texts: Texts, *, claimed: bool = False) -> tuple[Message | None, list[Match]]:
    """Find the parts of a message that are passages' words, in the order of the message.

    `claimed` says that the whole text is put forward as a quote. The message is None where it shares nothing.
    """
    folded = fold(text)
    seeds = texts.seeds(folded.keys)
    if not seeds.candidates:
        return None, []
    message = Message(folded)
    found = _Search(message, texts, seeds, claimed=claimed).run()
    found.sort(key=lambda match: match.alignment.start)
    return message, found


class _Search:
    """Takes the best passage, then the best for the words that are left, and so on."""

    def __init__(self, message: Message, texts: Texts, seeds: Seeds, *, claimed: bool) -> None:
        self.claimed = claimed
        self.message = message
        self.texts = texts
        self.seeds = seeds
        self.covered = bytearray(len(message.keys))
        self.found: list[Match] = []

    def run(self) -> list[Match]:
        """Give the matches: the best for what is left, one by one; one for each quote without any; what is beside."""
        while len(self.found) < _MOST and self.covered.count(0) >= RUN and (match := self._best(self._left())):
            self._take(match)
        for region in self.message.regions:
            if region.end - region.start >= 3 and not any(self.covered[region.start : region.end]):
                inside = [
                    (handle, kept)
                    for handle, seeds in self.seeds.candidates
                    if (kept := [seed for seed in seeds if region.start <= seed[0] and seed[0] + 3 <= region.end])
                ]
                if inside and (match := self._best(inside)):
                    self._take(match)
        if self.found and 0 in self.covered:
            self._companions()
            self._widen()
        return self.found

    def _companions(self) -> None:
        """Look next to each match for other words of the same passage: a clause that was moved."""
        by_handle = dict(self.seeds.candidates)
        for match in list(self.found):
            seeds = [seed for seed in by_handle.get(match.handle, ()) if not self.covered[seed[0] + 1]]
            if not seeds:
                continue
            for alignment in self._aligned(match.told, seeds):
                fit = self._uncovered(alignment)
                if fit and fit.score >= ENOUGH_BESIDE and _beside(fit, match) and not self._walled(fit, match):
                    self._take(Match(match.told, fit))

    def _walled(self, found: Alignment, match: Match) -> bool:
        """Whether a quotation mark parts an alignment from a match."""
        low, high = min(found.end, match.said[1]), max(found.start, match.said[0])
        return any(low <= wall <= high for wall in self.message.walls)

    def _widen(self) -> None:
        """Take in the few words that are left beside each match, now that it is known which are left."""
        for match in self.found:
            region = around(self.message.regions, match.alignment, match.told)
            low, high = (region.start, region.end) if region else (0, len(self.message.keys))
            match.alignment = self._widened(match.alignment, match.told, low, high)
            start, end = match.said
            self.covered[start:end] = b"\1" * (end - start)

    def _take(self, match: Match) -> None:
        self.found.append(match)
        start, end = match.said
        self.covered[start:end] = b"\1" * (end - start)

    def _aligned(self, told: Told, seeds: Sequence[Seed]) -> list[Alignment]:
        message = self.message
        return align(message.keys, told.keys, seeds, message.ellipses, message.walls)

    def _left(self) -> list[tuple[Handle, list[Seed]]]:
        if not self.found:
            return self.seeds.candidates
        covered = self.covered
        left = []
        for handle, seeds in self.seeds.candidates[:200]:
            kept = [seed for seed in seeds if not covered[seed[0] + 1]]
            if kept:
                left.append((handle, kept))
        left.sort(key=lambda candidate: -len(candidate[1]))
        return left

    def _best(self, candidates: Sequence[tuple[Handle, list[Seed]]]) -> Match | None:
        best: Match | None = None
        also: list[Handle] = []
        shared = 0
        for number, (handle, seeds) in enumerate(candidates):
            if number >= _TRIED or (best and _hopeless(len(seeds), shared, best.alignment)):
                break
            told = self.texts.told(handle)
            for alignment in self._aligned(told, seeds):
                fit = self._accepted(alignment, told)
                if fit is None:
                    continue
                if best is None or fit.score > best.alignment.score + 1e-9:
                    best, also, shared = Match(told, fit), [], len(seeds)
                elif fit.score == best.alignment.score and handle != best.handle and fit.start == best.alignment.start:
                    also.append(handle)
        if best and also:
            best = self._settled(best, also)
        return best

    def _settled(self, best: Match, also: list[Handle]) -> Match:
        """Of passages that fit equally well take one whose written words agree, then the first by id."""
        same = [best, *(m for handle in also if (m := self._again(best, handle)))]
        said = self.message.folded.words[slice(*best.said)]
        same.sort(
            key=lambda m: (m.told.words[m.alignment.first : m.alignment.last] != said, self.texts.passage(m.handle))
        )
        return Match(same[0].told, same[0].alignment, tuple(m.handle for m in same[1:]))

    def _again(self, best: Match, handle: Handle) -> Match | None:
        told = self.texts.told(handle)
        seeds = dict(self.seeds.candidates)[handle]
        for alignment in self._aligned(told, seeds):
            fit = self._accepted(alignment, told)
            if fit and fit.start == best.alignment.start:
                return Match(told, fit)
        return None

    def _accepted(self, found: Alignment, told: Told) -> Alignment | None:
        region = around(self.message.regions, found, told)
        low, high = (region.start, region.end) if region else (0, len(self.message.keys))
        if found.start < low or found.end > high:
            short = cut(found, low, high)
            if short is None:
                return None
            found = short
        if self.found and 1 in self.covered[found.start : found.end]:
            short = self._uncovered(found)
            if short is None:
                return None
            found = short
        wide = self._widened(found, told, low, high)
        aside = region is None and 2 * (wide.end - wide.start) < len(self.message.keys)
        if wide.score >= (ENOUGH_ASIDE if aside else ENOUGH):
            return found if region or self._uncommon(found, aside=aside) else None
        if (wide.start > low or wide.end < high) and not (self.claimed and self._sentence(found, low, high)):
            return None
        many = wide.end - wide.start
        if (region or self.claimed) and wide.score >= ENOUGH_MARKED and wide.score >= 0.7 * many:
            return found if region is None or region.mark != Mark.EMPHASIS or many >= FEWEST_WHOLE else None
        return found if wide.score >= ENOUGH_WHOLE and many >= FEWEST_WHOLE else None

    def _sentence(self, found: Alignment, low: int, high: int) -> bool:
        """Whether an alignment is a sentence, word for word, and hardly anything stands beside it: "Edit: …", "[1]"."""
        if (
            not found.whole
            or found.end - found.start < FEWEST_WHOLE
            or max(found.start - low, high - found.end) > _OVER
        ):
            return False
        before = found.start == low or _BREAK.search(self.message.between(found.start - 1, found.start))
        after = found.end == high or _BREAK.search(self.message.between(found.end - 1, found.end))
        return bool(before and after)

    def _uncovered(self, found: Alignment) -> Alignment | None:
        """Leave out words at the ends that are covered already; None where some are in between."""
        start, end = found.start, found.end
        while start < end and self.covered[start]:
            start += 1
        while start < end and self.covered[end - 1]:
            end -= 1
        if end - start < 3 or 1 in self.covered[start:end]:
            return None
        return cut(found, start, end)

    def _uncommon(self, found: Alignment, *, aside: bool) -> bool:
        """Whether an alignment is long, or some of its runs (of an aside, a third) stand in few places."""
        if found.end - found.start >= _LONG:
            return True
        places = self.seeds.places
        known = [places[at] for at in range(found.start, found.end - 2) if at in places]
        rare = sum(many <= _SET_PHRASE for many in known)
        return rare * 3 >= len(known) if aside else rare > 0

    def _widened(self, found: Alignment, told: Told, low: int, high: int) -> Alignment:
        """Take in a few other words at an end of the quote: where a sentence's first or last word was changed."""
        most = max(1, min(_WIDENED, (found.end - found.start) // 4))
        start, first, end, last = found.start, found.first, found.end, found.last
        if start > low and (many := self._loose(start, -1, low, high, most)):
            start -= many
            while many and first and not _SENTENCE_END.search(_before(told, first)):
                first, many = first - 1, many - 1
        if end < high and (many := self._loose(end - 1, 1, low, high, most)):
            end += many
            while many and last < len(told.keys) and not _SENTENCE_END.search(_before(told, last)):
                last, many = last + 1, many - 1
        if (start, end) == (found.start, found.end):
            return found
        cost = 0.5 * (found.start - start + end - found.end)
        return Alignment(found.pairs, found.score - cost, start, end, first, last, False)

    def _loose(self, word: int, step: int, low: int, high: int, most: int) -> int:
        """Count the words next to a quote up to where a sentence or a mark ends, if they are at most so many."""
        many = 0
        while True:
            following = word + step
            if not low <= following < high or self.covered[following]:
                return many
            gap = self.message.between(min(word, following), max(word, following))
            if _BREAK.search(gap):
                return many
            many += 1
            if many > most:
                return 0
            word = following


def _before(told: Told, word: int) -> str:
    """Give what stands between the word before and this one."""
    return told.text[told.spans[word - 1][0] : told.spans[word][0]].rstrip()


def _hopeless(seeds: int, shared: int, best: Alignment) -> bool:
    """Whether a passage has too few runs in common to be better than the best, which has `shared`."""
    return seeds * 4 < shared or (best.whole and seeds + 2 < best.score)


def _beside(found: Alignment, match: Match) -> bool:
    """Whether an alignment follows a match, or comes before it, with at most two other words between."""
    return -1 < found.start - match.said[1] <= _OVER or -1 < match.said[0] - found.end <= _OVER
