"""The narrator's voice between the turns of a conversation: what is told of the speakers rather than said by them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from bot.corpus.asking import addresses
from bot.corpus.names import names_in
from bot.corpus.units import Page, Unit
from bot.corpus.words import asks, in_first_person, places_of

_QUOTED = re.compile(r"[“\"«„][^”\"»“]{0,2000}[”\"»“]")
_SHE = re.compile(
    r"\b(?:she|her|hers|herself|woman|girl|mother|sister|daughter|wife|aunt|grandmother|mrs|ms|miss|lady|"
    r"вона|її|їй|неї|нею|жінка|мати|мама|сестра|дочка|донька|дружина|бабуся|она|её|ей|неё|женщина|elle|femme|mère|sœur|"
    r"fille|frau|mutter|schwester|tochter|ella|mujer|madre|lei|donna)\b",
    re.IGNORECASE,
)
_HE = re.compile(
    r"\b(?:he|him|his|himself|man|boy|father|brother|son|husband|uncle|grandfather|mr|sir|"
    r"він|його|йому|ним|нього|чоловік|батько|тато|брат|син|дядько|дід|он|его|ему|него|мужчина|отец|il|lui|homme|père|"
    r"frère|fils|mari|er|ihm|ihn|mann|vater|bruder|sohn|él|hombre|padre|hermano|lui|uomo|marito)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?P<she>She|Вона|Она|Elle|Ella|היא|هي)\b|(?P<he>He|Він|Он|Il|Er|Él|הוא|هو)\b")
_ACTS = re.compile(
    r"\w+ (?:\w+ly |then |now |just |тоді |потім )?(?:laughs?|smiles?|grins?|pauses?|stops?|shrugs?|nods?|sighs?|"
    r"gets? up|"
    r"stands?|points?|pours?|opens?|closes?|picks?|looks?|leans?|turns?|reaches|shakes?|walks?|sits?|takes?|lights?|"
    r"hands?|shows?|checks?|falls? silent|goes|hesitates?|thinks?|winks?|waves?|pulls?|puts?|holds?|drinks?|sips?|"
    r"laughed|smiled|grinned|paused|stopped|shrugged|nodded|sighed|got up|pointed|poured|leaned|hesitated|winked|"
    r"сміється|усміхається|посміхається|замовкає|зупиняється|знизує|киває|зітхає|встає|показує|наливає|відчиняє|"
    r"засміялася|засміявся|усміхнулася|усміхнувся|замовкла|замовк|кивнула|кивнув|смеётся|смеется|улыбается|молчит|"
    r"пожимает|кивает|вздыхает|встаёт|встает|показывает|lacht|lächelt|schweigt|zögert|nickt|zeigt|steht|schenkt|"
    r"rit|sourit|hésite|soupire|montre|se lève|se tait|ríe|sonríe|calla|duda|señala|ride|sorride|tace)\b",
)
_SCENE = re.compile(
    r"(?:at this point|(?:a|another) (?:long |short |brief )*(?:pause|silence|laugh)|(?:there is|there was) a (?:long |"
    r"short )?(?:pause|silence)|(?:the|his|her|a) (?:phone|telephone|line|link|connection|recording|tape|doorbell)\b|"
    r"(?:after|following) (?:a|the) (?:\w+ )?(?:break|pause|interruption)|"
    r"у цю мить|у цей момент|пауза|довга пауза|дзвонить телефон|в этот момент|звонит телефон|"
    r"an dieser stelle|in diesem moment|eine (?:lange |kurze )?pause|das telefon|à ce moment|un (?:long )?silence|"
    r"le téléphone|en ese momento|un (?:largo )?silencio|suena el teléfono|in quel momento)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_BRACKETS = {"[": "]", "(": ")"}


class Telling(Enum):
    """Whether a paragraph inside a turn is told by the narrator."""

    NO = auto()
    PERHAPS = auto()
    SURELY = auto()


@dataclass(frozen=True)
class Cast:
    """The people who talk in a text, and the text itself, in which their names may be common words, too."""

    page: Page
    names: tuple[str, ...]

    @cached_property
    def surnames(self) -> dict[str, str]:
        """Each speaker's last name, unless the name is a word that the text uses as such."""
        last = {name: name.split()[-1] for name in self.names if len(name.split()[-1]) > 2}
        return {
            name: word
            for name, word in last.items()
            if word.casefold() == word or not _stands_in(word.casefold(), self.page.text)
        }

    def told_of(self, words: str) -> frozenset[str]:
        """Which of the speakers the words name by their last name."""
        return frozenset(name for name, last in self.surnames.items() if any(True for _ in places_of(last, words)))


def _stands_in(word: str, text: str) -> bool:
    """Whether a text has a word between signs that are no letters."""
    if _LETTERS.fullmatch(word) is None:
        return False
    place = text.find(word)
    while place >= 0:
        beside = (text[place - 1 : place], text[place + len(word) : place + len(word) + 1])
        if not any(_LETTERS.match(sign) for sign in beside):
            return True
        place = text.find(word, place + 1)
    return False


def tells(cast: Cast, unit: Unit, current: str | None, before: Unit | None) -> Telling:
    """Tell whether a paragraph in the turn of `current` is the narrator's. `before` is the paragraph above it."""
    if unit.label is not None:
        return Telling.NO
    if is_aside(cast.page, unit):
        return Telling.SURELY
    if asks(unit.plain):
        return Telling.NO
    words = _QUOTED.sub(" ", unit.plain[:4000])
    personal = in_first_person(words) or addresses(words)
    named = cast.told_of(words)
    if current is not None and current in named:
        return Telling.PERHAPS if personal else Telling.SURELY
    if personal:
        return Telling.NO
    if named:
        return Telling.SURELY if len(named) >= 2 else Telling.PERHAPS
    if _SCENE.match(words):
        return Telling.PERHAPS
    return _told_as_somebody(words, before)


def is_aside(page: Page, unit: Unit) -> bool:
    """Whether the whole paragraph stands in brackets or in italics."""
    raw = page.text[unit.spans[0].start : unit.spans[-1].end]
    if _BRACKETS.get(raw[0]) == raw[-1] and unit.words <= 60:
        return True
    single = raw[0] in "*_" and raw[-1] == raw[0] and raw[:2] not in ("**", "__")
    return single and len(raw) - len(unit.plain) == 2 and not asks(unit.plain)


def _told_as_somebody(words: str, before: Unit | None) -> Telling:
    """Read "She stops to …": of whom, if the paragraph above it speaks of no other woman?"""
    found = _OPENS.match(words)
    if found is None:
        return Telling.NO
    acts = _ACTS.match(words) is not None
    if before is not None and _speaks_of(before.plain[-1500:], she=found["she"] is not None):
        return Telling.PERHAPS if acts else Telling.NO
    return Telling.SURELY if acts else Telling.PERHAPS


def _speaks_of(words: str, *, she: bool) -> bool:
    fitting, other = (_SHE, _HE) if she else (_HE, _SHE)
    if fitting.search(words):
        return True
    somebody = any(match.start() > 0 and words[match.start() - 2] not in ".!?" for match in names_in(words))
    return somebody and other.search(words) is None


def stays_told(words: str) -> bool:
    """Whether a paragraph after the narrator's may still be the narrator's: nobody speaks in it as "I" or to "you"."""
    return not in_first_person(words) and not addresses(words) and not asks(words)


def cast_of(page: Page, names: Sequence[str | None]) -> Cast:
    """Make the cast of a conversation of the names that are known."""
    return Cast(page, tuple(dict.fromkeys(name for name in names if name)))
