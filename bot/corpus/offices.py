"""What a text calls people: who is a mayor, a daughter, a Mrs, and whether that is a man or a woman."""

import re
from collections.abc import Iterator

from bot.corpus.callings import SLAVIC_CALLINGS
from bot.corpus.months import MONTHS
from bot.corpus.names import NAME
from bot.corpus.subjects import sound
from bot.corpus.verbs import FEMALE, MALE
from bot.corpus.words import word_set

CALLINGS = (
    "mayor|minister|president|chancellor|governor|judge|professor|doctor|director|chief|chairman|chairwoman|chair|"
    "head|leader|commissioner|councill?or|alderman|senator|lawyer|solicitor|barrister|prosecutor|activist|author|writer|"
    "poet|novelist|artist|singer|actor|actress|officer|inspector|superintendent|constable|sergeant|coach|captain|"
    "goalkeeper|manager|teacher|headteacher|owner|landlord|landlady|farmer|fisherman|baker|cook|chef|spokesman|"
    "spokeswoman|spokesperson|driver|priest|rabbi|imam|bishop|vicar|nurse|surgeon|general|colonel|engineer|"
    "scientist|seismologist|historian|economist|analyst|researcher|ambassador|secretary|treasurer|curator|librarian|"
    "architect|consultant|cleaner|porter|carpenter|plumber|harbour master|prime minister"
)
KIN = (
    "man|woman|boy|girl|lady|gentleman|mother|father|daughter|son|sister|brother|wife|husband|aunt|uncle|nephew|niece|"
    "grandmother|grandfather|widow|widower|friend|neighbou?r|colleague|student|pupil|child|tenant|customer|visitor|"
    "passer-by|witness|stranger|resident|guide"
)
_FEMALE_NOUNS = (
    "spokeswoman|chairwoman|congresswoman|businesswoman|policewoman|woman|girl|lady|mother|daughter|sister|wife|aunt|"
    "niece|grandmother|widow|actress|landlady|queen|princess"
)
_MALE_NOUNS = (
    "spokesman|chairman|congressman|businessman|policeman|fisherman|alderman|man|boy|gentleman|father|son|brother|"
    "husband|uncle|nephew|grandfather|widower|landlord|king|prince"
)
# English, German, French, Ukrainian.
_MADAM = r"(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|Madam|Frau|Madame|Mme|Mlle|пані)"
_MISTER = r"(?:Mr|Sir|Lord|King|Prince|Herr|Monsieur|пан)"
_GERMAN_CALLINGS = "Sprecher|Bürgermeister|Pfarrer|Lehrer|Minister|Direktor|Leiter|Nachbar"
_NEAR = r"(?:\s(?:of|for|at|from)\s[^,.;]{1,40},|,)?\s"
_SIGNS = {
    "f": re.compile(
        rf"\b(?:{_MADAM}\.?\s|(?i:{_FEMALE_NOUNS}){_NEAR}|{FEMALE.pattern}\s|"
        rf"(?:{_GERMAN_CALLINGS})in\s)(?P<name>{NAME})"
    ),
    "m": re.compile(rf"\b(?:{_MISTER}\.?\s|(?i:{_MALE_NOUNS}){_NEAR}|{MALE.pattern}\s)(?P<name>{NAME})"),
}
_NOUN_SEX = {
    "f": re.compile(rf"(?:{_FEMALE_NOUNS}|\w+woman)$", re.IGNORECASE),
    "m": re.compile(rf"(?:{_MALE_NOUNS}|\w+[^o]man)$", re.IGNORECASE),
}
_OFFICE = re.compile(rf"\b(?P<office>(?i:{CALLINGS})),?\s(?P<name>{NAME})")
_HELD = re.compile(rf"(?P<name>{NAME}),\s(?:the|a|an|its|their|his|her)\s(?:\w+\s){{0,3}}?(?P<office>{CALLINGS})\b")
_SLAVIC_OFFICE = re.compile(
    rf"(?<!\w)(?P<office>(?i:{SLAVIC_CALLINGS}))\s(?P<of>(?:[а-яіїєґё-]+\s){{0,4}}(?:[А-ЯІЇЄҐ][\w’'-]+\s)??)"
    r"(?P<name>[А-ЯІЇЄҐ][\w’'-]+\s(?:[А-ЯІЇЄҐ]\w+(?:ич|вна)\s)?[А-ЯІЇЄҐ][\w’'-]+)(?![\w’'-]|\s[А-ЯІЇЄҐ])"
)
_HAS = re.compile(r",\s(?:the|a|an|its|their|his|her)\s")
_GERMAN_ARTICLES = word_set("der die dem den des")
_GERMAN_OFFICE = re.compile(
    r"\b(?:der|die|dem|den|des)\s(?P<np>(?:[A-ZÄÖÜ][a-zäöüß-]+\s){2,3}[A-ZÄÖÜ][\w-]+)(?!\s[A-ZÄÖÜ])"
)
_WHERE = re.compile(r"\b(?:in|on|at|since|until|during|near|under|over|across|around|outside)\s$", re.IGNORECASE)


def _first_words(*forms: str) -> frozenset[str]:
    """The words with which alternatives open, so that a look at a text's words can spare the search for their forms."""
    parts = "|".join(re.sub(r"\(\?:|\)|\\b", "", form) for form in forms).split("|")
    first = [re.split(r"[\s-]", part)[0].casefold() for part in parts]
    return frozenset(word.replace("?", "") for word in first) | {re.sub(r"\w\?", "", word) for word in first}


_TELLING = {
    "f": _first_words(_MADAM, _FEMALE_NOUNS, FEMALE.pattern, re.sub(r"(?=\||$)", "in", _GERMAN_CALLINGS)),
    "m": _first_words(_MISTER, _MALE_NOUNS, MALE.pattern),
    "office": _first_words(CALLINGS),
    "slavic": _first_words(SLAVIC_CALLINGS),
}


def signs(words: str, low: str, said: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Find who is a man ("m") or a woman ("f"). `low` are the folded words, `said` the set of them."""
    for sex, form in _SIGNS.items():
        firsts = said & _TELLING[sex]
        for match in _opening(form, words, low, firsts) if firsts else ():
            yield match["name"], sex


def offices(words: str, low: str, said: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Find who holds which office: the office and the name."""
    firsts, slavic = said & _TELLING["office"], said & _TELLING["slavic"]
    held = _HELD.finditer(words) if firsts and _HAS.search(words) else ()
    before = _opening(_OFFICE, words, low, firsts) if firsts else ()
    for match in (*before, *held, *(_opening(_SLAVIC_OFFICE, words, low, slavic) if slavic else ())):
        if not _is_adverbial(words, match.start("name"), match["name"]):
            yield match["office"], match["name"]
            if of := match.groupdict().get("of"):
                yield f"{match['office']} {of.strip()}", match["name"]
    for match in () if said.isdisjoint(_GERMAN_ARTICLES) else _GERMAN_OFFICE.finditer(words):
        office, *name = match["np"].split()[-3:]
        yield office, " ".join(name)


# What a woman does or is, by its ending: "сусідка", "учителька", "художниця"; "соседка", "учительница".
_SHE_WHO = re.compile(r"[А-ЯІЇЄҐа-яіїєґё][а-яіїєґё'’]{2,}(?:[дтлнчш]ка|ниця|ница|иня)")


def noun_sex(mention: str) -> str | None:
    """Whether a mention ends with a word for a woman ("f") or a man ("m")."""
    known = next((sex for sex, form in _NOUN_SEX.items() if form.search(mention)), None)
    return known or ("f" if _SHE_WHO.fullmatch(mention) else None)


def _is_adverbial(words: str, place: int, name: str) -> bool:
    """Whether what looks like a name says when or where ("in July, the mayor …", "In Lund, the mayor …")."""
    return sound(name) != name or name.casefold() in MONTHS or bool(_WHERE.search(words, max(0, place - 12), place))


def _opening(form: re.Pattern[str], words: str, low: str, firsts: frozenset[str]) -> Iterator[re.Match[str]]:
    """Find a form that opens with one of a few words: only where such a word stands. `low` are the folded words."""
    if len(low) != len(words):
        yield from form.finditer(words) if firsts else ()
        return
    done = 0
    for place in sorted(place for first in firsts for place in _places(low, first)):
        match = form.match(words, place) if place >= done else None
        if match:
            done = match.end()
            yield match


def _places(low: str, word: str) -> Iterator[int]:
    place = low.find(word)
    while place >= 0:
        yield place
        place = low.find(word, place + len(word))
