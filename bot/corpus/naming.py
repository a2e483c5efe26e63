"""From a mention ("she", "the press release", "my brother") to the one who is meant, or to nobody."""

import re
from collections.abc import Callable

from bot.corpus.cues import Cue, Reading
from bot.corpus.inverted import CASELESS
from bot.corpus.kindred import may_be_kin, of_kin
from bot.corpus.mentions import is_paper, is_part, tidy
from bot.corpus.names import NAME
from bot.corpus.people import People
from bot.corpus.pronouns import GROUP, SEX, Setting, antecedent, group, thing
from bot.corpus.words import word_set
from bot.model import Role, Speaker

UNCLEAR = Speaker(None, Role.UNCLEAR)
_SELF = word_set("I я je ich Я Je Ich אני أنا")
_US = word_set(
    "we We ми мы nous wir Ми Мы Nous Wir On Man on man you You one One this This that That The the A a An an "
    "Тот тот Та та Той той Те те Этот этот Эта эта Эти эти Цей цей Ця ця Ці ці Інший інший Інша інша Другой Другая"
)
# Mentions that point to somebody without saying who it is.
_POINTING = (
    "which", "who", "one of", "some of", "many of", "most of", "both", "this", "that", "these", "those", "your ",
    "another of", "two of", "several of", "everyone", "everybody", "few", "anyone", "anybody", "someone", "somebody",
    "nobody", "no one",
    "others",
    # Spanish, German, French, Russian, Ukrainian, Italian, Polish
    "uno de", "una de", "alguien", "einer der", "eine der", "jemand", "l'un d", "l'une d", "quelqu", "один из",
    "одна из", "кто-то", "один з", "одна з", "хтось",
    "одні", "інші", "дехто", "деякі", "одни", "другие", "некоторые", "qualcuno", "ktoś",
)  # fmt: skip
# What a person wrote speaks for that person.
_WRITINGS = ("article", "essay", "column", "op-ed", "piece", "book", "review")
_WRITTEN = re.compile(rf"(?P<np>{NAME})(?:(?<=['’]s)|(?<=s['’]))\s(?:\w+\s)?(?:{'|'.join(_WRITINGS)})$")
_DEFINITE = re.compile(r"(?:the|der|die|le|la|el|il)\s")
_MINE = ("my ", "our ", "мій ", "моя ", "мой ", "наш ", "mon ", "ma ", "mein ", "meine ")


def resolve(people: People, cue: Cue, setting: Callable[[], Setting], own: Speaker) -> Speaker:
    """Say who is meant by the mention of a cue in the text of `own`; whoever cannot be told is unclear.

    `setting` tells where the mention stands; only pronouns ask.
    """
    mention = cue.mention
    if mention is None or mention in _US:
        return UNCLEAR
    if mention in _SELF:
        return own if own.name else UNCLEAR
    name = _read(people, cue, mention) if cue.reading is not Reading.FREE else _name(people, mention, setting, own.name)
    if name is not None and mention.casefold() in SEX and name == setting().owner:
        return UNCLEAR
    return Speaker(name, Role.QUOTED) if name else UNCLEAR


def _read(people: People, cue: Cue, mention: str) -> str | None:
    if cue.reading is Reading.GENITIVE:
        return people.nominative(mention)
    if cue.reading is Reading.CASELESS:
        return people.caseless(mention)
    return people.subject(mention, cue.sex)


def _name(people: People, mention: str, setting: Callable[[], Setting], own: str | None) -> str | None:
    low = mention.casefold()
    if low in SEX:
        return antecedent(people, low, setting())
    if low == "it":
        return thing(people, setting())
    if low in GROUP:
        return group(setting().sentences, setting().previous)
    if people.release and (is_paper(mention) or low in ("البيان", "بيان")):
        return people.release
    written = _WRITTEN.match(mention) if mention.endswith(_WRITINGS) else None
    if written:
        return people.full(tidy(written["np"]))
    if low.startswith(_POINTING) or is_part(mention) or not low.strip(" .,’'"):
        return None
    if may_be_kin(mention):
        return of_kin(mention, people.is_of)
    if low.startswith(_MINE):
        return f"{own}'s {mention.split(' ', 1)[1]}" if own else None
    if holder := people.holder(_DEFINITE.sub("", low)):
        return holder
    name = people.full(tidy(mention))
    return name if len(name) > 1 or CASELESS.match(name) else None
