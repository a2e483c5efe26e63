"""Bodies and offices whose name goes on behind "of": the Bank of Orrin, the Chamber of Commerce, the Head of Roads."""

import re

from bot.corpus.names import NAME
from bot.corpus.words import word_set

_BODIES = word_set(
    "chamber bank ministry department university church house league friends bureau board council office institute "
    "institution court society association college academy school city museum federation union committee commission "
    "centre center guild company party government parliament senate assembly embassy republic state kingdom trust "
    "foundation alliance archive archives library hospital diocese port faculty congress campaign network coalition "
    "agency authority service services group voice doctors mothers students museums knights sons daughters bar "
    "organisation organization conference front movement army ministry confederation"
)
# Who is called by a field: what stands behind "of" is none of the name. A king or a mayor is called by a place.
_OF_FIELD = word_set("head minister secretary director chief professor dean commissioner superintendent chair vice")
_OF_PLACE = word_set(
    "mayor president governor king queen prince princess duke duchess earl bishop archbishop ambassador speaker master "
    "chairman chairwoman leader lord lady patriarch chancellor"
)
_OF = re.compile(rf"\s(?:of|for)\s(?:the\s)?(?P<name>{NAME}(?:\sand\s{NAME})?)")
CALLED = frozenset(word.capitalize() for word in _BODIES)
_PLACES = word_set(
    "city state states county island islands school library hospital college university street valley st"
)
_FULL = 2  # words of a person's name


def is_body(word: str) -> bool:
    """Whether a word is what a body is called ("Bank", "Friends"): what stands behind it is no person's title."""
    return word.casefold() in _BODIES


def whole_name(words: str, start: int, end: int) -> str | None:
    """The name of a body, an office or its holder that goes on behind `words[start:end]`; None where it does not.

    Of "Head of Roads Jane Doe" it is "Jane Doe", of "the Bank of Orrin" all of it, of "Jane Doe of Orrin" None.
    """
    last = words[start:end].split()[-1].casefold()
    of_field = last in _OF_FIELD
    if not (of_field or last in _BODIES or last in _OF_PLACE):
        return None
    found = _OF.match(words, end)
    if found is None:
        return None
    called = found["name"].split()
    if of_field and len(called) > _FULL and _PLACES.isdisjoint(word.casefold() for word in called):
        return " ".join(called[-_FULL:])
    return words[start : found.end()]
