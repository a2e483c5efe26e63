"""Small questions about some words that many steps ask: does it end as a sentence, does it ask, whose voice is it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.corpus.uncased import Uncased

_CLOSERS = "\"'”’»)]*_›“"
_STOPS, _SHUT = ".!?…。؟۔", "\"'”’»)]›“"
_TOKEN = re.compile(r"\w+")
_APART = {code: " " for code in range(128) if not _TOKEN.match(chr(code))}  # what parts words in ASCII
_ASKS = re.compile(r"[?؟;][\"'”’»)\]›“]*$")
_SENTENCE = re.compile(r"[.!?…؟](?:[\"'”’»)\]›]+)?(?:\s+|$)(?=[^\sa-zа-я]|$)")
FIRST_PERSON = re.compile(
    r"\b(?=[IJMNOUWYijmnouwyЯМНямн])"  # what the words below begin with: most others are passed over by it
    r"(?:I|I['’](?:m|ve|d|ll)|us(?!\.)|mine|[Mm][ey]|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Oo]urs?|"  # English
    r"[Яя]|[Мм](?:ене|ені|ій|оя|оє|ої|и)|[Нн](?:ас|ам|аш\w*)|[Мм](?:еня|не|ой|ы)|"  # Ukrainian, Russian
    r"[Jj]e|[Jj]['’](?=\w)\w+|[Mm]oi|[Mm](?:on|a|es)(?= [a-zà-ÿ])|[Nn]o(?:us|tre|s)|"  # French
    r"[Ii]ch|[Mm](?:ir|ich|ein\w*)|[Ww]ir|[Uu]ns|[Uu]nser\w*|"  # German
    r"[Yy]o|[Mm]is?(?= [a-zà-ÿ])|[Nn]osotr[oa]s|[Nn]uestr\w+|[Ii]o|mi[oae]|miei|[Nn]oi|[Nn]ostr\w+|"  # Spanish, Italian
    r"mnie|mój|moj[ae]|nami)(?!\w)|"  # Polish
    r"(?:^|\s)(?:אני|אנחנו|אנו|שלי|שלנו|أنا|نحن)(?=\s|$)"  # Hebrew, Arabic
)
SECOND_PERSON = Uncased(
    r"\b(?:you|your|yours|ви|вас|вам|ваш\w*|ти|вы|vous|votre|vos|tu|sie|ihr\w*|ihnen|du|dein\w*)\b|(?:^|"
    r"\s)(?:אתה|את|אתם|שלך|أنت|أنتم)(?=\s|[?؟]|$)"
)


@lru_cache(maxsize=1024)
def in_first_person(words: str) -> bool:
    """Whether somebody speaks of themselves in some words, as "I" or as "we"."""
    return FIRST_PERSON.search(words) is not None


def places_of(phrase: str, words: str) -> Iterator[int]:
    """Give the places where a phrase stands in some words, no letter, figure or "_" right before or after it."""
    place = words.find(phrase)
    while place >= 0:
        end = place + len(phrase)
        whole = not (place and _in_word(words[place - 1])) and not (end < len(words) and _in_word(words[end]))
        if whole:
            yield place
        place = words.find(phrase, end if whole else place + 1)


def low_words(low: str) -> frozenset[str]:
    """Give the different words (letters, figures and "_") of a text in small letters."""
    return frozenset(low.translate(_APART).split()) if low.isascii() else tokens_of(low, _TOKEN)


def tokens_of(words: str, form: re.Pattern[str]) -> frozenset[str]:
    """Give the different things that a pattern for words finds, where letters alone are one word to it.

    The same as `frozenset(form.findall(words))`, as long as the pattern finds nothing with white space in it; most of
    what stands between white space need not be searched.
    """
    chunks = frozenset(words.split())
    plain = frozenset(filter(str.isalpha, chunks))
    return plain.union(form.findall(" ".join(chunks - plain)))


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def word_set(words: str) -> frozenset[str]:
    """Make a set of words from a line of them."""
    return frozenset(words.split())


def ends_sentence(words: str) -> bool:
    """Whether the words end with a sentence's full stop, whatever quotation marks close after it."""
    tail = words[-12:].removesuffix("\n").rstrip(_SHUT)
    return tail[-1:] in _STOPS and tail != ""


def asks(words: str) -> bool:
    """Whether the words end as a question ends."""
    tail = words[-8:]
    return tail.rstrip(_CLOSERS).endswith(("?", "؟"))


def sentence_count(words: str) -> int:
    """Count sentences roughly, for telling a line from a paragraph."""
    return max(1, len(_SENTENCE.findall(words[:2000])))
