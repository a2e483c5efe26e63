"""Dates as pages print them, in the languages that we know, to ISO days. What could be two different days is none."""

import datetime
import re

_MONTHS = (
    "jan january januar janvier enero gennaio січня січень января январь ינואר يناير",
    "feb february februar février febrero febbraio лютого лютий февраля февраль פברואר فبراير",
    "mar march märz mars marzo березня березень марта март מרץ מרס مارس",
    "apr april avril abril aprile квітня квітень апреля апрель אפריל أبريل ابريل",
    "may mai mayo maggio травня травень мая май מאי مايو",
    "jun june juni juin junio giugno червня червень июня июнь יוני يونيو",
    "jul july juli juillet julio luglio липня липень июля июль יולי يوليو",
    "aug august août agosto серпня серпень августа август אוגוסט أغسطس",
    "sep sept september septembre septiembre settembre вересня вересень сентября сентябрь ספטמבר سبتمبر",
    "oct october oktober octobre octubre ottobre жовтня жовтень октября октябрь אוקטובר أكتوبر",
    "nov november novembre noviembre листопада листопад ноября ноябрь נובמבר نوفمبر",
    "dec december dezember décembre diciembre dicembre грудня грудень декабря декабрь דצמבר ديسمبر",
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAMES = "|".join(sorted(_NUMBER, key=len, reverse=True))
_DATE = re.compile(
    r"(?<![\d/.-])(?:"
    r"(?P<iso>\d{4})-(?P<im>\d\d)-(?P<id>\d\d)(?=\D|$)"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er)?\.?\s+(?:de\s+|of\s+|ב)?(?P<m1>{_NAMES})\b\.?,?\s+(?:de\s+)?(?P<y1>\d{{4}})"
    rf"|\b(?P<m2>{_NAMES})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    r"|(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y3>\d{4})(?!\d)"
    r")",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:first|originally)\s+(?:published|posted|printed|appeared)|вперше|впервые|zuerst|première publication",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:updated|modified|edited|accessed|retrieved|оновлено|обновлено|mis à jour|aktualisiert)[^\d]{0,25}$",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun|wed|sat)(?:day)?\b|published|delivered|last|modified|posted|date|first|"
    r"originally|on|at|updated|"
    r"\d{1,2}[:.]\d\d|[ap]\.?m\.?\b|[a-z]{2,4}t\b|utc|gmt|e[ds]?t|p[ds]?t|cet|eest|опубліковано|оновлено|"
    r"опубликовано|publié|le|"
    r"veröffentlicht|am|um|uhr|à|о|в|[^\w]",
    re.IGNORECASE,
)


def dates(words: str) -> list[tuple[str, str]]:
    """Find the dates in a line, each as ("published" | "first" | "changed", ISO day)."""
    found: list[tuple[str, str]] = []
    before = 0
    for match in _DATE.finditer(words[:400]):
        day = _day(match)
        lead = words[before : match.start()]
        before = match.end()
        if day:
            role = "changed" if _CHANGED.search(lead) else "first" if _FIRST.search(lead) else "published"
            found.append((role, day))
    return found


def only_date(words: str) -> bool:
    """Whether a line holds a date and nothing else but what goes with dates."""
    if len(words) > 90 or not dates(words):
        return False
    return not any(sign.isalpha() for sign in _AROUND.sub("", _DATE.sub("", words)))


def without_dates(words: str) -> str:
    """Take the dates out of a line."""
    return _DATE.sub(" ", words)


def _day(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["iso"]:
        return _iso(part["iso"], part["im"], part["id"])
    if part["d1"]:
        return _iso(part["y1"], _NUMBER[part["m1"].casefold()], part["d1"])
    if part["d2"]:
        return _iso(part["y2"], _NUMBER[part["m2"].casefold()], part["d2"])
    a, b = int(part["a"]), int(part["b"])
    if part["sep"] == "." or a > 12 or a == b:
        return _iso(part["y3"], b, a)
    return _iso(part["y3"], a, b) if b > 12 else None


def _iso(year: str | int, month: str | int, day: str | int) -> str | None:
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
