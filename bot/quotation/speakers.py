"""Who a message says the words are of, compared with who says them in the text."""

import re
import unicodedata
from collections.abc import Iterable

from bot.model import Misattribution, Speaker
from bot.quotation.claims import Claim
from bot.quotation.folding import fold
from bot.quotation.likeness import near

_LETTERS = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[a-z]")
# Consonants of other scripts as Latin ones, as far as names are concerned; vowels go, and v, which some write as one.
_SOUNDS = "bбבب gгґגجغ dдדدذض zжзזזزظj kкחכךקחحخقكхcq lлלل mмמםم nнנןن pпפ fфףف rрרر sсцчшщסצץשسشص tтטתتثط"
_CONSONANTS = str.maketrans({letter: row[0] for row in _SOUNDS.split() for letter in row[1:]} | {"x": "ks"})
_PAIRS = (("ch", "k"), ("sh", "s"), ("zh", "z"), ("ph", "f"), ("th", "t"), ("kh", "k"), ("ts", "s"), ("ck", "k"))
_CONSONANT = re.compile(r"[^bdfgklmnprstz]")


def misattribution(claim: Claim | None, speaker: Speaker) -> Misattribution | None:
    """Compare who a message says it was with who it is; where the text does not tell, there is nothing to compare."""
    if claim is None or speaker.name is None or same(claim.name, speaker.name):
        return None
    return Misattribution(claim.name, speaker)


def same(one: str, other: str) -> bool:
    """Whether two names can be one person's: their family names agree, or all that one of them has.

    Other transliterations, cases and scripts are allowed for; a first name alone does not make two names the same.
    """
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs:
        return True  # initials only
    alike = [any(_alike(a, b) for b in theirs) for a in ours]
    return alike[-1] or all(alike) or all(any(_alike(a, b) for a in ours) for b in theirs)


def _words(name: str) -> list[str]:
    return [word for key in fold(name).words if len(_LETTERS.findall(word := key.removesuffix("'s"))) > 1]


def _alike(one: str, other: str) -> bool:
    if one == other or one.removesuffix("s") == other.removesuffix("s") or near(one, other):
        return True
    if (_LATIN.search(one) is None) == (_LATIN.search(other) is None):
        return False
    return _sounds_like(skeleton(one), skeleton(other))


def _sounds_like(one: str, other: str) -> bool:
    return bool(one) and (one == other or (min(len(one), len(other)) > 1 and near(one, other)))


def skeleton(word: str) -> str:
    """Give a word's consonants in Latin letters: what stays of a name when it is written in another script."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(letter)
    )
    for pair, single in _PAIRS:
        plain = plain.replace(pair, single)
    return _CONSONANT.sub("", plain.translate(_CONSONANTS))


def name_words(names: Iterable[str]) -> frozenset[str]:
    """Give the words of some names in comparison form, without initials and particles."""
    return frozenset(
        word.casefold()
        for name in names
        for word in re.findall(r"[^\W\d_]{3,}", name)
        if not word.islower() or not word.isascii()
    )
