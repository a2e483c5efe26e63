"""What is known to be a word, so that it is not taken for a misspelt one: "price" is no "prime".

For Latin letters, the table of `sense.py` tells: a piece with the space before it is a word that stood often where the
table was made, and what has a word's stem is a form of it. Nine of ten frequent English words are known so; a rare one
is not, and no list of other languages comes with the bot but that of the synonyms (decision note 189).
"""

import re
from functools import cache

from bot.search.analysis import stems_of
from bot.search.sense import LANGUAGE, SPACE, table

# A shorter piece is more often a beginning than a word.
_LEAST = 3
# What inflection leaves behind a stem. Other endings make words of beginnings ("gover", "goverment").
_ENDINGS = frozenset(["", "s", "e", "es", "ed", "er", "ers", "est", "ing", "ings", "y", "ly"])
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
    """Whether a folded word is known to be a word, or a form of one."""
    return word in _words() or (word.isascii() and word.isalpha() and _is_form(word))


def _is_form(word: str) -> bool:
    (root,) = stems_of([word], LANGUAGE)
    rest = word.removeprefix(root)
    doubled = bool(rest) and rest[0] == root[-1]
    return root in _stems() and (rest in _ENDINGS or (doubled and rest[1:] in _ENDINGS))


def spelt_alike(word: str, other: str) -> bool:
    """Whether two English words are one, spelt as in Britain and as in America."""
    return _american(word) == _american(other)


def _american(word: str) -> str:
    for british, american in _SPELT:
        word = british.sub(american, word)
    return word


@cache
def _words() -> frozenset[str]:
    return frozenset(piece[1:] for piece in table().rows if piece[0] == SPACE and len(piece) > _LEAST)


@cache
def _stems() -> frozenset[str]:
    return frozenset(stems_of(sorted(_words()), LANGUAGE))
