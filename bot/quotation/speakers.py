"""Who a message says the words are of, compared with who says them in the text."""

import re

from bot.model import Misattribution, Speaker
from bot.quotation.folding import fold
from bot.quotation.likeness import near

_CAPITALISED = r"[^\W\d_a-zа-яіїєґё][\w’'.-]*"
_NAME = rf"(?P<name>{_CAPITALISED}(?:\s+(?:(?:de|da|von|van|ben|bin|al|el)\s+)?{_CAPITALISED}){{0,3}})"
_SAYS = (
    "said|says|say|wrote|writes|claimed|claims|stated|states|told|argues|argued|added|adds|explained|explains|asked|asks|"
    "insisted|insists|warned|warns|declared|declares|noted|notes|"
    "сказав|сказала|каже|пише|написав|написала|заявив|заявила|стверджує|говорить|додав|додала|вважає|"
    "сказал|сказала|говорит|пишет|написал|написала|заявил|заявила|утверждает|добавил|добавила|считает|"
    "אמר|אמרה|אומר|אומרת|כתב|כתבה|טען|טענה|قال|قالت|يقول|تقول|كتب|كتبت|"
    "a dit|dit|écrit|a écrit|affirme|selon|sagte|sagt|schrieb|schreibt|meint|dijo|dice|escribió|escribe|afirma"
)
_AS_SAYS = "according to|in the words of|as|за словами|на думку|по словам|לדברי|selon|laut|según"
_BEFORE = (
    re.compile(rf"{_NAME}\s+(?:(?:once|also|himself|herself|then)\s+)?(?:{_SAYS})\b[^.!?\n]{{0,24}}$"),
    re.compile(rf"(?i:{_AS_SAYS})\s+{_NAME}[^.!?\n\w]*(?:(?:put|puts|{_SAYS})[^.!?\n]{{0,12}})?$"),
    re.compile(rf"(?:^|[\n.!?]\s*){_NAME}\s*[:：]\s*[\"“«„>*]*\s*$"),
    re.compile(rf"(?:{_SAYS})\s+{_NAME}[^.!?\n\w]*$"),
)
_AFTER = (
    re.compile(rf"^[\"”»’*,.\s]{{0,6}}(?:{_SAYS})\s+{_NAME}"),
    re.compile(rf"^[\"”»’*,.\s]{{0,6}}{_NAME}\s+(?:{_SAYS})\b"),
    re.compile(rf"^[\"”»’*.\s]{{0,6}}[—–-]{{1,2}}\s*{_NAME}"),
)
_SHORTEST = 4
# Hebrew and Arabic have no capitals; there any letter may begin a name.
_CAPITAL = re.compile(r"[^\W\d_a-zа-яіїєґё]")
_LETTERS = re.compile(r"[^\W\d_]")
_NOBODY_LIST = """
he she they we i it you this that the a an as and but so who what somebody someone everyone nobody author
reporter він вона вони ми я ти це автор он она они мы ты это if when then because there here my our his her
their some
"""
_NOBODY = frozenset(_NOBODY_LIST.split())


def claimed(text: str, start: int, end: int) -> str | None:
    """Give the name to which a message gives the words from `start` to `end`; None where it names nobody."""
    before, after = text[max(0, start - 160) : start].rstrip(" \"“«„‘'*_`|>"), text[end : end + 120]
    for around, patterns in ((before, _BEFORE), (after, _AFTER)):
        if len(around) < _SHORTEST or not _CAPITAL.search(around):
            continue
        for pattern in patterns:
            if match := pattern.search(around):
                return _named(match["name"])
    return None


def misattribution(text: str, start: int, end: int, speaker: Speaker) -> Misattribution | None:
    """Compare who a message says it was with who it is; where the text does not tell, there is nothing to compare."""
    name = claimed(text, start, end)
    if name is None or speaker.name is None or _same(name, speaker.name):
        return None
    return Misattribution(name, speaker)


def _named(name: str) -> str | None:
    words = fold(name).words
    if not words or (words[0] in _NOBODY and len(words) == 1):
        return None
    if words[0] in _NOBODY:
        name = name.split(maxsplit=1)[1]
    return name.strip(" .,-") or None


def _same(one: str, other: str) -> bool:
    """Whether two names share a word of three letters or more, or nearly share one (other transliterations)."""
    ours = [key.removesuffix("s") for key in fold(one).keys if len(_LETTERS.findall(key)) > 2]
    theirs = [key.removesuffix("s") for key in fold(other).keys if len(_LETTERS.findall(key)) > 2]
    return any(a == b or near(a, b) for a in ours for b in theirs)
