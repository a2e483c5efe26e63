"""The foot of a page: who wrote it, where it first stood, and the trail of other pages' headlines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.corpus.dates import dates
from bot.corpus.names import NAME, is_name
from bot.corpus.phrases import BOXES, COMMENTS, LAST
from bot.corpus.units import EDITORS, Page, Unit
from bot.corpus.words import FIRST_PERSON, ends_sentence
from bot.model import BlockKind

_OFFICE = (
    r"(?:author|writer|journalist|reporter|editor|columnist|correspondent|critic|essayist|poet|novelist|"
    r"translator|photographer|"
    r"professor|lecturer|scholar|researcher|historian|fellow|scientist|philosopher|economist|analyst|"
    r"activist|organi[sz]er|"
    r"director|founder|co-?founder|co-?host|host|CEO|chair|president|member|lawyer|attorney|teacher|student|candidate|"
    r"artist|filmmaker|producer|broadcaster|contributor|freelance|staff|consultant|senator|rabbi|priest|"
    r"doctor|physician|"
    r"журналіст\w*|письменни\w*|автор\w*|редактор\w*|дослідни\w*|істори\w*|професор\w*|поет\w*|"
    r"журналист\w*|писател\w*|историк\w*|"
    r"journaliste|auteure?|rédact\w+|écrivaine?|historien\w*|chercheu\w+|journalistin?|autorin?|"
    r"redakteurin?|schriftsteller\w*|historiker\w*|"
    r"עיתונאי\w*|סופר\w*|כותב\w*|חוקר\w*|صحفي\w*|صحافي\w*|كاتب\w*|باحث\w*)"
)
_IS = (
    r"(?:is|was|are|works as|serves as|writes|has written|teaches|lives|edits|covers|chairs|directs|heads|"
    r"—|–|-|це|є|is a|est|ist|es|הוא|היא|هو|هي)"
)
_BIO = re.compile(rf"(?:About the author:?\s+|The (?:author|writer),? )?(?P<who>{NAME}),?\s+{_IS}\s", re.IGNORECASE)
_BIO_STRICT = re.compile(rf"(?P<who>{NAME}),?\s+{_IS}\s.{{0,120}}?\b{_OFFICE}\b")
_WRITER_IS = re.compile(
    r"(?:the )?(?:author|writer)s? (?:is|was|are|lives|teaches|works)\b|(?:автор|авторка) (?:—|–|-|є)", re.IGNORECASE
)
_SOURCE = re.compile(
    r"(?:source|originally (?:published|posted|appeared) (?:at|in|on|by)|(?:this (?:article|interview|"
    r"text|story|piece) )?(?:was )?(?:first|originally) "
    r"(?:published|posted|appeared) (?:at|in|on|by)|reprinted from|джерело|источник|quelle|source|מקור|"
    r"المصدر)\s*:?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"]+")
_PS = re.compile(r"p\.?\s?s\.?", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:editor['’]s note|additional reporting|reporting by|with reporting|note from the editors?|"
    r"correction|clarification|this (?:article|interview|"
    r"conversation|transcript) (?:has been|was) (?:edited|updated|amended|corrected|translated)|translated (?:by|"
    r"from)|від редакції|примітка редакції|от редакции|note de la rédaction|anmerkung der redaktion)",
    re.IGNORECASE,
)
_TRAILS = re.compile(rf"(?:{BOXES}|{LAST}|(?:{COMMENTS})(?: ?\(?\d*\)?)?$)", re.IGNORECASE)
_LONG = 45


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
    _notes(units)
    _tags(units, authors)
    place = _find_bio(units, authors)
    if place is None:
        back.ends = _cut_trail(units, _trail_start(units))
        return back
    _take_bios(units, place, authors, back)
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


def _notes(units: Sequence[Unit]) -> None:
    for unit in [*units[:12], *units[-12:]]:
        if not unit.settled and unit.words <= 60 and _NOTE.match(unit.plain.strip(" [(*")):
            unit.settle(BlockKind.EDITORIAL_NOTE, EDITORS)


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
    name = re.match(rf"(?:the )?(?P<name>{NAME})", _ADDRESS.sub("", rest), re.IGNORECASE)
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


def _find_bio(units: Sequence[Unit], authors: Sequence[str]) -> int | None:
    """Find the first of the paragraphs about the author that end the text, if there are any."""
    open_ = [number for number, unit in enumerate(units) if not unit.settled]
    place: int | None = None
    for number in reversed(open_[max(2, len(open_) // 4) :]):
        unit = units[number]
        if _is_bio(unit, authors):
            place = number
        elif place is not None:
            break
        elif unit.words >= _LONG:
            return None
    if place is None or _is_told_of(units, place, authors) or _goes_on(units, place, authors):
        return None
    if open_.index(place) >= 2 and is_name(units[place - 1].plain) and not units[place - 1].settled:
        return place - 1
    return place


def _is_told_of(units: Sequence[Unit], place: int, authors: Sequence[str]) -> bool:
    """Whether who seems to be the author is somebody whom the text itself speaks of, so that this is no bio."""
    found = None if authors else _BIO_STRICT.match(units[place].plain.strip(" *_"))
    if found is None:
        return False
    surname = re.compile(rf"\b{re.escape(found['who'].split()[-1])}\b")
    return any(unit.words > 6 and surname.search(unit.plain) for unit in units[:place])


def _goes_on(units: Sequence[Unit], place: int, authors: Sequence[str]) -> bool:
    """Whether the text itself goes on after a paragraph that looks like a bio."""
    rest = [unit for unit in units[place + 1 :] if not _is_bio(unit, authors)]
    if rest and rest[0].kind is BlockKind.FURNITURE:
        return False
    return sum(not unit.settled and unit.words >= 20 and ends_sentence(unit.plain) for unit in rest) >= 2


def _is_bio(unit: Unit, authors: Sequence[str]) -> bool:
    plain = unit.plain.strip(" *_")
    if unit.marker or unit.label or unit.words > 130 or unit.words < 5 or FIRST_PERSON.search(plain):
        return False
    if _WRITER_IS.match(plain):
        return True
    if any(plain.startswith((name + " ", name + ",")) for name in authors):
        return _BIO.match(plain) is not None
    found = _BIO_STRICT.match(plain)
    return found is not None and not authors and " " in found["who"] and '"' not in plain and "“" not in plain


def _take_bios(units: Sequence[Unit], place: int, authors: Sequence[str], back: Back) -> None:
    bios: list[str] = []
    for unit in units[place:]:
        if unit.settled:
            continue
        if _is_bio(unit, authors):
            bios.append(unit.plain)
            unit.settle(BlockKind.AUTHOR_BIO, EDITORS)
        elif is_name(unit.plain):
            unit.settle(BlockKind.BYLINE, EDITORS)
        elif unit.kind is not BlockKind.EDITORIAL_NOTE:
            unit.settle(BlockKind.FURNITURE)
    for unit in units[place:]:
        if unit.kind in (BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.LIST_ITEM):
            unit.settle(BlockKind.FURNITURE)
    back.bio = " ".join(bios) or None
    found = [_BIO.match(bio.strip(" *_")) for bio in bios]
    back.people = [match["who"] for match in found if match and is_name(match["who"])]


def _trail_start(units: Sequence[Unit]) -> int:
    """Find the line of furniture after which nothing but other pages' headlines comes."""
    start = len(units)
    for number in range(len(units) - 1, -1, -1):
        unit = units[number]
        if unit.kind is BlockKind.FURNITURE:
            start = number if _TRAILS.match(unit.plain) else start
        elif (
            unit.words >= _LONG
            or (unit.words >= 20 and ends_sentence(unit.plain))
            or unit.marker in ("bullet", "number")
        ):
            break
    return start


def _cut_trail(units: Sequence[Unit], start: int) -> int:
    for unit in units[start:]:
        if not unit.settled or unit.kind in (BlockKind.CAPTION, BlockKind.CREDIT):
            unit.settle(BlockKind.FURNITURE)
    return start
