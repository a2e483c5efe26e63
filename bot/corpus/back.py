"""The foot of a page: who wrote it, where it first stood, and the trail of other pages' headlines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.corpus.bios import find_bio, sign_off, take_bios
from bot.corpus.dates import dates
from bot.corpus.names import NAME, is_name
from bot.corpus.notes import take_notes
from bot.corpus.trail import cut_remarks, cut_trail, empty_boxes
from bot.corpus.units import Page, Unit
from bot.corpus.words import ends_sentence
from bot.model import BlockKind

_SOURCE = re.compile(
    r"(?:source|originally (?:published|posted|appeared) (?:at|in|on|by)|(?:this (?:article|interview|"
    r"text|story|piece) )?(?:was )?(?:first|originally) "
    r"(?:published|posted|appeared) (?:at|in|on|by)|reprinted from|джерело|источник|quelle|source|מקור|"
    r"المصدر)\s*:?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"]+")
_NAMED = re.compile(rf"(?:the )?(?P<name>{NAME})", re.IGNORECASE)
_PS = re.compile(r"p\.?\s?s\.?", re.IGNORECASE)


@dataclass(slots=True)
class Back:
    """What the foot of a page says; `ends` is the number of the unit after the text's last one."""

    ends: int
    bio: str | None = None
    people: list[str] = field(default_factory=list)
    outlet: str | None = None
    address: str | None = None
    first_published: str | None = None


def read_back(page: Page, authors: Sequence[str]) -> Back:
    """Settle the units of the foot. `authors` are names that the head prints."""
    units = page.units
    back = Back(len(units))
    _origin(page, back)
    cut_remarks(page)
    empty_boxes(page)
    take_notes(page)
    _tags(units, authors)
    place = find_bio(units, authors)
    if place is None:
        sign_off(units, authors)
        back.ends = cut_trail(page)
        return back
    take_bios(units, place, authors, back)
    back.ends = place
    return back


def _tags(units: Sequence[Unit], authors: Sequence[str]) -> None:
    """Settle the names of people that end a page one a line, as a site lists whom a text is about."""
    last: list[Unit] = []
    for unit in reversed(units):
        if unit.kind is BlockKind.FURNITURE:
            continue
        if unit.settled or not is_name(unit.plain) or unit.plain in authors:
            break
        last.append(unit)
    for unit in last if len(last) > 1 else []:
        unit.settle(BlockKind.FURNITURE)


def _origin(page: Page, back: Back) -> None:
    """Find where a text was first published: the address and the name that a postscript or a source line gives."""
    units = page.units
    for number in range(max(0, len(units) - 15), len(units)):
        unit = units[number]
        found = _SOURCE.fullmatch(unit.plain) if unit.words <= 40 else None
        if found:
            _take_source(page, unit, found["rest"], back)
        elif _PS.fullmatch(unit.plain) and number + 1 < len(units):
            _take_postscript(units, number, back)


def _take_source(page: Page, unit: Unit, rest: str, back: Back) -> None:
    raw = page.text[unit.spans[0].start : unit.spans[-1].end]
    address = _ADDRESS.search(raw)
    back.address = address.group().rstrip(".,;") if address else back.address
    name = _NAMED.match(_ADDRESS.sub("", rest))
    if name and name["name"][:1].isupper():
        back.outlet = name.group().strip(" .")
    day = dates(rest)
    back.first_published = day[0][1] if day else back.first_published
    unit.settle(BlockKind.FURNITURE)


def _take_postscript(units: Sequence[Unit], number: int, back: Back) -> None:
    rest = units[number + 1 :]
    addresses = [m.group() for unit in rest if (m := _ADDRESS.search(unit.plain))]
    if not addresses:
        return
    back.address = addresses[0].rstrip(".,;>")
    names = [unit.plain for unit in rest if not unit.settled and unit.words <= 6 and not ends_sentence(unit.plain)]
    back.outlet = names[0].strip(" .,") if names else back.outlet
    for unit in rest:
        if not unit.settled and (unit.words <= 6 or _ADDRESS.search(unit.plain)):
            unit.settle(BlockKind.FURNITURE)
