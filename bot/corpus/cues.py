"""What in a sentence says whose words a quotation gives: tags before and after it, and nouns of saying."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

from bot.corpus.abjads import is_addressee
from bot.corpus.inverted import CASELESS, caseless_before, subject_after
from bot.corpus.names import CUT_NAME, NAME, TITLES, is_name
from bot.corpus.subjects import opening_subject, subject_before
from bot.corpus.verbs import FEMALE, MALE, OF_SOMEBODY, PLAIN, SAYS, THOUGHT

_NOUN = (
    r"(?:call|claim|slogan|argument|discourse|rhetoric|demand|phrase|words?|motto|warning|promise|"
    r"description|assertion|accusation|charge|"
    r"notion|theory|idea|talk|narrative|thesis|statement|remark|insistence|justification|plea|appeal|"
    r"formula|mantra|pledge|complaint|conceptuali[sz]ation|view|opinion|telling)s?"
)
_POSSESSIVE = re.compile(
    rf"(?P<np>(?:[Tt]he\s(?:[\w-]+\s){{0,3}}[\w-]+|{CUT_NAME})['’]s?)\s(?:[\w-]+\s){{0,2}}{_NOUN}\b(?:\s(?:of|"
    rf"to|about|that|for|on|as|is))?(?:\s(?:a|an|the))?\s?[:,]?\s?$"
)
_IN_VIEW = re.compile(
    rf"(?:^|\.\s)In\s(?P<np>their|his|her|{CUT_NAME}['’]s|the\s[a-z]+(?:\s[a-z]+)?['’]s)\s(?:own\s)?(?:words?|"
    rf"views?|eyes|opinion|telling|account|conceptuali[sz]ation|imagination|understanding|thinking|"
    rf"vision)\b"
)
_MAKES = re.compile(
    rf"(?P<verb>\b(?:use|uses|used|make|makes|made|repeat|repeats|repeated|invoke|invokes|invoked|cite|"
    rf"cites|cited|employ|employs|raise|raises))\s(?:the|a|an|this|that)\s(?:\w+\s){{0,2}}{_NOUN}\s(?:of|"
    rf"that|about)?\s?$"
)
_AS_SAYING = re.compile(
    r"\b(?:quot(?:es|ed|ing)|cit(?:es|ed|ing))\s(?P<np>(?:[\w’'.-]+\s){0,7}?[\w’'-]+)(?:,[^,]{2,60},)?\s"
    r"as\s(?:saying|writing|having said|telling)\b[^.;]{0,120}$"
)
_FOR_WHOM = re.compile(rf"(?P<np>{NAME})(?:\s\(\d{{4}}\w?\))?,\sfor\swhom\s[^.;:,]{{0,60}}$")
_LINE_OF = re.compile(
    rf"\b(?:sentence|line|remark|words|verse|motto|aphorism|dictum|observation|advice|question)\s(?:by|of|from)\s"
    rf"(?:(?:the|my|his|her|our)\s(?:\w+\s){{1,3}}?)?(?P<np>{NAME})(?:[\s,][^.;:!?]{{0,60}})?:\s?$"
)
_APPOSED = re.compile(rf",\s(?P<np>{NAME})(?=[,.]|$)")
_ADAGE = re.compile(r"\b(?:adage|proverb|saying|maxim|old saw|dictum)\b[\s,:]*(?:that\s|goes\s|of\s)?$", re.IGNORECASE)
_ACCORDING = re.compile(
    r"(?:\b[Aa]ccording to|\b[Ii]n the words of|[Зз]а словами|[Пп]о словам|\b(?:[Ss]elon|[Ll]aut|[Ss]egún|[Ss]econdo|"
    r"[Ss]egundo|[Ww]edług|[Vv]olgens|[Ee]nligt)|"
    r"לדברי|وفقا? ?ل|بحسب)\s(?P<np>[^,،“”«\"]{2,120}?)(?=[,،]|\.$|$|\s[“«\"])"
)
_OPENING = re.compile(r"(?:^|[.!?:,…])\s*$")
_CLAUSE = re.compile(
    r"(?:When|While|As|If|After|Before|Since|Although|Though|Because|Once|Als|Wenn|Коли|Когда|Quand)\s"
)
# "The claim: …", "a call that …": what may be a verb is a noun behind an article.
_IS_NOUN = re.compile(r"\b(?:the|an?|this|that|his|her|their|its|my|our|your|no|any|every|one)\s$", re.IGNORECASE)
_DETERMINER = 8  # code points, with the spaces around it
_MAY_BE_NOUN = re.compile(
    r"(?:claim|say|note|report|answer|demand|call|boast|laugh|sigh|cry|murmur|whisper|comment|promise|talk)s?"
)
_AS_PUT = re.compile(r"As\s[^,]+\sputs? it$")
_SOURCE = re.compile(rf"[\s,]*[—–―-]{{1,2}}\s?(?P<np>{NAME})(?:,\s[^.!?;“”\"«»]{{2,90}}|\s\([^()]{{2,60}}\))?[.\s]*")
_HYPHENED = re.compile(r"(?:a|ont|avai(?:en)?t)-t?-?(?P<np>ils?|elles?)")
CYRILLIC = re.compile("[\u0400-\u04ff]")
_SHORT = re.compile(r"(?:^|[.!?؟…]\s+)(?:(?:[Аа] |[Іі] |[Пп]отім |[Тт]акож |[Дд]алі |[Зз]атем |[Тт]акже |[Ии] |ثم )*)$")
_IN_PAPER = re.compile(r"\sفي (?P<np>البيان|بيان)\s?:?\s*$")
_SO = re.compile(r"so (?=(?:der |die |ein |eine )?[A-ZÄÖÜ])")
_ADDING = re.compile(
    r"\b(?:adding|saying|noting|explaining|insisting|warning|claiming|arguing|complaining|joking|telling\s\w+)\b"
    r"(?:\sthat)?(?:\s[^,.;:“”\"]{1,60})?[,:]?\s?$"
)
_MANNER = re.compile(r"(?:is|was|were|sounded|seemed)\s(?:\w+\s){0,3}\w+:\s?$")
_COORDINATED = re.compile(r"(?:and|but|while|whereas|though|although|und|aber|mais|et|але|а|но)\s")
_HIS_WORDS = re.compile(
    r"(?<!\w)(?:(?:[Зз]а|[Пп]о)\s(?P<np>його|її|его|её|ее)\sслова(?:ми|м)|"
    r"(?:[Нн]а\s(?P<his>його|її)\sдумку|[Пп]о\s(?P<her>его|её|ее)\sмнению)|ו?(?P<said>ל(?:דברי|טענת|דעת|הערכת)[וה]))(?!\w)"
)
# The present of "she says" in Arabic.
_SHE_SAYS = re.compile(r"[وف]?ت(?:قول|ضيف|كتب|ؤكد|وضح|علن|ذكر|شير|رى|سأل|جيب|رد|شدد|حذر)")
_PERSONS = {"його": "він", "її": "вона", "его": "он", "её": "она", "ее": "она"}
_ADVERBIAL = re.compile(r"(?:a|ha|hat|haben|ont|then|also|так|тоді)", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:that|which|whom)\s")
_TAG_GAP = re.compile(r"[\s,،—–-]*")
# Ends what a tag may say before its verb; not so the full stop of "Mr. Doe" or "J. Doe".
_PARTS = re.compile(
    r"[;:!?“”\"]|(?<!\b[A-Z])(?<!\b[MD]r)(?<!\bM[sx])(?<!\bSt)(?<!\bMrs)(?<!\b(?:Rev|Hon|Sgt|Gen|Col))(?<!\bLt)(?<!\bProf)(?<!\bCapt)\."
)
_PASSIVE = re.compile(r"(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+)?(?:so-)?$")
_INFINITIVE = re.compile(r"(?<!used )(?<!likes )(?<!liked )\b(?:to|not|so)\s$")
_CONTRAST = re.compile(r"[;]|\b(?:but|while|whereas|although)\b")


class Reading(Enum):
    """How a mention is to be read: as it stands, or as somebody whom its text must name elsewhere."""

    FREE = auto()
    GENITIVE = auto()  # a Slavic mention after "according to"
    NOMINATIVE = auto()  # a Slavic subject
    CASELESS = auto()  # a Hebrew or Arabic subject, which no capital letter shows


@dataclass(frozen=True, slots=True)
class Cue:
    """Who is said to speak, as the text mentions them (None: the text says that it is a saying, but not whose)."""

    mention: str | None
    words: str
    reading: Reading = Reading.FREE
    sex: str | None = None  # "f" or "m" where the verb tells


def tag_after(words: str) -> Cue | None:
    """Read the tag that follows a quotation: "…," said Jane Doe; "…," the mayor told reporters."""
    gap = _TAG_GAP.match(words)
    start = gap.end() if gap else 0
    so = _SO.match(words, start)
    if so:
        mention = subject_after(words[so.end() :])
        return Cue(mention, words[start : so.end() + 60].strip()) if mention else None
    for verb in islice(SAYS.finditer(words[:220], start), 3):
        before = words[start : verb.start()].strip()
        if not before or _ADVERBIAL.fullmatch(before):
            mention = subject_after(words[verb.end() :])
            told = CASELESS.match(verb.group()) is not None and is_addressee(words[verb.end() :].lstrip())
            return Cue(mention, words[start : verb.end() + 60].strip()) if mention or told else None
        if _PARTS.search(before) or _COORDINATED.match(before):
            break
        hyphened = _HYPHENED.fullmatch(before)
        if hyphened:
            return Cue(hyphened["np"], words[start : verb.end()].strip())
        caseless = CASELESS.match(verb.group()) is not None and before.count(" ") <= 2
        mention = caseless_before(before) if caseless else subject_before(before)
        if mention and _RELATIVE.search(before[: before.find(mention)]):
            break  # "…", a phrase that Jane Doe called so: she does not say what stands before it
        if mention and (
            before.startswith(mention) or f", {mention}," in before[:120] or TITLES.sub("", before).startswith(mention)
        ):
            return Cue(mention, words[start : verb.end()].strip())
    found = _ACCORDING.match(words, start)
    if found:
        return _sourced(words, found)
    source = _SOURCE.fullmatch(words[:240])
    return Cue(source["np"], words.strip()) if source and is_name(source["np"]) else None


def tag_before(words: str, *, tight: bool) -> Cue | None:
    """Read the tag that leads to a quotation: Jane Doe said, "…". A `tight` one stands right before it."""
    origin = max(_ACCORDING.finditer(words[-400:]), key=lambda match: match.start(), default=None)
    base = len(words) - len(words[-400:])
    for verb in list(SAYS.finditer(words[-400:]))[:-5:-1]:
        if origin is not None and origin.end() > verb.end():
            break
        lead, rest = words[: base + verb.start()], words[base + verb.end() :]
        if not _governs(lead, verb.group(), rest, tight) or (THOUGHT.match(verb.group()) and len(rest) > 3):
            continue
        mention = _subject(lead, verb.group(), rest)
        untold = CASELESS.match(verb.group()) or CYRILLIC.match(verb.group())  # "Мені сказали: …": by whom is left out
        if mention is None and tight and untold and rest.strip() == ":":
            return Cue(None, words[base + verb.start() :].strip())
        if mention:
            return Cue(mention, (mention + words[len(lead.rstrip()) : base + verb.end()]).strip())
    return _sourced(words[-400:], origin) if origin else None


def _governs(lead: str, verb: str, rest: str, tight: bool) -> bool:
    """Whether a verb of saying can govern the quotation that comes after `rest`."""
    if _CLAUSE.match(lead) and "," not in lead and "," in rest.rstrip(" ,") and not _AS_PUT.match(lead + verb):
        return False
    if (
        _PASSIVE.search(lead)
        or _INFINITIVE.search(lead)
        or (_MAY_BE_NOUN.fullmatch(verb) and _IS_NOUN.search(lead[-_DETERMINER:]))
    ):
        return False
    if tight:
        return len(rest) <= 90 and not re.search(r"[.;!?]", rest)
    return not _CONTRAST.search(rest)


def _subject(lead: str, verb: str, rest: str) -> str | None:
    if CASELESS.match(verb):
        return caseless_before(lead) or subject_after(rest.rstrip(" :،,")) or _dropped(lead, verb, rest)
    if CYRILLIC.match(verb) and (dropped := _dropped(lead, verb, rest)):
        return dropped
    mention = subject_before(lead)
    if mention or OF_SOMEBODY.match(verb):
        return mention
    if re.match("[a-z]", verb) and not (PLAIN.match(verb) and _OPENING.search(lead)):
        return None
    return _all_of(rest.strip(" :,—–"))


def _dropped(lead: str, verb: str, rest: str) -> str | None:
    """The pronoun that a language leaves out ("Потім додала: …"): he or she, as the verb tells."""
    paper = _IN_PAPER.match(rest)
    if paper:
        return paper["np"]
    if is_addressee(rest.strip(" :،,")) and rest.count(" ") <= 4:
        rest = ""
    if rest.strip(" :،,") or not _SHORT.search(lead):
        return None
    female, male = FEMALE.match(verb.lstrip("وف")) or _SHE_SAYS.fullmatch(verb), MALE.match(verb)
    if CASELESS.match(verb):
        return "هي" if female or verb.endswith(("ت", "ה")) else "هو"
    return "вона" if female else "він" if male else None


def _all_of(rest: str) -> str | None:
    """The subject of an inverted tag, when it is all that stands between the verb and the quotation."""
    mention = subject_after(rest)
    if not mention or rest.endswith(mention):
        return mention
    return mention if not re.match("[a-z]", mention) and f"{mention}," in rest and not rest.isascii() else None


def _sourced(words: str, found: re.Match[str]) -> Cue:
    slavic = CYRILLIC.match(found["np"]) is not None
    return Cue(_origin(words, found), found.group().strip(), Reading.GENITIVE if slavic else Reading.FREE)


def _origin(words: str, found: re.Match[str]) -> str:
    """Whom "according to" names: of "his wife, Ann Ray" the name, of "a man who …" the man."""
    mention: str = found["np"]
    named = _APPOSED.match(words, found.end("np"))
    if named is not None and mention.split()[-1].islower():
        return named["np"]
    return re.split(r"\s(?:who|which|that)\s", mention, maxsplit=1)[0].strip()


def noun_before(words: str) -> Cue | None:
    """Read a noun of saying before a short quotation: the union's call for "…", the adage "…", in their eyes … "…"."""
    for form in (_AS_SAYING, _FOR_WHOM):
        found = form.search(words[-200:])
        if found:
            return Cue(found["np"], found.group().strip())
    for form in (_ADDING, _MANNER):
        found = form.search(words[-200:])
        mention = opening_subject(words) if found else None
        if found and mention and words.startswith(mention):
            return Cue(mention, found.group().strip())
    found = _LINE_OF.search(words[-200:])
    if found:
        return Cue(found["np"], found.group().strip())
    found = _POSSESSIVE.search(words[-200:])
    if found:
        return Cue(re.sub(r"['’]s?$", "", found["np"]), found.group().strip())
    found = _MAKES.search(words[-200:])
    if found:
        mention = subject_before(words[: len(words) - len(words[-200:]) + found.start("verb")])
        return Cue(mention, found.group().strip()) if mention else None
    his = None if words.isascii() else _HIS_WORDS.search(words)
    if his:
        who = _PERSONS.get(his["np"] or his["his"] or his["her"], "היא" if his.group().endswith("ה") else "הוא")
        return Cue(who, his.group())
    if _ADAGE.search(words[-60:]):
        return Cue(None, words[-40:].strip())
    found = _IN_VIEW.search(words)
    return (
        Cue({"their": "they", "his": "he", "her": "she"}.get(found["np"], found["np"]), found.group())
        if found
        else None
    )


def is_adding(words: str) -> bool:
    """Whether the words between two quotations say that the same one goes on: …, adding that …"""
    return _ADDING.search(words[-120:]) is not None
