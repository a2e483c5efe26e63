"""How those who ask sound when no label names them: questions, requests, and statements put to somebody."""

import re
from enum import Enum, auto
from functools import lru_cache

from bot.corpus.uncased import Uncased
from bot.corpus.units import Page, Unit
from bot.corpus.words import SECOND_PERSON, asks, in_first_person, sentence_count
from bot.model import BlockKind

_LONGEST = 60
_STRESS = ("***", "**", "__", "*", "_")
_POLITE = Uncased(
    r"\b(?:you|your|yours|yourself|you['’](?:ve|re|d|ll)|"  # English
    r"ви|вас|вам|вами|ваш\w*|ти|тебе|тобі|твій|твоя|твоє|твої|вы|ваш\w*|тебя|твой|"  # Ukrainian, Russian
    r"vous|votre|vos|tu|ton|tes|"  # French
    r"usted|ustedes|te|tú|"  # Spanish
    r"pan|pani|pana|panu)\b",  # Polish
)
_GERMAN = re.compile(r"(?<=[\w,;:] )(?:Sie|Ihnen|Ihre?[nmrs]?)\b|\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?)\b")
_ANYBODY = Uncased(
    r"\byou (?:can|can['’]t|cannot|could|need|have to|must|should|get|want|know|see|never|always|don['’]t|'ll|’ll)\b"
)
_REQUEST = Uncased(
    r"(?:(?:and|so|but|well|ok(?:ay)?|then|now|first|please),? )?(?:"
    r"(?:tell|remind|walk|talk|take|give|show|help) (?:me|us|our (?:readers|listeners))\b|(?:please )?(?:explain|"
    r"describe)\b|talk about\b|let['’]?s (?:talk|turn|start|begin|go|move|speak|come|stay)\b|let us (?:talk|turn|"
    r"begin|start)\b|"  # English
    r"(?:розкажіть|опишіть|поясніть|поговорімо|поговоримо|давайте|назвіть|скажіть|розкажи|опиши|поясни)\b|"
    r"(?:расскажите|опишите|объясните|поговорим|давайте|назовите|скажите|расскажи)\b|"  # Ukrainian, Russian
    r"(?:erzählen|beschreiben|erklären|nennen|sagen|schildern) sie\b|(?:sprechen|reden|beginnen|fangen|bleiben) wir\b|"
    r"lassen sie uns\b|(?:erzähl|beschreib|erklär)e?\b|"  # German
    r"(?:parlez|racontez|décrivez|expliquez|dites|raconte|parle)[- ]|(?:parlons|revenons|commençons|restons)\b|"
    r"(?:cuénte|cuénta|háble|hábla|explíque|explíca|descríba|díga)\w*|hablemos\b|"  # French, Spanish
    r"(?:ci|mi) (?:racconti|parli|spieghi|descriva)\b|(?:racconti|parliamo|torniamo)\b|"  # Italian
    r"(?:proszę|opowiedz|porozmawiajmy)\b|"  # Polish
    r"(?:ספרי?|תארי?|הסבירי?|הסבר|בואי?|בואו)\s|(?:حدثنا|حدثينا|حدثني|أخبرنا|أخبرينا|صف|صفي|اشرح|اشرحي)\s)"
)
_HEDGE = re.compile(
    r"\bI(?: (?:understand|hear|gather|read|know|see|believe|imagine|assume|suppose|notice|take it)\b|['’]m told|"
    r"['’]ve (?:read|heard|been told)\b| (?:have )?(?:heard|noticed|was told))",
)
_REPLY = Uncased(
    r"(?:yes|no|not?|well|oh|of course|exactly|absolutely|unfortunately|indeed|true|right|sure|perhaps|maybe|because|"
    r"that['’]s (?:right|true)|так|ні|звісно|звичайно|авжеж|бо|да|нет|конечно|ja|nein|doch|natürlich|oui|non|bien sûr|"
    r"sí|no|claro|sì|certo|tak|nie|כן|לא|نعم|لا)(?![\w'’-])"
)
_DASH = re.compile(r"^[–—-]\s+")
_REPORTED = re.compile(r"\b(?:asks|asked|wonders|wants to know|puts it to|raises)\b")


def undashed(words: str) -> str:
    """Take off the dash that opens a turn."""
    return _DASH.sub("", words, count=1)


class Asking(Enum):
    """How sure it is that a paragraph is put to somebody."""

    NO = auto()
    PERHAPS = auto()
    SURELY = auto()


@lru_cache(maxsize=256)
def addresses(words: str) -> bool:
    """Whether the words speak to somebody: you, vous, ви, Sie …"""
    return _POLITE.search(words) is not None or _GERMAN.search(words) is not None


def requests(words: str) -> bool:
    """Whether the words open as a request to say something ("Tell us about …")."""
    return _REQUEST.match(words) is not None


def sounds_asked(words: str) -> bool:
    """Whether somebody's labelled words ask: by their end, as a request, or as a question told ("X asks whether")."""
    last = re.split(r"[.!…]\s+", words[-400:].rstrip(" .!…"))[-1]
    return asks(words) or requests(words) or requests(last) or _REPORTED.search(words[:80]) is not None


def is_question(unit: Unit) -> bool:
    """Whether a paragraph ends as a question that its speaker does not put to himself."""
    if unit.kind is not BlockKind.PARAGRAPH or not asks(unit.plain) or unit.marker == "quote":
        return False
    plain = unit.plain
    return not in_first_person(plain) or SECOND_PERSON.search(plain) is not None or addresses(plain)


def puts(unit: Unit, following: Unit | None) -> Asking:
    """Tell whether a paragraph without a question mark is put to somebody who answers in the one after it."""
    if unit.kind is not BlockKind.PARAGRAPH or unit.marker == "quote" or unit.words > _LONGEST:
        return Asking.NO
    if following is None or following.kind is not BlockKind.PARAGRAPH or following.label or is_question(following):
        return Asking.NO
    plain = undashed(unit.plain)
    if sentence_count(plain) > 4:
        return Asking.NO
    answered = replies(following.plain)
    if requests(plain):
        return Asking.SURELY if answered or unit.words <= 15 else Asking.PERHAPS
    if addresses(plain) and not _own(plain):
        return Asking.SURELY if answered and not _ANYBODY.search(plain) else Asking.PERHAPS
    short = unit.words <= 15 and not in_first_person(plain)
    return Asking.PERHAPS if short and _REPLY.match(undashed(following.plain)) else Asking.NO


def _own(words: str) -> bool:
    """Whether the words tell of the one who speaks, beyond what anybody says who asks ("I understand that you …")."""
    return in_first_person(_HEDGE.sub(" ", words))


def replies(words: str) -> bool:
    """Whether a paragraph opens as an answer does: with yes or no, or in the first person."""
    return _REPLY.match(undashed(words)) is not None or in_first_person(words[:240])


def is_stressed(page: Page, unit: Unit) -> bool:
    """Whether the whole paragraph is set in bold letters or in italics."""
    raw = page.text[unit.spans[0].start : unit.spans[-1].end].strip()
    sign = next((sign for sign in _STRESS if raw.startswith(sign)), None)
    return (
        sign is not None and raw.endswith(sign) and sign not in raw[len(sign) : -len(sign)] and len(raw) > 2 * len(sign)
    )
