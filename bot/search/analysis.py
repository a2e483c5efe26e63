"""From letters to what is compared: words, their folded form, and their stem. Everything about languages stands here.

A word is a run of letters and digits with their combining marks: "Ada's" holds "ada", and "anti-war" holds "war".
Letters with full stops between them are one word ("U.S." is "u.s"): alone, each of them would hold nothing.
Nobody sees soft hyphens, joiners and marks of direction: they part no word.
Folding drops what people type differently: case, Latin accents, Hebrew points, Arabic vowel signs, the dots of a ё.
Stems come from Snowball through tantivy; of words in languages without a stemmer, the first letters are the stem.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import tantivy

from bot.search.stopwords import OWN, STOP_FILTERS

# The combining marks of Latin, Hebrew, Arabic and the Indic scripts: `\w` leaves them out, and words would fall apart.
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
)
# What nobody sees: soft hyphens, spaces and joiners without width, marks of direction, selectors of a sign's look.
_UNSEEN = "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
# Thai, Lao, Burmese and Khmer write no spaces: there, a space without width parts words.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_LETTER = r"[^\W_\u02bc]"
_ABBREVIATED = r"(?<![\w.])[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?"
_WORD = re.compile(rf"{_ABBREVIATED}|{_LETTER}+(?:[{_MARKS}]+{_LETTER}*|[{_UNSEEN}]+(?![{_UNSPACED}]){_LETTER}+)*")
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
# What makes no difference to a text of ASCII alone, and what does: a full stop between letters.
_PLAIN = re.compile(r"[a-z0-9]+")
_DOTTED = re.compile(r"[A-Za-z]\.[A-Za-z]")
_STRIPPED = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ı": "i", "ё": "е"}
)
_CYRILLIC = re.compile(r"[\u0400-\u052f]")

_STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}

# Of the words of a language without a stemmer, as many letters are the stem: what comes after them mostly is inflection
# (truncation at five was best for most languages in McNamee and Mayfield, 2004).
STEM_LETTERS = 5

# A text that doesn't say its language is read as English: the stemmer only touches English endings of Latin letters.
DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its folded form and where it stands, in code points."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Split a text into its words, with their places."""
    return [Token(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]


def surfaces(text: str) -> list[str]:
    """Split a text into its words as they stand there."""
    return _WORD.findall(text)


def words(text: str) -> list[str]:
    """Split a text into its folded words."""
    if text.isascii() and not ("." in text[:-1] and _DOTTED.search(text)):  # as most English sentences are
        return _PLAIN.findall(text.lower())
    return [fold(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """Give the form in which a word is compared."""
    lowered = word.lower().rstrip(".")
    if lowered.isascii():
        return lowered
    folded = unicodedata.normalize("NFKC", _INVISIBLE.sub("", lowered)).casefold()
    if not _CYRILLIC.search(folded):  # й and ї are letters of their own, not an и and an і with marks
        folded = unicodedata.normalize("NFC", _STRIPPED.sub("", unicodedata.normalize("NFD", folded)))
    return "".join(_WORD.findall(folded.translate(_LETTERS))) or lowered


@lru_cache(maxsize=256)
def language_of(code: str | None) -> str:
    """Give the two letters of a language by which its analysis is known; `en` where a text doesn't say."""
    return re.split(r"[-_]", code)[0].lower() if code else DEFAULT_LANGUAGE


def stemmed(language: str) -> bool:
    """Whether there is a stemmer for a language."""
    return language in _STEMMERS


@lru_cache(maxsize=16_384)
def stem(word: str, language: str) -> str:
    """Give the stem of a folded word."""
    return stemming(language)(word)


@cache
def stemming(language: str) -> Callable[[str], str]:
    """Give what stems the folded words of a language, one by one, and remembers none."""
    if language not in _STEMMERS:
        return lambda word: word[:STEM_LETTERS] if word.isalpha() else word
    analyze = _stemmer(language).analyze

    def stemmed(word: str) -> str:
        """Give the stem, or the word itself where none comes out."""
        found = analyze(word)
        return found[0] if found and found[0] else word

    return stemmed


def stems_of(folded: Sequence[str], language: str) -> list[str]:
    """Give the stems of many folded words, in order, in a fraction of the time that each alone would take."""
    if language not in _STEMMERS:
        return list(map(stemming(language), folded))
    found = _stemmer_of_many(language).analyze(" ".join(folded))
    if len(found) != len(folded):  # a word holds what tantivy takes for a space
        return list(map(stemming(language), folded))
    return [stem or word for stem, word in zip(found, folded, strict=True)]


@cache
def _stemmer_of_many(language: str) -> tantivy.TextAnalyzer:
    chain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return chain.filter(tantivy.Filter.stemmer(_STEMMERS[language])).build()


@cache
def _stemmer(language: str) -> tantivy.TextAnalyzer:
    chain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw())
    return chain.filter(tantivy.Filter.stemmer(_STEMMERS[language])).build()


def stems(folded: Iterable[str], language: str) -> list[str]:
    """Give the stems of folded words, in order."""
    return [stem(word, language) for word in folded]


@lru_cache(maxsize=16_384)
def is_stop(word: str, language: str) -> bool:
    """Whether a folded word of that language only holds sentences together, or only asks ("what", "say")."""
    return stopping(language)(word)


@cache
def stopping(language: str) -> Callable[[str], bool]:
    """Give what tells the stop words among the folded words of a language, one by one, and remembers none."""
    own = _own_stop_words(language)
    passing = _stop_filter(language).analyze if language in STOP_FILTERS else None

    def stops(word: str) -> bool:
        """Whether it is a stop word, or a single letter."""
        if word in own or _is_letter(word):
            return True
        return passing is not None and not passing(word)

    return stops


def stops_among(folded: Collection[str], language: str) -> set[str]:
    """Give the stop words among many folded words, in a fraction of the time that each alone would take."""
    own = _own_stop_words(language)
    if language not in STOP_FILTERS:
        return {word for word in folded if word in own or _is_letter(word)}
    passed = set(_stop_filter_of_many(language).analyze(" ".join(folded)))
    return {word for word in folded if word not in passed or word in own or _is_letter(word)}


@cache
def _stop_filter_of_many(language: str) -> tantivy.TextAnalyzer:
    chain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return chain.filter(tantivy.Filter.stopword(STOP_FILTERS[language])).build()


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isascii() and word.isalpha()


@cache
def _own_stop_words(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in OWN.get(language, ()))


@cache
def _stop_filter(language: str) -> tantivy.TextAnalyzer:
    chain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw())
    return chain.filter(tantivy.Filter.stopword(STOP_FILTERS[language])).build()
