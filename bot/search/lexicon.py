"""What is known to be a word, so that it is not taken for a misspelt one: "price" is no "prime".

A file tells of the 88,000 words and forms of an American spelling dictionary, SCOWL's (`lexicon.LICENSE`, made by
`tools/lexicon.py`), whether a word is one of them, in sixteen bits a word: a Bloom filter (Bloom, "Space/time
trade-offs in hash coding with allowable errors", 1970), so that one of two thousand others passes for a word, too. No
list of other languages comes with the bot but that of the synonyms (decision notes 189 and 192).
"""

import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

FILE = Path(__file__).with_name("lexicon.filter")
# How many bits tell of a word: the best there is for sixteen bits a word.
_KEYS = 11
# What Britain and America spell otherwise, as America does: "colour", "centre", "organise", "defence", "dialogue".
_SPELT = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"(?<=\w\w)our", "or"),
        (r"(?<=[bcdhtv])re(?=s?$)", "er"),
        (r"(?<=\w\w\w)[iy]s(?=(?:e|ed|es|er|ers|ing|ation|ations)$)", "iz"),
        (r"(?<=\w\wen)c(?=es?$)", "s"),
        (r"(?<=og)ue", ""),
        (r"ll(?=(?:ed|ing|er|ers)$)", "l"),
    )
)


def is_word(word: str) -> bool:
    """Whether a folded word is known to be an English word, or a form of one, as it is or as America spells it."""
    return word.isascii() and word.isalpha() and (_stands(word) or _stands(_american(word)))


def places(word: str, total: int) -> Iterator[int]:
    """Give the bits, of so many, that tell of a word (Kirsch and Mitzenmacher, 2006, "Less hashing")."""
    told = blake2b(word.encode(), digest_size=16).digest()
    first, second = int.from_bytes(told[:8], "little"), int.from_bytes(told[8:], "little")
    return ((first + key * second) % total for key in range(_KEYS))


def spelt_alike(word: str, other: str) -> bool:
    """Whether two English words are one, spelt as in Britain and as in America."""
    return _american(word) == _american(other)


def _american(word: str) -> str:
    for british, american in _SPELT:
        word = british.sub(american, word)
    return word


def _stands(word: str) -> bool:
    bits = _filter()
    return all(bits[at >> 3] >> (at & 7) & 1 for at in places(word, len(bits) * 8))


@cache
def _filter() -> bytes:
    return FILE.read_bytes()
