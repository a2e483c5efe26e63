"""Letters that stand for others: look-alikes of other scripts, digits for letters, accents.

They are folded only to *find* words. Whether a wording is exact is decided on the words as they were written.
"""

import re
import unicodedata

# Unicode's confusables (UTS 39), as far as Latin small letters have one in Cyrillic or Greek.
_ALWAYS = {
    "а": "a", "е": "e", "і": "i", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "ј": "j", "ѕ": "s", "һ": "h",
    "ԁ": "d", "ԛ": "q", "ԝ": "w", "ο": "o", "α": "a", "ν": "v", "ι": "i", "ӏ": "l", "ɡ": "g", "ո": "n", "ѵ": "v",
}  # fmt: skip
# Those whose capital letters look alike; they count only in a word that has Latin letters too.
_MIXED = _ALWAYS | {
    "в": "b", "к": "k", "м": "m", "н": "h", "т": "t", "ρ": "p", "υ": "u", "τ": "t", "κ": "k", "ε": "e", "η": "n",
    "χ": "x", "μ": "m",
}  # fmt: skip
_LOOK_ALIKE = str.maketrans(_MIXED)
_DIGITS = str.maketrans("01345789", "oieastbg")
_LATIN = re.compile(r"[a-z\u00df-\u024f]")
_ACCENTED = re.compile(r"[\u00df-\u024f\u1e00-\u1eff]")
_MARKS = re.compile(r"[\u0300-\u036f]")
_SEPARATORS = re.compile(r"[^\w]|_")


def loosen(word: str) -> str:
    """Give the form under which a folded word is found: without apostrophes, signs, accents and disguises."""
    if not word.isascii():
        word = _undisguised(word)
    bare = _SEPARATORS.sub("", word) or word
    if bare.isalpha() or bare.isdigit():
        return bare
    return bare.translate(_DIGITS)


def _undisguised(word: str) -> str:
    latin = _LATIN.search(word) is not None
    if latin or all(letter in _ALWAYS for letter in word):
        word = word.translate(_LOOK_ALIKE)
    if latin and _ACCENTED.search(word):
        word = _MARKS.sub("", unicodedata.normalize("NFD", word)).replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    return word
