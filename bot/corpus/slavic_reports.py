"""Statements that Ukrainian and Russian sentences report: "Кметь вважає, що …", "По словам мэра, …", "Как отметил …".

A subject must open its sentence, stand in the nominative and agree with its verb; what only might have been said, was
denied or is asked, and what is said by nobody in particular, is not taken.
"""

import re
from collections.abc import Sequence

from bot.corpus.cues import Cue, Reading
from bot.corpus.fullnames import is_oblique
from bot.corpus.reports import Found, end_of_report
from bot.corpus.slavic_names import PATRONYMIC
from bot.corpus.slavic_words import (
    ACCORDING,
    ADVERBS,
    BODIES,
    JOINING,
    KIN,
    OFFICES,
    PAST,
    PREPOSITIONS,
    REPORTING,
    TOLD,
    TOLD_WORDS,
    UNREAL,
    VERBS,
)
from bot.corpus.subjects import sound
from bot.corpus.words import word_set

_PRONOUNS = word_set("він вона він он она")
_ADDRESS = word_set("пан пані господин госпожа")
_PERSONS = {"його": "він", "її": "вона", "его": "он", "её": "она", "ее": "она"}
_THAT = re.compile(r",\s(?:що|что)\s(?=\S)")
_AS = ("як", "как")
_TOKEN = re.compile(r"\w+")
_CAP = re.compile(r"[А-ЯІЇЄҐЁ][а-яіїєґё'’]+(?:-[А-ЯІЇЄҐЁ][а-яіїєґё'’]+)?")
_LOW = re.compile(r"[а-яіїєґё][а-яіїєґё'’-]*")
_ASIDE = re.compile(r",\s[^,.;:!?«»]{2,120},|\s\([^()]{1,60}\)")
_TIME = re.compile(
    r"(?:[ув]о?\s(?:понеділок|вівторок|середу|четвер|п['’]ятницю|суботу|неділю|понедельник|вторник|среду|пятницу|"
    r"субботу|"
    r"воскресенье|\d{1,4} (?:році|году))|(?:о?крім|кроме) того|тим часом|тем временем|зі свого боку|со своей стороны|"
    r"у свою чергу|в свою очередь|своєю чергою|у відповідь|в ответ),?\s",
    re.IGNORECASE,
)
# "На відкритті | голова громади …": where it was said, before an office. Ukrainian, Russian.
_OCCASION = re.compile(
    r"(?:На|Під час|Після|У ході|Во время|После|В ходе)\s[а-яіїєґё'’-]{3,20}(?:\s[а-яіїєґё'’-]{3,20})??\s"
    r"(?P<office>[а-яіїєґё'’-]{3,20})\s"
)
_NOUNS = "|".join(rf"{first}\s(?:{nouns})" for first, nouns in ACCORDING.items())
_ACCORDING = re.compile(rf"(?:{_NOUNS})\s(?P<np>[^,.;:!?«»]{{2,90}}),\s", re.IGNORECASE)
_HIS = re.compile(
    r"(?:за|на|по)\s(?P<np>його|її|его|её|ее)\s(?:слова(?:ми|м)|думку|переконання|погляд|взгляд|мнению|убеждению|"
    r"утверждению|данным|оценке|версии|твердженням|даними|оцінкою|версією),\s",
    re.IGNORECASE,
)
_ENDING = re.compile("[аяуюыиіїо]+$")
_STEMS = frozenset(_ENDING.sub("", office) for office in OFFICES)
_WHICH = ("котор", "який", "яка", "які")
_LONGEST_ASIDE, _NEAR = 100, 200  # code points: of an aside; before a contrast, in which something is denied
_ADJECTIVE = re.compile(r"(?:ий|ій|ый|ой|а|я)$")
_SO = re.compile(r"(?:так|то|настільки|настолько|стільки|столько)\s")
# "What to do", "what happened": a question that is told of, and no claim.
_ASKED = re.compile(
    r"(?:саме|именно|случилось|случилося|произошло|сталося|трапилося|відбулося|відбувається|происходит|буде далі|"
    r"будет дальше|за\s)|"
    r"(?:\S+\s){0,2}(?:робити|чинити|казати|думати|делать|говорить|думать|отвечать|предпринять)(?!\w)"
)
_ABOUT_IT = re.compile(r"\s?(?:про те|о том|об этом)$")
_MAY_TELL_ABOUT = re.compile(r"(?:повідом|заяв|поперед|нагад|сообщ|предупре|напомн)")
_CUT = re.compile(
    r";|:\s|,\s(?:однак|проте|хоча?|натомість|тоді як|тимчасом|однако|хотя|тогда как|между тем|в то время|пока|"
    r"поки|доки|після чого|после чего|"
    r"у той час|при цьому|при этом|повідомля\w+|передає|сообщает|передаёт|пишет|пише|і|й|та|и)\s|\s[—–]\s"
)
# A contrast begins another clause, unless it puts right what was denied: "не міст, а дорога".
_RATHER = re.compile(r",\s(?:а|але|но|зате|зато)\s(?P<new>[А-ЯІЇЄҐЁ]|(?:він|вона|вони|он|она|они)\s)?")
_NOT = re.compile(r"(?<!\w)(?:не|ні|ни)\s[^,]*$")
_AND_VERB = re.compile(r"\s(?:і|й|та|и)\s(?:(?:також|ще|теж|также|тоже|ещё|потім|потом)\s)?(?P<verb>[а-яіїєґё]+)(?!\w)")
_NEXT = re.compile(r"[.!?…]\s+(?=[A-ZА-ЯІЇЄҐ«])")
_TRAILING = re.compile(r"(?P<clause>[^«»“”„\"?]{12,600}),\s(?:[—–-]\s)?(?P<told>[^,.;:!?«»—–]{5,120})[.]$")


def reported(sentence: str) -> Found | None:
    """Find the statement that a sentence reports: its start and end in the sentence, and who is said to make it."""
    if REPORTING.isdisjoint(_TOKEN.findall(sentence.casefold())) or sentence.rstrip(' »”"').endswith("?"):
        return None
    start = _led(sentence)
    first = sentence[start : start + 4].partition(" ")[0].casefold()
    if first in ACCORDING:
        return _according(sentence, start)
    if first in _AS:
        return _as_said(sentence, start)
    that = _THAT.search(sentence, start, start + 300)
    if that is None:
        return _told_after(sentence)
    cue = _teller(sentence[start : that.start()])
    return None if cue is None or _ASKED.match(sentence, that.end()) else _clause(sentence, that.end(), cue)


def _according(sentence: str, start: int) -> Found | None:
    """Read "По словам мэра, …" and "На її думку, …"."""
    his = _HIS.match(sentence, start)
    if his is not None:
        return _clause(sentence, his.end(), Cue(_PERSONS[his["np"].casefold()], his.group().strip(" ,")))
    found = _ACCORDING.match(sentence, start)
    if found is None:
        return None
    cue = Cue(found["np"], found.group().strip(" ,"), Reading.GENITIVE)
    return _clause(sentence, _past_apposition(sentence, found.end()), cue)


def _led(sentence: str) -> int:
    """Where a sentence begins after words that only tie it to others or say when: "Але вчора | Кметь …"."""
    place = len(sentence) - len(sentence.lstrip(" —–-"))
    while True:
        time = _TIME.match(sentence, place)
        word, space, _ = sentence[place : place + 24].partition(" ")
        small = word.rstrip(",").casefold()
        occasion = _OCCASION.match(sentence, place) if word[:1].isupper() else None
        if time is not None:
            place = time.end()
        elif occasion is not None and occasion["office"] in OFFICES:
            place = occasion.start("office")
        elif space and (small in JOINING or small in ADVERBS):
            place += len(word) + 1
        else:
            return place


def _teller(head: str) -> Cue | None:
    """Who tells, in the words before "that": the subject, what may stand between, the verb, whom it is told to."""
    words = _ASIDE.sub(" ", head).split()
    at = next(
        (at for at, word in enumerate(words[:16]) if word in VERBS or (not at and word.casefold() in VERBS)), None
    )
    if at is None or not UNREAL.isdisjoint(word.casefold() for word in words) or "," in " ".join(words):
        return None
    verb, rest = words[at].casefold(), words[at + 1 :]
    if not _is_aside(_without_about(verb, rest)):
        return None
    if not at:
        sex = PAST.get(verb)
        return Cue("вона" if sex == "f" else "він", words[at]) if sex in ("f", "m") else None
    return _subject(_without_place(words[:at]), verb)


def _without_about(verb: str, rest: list[str]) -> list[str]:
    told = " ".join(rest)
    return _ABOUT_IT.sub("", told).split() if _MAY_TELL_ABOUT.match(verb) else rest


def _is_aside(words: Sequence[str]) -> bool:
    """Whether words between a verb and "that" say only to whom, where and when: none of them can be its subject."""
    for at, word in enumerate(words):
        near = words[max(0, at - 4) : at]
        governed = any(before.casefold() in PREPOSITIONS or before.startswith(TOLD) for before in near)
        if word.casefold() in PREPOSITIONS or word in ADVERBS or word in TOLD_WORDS or word.startswith(TOLD):
            continue
        if word in OFFICES or not (governed or (_CAP.fullmatch(word) and is_oblique(word))):
            return False
        if _CAP.match(word) and words[at - 1].casefold() not in PREPOSITIONS and not is_oblique(word):
            return False
    return True


def _without_place(words: list[str]) -> list[str]:
    """Take off the end of what stands before a verb: adverbs, and where and when it was said."""
    while words and words[-1] in ADVERBS:
        words = words[:-1]
    at = next((at for at, word in enumerate(words) if at and word in PREPOSITIONS), None)
    placed = words[at:] if at else []
    return words[:at] if at and _is_aside(placed) else words


def _subject(words: Sequence[str], verb: str) -> Cue | None:
    """Read a subject in the nominative: a pronoun, a name, an office with its name or without, a body."""
    mention, sex = " ".join(words), PAST.get(verb)
    if not words or len(words) > 9:
        return None
    first = words[0].casefold()
    cue = Cue(mention, f"{mention} {verb}", Reading.NOMINATIVE, sex)
    if first in _PRONOUNS:
        return (
            Cue(mention, cue.words, sex=sex)
            if len(words) == 1 and sex != ("m" if first in ("вона", "она") else "f")
            else None
        )
    if first in _ADDRESS:
        return _subject(words[1:], verb)
    if first in BODIES:
        return cue if sex in (None, BODIES[first]) else None
    if sex == "n":
        return None
    if first in OFFICES:
        return _of_office(words, cue)
    if len(words) > 1 and words[1] in OFFICES and _ADJECTIVE.search(first):
        return _of_office(words[1:], cue)
    named = all(_CAP.fullmatch(word) for word in words) and _is_name(words) and sound(mention) == mention
    return cue if named and not is_oblique(mention) else None


def _of_office(words: Sequence[str], cue: Cue) -> Cue | None:
    """Of an office and a full name the name; an office alone, or with one name, as it stands."""
    count = next((at for at, word in enumerate(reversed(words[1:])) if not _CAP.fullmatch(word)), len(words) - 1)
    if words[0].casefold() in KIN:
        return None
    if count >= 2:
        name = words[-3:] if count > 2 and PATRONYMIC.search(words[-2]) else words[-2:]
        mention = " ".join(name)
        return None if is_oblique(mention) else Cue(mention, cue.words, cue.reading, cue.sex)
    return cue if all(_LOW.fullmatch(word) for word in words[1 : len(words) - count]) else None


def _is_name(words: Sequence[str]) -> bool:
    return len(words) < 3 or (len(words) == 3 and PATRONYMIC.search(words[1]) is not None)


def _as_said(sentence: str, start: int) -> Found | None:
    """Read "Як зазначив мер, …": the verb, its subject and the clause after the comma."""
    head, comma, rest = sentence[start:].partition(", ")
    words = head.split()[1:]
    while words and words[0] in ADVERBS:
        words = words[1:]
    if not comma or not words or words[0] not in VERBS or _SO.match(rest) or not UNREAL.isdisjoint(words):
        return None
    cue = _after(words)
    return _clause(sentence, _past_apposition(sentence, start + len(head) + 2), cue) if cue else None


def _after(words: Sequence[str]) -> Cue | None:
    """Read a verb and the subject that follows it, between whom and where it is told."""
    verb, rest = words[0], list(words[1:])
    while rest and (rest[0] in TOLD_WORDS or rest[0].startswith(TOLD) or rest[0] in ADVERBS):
        rest = rest[1:]
    if len(rest) > 2 and rest[0] in PREPOSITIONS and _LOW.fullmatch(rest[1]):
        rest = rest[2:]
    return _subject(_without_place(rest), verb)


def _told_after(sentence: str) -> Found | None:
    """Read a statement whose teller follows it: "Дорогу відкриють у червні, повідомив Павло Демченко."."""
    if sentence[-160:].rpartition(", ")[2].lstrip("—–- ").partition(" ")[0] not in VERBS:
        return None
    found = _TRAILING.match(sentence)
    words = found["told"].split() if found else []
    cue = _after(words) if words and words[0] in VERBS and UNREAL.isdisjoint(words) else None
    return (found.start("clause"), found.end("clause"), cue) if found and cue else None


def _past_apposition(sentence: str, start: int) -> int:
    """Where a clause begins after what somebody is: "По словам Котова, мэра Стины, | …"."""
    first, _, rest = sentence[start : start + 160].partition(" ")
    if not first[:1].islower() or not (_ENDING.sub("", first) in _STEMS or first.startswith(_WHICH)):
        return start
    comma = rest.find(", ")
    return start + len(first) + 1 + comma + 2 if 0 <= comma < _LONGEST_ASIDE else start


def _clause(sentence: str, start: int, cue: Cue) -> Found | None:
    """The clause from its start on, up to where somebody else's words or another verb may begin."""
    end = end_of_report(sentence, start, _NEXT, _CUT)
    for found in _RATHER.finditer(sentence, start, end):
        if found["new"] or not _NOT.search(sentence, max(start, found.start() - _NEAR), found.start()):
            end = found.start()
            break
    for found in _AND_VERB.finditer(sentence, start, end):
        if found["verb"] in VERBS:
            end = found.start()
            break
    return (start, end, cue) if sentence.count(" ", start, end) else None
