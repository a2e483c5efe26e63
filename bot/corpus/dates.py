"""Dates as pages print them, in the languages that we know, to ISO days. What could be two different days is none."""

import datetime
import re
from functools import lru_cache

from bot.corpus.months import DATE_WORDS, MONTHS

_NAMES = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_OF = r"(?:\s+(?:de\s+|of\s+)?|[-‐–/])"
_DATE = re.compile(
    r"(?<![\d/.])(?<!\d-)(?:"
    r"(?P<iso>\d{4})(?P<by>[-/.])(?P<im>\d\d)(?P=by)(?P<id>\d\d)(?![\d/-])"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?{_OF}ב?-?(?P<m1>{_NAMES})\b(?:/(?:{_NAMES})\b)?\.?,?"
    r"(?:\s+(?:de[l]?\s+)?|[-‐–/])(?P<y1>\d{4})(?!\d)"
    rf"|\b(?P<m2>{_NAMES})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})(?!\d)"
    r"|(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y3>\d{4})(?!\d)"
    r"|(?P<y4>\d{4})\s?[年년]\s?(?P<m4>\d{1,2})\s?[月월]\s?(?P<d4>\d{1,2})\s?[日일]"
    r")",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:first|originally)\s+(?:published|posted|printed|appeared)|вперше|впервые|zuerst|erstmals|"
    r"première (?:publication|"
    r"parution)|publicado (?:originalmente|por primera vez)|פורסם לראשונה|نشر لأول مرة",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:updated|modified|edited|amended|revised|accessed|retrieved|оновлено|обновлено|mise? à jour|modifié|"
    r"aktualisiert|"
    r"geändert|abgerufen|actualizad[oa]|aggiornato|atualizado|עודכן|עדכון|تحديث|حُدّث)[^\d]{0,25}$",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.hч]\s?\d\d){1,2}(?:\s?h\b|\s?[ap]\.?m\b\.?|\b)|\b\d{1,2}\s?(?:[ap]\.?m\b\.?|h\b|uhr\b)|"
    r"(?:gmt|utc)?[+-]\d{1,2}(?::?\d\d)?\b",
    re.IGNORECASE,
)
_STAMP = re.compile(r"(?<=\d)T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?")
READING = re.compile(
    r"\b\d{1,3}[- ]?(?:min(?:ute)?s?\b\.?|minuten|хв\w*|мин\w*|דקות|دقائق)(?: (?:read|de lecture|lesezeit|"
    r"читання|чтения))?",
    re.IGNORECASE,
)
# Every form of a date has a year of four figures: without them a line need not be searched.
_YEAR = re.compile(r"\d{4}")
_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*")
_PLACE = re.compile(r"(?P<place>[^\W\d_][^\d,.;:!?()|·•]{1,30}?)(?:,\s+|\s[-–—|·]\s)(?:the |den |le |am |il |el )?")
_FILED = re.compile(
    r"[\s·|•,–—-]+(?:(?:posted |filed )?(?:in|under)|dans|unter|en|у|в|ב|في)\s?:?\s+[^\W\d_][^.?!\d]{1,40}$",
    re.IGNORECASE,
)
_PLACE_WORDS = 3
_LONGEST = 400
_HELD = 256  # lines whose dates are remembered: many rules ask after the same one


def dates(words: str) -> list[tuple[str, str]]:
    """Find the dates in a line, each as ("published" | "first" | "changed", ISO day)."""
    return list(_dates(words[:_LONGEST]))


@lru_cache(maxsize=_HELD)
def _dates(words: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    before = 0
    for match in _DATE.finditer(words) if _YEAR.search(words) else ():
        day = _day(match)
        lead = words[before : match.start()]
        before = match.end()
        if day:
            role = "changed" if _CHANGED.search(lead) else "first" if _FIRST.search(lead) else "published"
            found.append((role, day))
    return tuple(found)


@lru_cache(maxsize=_HELD)
def only_date(words: str) -> bool:
    """Whether a line holds a date and nothing else but what goes with dates; a number of minutes to read may follow.

    It may be a date that could be two different days.
    """
    if len(words) > 110 or not _YEAR.search(words) or not _DATE.search(words):
        return False
    rest = _WORD.findall(_CLOCK.sub(" ", without_dates(READING.sub(" ", words))))
    return all(word.casefold().strip(".") in DATE_WORDS for word in rest)


def only_clock(words: str) -> bool:
    """Whether a line holds an hour of the day and nothing else ("11:08 A.M.")."""
    if len(words) > 30 or not _CLOCK.search(words):
        return False
    rest = _CLOCK.sub(" ", words)
    return not _FIGURE.search(rest) and all(word.casefold().strip(".") in DATE_WORDS for word in _WORD.findall(rest))


def filed_date(words: str) -> bool:
    """Whether a line says when and under what a text was put on a site: "Posted on 3 May 2021 in Gardens"."""
    return len(words) <= 110 and only_date(_FILED.sub("", words))


@lru_cache(maxsize=_HELD)
def place_and_date(words: str) -> bool:
    """Whether a line is a place and the date of what was said or written there: "Port Ellis, 3 May 2021"."""
    found = _DATE.search(words) if len(words) <= 80 and _YEAR.search(words) else None
    if found is None or not dates(words) or not 0 < found.start() <= 40:
        return False
    place = _PLACE.fullmatch(words, 0, found.start())
    named = place is not None and (place["place"][0].isupper() or not place["place"][0].islower())
    return named and only_date(words[found.start() :])


def date_and_place(words: str) -> bool:
    """Whether a line is a day and where something was said or written: "3 May 2021, Port Ellis", "…, сесійна зала"."""
    day, comma, place = words.rpartition(", ")
    short = len(words) <= 80 and place.count(" ") < _PLACE_WORDS and place.replace(" ", "").replace("-", "").isalpha()
    return bool(comma) and short and only_date(day)


def outlet_and_date(words: str) -> bool:
    """Whether a line is a paper's name in marks and a day ("«Северный берег», 12 июля 2023")."""
    name, comma, day = words.rpartition(", ")
    return bool(comma) and len(name) <= 60 and name[:1] in "«„“" and name[-1:] in "»“”" and only_date(day)


def without_dates(words: str) -> str:
    """Take the dates out of a line."""
    head = words[:_LONGEST]
    if _FIGURE.search(head) is None:
        return words
    return _DATE.sub(" ", _STAMP.sub(" ", head)) + words[_LONGEST:]


def without_clock(words: str) -> str:
    """Take the dates, the hours and the words that go with them off the ends of a line."""
    parts = re.split(r"(\s+)", _CLOCK.sub(" ", without_dates(words)))
    while parts and _around(parts[-1]):
        parts.pop()
    while parts and _around(parts[0]):
        parts.pop(0)
    return "".join(parts)


def _around(part: str) -> bool:
    bare = part.strip(" \t\u00a0.,;:|·•–—-()/").casefold()
    return not bare or bare in DATE_WORDS


def _day(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["iso"]:
        return _iso(part["iso"], part["im"], part["id"])
    if part["d1"]:
        return _iso(part["y1"], MONTHS[part["m1"].casefold()], part["d1"])
    if part["d2"]:
        return _iso(part["y2"], MONTHS[part["m2"].casefold()], part["d2"])
    if part["y4"]:
        return _iso(part["y4"], part["m4"], part["d4"])
    a, b = int(part["a"]), int(part["b"])
    if part["sep"] == "." or a > 12 or a == b:
        return _iso(part["y3"], b, a)
    return _iso(part["y3"], a, b) if b > 12 else None


def _iso(year: str | int, month: str | int, day: str | int) -> str | None:
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
