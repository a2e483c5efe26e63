"""Whom a conversation is with, when its turns do not say: the one person whom the head of the page introduces."""

import re
from collections.abc import Sequence

from bot.corpus.abjads import introduced, named
from bot.corpus.billing import billed
from bot.corpus.fullnames import is_oblique, own
from bot.corpus.names import NAME, bare, in_order, is_name, names_in
from bot.corpus.uncased import Uncased
from bot.corpus.units import Page, Unit
from bot.corpus.words import word_set
from bot.model import BlockKind

_MEETING = Uncased(
    r"\binterview|\bin conversation\b|\bconversation with\b|\bspoke (?:with|to)|\bsat down with|\bsits? down with|"
    r"\btalk(?:s|ed|ing)? (?:with|to|about)|\bmet (?:him|her|with)\b|\bq ?& ?a\b|\bquestions (?:for|to|with)\b|"
    r"\b(?:i|we) (?:met|meet|reach|reached|called|visited|visit)\b|\bwe talked\b|"  # English
    r"інтерв|розмова|розмовля|бесід|поговорили|розпитали|запитали|інтервью|интервью|разговор|беседа|поговорили|"
    r"entretien|\bpropos recueillis|\brencontre avec\b|gespräch|\bsprach mit\b|\bspricht (?:mit|über)\b|\bfragen an\b|"
    r"entrevist|\bhabl(?:a|amos|ó) con\b|conversación|intervist|conversazione|wywiad|rozmow|vraaggesprek|"
    r"\banswers (?:your |our |the )?(?:readers['’] )?questions\b|на вопросы|на запитання|на питання|"
    r"ריאיון|ראיון|שיחה עם|שיחת (?:פרידה|סיכום|היכרות)|שוחח(?:נו|תי)|نحاور|حاورنا|مقابلة|حوار|لقاء مع"
)
# Who asks, named behind the verb: "С ней поговорил Кирилл Котов". Ukrainian, Russian, English, Hebrew.
_ASKED_BY = re.compile(
    r"(?<!\w)(?:(?:по|роз)?(?:говори|мовля|розмовля|спілкува|бесідува)(?:в|ла|вся|лася|ли|лися)|запит(?:ав|ала)|розпит(?:ав|ала)|"
    r"(?:по)?(?:говорил|беседовал|разговаривал|общал)(?:а|и|ся|ась|ись)?|расспросил[аи]?|интервью (?:взял|взяла)|"
    r"інтерв['’]ю (?:взяв|взяла)|[Ii]nterview(?:ed)? by|[Qq]uestions by|[Aa]sked by)\s+"
    rf"(?:[а-яіїєґё]+\s){{0,2}}(?P<who>{NAME})"
)
_CHAIR = re.compile(
    rf"\b(?:(?:moderated|chaired|hosted|led|introduced) by|moderator(?:in)?:?|moderation:|modéré par|animé par|"
    rf"moderado por|moderata da|модератор(?:ка)?:?|модерує|модерувала?|ведуч(?:ий|а):?)\s+(?P<who>{NAME})"
)
_PRESENTS = re.compile(
    r"(?:\bI['’]m|\bI am|\b[Mm]y name is|\bthis is|(?<!\w)(?:[Мм]ене звати|[Зз] вами|[Мм]еня зовут|[Сс] вами)|"
    rf"\b[Ii]ch bin|\b[Jj]e suis|\b[Ss]oy)\s(?P<who>{NAME})(?=[.,;:!–—-]|\sand\b|$)"
)
_HEAD = (BlockKind.KICKER, BlockKind.TITLE, BlockKind.SUBTITLE)
_APART = (BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.EDITORIAL_NOTE)
_MET = (
    r"\b(?:with|to|interview(?:s|ed)?|meets?|met|visit(?:s|ed)|asked|for|mit|an|traf|avec|rencontre|à|con|z|ze)\s+"
    r"(?:[^\W\d_][\w-]*\s+){0,4}"
)
_TALKING = (
    r"[^.!?]{0,60}?\b(?:talk(?:s|ed|ing)?|sp(?:oke|eaks?)|chat(?:s|ted)?|in conversation|s[ai]ts? down)\s(?:to|with)\s"
    r"(?:[^\W\d_][\w-]*\s+){0,4}"
)
_SUBJECT = r"\s?(?:[:–—]|on\b|about\b|über\b|sur\b|sobre\b|про\b|о\b|об\b|su\b|o\b|,)"
_THINGS = word_set(
    "institute institution university college school academy hospital museum library theatre theater gallery church "
    "cathedral chapel street road avenue lane square bridge river lake sea ocean bay island islands mountain mountains "
    "hill hills valley forest park port harbour harbor station airport hotel club society association foundation "
    "company limited inc ltd press books journal magazine times post review herald echo gazette courier tribune news "
    "council committee commission party union league parliament court ministry department office house hall centre "
    "center city town village county state states kingdom republic north south east west northern southern eastern "
    "western upper lower new old saint st great exchange festival award prize cup championship war day street world "
    "university's alps coast canal desert ridge peninsula district province region airlines railway orchestra quartet "
    "band choir records studio studios pictures films farm farms garden gardens works mill trust group agency bank "
    "universität institut hochschule straße platz université musée rue place université universidad calle plaza"
)
_ARTICLES = word_set(
    "the a an der die das den dem ein eine le la les un une des el los las una unos il lo gli uno het een de "
    "our my your this that these unser unsere mein meine notre mon ma nuestro mi"
)
_TRADE = re.compile(
    r"(?:\w+(?:ologist|grapher|ist|ician|maker|keeper|worker|smith|man|woman|master)|teacher|singer|songwriter|writer|"
    r"farmer|painter|driver|player|rower|sculler|dancer|builder|engineer|designer|composer|baker|fisher|gardener|brewer|"
    r"carpenter|weaver|potter|researcher|author|sculptor|actor|conductor|inventor|curator|translator|sailor)\s",
)
# "mit dem Bootsbauer Karl Brenner": German writes trades with a capital, too.
_GERMAN_TRADE = re.compile(r"\b(?:mit|von|bei)\s(?:dem|der|einem|einer)\s$")
_CYRILLIC = re.compile(r"[А-ЯІЇЄҐЁ]")
_PATRONYMIC = re.compile(r"(?:ович|евич|йович|івна|ївна|овна|евна|ична|ич)(?=\s|$)")
_PLACED = re.compile(
    r"(?:\b(?:the|in|at|near|from|of|across|around|der|die|das|im|am|bei|aus|le|la|les|à|en|el|los)|l['’])\s*$", re.I
)


def is_conversation(page: Page, first: int) -> bool:
    """Whether what stands before the first turn speaks of an interview or a talk."""
    return _MEETING.search(_words(_opening(page, first))) is not None


def guest(page: Page, first: int, authors: Sequence[str]) -> str | None:
    """Give the one person besides the authors whom the opening introduces; None if it could be two, or nobody.

    Named right after "with", "to" or "interviewed" counts most, then in the title or standfirst, above all as whose
    words they head ("Jane Doe on …"), then named again by the last name alone, then as the only person at all.
    """
    opening = _opening(page, first)
    words = _words(opening)
    asking, answering = billed(_above(page, first))
    if answering:
        return answering[0] if len(answering) == 1 else None
    asked = (bare(in_order(match["who"])) for match in _ASKED_BY.finditer(words))
    asking = (*asking, *(name for name in asked if is_name(name) and not is_oblique(name)))
    names = [name for name in _names(words) if not _is_author(name, (*authors, *asking))]
    if not names:
        return None
    head = _words([unit for unit in opening if unit.kind in _HEAD])
    talk = _MEETING.search(words) is not None
    met = [name for name in names if talk and re.search(_MET + re.escape(name), words)]
    if len(met) == 1 and any(_talks_to(name, met[0], words) for name in names if name != met[0]):
        return None
    heads = [name for name in names if re.search(rf"(?:^|[:.?!&A]\s+){re.escape(name)}{_SUBJECT}", head)]
    again = [name for name in names if _named_again(name, words)]
    for persons in (met, heads, [name for name in names if name in head and name in again], again):
        if persons:
            return persons[0] if len(persons) == 1 else None
    titled = [name for name in names if name in head]
    alone = titled or names
    return alone[0] if len(alone) == 1 else None


def chair(page: Page, first: int) -> str | None:
    """Give the one who leads a talk of several, if the opening says so ("moderated by Jane Doe")."""
    found = [bare(own(in_order(match["who"]))) for match in _CHAIR.finditer(_words(_opening(page, first)))]
    asking, _ = billed(_above(page, first))
    leads = dict.fromkeys((*(name for name in found if is_name(name)), *asking))
    return next(iter(leads)) if len(leads) == 1 else None


def presents(page: Page, turns: Sequence[int]) -> str | None:
    """The name by which whoever leads a talk presents themselves in their first turn ("I'm Jane Doe")."""
    found = _PRESENTS.search(page.units[turns[0]].plain[:600]) if turns else None
    name = bare(own(in_order(found["who"]))) if found else ""
    return name if is_name(name) and not is_thing(name) else None


def _talks_to(one: str, other: str, words: str) -> bool:
    """Whether "One talks to the other" is told: either of the two may be the guest."""
    return re.search(re.escape(one) + _TALKING + re.escape(other), words) is not None


def _above(page: Page, first: int) -> str:
    """All that stands above the turns, line by line, bylines too."""
    return " | ".join(unit.plain for unit in page.units[:first] if unit.kind is not BlockKind.FURNITURE)[:6000]


def _is_author(name: str, authors: Sequence[str]) -> bool:
    return any(name == author or name.split()[-1] == author.split()[-1] for author in authors)


def _named_again(name: str, words: str) -> bool:
    last = re.escape(name.split()[-1])
    return len(re.findall(rf"(?<!\w){last}(?!\w)", words)) > len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", words))


def _opening(page: Page, first: int) -> list[Unit]:
    return [unit for unit in page.units[:first] if unit.kind not in _APART]


def _words(units: Sequence[Unit]) -> str:
    return ". ".join(unit.plain for unit in units)[:6000]


def _names(words: str) -> list[str]:
    """The names of people, as they are written where no case or possessive changes them."""
    found = [
        bare(own(in_order(name)))
        for match in names_in(words)
        if (name := _person(match, words)) is not None and not _is_place(match, words)
    ]
    told = (*(name for name, _ in named(words)), *introduced(words))
    cased = [name for name in dict.fromkeys(found) if is_name(name) and not is_oblique(name) and not is_thing(name)]
    return [*cased, *(name for name in dict.fromkeys(told) if name not in cased)]


def _person(match: re.Match[str], words: str) -> str | None:
    """Take off what may only be a sentence's first word before a name ("Hydrologist Jane Doe …"), if it is a trade."""
    name = match.group()
    if name.count(" ") < 2:
        return name
    trade = _TRADE.match(name[:1].lower() + name[1:])
    if trade or (name.count(" ") == 2 and _CYRILLIC.match(name) and not _PATRONYMIC.search(name)):
        return name[name.index(" ") + 1 :]
    if _GERMAN_TRADE.search(words, max(0, match.start() - 12), match.start()):
        return " ".join(name.split()[-2:])
    opens = words[: match.start()].rstrip()[-1:] in ("", ".")
    return None if opens and words.count(name) < 2 else name


def _is_place(match: re.Match[str], words: str) -> bool:
    before = max(0, match.start() - 12)
    if match.group().count(" ") > 1 and _GERMAN_TRADE.search(words, before, match.start()):
        return False
    return _PLACED.search(words[max(0, match.start() - 12) : match.start()]) is not None


def is_thing(name: str) -> bool:
    """Whether what looks like a name is that of a place, a body or a work."""
    words = name.casefold().split()
    return words[0] in _ARTICLES or any(word in _THINGS for word in words)
