"""Other forms of a word: what is written on to its beginning and its end where five letters are too few to tell.

Where a language has no stemmer, a word's first five letters are its stem (`analysis.py`). That keeps together the
forms of long words, but not those of short ones ("мова", "мовою"), nor those with a particle before them ("בית",
"בבית"). Nothing of this is kept in the index: an asked word is brought to its other forms, and these are looked up
beside it. They count for less (`scale.KIN`), since a word can look like a form of another one.

The particles and endings are those of the languages' grammars, written as they are folded. Arabic has a stemmer,
which leaves some of the particles where they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.search.analysis import STEM_LETTERS, stem

# What is left of a word without its particle or its ending has as many letters.
_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Grammar:
    """What a language writes before and after its words, and which vowel of the last syllable becomes which.

    `soft` are last consonants, each with what it becomes before the ending `softening` ("книга", "книзі"); `fleeting`
    are vowels that stand before a last consonant in some forms only ("жінок", "жінка").
    """

    letters: re.Pattern[str]
    before: str = ""
    after: str = ""
    vowels: tuple[tuple[str, str], ...] = ()
    soft: tuple[tuple[str, str], ...] = ()
    softening: str = ""
    fleeting: str = ""


_GRAMMARS = {
    "ar": _Grammar(
        re.compile("[\u0620-\u064a]+"),
        "و ف ب ل ك س ال وال فال بال كال لل وب ول وبال ولل",
    ),
    "he": _Grammar(
        re.compile("[\u05d0-\u05ea]+"),
        "ה ו ב ל כ מ ש וה וב ול וכ ומ וש שה שב של שמ מה כש ושה וכש",
    ),
    "uk": _Grammar(
        re.compile("[\u0430-\u044f\u0454\u0456\u0457\u0491]+"),
        after="а я у ю и і ї е є о й ь ом ем єм ою ею єю ам ям ами ями ах ях ів їв ей ові еві єві "
        "ий ій ого ього ому ьому им ім их іх ими іми ої",
        vowels=(("і", "о"), ("і", "е"), ("ї", "є"), ("о", "і"), ("е", "і"), ("є", "ї")),  # "рік", "року"
        soft=(("к", "ц"), ("г", "з"), ("х", "с")),
        softening="і",
        fleeting="ое",
    ),
}
_LAST_VOWEL = re.compile("([іїоеє])([^аеиоуюяєії]+)$")
_VOWELLED = re.compile("([^аеиоуюяєіїь])([ое])([^аеиоуюяєіїьй])$")
_UNVOWELLED = re.compile("([^аеиоуюяєіїьй])([^аеиоуюяєіїьй])$")


class Form(NamedTuple):
    """Another form of a word, folded, and its stem."""

    word: str
    stem: str


@lru_cache(maxsize=1_024)
def kin(word: str, language: str) -> tuple[Form, ...]:
    """Give other forms that a folded word may have in a language, but for those that have its stem."""
    grammar = _GRAMMARS.get(language)
    if grammar is None or not grammar.letters.fullmatch(word):
        return ()
    own = stem(word, language)
    formed = dict.fromkeys(form for base in _bases(word, grammar) for form in _formed(base, grammar))
    return tuple(form for form in (Form(other, stem(other, language)) for other in formed) if form.stem != own)


def _bases(word: str, grammar: _Grammar) -> list[str]:
    """Give what a word may have been formed of: itself, and what is left without a particle and without an ending."""
    longest = max((part for part in grammar.before.split() if _begins(word, part)), key=len, default="")
    found = dict.fromkeys((word, word.removeprefix(longest)))
    ends = grammar.after.split()
    found |= dict.fromkeys(base.removesuffix(part) for base in list(found) for part in ends if _ends(base, part))
    found |= dict.fromkeys(_hardened(word, grammar))
    found |= dict.fromkeys(other for base in list(found) for other in _changed(base, grammar))
    return list(found)


def _hardened(word: str, grammar: _Grammar) -> Iterator[str]:
    """Give what is left of a word without the ending before which its last consonant is another one."""
    if _ends(word, grammar.softening):
        yield from (word.removesuffix(soft) + hard for hard, soft in _softened(grammar) if word.endswith(soft))


def _softened(grammar: _Grammar) -> list[tuple[str, str]]:
    """Give last consonants, each with what it is with the ending before which it is another one."""
    return [(hard, soft + grammar.softening) for hard, soft in grammar.soft]


def _begins(word: str, part: str) -> bool:
    return word.startswith(part) and len(word) - len(part) >= _LEAST


def _ends(word: str, part: str) -> bool:
    return word.endswith(part) and len(word) - len(part) >= _LEAST


def _changed(base: str, grammar: _Grammar) -> Iterator[str]:
    last = _LAST_VOWEL.search(base) if grammar.vowels else None
    if last:
        yield from (base[: last.start()] + to + last[2] for vowel, to in grammar.vowels if vowel == last[1])
    if grammar.fleeting and len(base) > _LEAST:
        yield from (base[: end.start()] + end[1] + end[3] for end in _VOWELLED.finditer(base))
        bare = _UNVOWELLED.finditer(base)
        yield from (base[: end.start()] + end[1] + vowel + end[2] for end in bare for vowel in grammar.fleeting)


def _formed(base: str, grammar: _Grammar) -> Iterator[str]:
    """Form words of a base. What comes after as many letters as a stem has tells nothing more."""
    for before in ("", *grammar.before.split()):
        begun = before + base
        yield begun
        if len(begun) < STEM_LETTERS:
            yield from (begun + after for after in grammar.after.split())
        if len(begun) <= STEM_LETTERS:
            yield from (begun.removesuffix(hard) + soft for hard, soft in _softened(grammar) if begun.endswith(hard))
