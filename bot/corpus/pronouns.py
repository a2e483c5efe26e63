"""Whom a "she" or a "they" stands for: the nearest subject that fits, and nobody where another could be meant."""

import re
from dataclasses import dataclass, replace

from bot.corpus.mentions import tidy
from bot.corpus.names import NAME, names_in
from bot.corpus.offices import CALLINGS, KIN
from bot.corpus.people import People
from bot.corpus.releases import origin_of
from bot.corpus.strangers import brings_in
from bot.corpus.subjects import opening_subject, plural_subject, subject_before
from bot.corpus.verbs import SAYS

SEX = {
    **dict.fromkeys(("he", "him", "він", "он", "il", "lui", "er", "הוא", "هو"), "m"),
    **dict.fromkeys(("she", "her", "вона", "она", "elle", "sie", "היא", "هي"), "f"),
}
GROUP = frozenset({"they", "вони", "они", "ils", "elles"})
_CALLING = re.compile(
    rf"(?P<det>The|An?|One|My|Our|His|Her|Their)\s"
    rf"(?P<np>(?:(?!of |and )[a-z-]+(?:['’]s)?\s){{0,2}}?(?:{CALLINGS}|{KIN}))"
    rf"(?:,\s(?P<name>[^,]{{3,40}}),)?(?=[\s,])"
)
_KIN_OF = re.compile(
    rf"(?:{NAME}(?:(?<=['’]s)|(?<=s['’]))|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)\s(?:[a-z-]+\s){{0,2}}?"
    rf"(?P<kin>{CALLINGS}|{KIN}),\s(?P<name>{NAME}),\s"
)
# "I met Dole's daughter.": "she" is hardly Dole.
_KIN_ALONE = re.compile(rf"{NAME}(?:(?<=['’]s)|(?<=s['’]))\s(?:[a-z-]+\s){{0,2}}?(?P<kin>{KIN})\b(?!,\s[A-Z])")
_HER_KIN = re.compile(rf"(?P<det>[Hh]is|[Hh]er)\s(?:[a-z-]+\s){{0,2}}?(?P<kin>{CALLINGS}|{KIN})\b")
# "Asked about Jane Doe, she said …": the name is what was asked, not who.
_ABOUT = re.compile(r"(?:Asked|Questioned|Pressed|Referring|Speaking|Writing)\b")
_OWNER = {"his": "he", "her": "she"}
_WHEN_CLAUSE = re.compile(r"(?:When|While|As|After|Before|Since|Although|Though|Because|Once)\b[^,.;:!?“”\"]{2,80},\s")
_WHEN = re.compile(
    r"(?:That|This|One|Last|Every|The (?:next|same|following)|Early|Late) (?:\w+ )?(?:morning|afternoon|evening|night|"
    r"day|week|month|year|spring|summer|autumn|winter|weekend|time),? (?=(?:an?|the|one|my|our|his|her) )|"
    r"(?:In|On|At|After|Before|During|By|Since)\b[^,.;:!?“”\"]{2,60}, (?=(?:an?|the|one|my|our|his|her) )"
)
_STRANGER = re.compile(rf"\b(?:[Aa]n?|[Mm]y|[Oo]ne)\s(?:\w+\s)?(?:{KIN})\b")
_ENDS = re.compile(r"(?<=[.!?])\s+|(?<=…)\s+(?=[A-ZА-ЯІЇЄҐ])")
_FIRST = re.compile(r"\W*(\w+)")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_TOKEN = re.compile(r"\w+")
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]*[”“»\"]")
_ADDRESSED = re.compile(
    r"\b(?:told|tells|asked|asks|answered|reminded|assured|shouted at|said to|wrote to|writes to|"
    r"replied to|rang|phoned)\s"
    r"(?!Reuters|Bloomberg|Sky|Channel|Radio|The)"
    r"(?:Mrs?\.?\s|Ms\.?\s|Miss\s)?[A-Z][a-z]+(?!\s(?:News|Times|Post|TV|Radio|Herald|Courier|Magazine))\b"
)
# "Brandt told her that …": who says "I know" after that is hardly the one who told.
_TOLD_ONE = re.compile(
    r"\b(?:told|tells|asked|asks|answered|reminded|assured|warned|shouted at|said to|wrote to|replied to|rang|phoned)\s"
    r"(?P<who>him|her(?=[,.:]|\s(?:that|what|why|how|whether|if|when|where|who|to|not|about|for|again|then|so|once|in|on|at)\b))"
)
# "In 1962 she married Aldous Crane." goes on with whom "she" stood for.
_LED_IN = re.compile(
    r"(?:(?:In|On|At|After|Before|During|By|Since|From|For)(?:\s(?!what|wh[io])[\w’'-]+){1,6}?|Later|Then|There|Afterwards|"
    r"Soon|Once|Now),?\s(?P<who>he|she)\s"
)
_PAPERS = r"(?:message|letter|note|statement|e-?mail|reply|answer|memo|leaflet|circular|press release|text)"
_SENT = re.compile(
    rf"\s(?:sent|sends|issued|issues|released|published|posted|handed|left|wrote|put out)\s(?:(?!the\b)\w+\s){{0,2}}?"
    rf"(?:an?|the|this|another|its|his|her)\s(?:\w+\s){{0,2}}{_PAPERS}\b[^.;:!?]{{0,60}}[.:]?$"
)
_ASKED = re.compile(
    rf"\b(?:asked|contacted|approached|wrote to|pressed)\s(?P<np>(?:the|its)\s[a-z-]+(?:\s[a-z-]+)??|{NAME})"
    r"(?=\s(?:for|about|why|whether|if|how|what|when|to)\b|,)[^.;!?“”\"]*,\s(?:it\s)?$"
)
_BORN = re.compile(
    r"(?:Born|Raised|Brought up|Educated|Orphaned|Widowed|Trained|As a (?:child|girl|boy|teenager|young \w+|student))\b"
)
_SPOKEN = re.compile(r"[”“»\"]")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a pronoun stands: the words of its sentence before it, the sentences before (the nearest last), the
    paragraph before, its number, and whose text it is.
    """

    here: str
    sentences: tuple[str, ...]
    previous: str
    number: int
    owner: str | None


def antecedent(people: People, pronoun: str, setting: Setting) -> str | None:
    """The person for whom "he" or "she" stands.

    Never the one in whose text it stands, unless that one is told of by name there, as in a digest. A sentence that
    opens with the same pronoun goes on with the same person, whoever else is named in it.
    """
    sex = SEX.get(pronoun.casefold())
    if setting.owner is not None and _told_of(setting):
        people.meet(setting.owner)
        setting = replace(setting, owner=None)
    linked = True
    for step, sentence in enumerate((setting.here, *reversed(setting.sentences))):
        if (step and _goes_on(sentence, sex)) or (not step and _ABOUT.match(sentence.lstrip())):
            continue
        if step and brings_in(people, sentence, sex):
            return None
        found = _of_sentence(people, sentence, sex, setting.owner)
        if found is None:
            linked = linked and (not step or _speaks_of(sentence, sex))
            continue
        return _learnt(people, found.name if found.named or step <= 1 or linked else None, sex)
    return _learnt(people, _of_before(people, sex, setting), sex)


def _told_of(setting: Setting) -> bool:
    """Whether the one in whose text it stands is named there, by the surname at least."""
    surname = (setting.owner or "").split()[-1:]
    told = " ".join((*setting.sentences, setting.here))
    return bool(surname) and surname[0] in told and re.search(rf"\b{re.escape(surname[0])}\b", told) is not None


def _goes_on(sentence: str, sex: str | None) -> bool:
    """Whether a sentence opens with a pronoun of that sex as its subject."""
    led = _LED_IN.match(sentence)
    first = _FIRST.match(sentence)
    opening = led["who"] if led else first[1].casefold() if first else ""
    return sex is not None and opening != "her" and SEX.get(opening) == sex


def _is_told_to(sentence: str, sex: str | None) -> bool:
    """Whether somebody of that sex is told something in a sentence, and not named there."""
    told = _TOLD_ONE.search(sentence)
    return told is not None and sex is not None and SEX[told["who"]] == sex


def _speaks_of(sentence: str, sex: str | None) -> bool:
    """Whether a sentence has a pronoun of that sex in it."""
    return any(SEX.get(word) == sex for word in _TOKEN.findall(sentence.casefold()))


def _learnt(people: People, name: str | None, sex: str | None) -> str | None:
    if name and sex and name[0].isupper():
        people.note_sex(name, sex)
    return name


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody whom a sentence speaks of; no name where it may be one of several."""

    name: str | None
    named: bool = True


def _of_sentence(people: People, sentence: str, sex: str | None, owner: str | None) -> _Candidate | None:
    words = _QUOTED.sub(" … ", sentence[-800:])
    near = [name for name in people.persons(words) if name != owner and people.fits(name, sex)]
    opener = _opener(people, words)
    if near and _is_told_to(words, sex):
        return _Candidate(None)
    if _ADDRESSED.search(words) and not (len(near) == 1 and people.is_known(near[0], sex)):
        return _Candidate(None)
    if opener is not None and opener in near:
        return _Candidate(opener)
    if _of_same(people, words, sex):
        return _Candidate(None)
    relative = _relative(people, words, sex)
    if relative is not None:
        return _Candidate(relative)
    if _may_own(words) and any(people.fits(kin["kin"], sex) for kin in _KIN_ALONE.finditer(words)):
        return _Candidate(None)
    role = role_of(people, words, owner)
    if role is not None:
        return _Candidate(role, named=role[0].isupper()) if people.fits(role, sex) else None
    if people.last in near and _SPOKEN.search(sentence):
        return _Candidate(people.last)
    if near:
        return _Candidate(near[0] if len(near) == 1 and not _comes_later(people, words, near[0]) else None)
    return None


def _may_own(words: str) -> bool:
    return "’s " in words or "'s " in words or "s’ " in words or "s' " in words


def _comes_later(people: People, words: str, name: str) -> bool:
    """Whether a Slavic sentence names another one first: who comes later is hardly its subject."""
    if words.isascii():
        return False
    first = next((match.group() for match in names_in(words) if " " in match.group()), name)
    return _CYRILLIC.match(first) is not None and people.full(tidy(first)) != name and name.split()[-1] not in first


def _of_before(people: People, sex: str | None, setting: Setting) -> str | None:
    """Look back over the paragraph's beginning: to who spoke last, or the only person named before it."""
    last = people.last if 0 <= setting.number - people.last_at <= 2 else None
    if _is_life(setting.sentences):
        return None
    if last is not None and (last == setting.owner or not people.fits(last, sex)):
        last = None
    words = _QUOTED.sub(" … ", setting.previous[-1200:])
    *earlier, ending = _ENDS.split(words.strip())
    if _is_told_to(ending, sex):
        return last if last not in people.persons(ending) else None
    words = " ".join(sentence for sentence in (*earlier, ending) if not _goes_on(sentence, sex))
    role = role_of(people, ending, setting.owner)
    if role is not None and people.last_at < setting.number - 1:
        return role if people.fits(role, sex) else None
    near = [name for name in people.persons(words) if name != setting.owner and people.fits(name, sex)]
    if last is not None and (last in near or not near):
        return last
    opener = _opener(people, ending)
    if opener is not None and opener in near:
        return opener
    alone = len(near) == 1 and last is None and not _stranger(words)
    return near[0] if alone and not _comes_later(people, words, near[0]) else None


def _is_life(sentences: tuple[str, ...]) -> bool:
    """Whether a paragraph goes back to somebody's life ("Born in 1932, she …"): hardly that of who spoke before it."""
    return any(_BORN.match(sentence) for sentence in sentences)


def _stranger(words: str) -> bool:
    """Whether a paragraph speaks of somebody without a name, who may be meant as well."""
    return _STRANGER.search(words) is not None


def _opener(people: People, words: str) -> str | None:
    """The person with whom a sentence opens: the likeliest one for a "she" that follows."""
    mention = opening_subject(words)
    name = people.full(tidy(mention)) if mention and mention[0].isupper() else None
    return name if name and people.persons(name) == [name] else None


def _of_same(people: People, words: str, sex: str | None) -> bool:
    """Whether a sentence opens with somebody's kin of the same sex ("Her mother …"): "she" may be either of the two."""
    clause = words.lstrip('“"… ')
    when = _WHEN_CLAUSE.match(clause)
    found = _HER_KIN.match(clause, when.end() if when else 0)
    return found is not None and SEX.get(_OWNER[found["det"].casefold()]) == sex and people.fits(found["kin"], sex)


def _relative(people: People, words: str, sex: str | None) -> str | None:
    """Whom a sentence opens with by what they are to somebody ("Dole's daughter, Ann, …")."""
    found = _KIN_OF.match(words.lstrip('“"… '))
    if found is None or not (people.fits(found["kin"], sex) and people.fits(found["name"], sex)):
        return None
    return people.full(tidy(found["name"]))


def role_of(people: People, sentence: str, owner: str | None) -> str | None:
    """The calling of whoever opens a sentence without a name ("The mayor disagrees."), for a "she" that follows."""
    opening = sentence.lstrip()
    when = _WHEN.match(opening)
    if when:
        opening = opening[when.end() : when.end() + 1].upper() + opening[when.end() + 1 :]
    found = _CALLING.match(opening)
    if found is None:
        return None
    named = people.persons(found["name"] or "")
    if named:
        return named[0]
    if found["det"] in ("My", "Our"):
        return f"{owner}'s {found['np']}" if owner else None
    return (people.holder(found["np"]) if found["det"] == "The" else None) or found["np"]


def thing(people: People, setting: Setting) -> str | None:
    """The office or paper for which "it" stands.

    It is whom the same sentence says was asked, whose paper the sentence before ends with, or that sentence's subject
    when it says something, too.
    """
    asked = _ASKED.search(setting.here)
    if asked:
        return tidy(asked["np"])
    if not setting.sentences:
        return None
    last = setting.sentences[-1]
    sent = _SENT.search(last)
    if sent:
        mention = subject_before(last[: sent.start()])
        return tidy(mention) if mention and mention.casefold() not in SEX and mention[0] != "I" else None
    origin = origin_of(last)
    if origin:
        return origin
    mention = opening_subject(last)
    rest = last.partition(mention)[2] if mention else ""
    return tidy(mention) if mention and SAYS.match(rest.lstrip()) and mention.casefold() not in SEX else None


def group(sentences: tuple[str, ...], previous: str) -> str | None:
    """The group for which "they" stands: a plural subject of the last sentences."""
    for words in (*reversed(sentences), *reversed(_ENDS.split(previous[-800:].strip())[-3:])):
        found = plural_subject(words)
        if found:
            return tidy(found)
    return None
