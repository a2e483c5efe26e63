"""Names of people and offices as a text writes them: how they look, and when two of them are the same person's."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.corpus.words import word_set

UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
_PARTICLE = r"(?:de|da|di|del|della|der|den|des|du|la|le|van|von|zu|al|el|bin|ibn|ben|bat|abu|y|dos|ter)"
# What follows the first letter of "Mr.", "MRS.", "Capt." and their like.
_SHORT = "|".join(
    f"(?<={first})(?:{rest})"
    for first, rest in zip(
        "MDSPGRLC", ("RS?|S|rs?|s", "R|r", "t|en|gt", "rof", "en|ov", "ep|ev", "t", "ol|apt"), strict=True
    )
)
# A capital letter comes first, so that `re` passes over places without one, and a word gives none of its letters back.
WORD = rf"(?:[{UPPER}](?:(?:{_SHORT})\.|\.(?:[{UPPER}]\.){{0,2}}(?=\s?[{UPPER}])|[\w'’-]*+))"
NAME = rf"{WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}(?:al-|el-)?{WORD}){{0,4}}"
# A name that may end before a sign that can belong to a word, too: an apostrophe, a hyphen.
CUT_NAME = NAME.replace("*+", "*")
_NAME = re.compile(NAME)
_FULL = re.compile(rf"(?:{_PARTICLE}[ ]){{0,2}}{NAME}")
_CASELESS = re.compile(r"[\u0590-\u08ff]+(?:['\"׳״.-][\u0590-\u08ff]+)*(?: [\u0590-\u08ff'\"׳״.-]+){1,3}")
_NO_NAME = word_set(
    "the a an of in on at to for and or but with from by as is are was were this that these those it its he "
    "she they we i you what why how when where who which no not new more read about opinion analysis interview "
    "news world politics culture photo image credit chapter part section introduction conclusion background "
    "contents preface appendix page letter question answer note editor update share print home search menu "
    "staff writer writers reporter reporters correspondent correspondents editors agencies agency desk team board "
    "dear yes our my your his her their"
)
TITLES = re.compile(
    r"^(?:(?:the|then|former|ex|acting|late|current|newly|elected|senior|deputy|vice|prime|foreign|"
    r"defen[cs]e|interior|finance|health|"
    r"state|us|u\.s\.|uk|un|president|minister|ministers|secretary|chancellor|senator|governor|mayor|"
    r"judge|justice|general|gen|"
    r"colonel|col|captain|major|lieutenant|sergeant|professor|prof|doctor|dr|mr|mrs|ms|miss|sir|lord|lady|"
    r"dame|king|queen|prince|"
    r"princess|pope|rabbi|imam|sheikh|father|sister|brother|reverend|rev|bishop|archbishop|ambassador|"
    r"spokesman|spokeswoman|"
    r"spokesperson|director|chief|chairman|chairwoman|chair|head|leader|commissioner|congressman|"
    r"congresswoman|rep|sen|gov|"
    r"lawyer|historian|activist|journalist|author|writer|analyst|economist|resident|officer|pan|pani|пан|"
    r"пані|президент\w*|"
    r"прем['’]єр\w*|міністр\w*|депутат\w*|мер|міський голова|herr|frau|monsieur|madame|m\.|mme|organizer|"
    r"organiser|coach|teacher|scientist|researcher|councill?or|councilman|councilwoman|congressman|cllr|prosecutor|solicitor|barrister|surveyor|architect|butcher|grocer|trader|shopkeeper|"
    r"publican|landlord|landlady|builder|plumber|electrician|carpenter|fisherman|deckhand|photographer|novelist|poet|"
    r"artist|actor|actress|singer|musician|designer|\w{3,}(?:ologist|ographer|keeper)|nurse|captain|secretary-general|"
    r"sprecher(?:in)?|bahnsprecher(?:in)?|bürgermeister(?:in)?|minist(?:er|re)(?:in)?|maire|"
    r"executive|counsel|representative|attorney|police|mp|inspector|superintendent|constable|detective|alderman|pastor|"
    r"vicar|engineer|chef|farmer|doktor|pfarrer(?:in)?|lehrer(?:in)?|direktor(?:in)?|trainer(?:in)?|leiter(?:in)?|"
    r"präsident(?:in)?|kanzler(?:in)?|professorin|nachbar(?:in)?|richter(?:in)?|anwalt|anwältin|bauer|bäuerin|"
    r"président|présidente|directeur|directrice|professeure?|députée?|avocate?|docteure?|"
    r"директор\w*|начальник|начальниця|голова|речник|речниця|журналіст(?:ка)?|журналист(?:ка)?|професор(?:ка)?|"
    r"профессор|доктор|адвокат(?:ка)?|фермер(?:ка)?|водій|водійка|активіст(?:ка)?|активист(?:ка)?|експерт(?:ка)?|"
    r"эксперт|історик|историк|економіст(?:ка)?|экономист|політолог|письменник|письменниця|писатель(?:ница)?|"
    r"режисер(?:ка)?|режиссёр|художник|художниця|художница|тренер(?:ка)?|капітан|капитан|волонтер(?:ка)?|генерал|"
    r"полковник|майор|секретар(?:ка)?|заступник|заступниця|заместитель|власник|власниця|менеджер(?:ка)?|"
    r"мешканець|мешканка|інженер(?:ка)?|инженер|лікар(?:ка)?|врач|вчитель(?:ка)?|учитель(?:ница)?|пекар(?:ка)?|"
    r"пенсіонер(?:ка)?|пенсионер(?:ка)?|студент(?:ка)?|доцент(?:ка)?|науковець|науковиця)[.,-]?[\s-]+)+",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def is_name(words: str) -> bool:
    """Whether a short run of words looks like the full name of a person: two to five capitalised words only."""
    if not 4 <= len(words) <= 50 or " " not in words or any(map(str.isdigit, words)):
        return False
    if any(word.casefold().strip(".") in _NO_NAME for word in words.split()):
        return False
    return bool(_FULL.fullmatch(words))


def names_in(words: str) -> Iterator[re.Match[str]]:
    """Find what looks like names in some words."""
    return _NAME.finditer(words)


@lru_cache(maxsize=1024)
def in_order(name: str) -> str:
    """Write a name as given name and family name: "DOE Jane" and "JANE DOE" both become "Jane Doe"."""
    words = name.split()
    loud = [word for word in words if len(word) > 1 and word.isupper() and not word.endswith(".")]
    if loud and len(loud) < len(words) and words[: len(loud)] == loud:
        words = [*words[len(loud) :], *loud]
    return " ".join(_calm(word) if word in loud or re.fullmatch("[A-Z]{2,4}[.]", word) else word for word in words)


def _calm(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word)


@lru_cache(maxsize=1024)
def bare(name: str) -> str:
    """Take titles and offices off a name: "Prime Minister Jane Doe" becomes "Jane Doe"."""
    return TITLES.sub("", name).strip(" ,") or name


def same(short: str, full: str) -> bool:
    """Whether a mention ("Doe", "J. Doe", "Jane Doe") can be of the person with the full name."""
    a, b = short.casefold().split(), full.casefold().split()
    return (
        bool(a)
        and bool(b)
        and (a == b or (len(a) == 1 and a[0] in (b[-1], b[0])) or (a[-1] == b[-1] and a[0][0] == b[0][0]))
    )
