"""How well a passage fits a question, as a sum of signals that can be told (`why`).

tantivy gives the candidates; this order is the one that counts. The sum of

- `text`      BM25 over the passage's stems (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009),
- `letters`   the same over runs of four letters (`letters.py`), which counts as much as the words do,
- `synonyms`  both of these for words that stand in the place of asked ones (`synonyms/`), which count for less,
- `sense`     how near all words of a short passage in English come to the question's (`sense.py`),
- `headings`, `title`, `speaker`   a share of a term's weight for standing in the headings above, the title, a name;
            a title that has nearly all that was asked tells what its text is about, and counts for more,
- `together`  for asked words that stand near each other, by their distance in words,
- `coverage`  for how much of the question's weight the passage has, squared: two words beat one word twice,
- `phrase`    the weight of a phrase that was asked in marks

is the score. A term's weight is its idf, ln(1 + (N - n + 1/2) / (n + 1/2)) with n of N passages having it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bot.model import Signal
from bot.search.finding import Match
from bot.search.scale import MEANT, SURELY, Scale, Weighed
from bot.search.schema import Record
from bot.search.standing import Covered, Standing

# Words and letters count alike, and together as much as words alone would, beside the signals that follow.
EACH = 0.5
K1 = 1.2
B = 0.75
HEADINGS = 0.3
TITLE = 0.2
SPEAKER = 0.8
# A title that says nearly all that was asked, and in two words at least, tells what its text is about (note 200).
TITLED = 1.0
COVERAGE = 0.25
TOGETHER = 0.5
NEAR = 8
# Passages whose nearness is looked at for whether anything is about a question; hardly any is nearer than that.
_LIKELIEST, _NEAREST = 3, 0.5


def about(found: Iterable[Covered], scale: Scale) -> bool:
    """Whether any passage has enough of a question for the texts to be about it at all; its title counts here."""
    by_meaning = bool(scale.meaning.words) and scale.telling and not scale.sense.words
    surely = SURELY * scale.asked if by_meaning else scale.enough
    answering = [one for one in found if one.answers]
    if any(one.claim > surely for one in answering):
        return True
    told = [(one.record.words, one.claim) for one in answering]
    return _comes_near(told, scale) if by_meaning else _meant(told, scale)


def _comes_near(found: Iterable[tuple[str, float]], scale: Scale) -> bool:
    """Whether any of the passages that have most of a question has enough of it, together with how near it comes.

    What has no word that tells is in another script, and told by what it has alone.
    """
    asked, enough, level = scale.asked, scale.enough, scale.near_enough
    likely = (one for one in found if one[1] > level - _NEAREST * asked)
    best = sorted(likely, key=lambda one: -one[1])[:_LIKELIEST]
    # One after the other: mostly the first is near enough, and words that were not read yet take their time.
    near = (scale.meaning.nearness([words])[0] for words, _ in best)
    both = zip(best, near, strict=True)
    return any(claim + one * asked > level if one else claim > enough for (_, claim), one in both)


def _meant(found: Sequence[tuple[str, float]], scale: Scale) -> bool:
    """Whether any passage, with its words and what it has of a question, says the same in other words."""
    if not scale.sense.words:
        return False
    near = scale.sense.nearness([words for words, _ in found])
    enough = scale.enough + MEANT * scale.asked
    return any(claim + one * scale.asked > enough for (_, claim), one in zip(found, near, strict=True))


def rank(found: Iterable[Covered], scale: Scale) -> list[Match]:
    """Order the passages that answer, the best first; equals stand in reading order."""
    return _ordered((one for one in found if one.answers), scale)


def titled(found: Iterable[Covered], scale: Scale) -> list[Match]:
    """Order the passages of texts whose title has all that was asked: what such a text is about, though no passage
    says it.
    """
    return _ordered((one for one in found if one.titled), scale)


def nearest(found: Iterable[Covered], scale: Scale) -> list[Match]:
    """Order the passages that have something of the question, but too little to answer it."""
    return _ordered((one for one in found if not one.answers), scale)


def whole(scale: Scale) -> float:
    """Give what a passage of usual length gets for having every asked word once.

    `sense` is left out: it is a nearness in meaning itself, and nothing comes near the most that it could be.
    """
    breadth = COVERAGE if len(scale.terms) > 1 else 0.0
    return (1 + breadth) * sum(item.weight for item in scale.terms)


def _ordered(found: Iterable[Covered], scale: Scale) -> list[Match]:
    every = list(found)
    sense = scale.sense.values([one.record.words for one in every])
    matches = (_match(one, scale, near) for one, near in zip(every, sense, strict=True))
    return sorted(matches, key=lambda m: (-m.score, m.source, m.number))


def _match(covered: Covered, scale: Scale, sense: float) -> Match:
    record = covered.record
    signals = (*_signals(covered, scale), Signal("sense", sense, scale.sense.words))
    why = tuple(signal for signal in signals if signal.value > 0)
    score = sum(signal.value for signal in why)
    return Match(record.passage, score, why, record.source, record.number)


def _signals(covered: Covered, scale: Scale) -> Iterator[Signal]:
    record, there = covered.record, covered.terms
    standing = [found.item for found in there if found.times]
    length = _length(record, scale)
    yield _text([found for found in there if found.times and not found.instead], length)
    if scale.letters.runs:
        value, matched = scale.letters.score(record.words, length, K1)
        yield Signal("letters", EACH * value, matched)
    if instead := [found for found in there if found.times and found.instead]:
        yield _synonyms(record, instead, scale, length)
    if headings := [found.item for found in there if found.headings]:
        yield _field("headings", HEADINGS, headings)
    if title := [found.item for found in there if found.title]:
        yield _field("title", TITLE + TITLED if covered.titled and len(title) > 1 else TITLE, title)
    if names := [found.item for found in there if found.names]:
        yield _field("speaker", SPEAKER, names)
    if len(standing) > 1:
        yield _together(record, standing)
    if len(there) > 1:
        yield _coverage([found.item for found in there], scale)
    if scale.phrases:
        yield _phrase(record, scale)


def _length(record: Record, scale: Scale) -> float:
    return K1 * (1 - B + B * (record.text.count(" ") - 1) / scale.mean_length)


def _text(matched: Sequence[Standing], length: float) -> Signal:
    value = sum(found.item.weight * _often(found.times, length) for found in matched)
    return Signal("text", EACH * value, tuple(found.item.term.word for found in matched))


def _often(times: float, length: float) -> float:
    """Give BM25's part of a term's weight for standing so often in a passage of that length."""
    return times * (K1 + 1) / (times + length)


def _synonyms(record: Record, instead: Sequence[Standing], scale: Scale, length: float) -> Signal:
    """Count synonyms as their words would, letters included, as far as these letters don't stand there themselves."""
    value = 0.0
    for found in instead:
        letters = scale.letters.lacking(found.asked.term.word, record.words) if scale.letters.runs else 0.0
        part = found.item.weight / found.asked.weight if found.asked.weight else 0.0
        value += (found.item.weight + part * letters) * _often(found.times, length)
    return Signal("synonyms", EACH * value, _named(found.item for found in instead))


def _named(items: Iterable[Weighed]) -> tuple[str, ...]:
    """Name terms, each once: one synonym may stand for several words of a phrase."""
    return tuple(dict.fromkeys(item.term.word for item in items))


def _field(name: str, share: float, matched: Sequence[Weighed]) -> Signal:
    return Signal(name, share * sum(item.weight for item in matched), _named(matched))


def _together(record: Record, covered: Sequence[Weighed]) -> Signal:
    value, matched = 0.0, dict[str, None]()
    for first, second in pairwise(covered):
        apart = _apart(record.text, first, second)
        if apart <= NEAR:
            value += TOGETHER * min(first.weight, second.weight) / apart
            matched.update({first.term.word: None, second.term.word: None})
    return Signal("together", value, tuple(matched))


def _apart(text: str, first: Weighed, second: Weighed) -> int:
    """Count the words from the one to the other where they are nearest; 1 when they stand side by side."""
    ones, others = _places(text, first), _places(text, second)
    start, end = min(((a, b) for a in ones for b in others), key=lambda pair: abs(pair[0] - pair[1]))
    return max(text.count(" ", min(start, end) + 1, max(start, end) + 1), 1)


def _places(text: str, item: Weighed) -> list[int]:
    places: list[int] = []
    for word in (*item.sought, *item.kin):
        at = text.find(word)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + 1)
    return places


def _coverage(covered: Sequence[Weighed], scale: Scale) -> Signal:
    """Reward breadth. Words that stand in no text are left out, so that asking without them gives the same score."""
    whole = sum(item.weight for item in scale.terms if item.present)
    part = sum(item.weight for item in covered)
    return Signal("coverage", COVERAGE * part * part / whole, _named(covered))


def _phrase(record: Record, scale: Scale) -> Signal:
    weights = {item.term.word: item.weight for item in scale.terms}
    standing = [phrase for phrase in scale.phrases if f" {' '.join(phrase)} " in record.words]
    value = sum(1 + sum(weights.get(word, 0.0) for word in phrase) for phrase in standing)
    return Signal("phrase", value, tuple(" ".join(phrase) for phrase in standing))
