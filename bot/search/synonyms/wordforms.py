"""Knowing a word of a group in the forms in which it is asked: with an ending ("війною"), with a particle ("בקייב").

A word that merely begins alike is another one: "міст" may be of "місто", but "стал" is none of "сталь", nor "другого"
of "друг", "important" of "import". So a group's word is known by the endings that words like it have, told by its own
last letters. What language a question is in isn't known: a word's script decides. What fits to two words is known as
either, and how it is written comes first (`table.py`).

Both sides give keys that meet: a group's word its beginning with a sign for the endings that go with it, an asked word
each beginning with the signs of those that its ending may be of. Names are held to more than other words where a
language writes particles on to words, since what is left of a word may be anybody's name.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from bot.search.analysis import stemming

# Letters that have to be left of a word without its ending or its particle.
_LEAST = 3
# Letters of which a particle that many words begin with is surely none.
_SURELY = 5
_CYRILLIC = re.compile("[\u0400-\u052f]")
_HEBREW = re.compile("[\u0590-\u05ff]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
# What stands between a word's beginning and the sign of its endings: no word has it.
_SIGN = "·"

# The endings of Ukrainian and Russian words, by what words like them end in when they stand alone.
_ADJECTIVE = (
    "ий ій їй ый ой ого його ього его ому йому ьому ему им їм ім ым ом ем а я ая яя ої ьої їй ей ою ьою ею єю у ю "
    "ую юю е є ое ее і ї ие ые их їх ых ими їми ыми іми "
    "ьего ьему ьим ьем ьих ьими"
)
_ENDINGS = {
    "hard": "а у ові еві ом ем і е и ы ів ов ев ей ам ами ах",
    "after р": "я ю єм ям ями ях",
    "surname": "ым им",
    "ь": "ь я ю ем єм і и е еві єві ів ей їв ям ями ях ью єю ею",
    "й": "й я ю єм ем єві еві ї и і є е їв ев ям ями ях",
    "а": "а и і ы у ою ею ой ей е ам ами ах",
    "я": "я і и ї ю ею єю ей е є ям ями ях",
    "plural of я": "й",
    "о": "о а у ові ом і е и ам ами ах",
    "е": "е я ю ем єм ом і и й а у ам ами ах ям ями ях ей",
    "plural": "и ы і ї ів ов ев їв ей й ь ам ами ах ям ями ях",
    "doubled": "ь",
    "plural of ья": "ей",
    "adjective": _ADJECTIVE,
    "bare": "",
}
_SIGNS: defaultdict[str, list[str]] = defaultdict(list)
for _name, _ends in _ENDINGS.items():
    for _end in _ends.split() or [""]:
        _SIGNS[_end].append(_name)
_LONGEST_ENDING = max(map(len, _SIGNS))
# Words that come from one another have as many letters in common; of these everybody uses, none comes from "сталь".
_LEAST_STEM = 4
_NOTHING = frozenset(
    {"стала", "стало", "стали", "стать", "стати", "сталось", "сталося", "сталася", "сталися", "статися"}
)
# What has no ending where other forms have one ("міст" of "місто") has as many letters.
_LEAST_BARE = 4
_LIKE_ADJECTIVES = re.compile("^(.{2,})(?:ий|ій|їй|ый|ой|ая|яя|ое|ее|ые|ие)$|^(.*(?:[сцз]ьк|ск|[оеє]в))а$|^(.{5,})е$")
_PLACES = re.compile("(?:[сцз]ьк|ск)$")
_SURNAMES = re.compile("(?:[оеєї]в|[иіїы]н)$")
_DOUBLED = re.compile(r"(.)\1$")
_FLEETING = re.compile("([^аеиоуыюяєіїьй])[оеє]([^аеиоуыюяєіїьй])ь?$")
# Letters that one of the two languages has not.
_FOREIGN = {"uk": re.compile("[ыэъ]"), "ru": re.compile("[іїєґ]")}

# Particles that Hebrew writes on to words: those of which words themselves seldom begin, and those of which many do.
_PARTICLES = re.compile("^(?:וב|ול|שב|של|[וכשמ]?ה|כשה|ושה|[ובל])")
_DOUBTFUL = re.compile("^(?:ומ|וש|וכ|שמ|כש|[משכ])")
_FROM = re.compile("^(?:[וש]?מ)")
_FINAL = str.maketrans("ךםןףץ", "כמנפצ")

# The article of Arabic with what may stand before it, and particles that stand alone.
_ARTICLE = re.compile("^(?:[وف]?(?:[بك]?ال|لل))")
_ATTACHED = re.compile("^[وفبكلس]")
_POSSESSED = re.compile("(?:ا|ه|ها|هم|هن|ك|كم|نا|ان|ين|ون|ات)$")
# "Of Egypt": what makes adjectives of names, and what names lose before it.
_OF = re.compile("(?:ية|يين|يون|يات|ي)$")
_BEFORE_OF = re.compile("(?:يا|ا)$")


@lru_cache(maxsize=1_024)
def written(word: str, *, name: bool = False) -> frozenset[str]:
    """Give the keys by which a folded word of a group is known; `name` says that it is one."""
    return frozenset((word, *_written(word, name)))


def asked(word: str) -> frozenset[str]:
    """Give the keys that a folded word of a question may know a group's word by."""
    return frozenset((word, *_asked(word)))


def is_ended(key: str) -> bool:
    """Whether a key is of a word by its endings, and not as it stands."""
    return _SIGN in key


def foreign(word: str, language: str | None) -> bool:
    """Whether a folded word has letters that the language does not."""
    letters = _FOREIGN.get(language or "")
    return letters is not None and bool(letters.search(word))


def _written(word: str, name: bool) -> Iterator[str]:
    if _CYRILLIC.search(word):
        yield from _cyrillic(word, name)
    elif _HEBREW.search(word):
        yield from _hebrew(word, name)
    elif _ARABIC.search(word):
        yield from _arabic(word, name)
    else:
        yield from (base + _SIGN for base in _bases(word))


def _asked(word: str) -> Iterator[str]:
    if _CYRILLIC.search(word):
        yield from _ended(word)
    elif _HEBREW.search(word):
        yield from _asked_in_hebrew(word)
    elif _ARABIC.search(word):
        yield from _asked_in_arabic(word)
    else:
        yield from (word + _SIGN, *_bases(word))


def _bases(word: str) -> Iterator[str]:
    """Give what an English word may be a form of: without -s, -ed or -ing."""
    found: list[str] = []
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        found += [word[:-1]]
        found += [word[:-2]] if word.endswith("es") else []
        found += [word[:-3] + "y"] if word.endswith("ies") else []
    elif word.endswith("ed"):
        found += [word[:-2], word[:-1], _DOUBLED.sub(r"\1", word[:-2])]
        found += [word[:-3] + "y"] if word.endswith("ied") else []
    elif word.endswith("ing"):
        found += [word[:-3], word[:-3] + "e", _DOUBLED.sub(r"\1", word[:-3])]
    yield from (base for base in found if len(base) >= _LEAST)


def _cyrillic(word: str, name: bool) -> Iterator[str]:
    """Give the keys of a word of a group in Ukrainian or Russian."""
    root, last = word[:-1], word[-1]
    signs: list[tuple[str, str]] = []
    if last in "иыії":
        # Hardly any name is a plural, and none of few letters: "Делі".
        signs += [(root, "plural")] if not name or len(root) > _LEAST else []
        signs += [(root, "bare")] if len(root) >= _SURELY else []
    elif last in "йьаяое":
        signs += [(root, last)]
        signs += [(root, "bare")] if last in "аое" else []
        signs += [(root, "plural of я")] if last == "я" and not name else []
        signs += [(root[:-1], "plural of ья")] if word.endswith("ья") else []
        signs += [(root[:-1], "doubled")] if word.endswith("ння") else []
    elif last == "у":  # a form that stands in a group since its vowel is another one: "року" of "рік"
        signs += [(root, "hard")] if not name else []
    else:
        signs += [(word, "hard")]
        signs += [(word, "after р")] if word.endswith("р") else []
        signs += [(word, "surname")] if _SURNAMES.search(word) else []
        signs += [(word, "adjective")] if _PLACES.search(word) else []
    if (fleeting := _FLEETING.search(word)) and not (
        name and _SURNAMES.search(word)
    ):  # "ринок", "ринку"; "день", "дня"
        signs += [(word[: fleeting.start()] + fleeting[1] + fleeting[2], "ь" if last == "ь" else "hard")]
    if like := _LIKE_ADJECTIVES.search(word):
        signs += [(like[1] or like[2] or like[3], "adjective")]
    yield from (begun + _SIGN + sign for begun, sign in signs if len(begun) >= _LEAST)
    stem = stemming("ru")(word)
    if len(stem) >= _LEAST_STEM:
        yield stem + _SIGN + "derived"


def derived(word: str) -> frozenset[str]:
    """Give the keys by which words are known that come from one another: "победил" of "победа".

    They hold less surely than those of forms: a question's word is looked up by them where it is none of these.
    """
    if not _CYRILLIC.search(word) or len(word) < _SURELY or word in _NOTHING:
        return frozenset()
    stem = stemming("ru")(word)
    return frozenset((stem + _SIGN + "derived",)) if len(stem) >= _LEAST_STEM else frozenset()


def _ended(word: str) -> Iterator[str]:
    for size in range(min(_LONGEST_ENDING, len(word) - _LEAST) + 1):
        end = word[len(word) - size :]
        if end in _SIGNS and (size or len(word) >= _LEAST_BARE):
            begun = word[: len(word) - size]
            yield from (begun + _SIGN + sign for sign in _SIGNS[end])
            if end == "і" and begun[-1] in "зцс":  # "перемога", "перемозі"
                yield begun[:-1] + "гкх"["зцс".index(begun[-1])] + _SIGN + "а"


def _hebrew(word: str, name: bool) -> Iterator[str]:
    medial = word.translate(_FINAL)
    yield medial
    yield from _feminine(medial)
    if name:
        yield from (medial + _SIGN, medial + _SIGN + "m")
    else:
        yield medial.removesuffix("ימ") + _SIGN + "m"


def _asked_in_hebrew(word: str) -> Iterator[str]:
    """Give the keys of a word with a particle and without, and those of its singular.

    Particles that many words begin with are surely some only before a long word; "from", before a name, too.
    """
    medial = word.translate(_FINAL)
    for bare in (medial, _PARTICLES.sub("", medial)):
        if len(bare) >= _LEAST:
            yield from _inflected(bare)
    doubtful = _DOUBTFUL.sub("", medial)
    if len(doubtful) >= _SURELY:
        yield from _inflected(doubtful)
    named = _FROM.sub("", medial)
    if _LEAST <= len(named) < len(medial):
        yield named + _SIGN


def _inflected(medial: str) -> Iterator[str]:
    yield medial
    yield medial + _SIGN + "m"
    if medial.endswith("ימ"):
        yield medial[:-2] + _SIGN + "m"
    yield from _feminine(medial)


def _feminine(medial: str) -> Iterator[str]:
    """Give the key of a word that ends in -a, -at or -ot; of short ones, these are different words."""
    root = medial.removesuffix("ות") if medial.endswith("ות") else medial[:-1]
    if medial.endswith(("ה", "ת")) and len(root) > _LEAST:
        yield root + _SIGN + "f"


def _arabic(word: str, name: bool) -> Iterator[str]:
    bare = word.removeprefix("ال")
    if name:
        yield word + _SIGN
        yield _BEFORE_OF.sub("", bare) + _SIGN + "of"
    elif len(bare) >= _LEAST:
        yield bare
        stem = stemming("ar")(word)
        if len(stem) > _LEAST:
            yield stem


def _asked_in_arabic(word: str) -> Iterator[str]:
    """Give the keys of a word without its article and particles, and without the endings of its cases and owners."""
    bare = _ARTICLE.sub("", word)
    if bare != word and len(bare) >= _LEAST:
        yield "ال" + bare
    elif len(left := _ATTACHED.sub("", word)) >= _SURELY or (word.startswith("و") and len(left) >= _LEAST):
        bare = left  # "and" begins few words, the others many
    elif len(left) >= _LEAST:
        yield left + _SIGN
    for one in (word, bare):
        stem, owned = stemming("ar")(one), _POSSESSED.sub("", one)
        yield from (form for form in (one, owned) if len(form) >= _LEAST)
        if (of := _OF.sub("", one)) != one and len(of) >= _LEAST:
            yield of + _SIGN + "of"
        if len(stem) > _LEAST:
            yield stem
