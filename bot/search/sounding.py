"""Names by their sound: "Зеленський" is read as "Zelensky" where only that stands in the texts, and so is "Selenskij".

A word's consonants are brought to eight classes of sound, as Soundex does, over Latin, Cyrillic, Hebrew and Arabic
letters. Words of the texts with the same classes in a row are compared letter by letter in Latin ones, without vowels
where a script doesn't write them; the likest one is taken if it is like enough.
"""

import re
from collections.abc import Callable
from itertools import product

import tantivy

from bot.search.lexicon import is_word
from bot.search.records import Searcher
from bot.search.schema import schema
from bot.search.subjects import is_subject
from bot.search.vocabulary import how_often, standing

# Shorter words, and those with fewer classes of consonants, would be like too many others.
_LEAST_LETTERS, _LEAST_CLASSES = 4, 3
# How like two names must be, of 100 (rapidfuzz's ratio): with their vowels, by their consonants alone, and where both
# are in one script, in which ordinary words are like each other, too.
_LIKE, _LIKE_IN_CONSONANTS, _LIKE_IN_ONE_SCRIPT = 75, 80, 80

_SAME = 100

_GUTTURAL = "kgqcхкгґקכךגחכقكغخ"
_CLASSES = (
    "bpfvwбпвфבפףبفڤ",
    "dtдтדטתدتضطث",
    "szcxсзшщцчжסזשצץسشزصظجچ",
    _GUTTURAL,
    "lлלل",
    "mмמםم",
    "nнנןن",
    "rрרر",
)
# Ukrainian writes an h with it, which names lose, and Russian a g.
_ASPIRATED = "г"
# What has two sounds, and letters that have only the other one: h and g, p and f.
_OTHERWISE = (str.maketrans("г", "ґ"), str.maketrans("פף", "فف"))
# Small words that Hebrew and Arabic write together with the next one: "and", "to", "from", "the". What is left of a
# name has to have so many classes, and to be so like: else any word is one behind a small word.
_JOINED = re.compile(
    "ו?(?:כש|[בלמהשכ])(?=[א-ת]{4})|ו(?=[א-ת]{4})|[وف]?(?:ال|لل|[بلك](?:ال)?)(?=[ء-ي]{4})|[وف](?=[ء-ي]{4})"
)
_LEAST_CLASSES_LEFT, _LIKE_LEFT = 4, 90
_SILENT = "aeiouyhjаеиоуыэюяіїєйьъאהויעاويعهةىأإآئؤء"
_LATIN = str.maketrans(
    dict(
        zip("абвгґдезиіїйклмнопрстуфхыэєьъ", "abvhgdeziiiiklmnoprstufhyee  ", strict=True),
        ж="zh",
        ц="ts",
        ч="ch",
        ш="sh",
        щ="sh",
        ю="yu",
        я="ya",
        **dict(zip("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "abgdhvzhtikklmmnnsappsskrst", strict=True)),
        **dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهويىة", "abttjhhddrzssstdzagfkklmnhviia", strict=True)),
    )
)
_UNVOWELLED = re.compile("[\u0590-\u06ff]")
_VOWELS = re.compile("[aeiouyhv ]")
_SCRIPTS = (
    re.compile("[a-z]"),
    re.compile("[\u0400-\u052f]"),
    re.compile("[\u0590-\u05ff]"),
    re.compile("[\u0600-\u06ff]"),
)


Spelt = Callable[[str], str | None]
"""Tells how the texts spell a folded word, None where that isn't known."""


def unknown(_: str) -> None:
    """Tell the spelling of no word."""


def sounding(word: str, searcher: Searcher, spelt: Spelt = unknown, *, known: bool = False) -> str | None:
    """Find the name of the texts that a folded word sounds like, in any script; None where there is none.

    What is `known` to be a word is only found as a name in another script. Where vowels don't tell, what the texts have
    is no name if it is known to be a word, or `spelt` small; and few consonants tell a name only if it is spelt as
    names are, or if they are just the same.
    """
    if len(word) < _LEAST_LETTERS or not word.isalpha():
        return None
    found = _sounding(word, searcher, _LEAST_CLASSES, spelt, known=known)
    joined = None if found or known else _JOINED.match(word)
    if not joined:
        return found
    name = word[joined.end() :]
    found = _sounding(name, searcher, _LEAST_CLASSES_LEFT, spelt)
    return found if found and _likeness(name, found) >= _LIKE_LEFT else None


def _sounding(word: str, searcher: Searcher, least: int, spelt: Spelt, *, known: bool = False) -> str | None:
    pattern = _pattern(word, least)
    if pattern is None:
        return None
    same = re.compile(pattern)
    found = standing(
        lambda field: tantivy.Query.regex_query(schema(), field, pattern),
        lambda other: same.fullmatch(other) is not None,
        searcher,
    )
    alike = [other for other in found if _likeness(word, other) > 0 and not (known and _script(word) == _script(other))]
    alike = [other for other in alike if not _bare(word, other) or _is_name(word, other, spelt, known=known)]
    return max(alike, key=lambda other: (_likeness(word, other), how_often(other, searcher), other), default=None)


def _is_name(word: str, other: str, spelt: Spelt, *, known: bool) -> bool:
    """Whether a word of the texts is likely the name that sounds as an asked word does, though vowels don't tell."""
    if is_word(other) or not is_subject(other):
        return False
    many = _pattern(word, _LEAST_CLASSES_LEFT) is not None
    if _UNVOWELLED.search(other):  # which has no capitals either
        return many or (not known and _likeness(word, other) == _SAME)
    spelling = spelt(other)
    return many if spelling is None else not spelling[0].islower()


def _pattern(word: str, least: int) -> str | None:
    """Write a word as a pattern of its consonants' classes with any vowels between; None if it has too few of them."""
    found: list[str] = []
    for letter in word:
        sound = next((each for each in _CLASSES if letter in each), None)
        if sound is None and letter not in _SILENT:
            return None
        if sound and letter != _ASPIRATED and (not found or found[-1] != sound):
            found.append(sound)
    if len(found) < least:
        return None
    silent = _SILENT + (_GUTTURAL if _ASPIRATED in word else _ASPIRATED)
    return f"[{silent}]*" + "".join(f"[{sound}][{sound}{silent}]*" for sound in found)


def _script(word: str) -> int:
    return next((place for place, script in enumerate(_SCRIPTS) if script.search(word)), -1)


def _likeness(one: str, other: str) -> float:
    """Give how like two names are in Latin letters; 0 where they aren't like enough."""
    from rapidfuzz import fuzz  # only names that stand nowhere need it, not a start

    same = _script(one) == _script(other)
    bare = _bare(one, other)
    least = _LIKE_IN_ONE_SCRIPT if same else _LIKE_IN_CONSONANTS if bare else _LIKE
    likeness = max(fuzz.ratio(*both) for both in product(_latin(one, bare=bare), _latin(other, bare=bare)))
    return likeness if likeness >= least else 0.0


def _bare(one: str, other: str) -> bool:
    """Whether two words are in different scripts, one of which doesn't write vowels."""
    return _script(one) != _script(other) and bool(_UNVOWELLED.search(one) or _UNVOWELLED.search(other))


def _latin(word: str, *, bare: bool) -> set[str]:
    """Write a word in Latin letters, `bare` of its vowels: with each sound that its letters may have."""
    others = (*(word.translate(other) for other in _OTHERWISE), word.replace("ch", "s"))  # Hebrew has no "ch" but "צ'"
    written = {each.translate(_LATIN) for each in (word, *others)}
    return {_VOWELS.sub("", each) if bare else each.replace(" ", "") for each in written}
