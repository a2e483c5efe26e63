"""What passages are measured against: the terms of a question with what they weigh, and how much makes an answer."""

import math
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.search.letters import NO_LETTERS, Letters
from bot.search.question import Term
from bot.search.sense import NO_SENSE, Sense

# A passage answers only if it has more than a fifth of what is asked: one word of five equal ones is no answer.
LEAST_SHARE = 0.2
# Texts are about a question of more than two words only if a passage has so much of it: more with each tenfold of
# passages, since among more of them chance alone brings more of the words together.
FEW_WORDS = 2
ABOUT_SHARE, ABOUT_TENFOLD = 0.35, 0.05
# Where passages tell how near they come in meaning (from 0 to 1), that and what one has of the question must be so much
# together. Who has so much of it needs no nearness.
NEAR_SHARE, NEAR_TENFOLD = 0.55, 0.1
SURELY = 0.7
# A question that was cut down to what it is about is held to so much more, however short it is.
ABOUT_CUT = 0.1
# Short passages say the same in other words: there it is enough, too, if what a passage has of a question and how near
# it comes in meaning (from 0 to 1) are so much more together.
MEANT = 0.5
# A word that stands nearly everywhere still is so much of a question, of what the rarest word would be.
LEAST_CLAIM = 1 / 3
# A long question (a whole message) is measured by its heaviest words, since no passage can have all of them.
HEAVIEST = 8
# What another form of a word counts where the word itself counts one.
KIN = 0.5
# A word of whose letters less than that stands in a passage isn't in it in any form.
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term, what it weighs in the score, and its claim: how much of the question it is.

    A term that stands nowhere weighs as much as one that stands once. `sought` is how its stems stand in records,
    `kin` how those of its other forms do, `among` how many passages there are; `others` are its synonyms, as much of
    the question as it is.
    """

    term: Term
    weight: float
    claim: float
    present: bool
    sought: tuple[str, ...]
    among: int = 1
    kin: tuple[str, ...] = ()
    others: tuple["Weighed", ...] = ()

    @classmethod
    def of(cls, term: Term, having: int, total: int, kin: tuple[str, ...] = ()) -> "Weighed":
        """Weigh a term that `having` of `total` passages have. `kin` are those stems of its other forms that stand."""
        weight = idf(having, total)
        claim = max(weight, LEAST_CLAIM * idf(1, total))
        return cls(
            term, weight, claim, having > 0, tuple(f" {s} " for s in term.stems), total, tuple(f" {s} " for s in kin)
        )


@dataclass(frozen=True, slots=True)
class Scale:
    """What a passage is measured against: the question's terms and phrases, and the mean length in words.

    To be an answer, a passage must have more of the terms' claims than `least`. `sense` counts in the order,
    `meaning` for whether anything is about the question. `cut` says that words with which it was
    asked are left out: none of those tells any more that nothing is about it.
    """

    terms: tuple[Weighed, ...]
    phrases: tuple[tuple[str, ...], ...]
    mean_length: float
    least: float = 0.0
    letters: Letters = NO_LETTERS
    sense: Sense = NO_SENSE
    meaning: Sense = NO_SENSE
    cut: bool = False

    @property
    def asked(self) -> float:
        """How much is claimed. Of words that stand in the texts, in several scripts, those of the one that claims most
        do: a passage mostly is in one. Words that stand nowhere are in none, so that it makes no difference which.
        """
        scripts: defaultdict[str, list[Weighed]] = defaultdict(list)
        for item in self.terms:
            scripts[_script(item.term.word) if item.present else ""].append(item)
        nowhere = scripts.pop("", [])
        return max((_asked([*items, *nowhere]) for items in scripts.values()), default=_asked(nowhere))

    @property
    def enough(self) -> float:
        """How much of the claims some passage must have, or else nothing in the texts is about the question."""
        return self._level(ABOUT_SHARE, ABOUT_TENFOLD) if self.telling else self.least

    @property
    def near_enough(self) -> float:
        """How much of the claims it must have together with its nearness, as a part of what is claimed."""
        return self._level(NEAR_SHARE, NEAR_TENFOLD)

    @property
    def telling(self) -> bool:
        """Whether a question says so much that passages can have too little of it: more than two words, no phrase."""
        return bool(self.terms) and not self.phrases and (len(self.terms) > FEW_WORDS or self.cut)

    def _level(self, share: float, tenfold: float) -> float:
        level = share + tenfold * math.log10(max(self.terms[0].among, 1))
        return (level + (ABOUT_CUT if self.cut else 0.0)) * self.asked

    @property
    def loosened(self) -> "Scale | None":
        """The same without its phrases; None where nothing was asked but one phrase, so that it is all that counts."""
        phrased = {word for phrase in self.phrases for word in phrase}
        others = len(self.phrases) > 1 or any(item.term.word not in phrased for item in self.terms)
        return replace(self, phrases=()) if self.phrases and others else None

    @classmethod
    def of(
        cls,
        terms: Sequence[Weighed],
        phrases: tuple[tuple[str, ...], ...],
        mean_length: float,
        letters: Letters = NO_LETTERS,
    ) -> "Scale":
        """Make the scale of a question. Where it has no terms, phrases of stop words are all that counts."""
        least = LEAST_SHARE * _asked(terms) + 1e-9 if terms else -1.0
        return cls(tuple(terms), phrases, mean_length, least, letters)


def _asked(terms: Sequence[Weighed]) -> float:
    """Sum up what a question claims."""
    return sum(sorted((item.claim for item in terms), reverse=True)[:HEAVIEST])


def _script(word: str) -> str:
    """Name the script of a word by its first letter."""
    return unicodedata.name(word[0], "").partition(" ")[0]


def idf(having: int, total: int) -> float:
    """Weigh a term that `having` of `total` passages have."""
    having = min(max(having, 1), total)
    return math.log(1 + (total - having + 0.5) / (having + 0.5))
