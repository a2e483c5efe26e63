"""Knowing a word of a group in the forms in which it is asked: with an ending ("війною"), with a particle ("בקייב").

What language a question is in isn't known, so that a word's script decides: English stems for Latin letters, Russian
stems and Ukrainian endings for Cyrillic ones, Arabic stems, and Hebrew particles at the beginning. What is left of a
group's own word has to be longer than what is left of an asked one: "Риме" is "Рим", but "данные" isn't "Дания".
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.search.analysis import stemming

# Letters that have to be left of a group's own word, and of an asked one, without endings and particles.
_LEAST_WRITTEN, _LEAST_ASKED = 4, 3
_CYRILLIC = re.compile("[\u0400-\u052f]")
_HEBREW = re.compile("[\u0590-\u05ff]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
# The endings of Ukrainian nouns and adjectives, without the word's last vowel: the longest that fits is cut off.
_UKRAINIAN = re.compile(
    "(?:ого|ому|ими|ами|ями|ові|еві|єві|ий|ій|ої|ою|ею|єю|их|им|ів|їв|ах|ях|ам|ям|ом|ем|єм|[аяуюиіїеєойь])$"
)
_PARTICLES = "והבלמשכ"
_MOST_PARTICLES = 2
_FINAL = str.maketrans("ךםןףץ", "כמנפצ")
_PLURAL = re.compile("(?:ימ|ות)$")
_ARTICLE = re.compile("^ال")
_ATTACHED = re.compile("^(?:[وف]?(?:[بك]?ال|لل)|[وفبكل])")


@lru_cache(maxsize=1_024)
def written(word: str) -> frozenset[str]:
    """Give the forms by which a folded word of a group is known."""
    bare = _ARTICLE.sub("", word)
    kept = (bare,) if len(bare) >= _LEAST_ASKED else ()
    return frozenset((word, *kept, *_cut(word, _LEAST_WRITTEN)))


def asked(word: str) -> frozenset[str]:
    """Give the forms of a folded word of a question that a group may know."""
    return frozenset(form for bare in _bare(word) for form in (bare, *_cut(bare, _LEAST_ASKED)))


def _cut(word: str, least: int) -> Iterator[str]:
    """Give what is left of a word without its ending, where that is enough."""
    shorter: tuple[str, ...] = (stemming("en")(word),)
    if _CYRILLIC.search(word):
        shorter = (stemming("ru")(word), _UKRAINIAN.sub("", word))
    elif _HEBREW.search(word):
        medial = word.translate(_FINAL)
        shorter = (medial, _PLURAL.sub("", medial))
    elif _ARABIC.search(word):
        shorter = (stemming("ar")(word),)
    yield from (form for form in shorter if len(form) >= least)


def _bare(word: str) -> Iterator[str]:
    """Give a word, and what it is without what is written on to its beginning.

    In Hebrew these are particles, up to two of them ("and", "the", "in", "to", "from", "that", "as"); in Arabic, the
    article and the particles before it.
    """
    yield word
    if _HEBREW.search(word):
        for count in range(1, _MOST_PARTICLES + 1):
            if len(word) - count < _LEAST_ASKED or word[count - 1] not in _PARTICLES:
                return
            yield word[count:]
    elif _ARABIC.search(word) and len(bare := _ATTACHED.sub("", word)) >= _LEAST_ASKED:
        yield bare
