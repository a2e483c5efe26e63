"""Who a message says the words are of: "X said …", "… – X", "as X puts it", "(X)", in the languages that people type.

Where a form alone tells little ("Berlin: …", "… (Monday)") a name counts only if the texts know somebody of that name,
or if it is a name of two words and more.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bot.quotation.folding import fold

_FIRST = r"[^\W\d_a-zа-яіїєґё]"
_WORD = rf"(?:{_FIRST}[^\W\d_]{{0,3}}\.|{_FIRST}[\w’'-]*)"
_NAME = rf"(?P<name>{_WORD}(?:[ \t]+(?:(?:de|da|del|van|von|der|ben|bin|al|el|la)[ \t]+)?{_WORD}){{0,3}})"
_SAYS = (
    "said|says|say|wrote|writes|write|claimed|claims|claim|stated|states|told|tells|argues|argued|added|adds|explained|"
    "explains|asked|asks|insisted|insists|warned|warns|declared|declares|noted|notes|tweeted|tweets|posted|remarked|"
    "remarks|replied|replies|answered|answers|concluded|concludes|observed|observes|suggested|suggests|complained|"
    "complains|announced|announces|commented|comments|mentioned|mentions|recalled|recalls|reported|reports|admitted|"
    "admits|confirmed|confirms|saying|writing|"
    "сказав|сказала|каже|кажуть|казав|казала|пише|писав|писала|написав|написала|заявив|заявила|заявляє|стверджує|говорить|"
    "говорив|говорила|додав|додала|додає|вважає|зазначив|зазначила|зауважив|зауважила|пояснив|пояснила|"
    "сказал|сказала|говорит|говорил|говорила|пишет|писал|писала|написал|написала|заявил|заявила|заявляет|утверждает|"
    "добавил|добавила|считает|отметил|отметила|заметил|заметила|объяснил|объяснила|"
    "אמר|אמרה|אומר|אומרת|כתב|כתבה|כותב|כותבת|טען|טענה|טוען|טוענת|ציין|ציינה|קבע|קבעה|הוסיף|הוסיפה|"
    "قال|قالت|يقول|تقول|كتب|كتبت|صرح|صرحت|أكد|أكدت|أضاف|أضافت|"
    "dit|écrit|affirme|déclare|explique|ajoute|sagte|sagt|schrieb|schreibt|meint|meinte|behauptet|behauptete|erklärte|"
    "dijo|dice|escribió|escribe|afirma|afirmó"
)
_ASIDE = r"(?:[ \t]*,[^,.!?\n:]{1,60},|[ \t]*\([^)\n]{1,60}\))?"
_HELP = (
    r"(?:(?:has|had|have|did|does|do|is|was|once|also|himself|herself|then|really|actually|just|already|recently|later|"
    r"famously|literally|the one who|quoted as|reported to have|вже|також|якось|уже|также|однажды|hat|a|ha)[ \t]+)*"
)
_AS_SAYS = (
    "according to|in the words of|as|per|quoting|to quote|quote from|quote by|за словами|на думку|як|по словам|"
    "по мнению|как|לדברי|לפי|بحسب|وفق|selon|d’après|comme|laut|nach|wie|según|como"
)
_WORDS_OF = "words|claim|quote|line|statement|remark|point|argument|phrase|sentence|tweet|post"
_DASH = r"[—–~-]{1,2}"

_BEFORE = (
    (rf"{_NAME}{_ASIDE}\s+{_HELP}(?:{_SAYS})\b[^.!?\n]{{0,30}}$", True),
    (rf"\b(?i:{_AS_SAYS})\s+{_NAME}{_ASIDE}[^.!?\n\w]*(?:{_HELP}(?:put|puts|{_SAYS})\b[^.!?\n]{{0,12}})?$", True),
    (rf"{_NAME}['’]s\s+(?:own\s+)?(?:{_WORDS_OF})\b[^.!?\n]{{0,24}}$", True),
    (rf"\b(?:{_SAYS})\s+(?:by\s+)?{_NAME}{_ASIDE}[^.!?\n\w]*$", True),
    (rf"(?:^|[\n.!?;])[^\w\n]*{_NAME}{_ASIDE}\s*(?:[:：»]|[=–—-]+>|\s{_DASH})\s*$", False),
    (rf"\b(?i:from|by|via|source|від|от|von|par|por)[:\s]\s*{_NAME}{_ASIDE}\s*[:,]?\s*$", False),
)
_LEAD = r"^[,.;:!?\s]{0,8}"
_AFTER = (
    (rf"{_LEAD}(?:{_DASH}\s*)?(?:as\s+)?(?:{_SAYS})\s+(?:by\s+)?{_NAME}", True),
    (rf"{_LEAD}(?:{_DASH}\s*)?(?:(?:as|is what|was what|як|как|wie|comme|como)\s+)?"
     rf"{_NAME}{_ASIDE}\s+{_HELP}(?:put|puts|{_SAYS})\b", True),
    (rf"{_LEAD}[(\[{{]?\s*(?:is|was|were)?\s*(?:{_SAYS}|written)\s+by\s+{_NAME}", True),
    (rf"{_LEAD}[(\[{{]?\s*(?i:{_AS_SAYS})\s+{_NAME}", True),
    (rf"{_LEAD}{_DASH}\s*{_NAME}\s*(?=$|[\n,.;(])", False),
    (rf"{_LEAD}[(\[]\s*(?:by\s+)?{_NAME}[^)\]\n]{{0,40}}[)\]]", False),
    (rf"{_LEAD}(?:by|від|от|von|par|por)\s+{_NAME}", False),
    (rf"^[^\w\n]*\n\s*(?:{_DASH}\s*)?{_NAME}[ \t,.]*(?=$|\n)", False),
)  # fmt: skip
_BEFORE_FORMS = tuple((re.compile(form), strong) for form, strong in _BEFORE)
_AFTER_FORMS = tuple((re.compile(form), strong) for form, strong in _AFTER)

_SHORTEST = 4
_REACH_BEFORE, _REACH_AFTER = 200, 120
_LETTER = re.compile(_FIRST)
_LETTERS = re.compile(r"[^\W\d_]+")
_MARKUP = str.maketrans(dict.fromkeys("*_`|>#", " "))
_QUOTES = re.compile(r"[\"“”„«»‹›＂״]")
_OPENS = re.compile(r"^[^.!?\n]{0,40}[\"“„«]")
_SAYING = frozenset(_SAYS.split("|"))
# Words that begin a sentence, or name what is quoted from; never somebody.
_NOBODY_LIST = """
he she they we i it you this that the a an as and but so who what somebody someone everyone everybody nobody people
others author reporter article text paper report book page chapter section paragraph passage piece story essay source
quote question answer important edit note update context summary thoughts also then if when because there here my our
his her their some did does do was is how why where which yes no ok lol today yesterday
він вона вони ми я ти це автор стаття текст хтось усі всі як так тут там але якщо коли що хто
он она они мы вы ты это статья кто-то все как так тут там но если когда что кто
wir ich sie er es wie so das der die wer was hier artikel il elle on nous vous ils elles comme ce qui él ella ellos
הוא היא הם אני אנחנו זה כך מי מה هو هي هم أنا نحن هذا من ما
"""
_NOBODY = frozenset(_NOBODY_LIST.split())


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody to whom a message gives words; `start` and `end` are where it says so, in code points."""

    name: str
    start: int
    end: int


def claim(text: str, start: int, end: int, known: Collection[str] = ()) -> Claim | None:
    """Tell to whom a message gives the words from `start` to `end`; None where it names nobody.

    `known` are the words of all names in the texts, in comparison form: people type them in small letters, too.
    """
    if start < _SHORTEST and len(text) - end < _SHORTEST:
        return None
    low = max(0, start - _REACH_BEFORE)
    before = _risen(_bounded(text[low:start]), known)
    for match, strong in _found(before, _BEFORE_FORMS):
        if name := _named(match["name"], known, strong=strong):
            return Claim(name, low + match.start("name"), start)
    after = _risen(text[end : end + _REACH_AFTER].translate(_MARKUP), known)
    after = _QUOTES.sub(" ", after[:8]) + after[8:]
    for match, strong in _found(after, _AFTER_FORMS):
        if _OPENS.match(after[match.end() :]) and not after.lstrip(" ").startswith(","):
            continue  # it introduces what is quoted next
        if name := _named(match["name"], known, strong=strong):
            return Claim(name, end, end + match.end())
    return None


def _found(around: str, forms: tuple[tuple[re.Pattern[str], bool], ...]) -> Iterator[tuple[re.Match[str], bool]]:
    if len(around) < _SHORTEST or not _LETTER.search(around):
        return
    for form, strong in forms:
        if match := form.search(around):
            yield match, strong


def _bounded(before: str) -> str:
    """Take away the marks right before a quote; other quotation marks end what was said before."""
    shown = before.translate(_MARKUP)
    bare = shown.rstrip(" \"“«„‘'＂״([")
    return _QUOTES.sub("\n", bare) + " " * (len(shown) - len(bare))


def _risen(text: str, known: Collection[str]) -> str:
    """Write the names that are known with capitals; the length stays."""
    if not known:
        return text
    words = list(_LETTERS.finditer(text))
    are = [match[0].casefold() in known for match in words]
    for at, match in enumerate(words):
        beside = (at and are[at - 1]) or (at + 1 < len(words) and are[at + 1])
        if are[at] and match[0].islower() and (beside or len(match[0]) > _SHORTEST):
            text = f"{text[: match.start()]}{match[0][0].upper()}{text[match.start() + 1 :]}"
    return text


def _named(name: str, known: Collection[str], *, strong: bool) -> str | None:
    words = name.split()
    while words and (words[0].casefold().strip(".,'’") in _NOBODY or words[0] in _SAYING):
        del words[0]
    told = " ".join(words).strip(" .,-")
    if not told or (len(words) == 1 and told.casefold().removesuffix("'s").removesuffix("’s") in _NOBODY):
        return None
    if not strong and len(words) == 1 and not any(key in known for key in fold(told).keys):
        return None
    return told.removesuffix("'s").removesuffix("’s")
