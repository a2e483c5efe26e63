"""Who wrote a text, as its last paragraphs say: told by the author's name that opens them, or by an office."""

import re
from collections.abc import Sequence
from typing import Protocol

from bot.corpus.names import NAME, is_name, names_in
from bot.corpus.trail import is_prose
from bot.corpus.uncased import Uncased
from bot.corpus.units import EDITORS, Unit
from bot.corpus.words import ends_sentence, in_first_person
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
_WRITER_IS = Uncased(r"(?:the )?(?:author|writer)s? (?:is|was|are|lives|teaches|works)\b|(?:автор|авторка) (?:—|–|-|є)")


_PRINTED = re.compile(rf"(?:^|[:·|]\s*|\b[^\W\dA-ZА-Я_]\w*\s)(?P<who>{NAME})(?=\s*(?:$|[,|·•–—(]))")
_CASELESS = re.compile(r"[\u0590-\u08ff]{2,15}(?: [\u0590-\u08ff'\"׳״-]{2,15}){1,2}")
_LONG = 45
_HEAD = 20
_WRITERS = 2
_HEADLINE = 10
_FOOT = 60


class Foot(Protocol):
    """What is known of a foot so far."""

    bio: str | None
    people: list[str]


def find_bio(units: Sequence[Unit], authors: Sequence[str]) -> int | None:
    """Find the first of the paragraphs about the author that end the text, if there are any."""
    open_ = [number for number, unit in enumerate(units) if not unit.settled]
    printed = _printed(units)
    place: int | None = None
    for number in reversed(open_[max(2, len(open_) // 4, len(open_) - _FOOT) :]):
        unit = units[number]
        if _is_bio(unit, authors) or _is_told(units, number, authors, printed):
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


def _printed(units: Sequence[Unit]) -> list[str]:
    """Names that short lines of the head end or begin with, whether or not they are a byline's."""
    found: list[str] = []
    for unit in units[1:_HEAD]:
        plain = unit.plain
        if unit.words > 12 or len(plain) > 160 or ends_sentence(plain) or _lists(plain):
            continue
        name = _PRINTED.search(plain)
        if name and is_name(name["who"]):
            found.append(name["who"])
        elif _CASELESS.fullmatch(plain) and unit.words <= 3:
            found.append(plain)
    return found


def _lists(plain: str) -> bool:
    """Whether a line names more people than write a text together: who was there."""
    named = names_in(plain) if plain.count(",") >= _WRITERS else ()
    return sum(is_name(match.group()) for match in named) > _WRITERS


def _is_told(units: Sequence[Unit], number: int, authors: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether a unit opens with the full name of who the head names, after the last paragraph, and none before does.

    Such a paragraph tells of the author, whatever its verb is.
    """
    unit = units[number]
    plain = _bare(unit)
    name = next((n for n in (*authors, *printed) if plain.startswith((n + " ", n + ",", n + " ("))), None)
    if name is None or not _can_be_bio(unit) or not (ends_sentence(unit.plain) or _unstopped(unit)):
        return False
    if sum(map(is_prose, units[:number])) < 2 or any(
        is_prose(other) and not _bare(other).startswith(name) for other in units[number + 1 :]
    ):
        return False
    last = name.split()[-1]
    told = re.compile(rf"(?<!\w){re.escape(last)}(?!\w|:)")
    return sum(1 for other in units[:number] if is_prose(other) and told.search(other.plain)) <= 1


def _unstopped(unit: Unit) -> bool:
    """Whether a unit about who wrote the text only lacks its full stop: it is longer than headlines are."""
    return unit.words >= _HEADLINE and unit.plain[-1].isalnum()


def sign_off(units: Sequence[Unit], authors: Sequence[str]) -> None:
    """Settle the author's name below the last paragraph as a byline."""
    names = {*authors, *_printed(units)}
    below: list[Unit] = []
    for unit in reversed(units[-_FOOT:]):
        if is_prose(unit):
            break
        if not unit.settled and not unit.marker and unit.plain.strip(" –—-") in names:
            below.append(unit)
    else:
        return
    for unit in below:
        unit.settle(BlockKind.BYLINE, EDITORS)


def _bare(unit: Unit) -> str:
    return unit.plain.strip(" *_")


def _is_told_of(units: Sequence[Unit], place: int, authors: Sequence[str]) -> bool:
    """Whether who seems to be the author is somebody whom the text itself speaks of, so that this is no bio."""
    found = None if authors else _BIO_STRICT.match(_bare(units[place]))
    if found is None:
        return False
    surname = re.compile(rf"\b{re.escape(found['who'].split()[-1])}\b")
    return any(unit.words > 6 and surname.search(unit.plain) for unit in units[:place])


def _goes_on(units: Sequence[Unit], place: int, authors: Sequence[str]) -> bool:
    """Whether the text itself goes on after a paragraph that looks like a bio."""
    rest = [unit for unit in units[place + 1 :] if not _is_bio(unit, authors)]
    if rest and rest[0].kind is BlockKind.FURNITURE:
        return False
    return sum(map(is_prose, rest)) >= 2


def _can_be_bio(unit: Unit) -> bool:
    return not (unit.marker or unit.label or unit.words > 130 or unit.words < 5 or in_first_person(_bare(unit)))


def _is_bio(unit: Unit, authors: Sequence[str]) -> bool:
    plain = _bare(unit)
    if not _can_be_bio(unit):
        return False
    if _WRITER_IS.match(plain):
        return True
    if any(plain.startswith((name + " ", name + ",")) for name in authors):
        return _BIO.match(plain) is not None
    found = _BIO_STRICT.match(plain)
    return found is not None and not authors and " " in found["who"] and '"' not in plain and "“" not in plain


def take_bios(units: Sequence[Unit], place: int, authors: Sequence[str], foot: Foot) -> None:
    """Settle the bios from `place` on, and what follows them: after its author a page only speaks of other pages."""
    bios: list[str] = []
    names = (*authors, *_printed(units))
    for unit in units[place:]:
        if unit.settled:
            continue
        if _is_bio(unit, authors) or (_can_be_bio(unit) and _bare(unit).startswith(names) and not bios):
            bios.append(unit.plain)
            unit.settle(BlockKind.AUTHOR_BIO, EDITORS)
        elif is_name(unit.plain):
            unit.settle(BlockKind.BYLINE, EDITORS)
        else:
            unit.settle(BlockKind.FURNITURE)
    for unit in units[place:]:
        if unit.kind in (BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.LIST_ITEM):
            unit.settle(BlockKind.FURNITURE)
    foot.bio = " ".join(bios) or None
    found = [_BIO.match(bio.strip(" *_")) for bio in bios]
    foot.people = [match["who"] for match in found if match and is_name(match["who"])]
