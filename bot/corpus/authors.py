"""The authors that a page prints: bylines in its head by their words or their place, the signature of a letter."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from bot.corpus.bylines import (
    bare_names,
    byline_names,
    byline_of_office,
    correspondent,
    foot_names,
    is_office,
    is_outlet,
)
from bot.corpus.dates import dates, only_date, outlet_and_date, place_and_date
from bot.corpus.fullnames import is_oblique
from bot.corpus.mastheads import folded, site_names
from bot.corpus.names import NAME, in_order, is_name
from bot.corpus.signers import several
from bot.corpus.uncased import Uncased
from bot.corpus.units import EDITORS, Page, Unit
from bot.corpus.words import ends_sentence
from bot.model import BlockKind

_VALEDICTION = Uncased(
    r"(?:yours(?: (?:faithfully|sincerely|truly|ever|etc))?|sincerely(?: yours)?|(?:best|kind|warm) (?:regards|wishes)|"
    r"respectfully|in solidarity|(?:until|till|see you) (?:next|on|in|then|soon)\b.{0,20}|love|cheers|take care|"
    r"до (?:наступного|следующе\w+|зустрічі|встречи)\b.{0,20}|бувайте|обіймаю|обнимаю|"
    r"mit (?:freundlichen|besten|herzlichen) grüßen|hochachtungsvoll|"
    r"(?:bien )?cordialement|atentamente|cordialmente|з повагою|с уважением|בברכה|בכבוד רב|مع (?:أطيب )?التحي(?:ة|ات)|"
    r"وتفضلوا بقبول .{3,30})\s*[,.،]?"
)
_SALUTATION = Uncased(
    r"(?:(?:good (?:morning|afternoon|evening|day)|hello|hi|greetings)\b(?:,? [\w ]{1,40})?|"
    r"доброго (?:дня|ранку|вечора)\b.{0,40}|добрый (?:день|вечер)\b.{0,40}|прив[іе]т\b.{0,40}|"
    r"(?:dear )?(?:sirs?|madam|sir or madam|editors?)\b.{0,30}|dear\b.{1,60}|to the editors?\b.{0,30}|"
    r"sehr geehrte.{1,60}|"
    r"liebe[rs]? .{1,60}|(?:chère?s?|monsieur|madame)\b.{0,60}|estimad[oa]s?\b.{1,60}|(?:високо)?шановн\w+.{0,60}|"
    r"(?:глубоко)?уважаем\w+.{0,60}|לכבוד.{1,60}|.{0,20}שלום רב.{0,10}|(?:حضرة |السيد ).{1,60})[,:;!–—،-]?"
)
_WHOSE = re.compile(rf"(?:Репортаж|Інтерв['’]ю|Интервью|Колонка|Текст|Рассказ|Розповідь|Нарис|Очерк) (?P<name>{NAME})")
_FOOT = 14
_TRAIL, _LINE, _PLACE_WORDS = 40, 14, 2


class Head(Protocol):
    """What is known of a head so far."""

    title: str | None
    subtitle: str | None
    authors: tuple[str, ...]
    days: list[tuple[str, str]]


def take_byline(page: Page, number: int, head: Head, known: Sequence[str]) -> bool:
    """Settle a unit of the head that says who wrote the text, and keep the names."""
    unit = page.units[number]
    if unit.words > 30 or unit.marker not in ("", "heading"):
        return False
    plain = unit.plain
    names = byline_names(plain) or (correspondent(plain) if head.title is not None else ())
    if not names and not unit.marker:
        names = _by_place(page, number, head, known)
    if not names and head.title is not None and unit.words <= 5 and (byline_of_office(plain) or _of_somebody(plain)):
        unit.settle(BlockKind.BYLINE, EDITORS)
        return True
    if not names or (ends_sentence(plain) and unit.words > 12 and not dates(plain)):
        return False
    head.authors = tuple(dict.fromkeys([*head.authors, *names]))
    head.days += dates(plain)
    unit.settle(BlockKind.BYLINE, EDITORS)
    return True


def _of_somebody(words: str) -> bool:
    """Whether a short line says whose report it is in a case that does not tell the name: "Репортаж Ксении …"."""
    found = _WHOSE.fullmatch(words)
    return found is not None and is_oblique(found["name"])


def _by_place(page: Page, number: int, head: Head, known: Sequence[str]) -> tuple[str, ...]:
    """Names on a line of their own count as a byline where their place says so.

    They are an author's that the page names elsewhere, stand twice, beside a date, below the standfirst, or are several
    under the title.
    """
    plain = page.units[number].plain
    names = bare_names(plain) or _from_place(page, number)
    if not names or any(folded(name) in site_names(page) for name in names):
        return ()
    if all(name in known or name in head.authors for name in names):
        return names
    if head.title is None or (head.authors and _has_date_above(page, number)):
        return ()
    near = page.units[number + 1 : number + 4]
    if any(other.plain == plain for other in near) or _beside_date(page, number):
        return names
    if dates(plain):
        return () if place_and_date(plain) and _is_place(page, names[0]) else names
    if number and page.units[number - 1].kind is BlockKind.TITLE and _over_standfirst(page, number):
        return names
    caseless = not any(sign.isupper() for sign in plain)
    return names if not caseless and (head.subtitle is not None or len(names) > 1) else ()


def _from_place(page: Page, number: int) -> tuple[str, ...]:
    """The name in "Jane Doe, Orrin" or "Jane Doe, urbanist" right above a date: from where, or what, the writer is."""
    name, comma, place = page.units[number].plain.partition(", ")
    below = page.units[number + 1 : number + 2]
    from_there = bool(comma) and place.count(" ") < _PLACE_WORDS and place.replace(" ", "").isalpha()
    return (in_order(name),) if from_there and is_name(name) and below and _is_date(below[0]) else ()


def _beside_date(page: Page, number: int) -> bool:
    """Whether the line above or below is a date, other lines of the site's between them or not."""
    below = next((unit for unit in page.units[number + 1 : number + 6] if not _is_between(unit)), None)
    above = next((unit for unit in page.units[number - 1 :: -1][:5] if unit.kind is not BlockKind.FURNITURE), None)
    return any(unit is not None and _is_date(unit) for unit in (above, below))


def _over_standfirst(page: Page, number: int) -> bool:
    """Whether a standfirst and a date stand below a line, the site's lines between them or not."""
    rest = [unit for unit in page.units[number + 1 : number + 7] if unit.kind is not BlockKind.FURNITURE][:2]
    return len(rest) == 2 and not rest[0].settled and 8 <= rest[0].words <= 60 and _is_date(rest[1])


def _has_date_above(page: Page, number: int) -> bool:
    return any(unit.kind is BlockKind.DATELINE for unit in page.units[max(0, number - 6) : number])


def _is_between(unit: Unit) -> bool:
    """Whether a unit may stand between an author's name and the date: the site's line, another author, an office."""
    if unit.settled:
        return unit.kind in (BlockKind.FURNITURE, BlockKind.CREDIT)
    return is_name(unit.plain) or is_office(unit.plain)


def _is_date(unit: Unit) -> bool:
    if unit.settled:
        return unit.kind is BlockKind.DATELINE
    dated = place_and_date(unit.plain) or outlet_and_date(unit.plain)
    return only_date(unit.plain) or (unit.words <= 10 and dated)


def _is_place(page: Page, name: str) -> bool:
    """Whether the text speaks of what is named as of a place."""
    return re.search(rf"\b(?:in|at|to|from|near|of|around) {re.escape(name)}\b", page.text[:20_000]) is not None


def foot_byline(page: Page, begins: int) -> tuple[str, ...]:
    """Settle the byline that stands right below the last paragraph, if one does, and give its names.

    A byline below another page's headline stands below a line that is no sentence.
    """
    for number in range(len(page.units) - 1, max(begins, len(page.units) - _TRAIL), -1):
        unit, above = page.units[number], page.units[number - 1]
        if unit.settled and unit.kind is not BlockKind.BYLINE:
            continue
        if unit.words >= _LINE and ends_sentence(unit.plain):
            return ()
        names = foot_names(unit.plain) if unit.words <= _LINE and not unit.marker else ()
        told = above.kind is BlockKind.PARAGRAPH and (above.words >= 6 or above.settled) and ends_sentence(above.plain)
        if names and several(page, begins, number):
            return ()
        if names and (told or above.kind in (BlockKind.LIST_ITEM, BlockKind.EDITORIAL_NOTE)):
            unit.settle(BlockKind.BYLINE, EDITORS)
            return names
    return ()


def signature(page: Page, begins: int) -> tuple[str, ...]:
    """Read who signed a letter: the name under its last formula, where a salutation opens the page's text."""
    opening = page.units[max(0, begins - 2) : begins + 3]
    if not any(unit.words <= 14 and _SALUTATION.fullmatch(unit.plain) for unit in opening):
        return ()
    start = max(begins + 1, len(page.units) - _FOOT)
    for number, (unit, after) in enumerate(pairwise(page.units[start:]), start):
        if _VALEDICTION.fullmatch(unit.plain) and is_name(after.plain) and not is_outlet(after.plain):
            return () if several(page, begins, number) else (in_order(after.plain),)
    return ()
