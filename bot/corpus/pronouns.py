"""Whom a "she" or a "they" stands for: the nearest subject that fits, and nobody where another could be meant."""

import re
from dataclasses import dataclass, replace

from bot.corpus.people import CALLINGS, KIN, People, tidy
from bot.corpus.subjects import opening_subject, plural_subject
from bot.corpus.verbs import SAYS

SEX = {
    **dict.fromkeys(("he", "him", "він", "он", "il", "lui", "er", "הוא", "هو"), "m"),
    **dict.fromkeys(("she", "her", "вона", "она", "elle", "sie", "היא", "هي"), "f"),
}
GROUP = frozenset({"they", "вони", "они", "ils", "elles"})
_CALLING = re.compile(
    rf"(?P<det>The|An?|One|My|Our|His|Her|Their)\s(?P<np>(?:(?!of |and )[a-z-]+\s){{0,2}}?(?:{CALLINGS}|{KIN}))"
    rf"(?:,\s(?P<name>[^,]{{3,40}}),)?(?=[\s,])"
)
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]*[”“»\"]")
_ADDRESSED = re.compile(
    r"\b(?:told|tells|asked|asks|answered|reminded|assured|shouted at|said to)\s"
    r"(?!Reuters|Bloomberg|Sky|Channel|Radio|The)"
    r"(?:Mrs?\.?\s|Ms\.?\s|Miss\s)?[A-Z][a-z]+(?!\s(?:News|Times|Post|TV|Radio|Herald|Courier|Magazine))\b"
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
    for step, sentence in enumerate((setting.here, *reversed(setting.sentences))):
        if step and _goes_on(sentence, sex):
            continue
        found = _of_sentence(people, sentence, sex, setting.owner)
        if found is None:
            continue
        return _learnt(people, found.name if found.named or step <= 1 else None, sex)
    return _learnt(people, _of_before(people, sex, setting), sex)


def _told_of(setting: Setting) -> bool:
    """Whether the one in whose text it stands is named there, by the surname at least."""
    surname = (setting.owner or "").split()[-1:]
    told = " ".join((*setting.sentences, setting.here))
    return bool(surname) and re.search(rf"\b{re.escape(surname[0])}\b", told) is not None


def _goes_on(sentence: str, sex: str | None) -> bool:
    """Whether a sentence opens with a pronoun of that sex as its subject."""
    first = re.match(r"\W*(\w+)", sentence)
    opening = first[1].casefold() if first else ""
    return sex is not None and opening != "her" and SEX.get(opening) == sex


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
    if _ADDRESSED.search(words) and not (len(near) == 1 and people.is_known(near[0], sex)):
        return _Candidate(None)
    if opener is not None and opener in near:
        return _Candidate(opener)
    role = role_of(people, words, owner)
    if role is not None:
        return _Candidate(role, named=role[0].isupper()) if people.fits(role, sex) else None
    if people.last in near and _SPOKEN.search(sentence):
        return _Candidate(people.last)
    if near:
        return _Candidate(near[0] if len(near) == 1 else None)
    return None


def _of_before(people: People, sex: str | None, setting: Setting) -> str | None:
    """Look back over the paragraph's beginning: to who spoke last, or the only person named before it."""
    last = people.last if 0 <= setting.number - people.last_at <= 2 else None
    if last is not None and (last == setting.owner or not people.fits(last, sex)):
        last = None
    words = _QUOTED.sub(" … ", setting.previous[-1200:])
    ending = re.split(r"(?<=[.!?])\s+", words.strip())[-1]
    role = role_of(people, ending, setting.owner)
    if role is not None and people.last_at < setting.number - 1:
        return role if people.fits(role, sex) else None
    near = [name for name in people.persons(words) if name != setting.owner and people.fits(name, sex)]
    if last is not None and (last in near or not near):
        return last
    opener = _opener(people, ending)
    if opener is not None and opener in near:
        return opener
    return near[0] if len(near) == 1 and last is None and not _stranger(words) else None


def _stranger(words: str) -> bool:
    """Whether a paragraph speaks of somebody without a name, who may be meant as well."""
    return re.search(rf"\b(?:[Aa]n?|[Mm]y|[Oo]ne)\s(?:\w+\s)?(?:{KIN})\b", words) is not None


def _opener(people: People, words: str) -> str | None:
    """The person with whom a sentence opens: the likeliest one for a "she" that follows."""
    mention = opening_subject(words)
    name = people.full(tidy(mention)) if mention and mention[0].isupper() else None
    return name if name and people.persons(name) == [name] else None


def role_of(people: People, sentence: str, owner: str | None) -> str | None:
    """The calling of whoever opens a sentence without a name ("The mayor disagrees."), for a "she" that follows."""
    found = _CALLING.match(sentence.lstrip())
    if found is None:
        return None
    named = people.persons(found["name"] or "")
    if named:
        return named[0]
    if found["det"] in ("My", "Our"):
        return f"{owner}'s {found['np']}" if owner else None
    return (people.holder(found["np"]) if found["det"] == "The" else None) or found["np"]


def thing(sentences: tuple[str, ...]) -> str | None:
    """The office or paper for which "it" stands: the subject of the sentence before, when that says something, too."""
    if not sentences:
        return None
    mention = opening_subject(sentences[-1])
    rest = sentences[-1].partition(mention)[2] if mention else ""
    return tidy(mention) if mention and SAYS.match(rest.lstrip()) and mention.casefold() not in SEX else None


def group(sentences: tuple[str, ...], previous: str) -> str | None:
    """The group for which "they" stands: a plural subject of the last sentences."""
    for words in (*reversed(sentences), *reversed(re.split(r"(?<=[.!?])\s+", previous[-800:].strip())[-3:])):
        found = plural_subject(words)
        if found:
            return tidy(found)
    return None
