"""What a question's words are read as, and read also as, in the texts that there are.

A word or phrase that no text has is put in the place of by the one of its group that most passages have; if it has
several meanings, of the first that stands there. From there on the question is what it would be if that had been asked,
so that `why` keeps no word that isn't in the texts. One that stands in them is read also as the others of its group
that do. These are its own words' equals for what is enough of a
question (`claim`), and count for less in the order: a passage that has both is counted once, by the word itself
(Pirkola, "The Effects of Query Structure and Dictionary Setups in Dictionary-Based Cross-Language Information
Retrieval", 1998, treats the translations of a word as one word, too).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.search.analysis import stem
from bot.search.finding import ReadAs
from bot.search.querying import count, every_of, phrase, weighed_of
from bot.search.question import Term, term_of
from bot.search.records import Searcher
from bot.search.scale import Weighed
from bot.search.synonyms.groups import Entry, meaningless
from bot.search.synonyms.table import Reading, Synonyms

# What a synonym counts of what its word would.
DISCOUNT = 0.7
# The words that one is read also as: those that most passages have.
MOST = 8

# Languages with the same letters, in which one word may be two.
_ALIKE = {"uk": "ru", "ru": "uk"}
# Passages with all words of a phrase that are looked at for it, where it stands nowhere just as it is written.
_LOOKED_THROUGH = 20


@dataclass(frozen=True, slots=True)
class _Standing:
    """An entry as it is weighed by itself."""

    entry: Entry
    item: Weighed


class Widening:
    """Reads questions by groups of synonyms, against the texts of one moment; remembers nothing that was asked."""

    def __init__(self, synonyms: Synonyms, searcher: Searcher, languages: Sequence[str]) -> None:
        self._synonyms, self._searcher, self._languages = synonyms, searcher, tuple(languages)
        self._known: dict[Entry, _Standing] = {}

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in a group by itself, though nothing of that group may stand in the texts."""
        return any(len(found.entry.words) == 1 for found in self._synonyms.readings((word,)))

    def replaced(
        self, terms: Sequence[Term], marked: Collection[str], spelt: Synonyms
    ) -> tuple[tuple[Term, ...], ReadAs]:
        """Put what stands in the texts in the place of words that don't; says what was read as what.

        Words that are `marked`, in phrases that stand in the texts, are left as they are. `spelt` are other spellings
        of this question's words, which count where the groups have nothing.
        """
        if all(map(self._stands, terms)):
            return tuple(terms), ()
        kept: dict[str, Term] = {}
        told: list[tuple[str, tuple[str, ...]]] = []
        begins: dict[int, _Standing] = {}
        gone: set[int] = set()
        for places, found, _ in self._readings([term.word for term in terms], marked, spelt):
            if not gone.isdisjoint(places):
                continue
            best = None if all(self._stands(terms[at]) for at in places) else self._best(found)
            if best:
                told.append((found.entry.written, (best.entry.written,)))
                begins[places[0]] = best
                gone.update(places, _rest(terms, places[-1] + 1, found.entry))
        for at, term in enumerate(terms):
            if at in begins:
                kept.update((word, term_of(word, self._languages)) for word in begins[at].entry.telling)
            elif at not in gone:
                kept[term.word] = term
        return tuple(kept.values()), tuple(told)

    def widened(
        self, items: Sequence[Weighed], marked: Collection[str], spelt: Synonyms
    ) -> tuple[list[Weighed], ReadAs]:
        """Give the words of a question that stand in the texts the others of their groups that do."""
        present = [item for item in items if item.present]
        words = [item.term.word for item in present]
        asked = {item.sought for item in present}
        given: dict[str, Weighed] = {}
        told: list[tuple[str, tuple[str, ...]]] = []
        for places, found, share in self._readings(words, marked, spelt):
            own = [present[at] for at in places]
            if any(item.term.word in given for item in own):
                continue
            # What stands in the texts is of no language that they are not in; what was asked is looked for anyway.
            unasked = (
                each for each in self._standing(found.others_but(self._foreign)) if each.item.sought not in asked
            )
            others = [each for each in unasked if not set(each.entry.telling) <= set(words)][:MOST]
            if others:
                told.append((found.entry.written, tuple(dict.fromkeys(other.entry.written for other in others))))
                beside = (replace(item, others=_beside(item, others, len(own), share)) for item in own)
                given.update((item.term.word, item) for item in beside)
        return [given.get(item.term.word, item) for item in items], tuple(told)

    def _readings(
        self, words: Sequence[str], marked: Collection[str], spelt: Synonyms
    ) -> Iterator[tuple[list[int], Reading, float]]:
        """Find entries in the words that carry meaning; gives the places of their words among all, and what the others
        of an entry count: as much as it does, where they are the same word.
        """
        telling = [at for at, word in enumerate(words) if word not in marked and not meaningless(word)]
        sought = [words[at] for at in telling]
        for groups, share in ((self._synonyms, DISCOUNT), (spelt, 1.0)):
            yield from ((telling[each.start : each.stop], each, share) for each in groups.readings(sought))

    def _stands(self, term: Term) -> bool:
        return weighed_of(term, self._searcher).present

    def _best(self, found: Reading) -> _Standing | None:
        """Give what stands in a reading's place: of its first meaning that stands, what most passages have."""
        return next((standing[0] for meaning in found.meanings if (standing := self._standing(meaning))), None)

    def _standing(self, entries: Iterable[Entry]) -> list[_Standing]:
        """Give the entries that stand in the texts, those first that most passages have; equal stems stand once."""
        every = (self._known.get(entry) or self._look_up(entry) for entry in entries if not self._foreign(entry))
        order = sorted((each for each in every if each.item.present), key=lambda each: each.item.weight)
        return list({each.item.sought: each for each in reversed(order)}.values())[::-1]

    def _foreign(self, entry: Entry) -> bool:
        """Whether the texts are in a language of the same letters, where an entry would be another word."""
        alike = _ALIKE.get(entry.language or "")
        return alike in self._languages and entry.language not in self._languages

    def _look_up(self, entry: Entry) -> _Standing:
        if len(entry.words) == 1:
            item = weighed_of(term_of(entry.words[0], self._languages), self._searcher)
        else:
            stems = (" ".join(stem(word, language) for word in entry.words) for language in self._languages)
            term = Term(" ".join(entry.words), tuple(dict.fromkeys(stems)))
            item = Weighed.of(term, self._in_a_row(entry, term), max(self._searcher.num_docs, 1))
        found = self._known[entry] = _Standing(entry, item)
        return found

    def _in_a_row(self, entry: Entry, term: Term) -> int:
        """Count the passages that have a phrase; where none has it just so, those of some that have it inflected."""
        there = all(self._searcher.doc_freq("words", word) for word in entry.words)
        if there and (exactly := count(self._searcher, phrase(entry.words))):
            return exactly
        found = 0
        for stems in term.stems:
            parts = stems.split(" ")
            if all(self._searcher.doc_freq("text", part) for part in parts):
                hits = self._searcher.search(every_of("text", parts), _LOOKED_THROUGH, count=False).hits
                found += sum(f" {stems} " in record.text for record in self._searcher.records(hits))
        return found


def _rest(terms: Sequence[Term], start: int, entry: Entry) -> Iterator[int]:
    """Give the places of words that end an entry and carry no meaning: the last letter of "перемир'я"."""
    after = len(entry.words) - 1 - entry.words.index(entry.telling[-1])
    for at in range(start, min(start + after, len(terms))):
        if not meaningless(terms[at].word):
            return
        yield at


def _beside(item: Weighed, others: Sequence[_Standing], words: int, share: float) -> tuple[Weighed, ...]:
    """Weigh synonyms of a word, or of one of the `words` of a phrase, by their `share`: no more than the word, nor than
    themselves.
    """
    weights = (share * min(item.weight, other.item.weight / words) for other in others)
    return tuple(
        replace(other.item, weight=weight, claim=item.claim) for other, weight in zip(others, weights, strict=True)
    )
