"""What follows a text on its page: other pages' headlines, forms, downloads, and what readers wrote below it."""

import re
from collections.abc import Iterator, Sequence

from bot.corpus.names import NAME, is_name
from bot.corpus.phrases import BOXES, COMMENTS, LAST, REMARK_SIGNS
from bot.corpus.uncased import Uncased
from bot.corpus.units import EDITORS, Page, Unit
from bot.corpus.words import ends_sentence
from bot.model import BlockKind

_REMARKS = Uncased(rf"(?:\d{{1,5}} )?(?:{COMMENTS})\s*:?(?:\s?\(?\d{{1,5}}\)?)?")
_REMARK_SIGNS = Uncased(REMARK_SIGNS)
_BOX = Uncased(rf"(?:{BOXES})")
_TRAILS = Uncased(rf"(?:click the .{{1,30}} icon|{BOXES}|{LAST}|{_REMARKS.pattern}$)")
_REACH = Uncased(
    r"\S@\S{1,60}\.\w{2,}|(?:\+|\b00|tel\.?:?|phone:?|тел\.?:?)\s?\d[\d\s()./-]{5,}|"
    r"\(\d{1,6}(?:[.,]\d+)? ?[kmgкм][bбo]\)|\.pdf\b"
)
_PERSON = re.compile(NAME)
_LINK = re.compile(r"\*{0,2}!?\[[^\[\]]{1,300}\]\([^()\s]{0,500}\)\*{0,2}")
_LONG = 45
_PROSE = 20
_BOXED = 25
_TELLS = 8
_HEADLINE = 16


def is_prose(unit: Unit) -> bool:
    """Whether a unit that nobody has settled is a paragraph by its length and its end."""
    return not unit.settled and unit.words >= _PROSE and ends_sentence(unit.plain)


def cut_remarks(page: Page) -> None:
    """Settle readers' comments: what follows the line that opens them, once some line there is no text's own.

    A stranger's words must never pass for the text's.
    """
    units = page.units
    seen = 0
    for number, unit in enumerate(units):
        seen += is_prose(unit)
        if seen < 2 or unit.label or not _REMARKS.fullmatch(unit.plain.strip("#*_ :")):
            continue
        if any(_remarks(page, other) for other in units[number + 1 : number + 11]):
            for other in units[number:]:
                if other.kind not in (BlockKind.EDITORIAL_NOTE, BlockKind.AUTHOR_BIO):
                    other.settle(BlockKind.FURNITURE, EDITORS)
            return


def _remarks(page: Page, unit: Unit) -> bool:
    """Whether a unit opens with a reader's time stamp or is a button beside a comment."""
    first = page.text[unit.spans[0].start : unit.spans[0].end].splitlines()[:1]
    line = first[0].strip("*_ ") if first else ""
    return len(line) <= 60 and _REMARK_SIGNS.search(line) is not None


def empty_boxes(page: Page) -> None:
    """Settle what stands in a box in the middle of the text: the lines right below its label, without a blank one.

    Only where blank lines part the paragraphs; links alone on their lines belong to the box over blank lines too.
    """
    units = page.units
    prose = [number for number, unit in enumerate(units) if is_prose(unit)]
    if len(prose) < 2 or sum(units[number].gap > 0 for number in prose[1:]) < 0.8 * (len(prose) - 1):
        return
    for number in range(prose[0] + 1, len(units)):
        if _is_box(units[number]):
            for unit in _boxed(page, number):
                unit.settle(BlockKind.FURNITURE)


def _is_box(unit: Unit) -> bool:
    return unit.kind is BlockKind.FURNITURE and _BOX.match(unit.plain.strip("#*_ ")) is not None


def _boxed(page: Page, number: int) -> Iterator[Unit]:
    for unit in page.units[number + 1 :]:
        linked = _LINK.fullmatch(page.text, unit.spans[0].start, unit.spans[-1].end) is not None
        if (unit.settled and unit.kind is not BlockKind.FURNITURE) or _is_box(unit):
            return
        if not linked and (unit.gap or unit.words > _BOXED or unit.label or unit.marker == "heading"):
            return
        yield unit


def cut_trail(page: Page) -> int:
    """Settle what follows the end of the text, and give the number of the unit where that begins."""
    units = page.units
    start = min(_labelled_trail(page), _bare_trail(units))
    for unit in units[start:]:
        if not unit.settled or unit.kind in (BlockKind.CAPTION, BlockKind.CREDIT):
            unit.settle(BlockKind.FURNITURE)
    _addresses(units, start)
    return start


def _labelled_trail(page: Page) -> int:
    """Find the label after which nothing but other pages' headlines and forms comes."""
    units = page.units
    start, items, told = len(units), False, False
    for number in range(len(units) - 1, -1, -1):
        unit = units[number]
        plain = unit.plain.strip("#*_ ")
        if (unit.kind is BlockKind.FURNITURE or unit.words <= 8) and _TRAILS.match(plain) and _may_open(unit):
            if told and _is_whole(plain):
                break
            start, items, told = number, False, False
        elif unit.kind is BlockKind.FURNITURE:
            continue
        elif items and unit.marker not in ("bullet", "number"):
            break
        elif unit.marker in ("bullet", "number") and not ends_sentence(plain) and unit.words <= _HEADLINE:
            items = True
        elif unit.words >= _LONG or is_prose(unit) or unit.marker in ("bullet", "number") or unit.label:
            break
        else:
            told = told or (unit.words >= _TELLS and ends_sentence(plain) and not plain.endswith("?"))
    return start


def _is_whole(label: str) -> bool:
    """Whether a label and the headline that it leads to are one line: the text may go on below it."""
    _, colon, rest = label.partition(":")
    return colon != "" and rest.strip() != ""


def _may_open(unit: Unit) -> bool:
    return not unit.settled or unit.kind is BlockKind.FURNITURE


def _bare_trail(units: Sequence[Unit]) -> int:
    """Find headlines after the last paragraph that no known label opens: short lines, no full stops, a footer by them.

    Verse, signatures, lists and what a paragraph leads to with a colon are left alone.
    """
    start, found, site = len(units), 0, False
    for number in range(len(units) - 1, -1, -1):
        unit = units[number]
        if unit.kind is BlockKind.FURNITURE:
            site = site or any(sign.isalpha() for sign in unit.plain)
        elif unit.settled:
            continue
        elif _is_headline(unit):
            start, found = number, found + 1
        else:
            sure = found >= 2 and site and is_prose(unit) and units[start].gap > 0
            enough = sum(map(is_prose, units[: number + 1])) >= 3
            return start if sure and enough and not _is_verse(units[start:]) else len(units)
    return len(units)


def _is_headline(unit: Unit) -> bool:
    plain = unit.plain
    return (
        2 <= unit.words <= _HEADLINE
        and not unit.marker
        and unit.label is None
        and (not ends_sentence(plain) or plain[-1] in "?؟")
        and plain[-1] not in ",;:،"
        and plain[0] not in '—–-“"„'
        and not plain[0].islower()
        and not is_name(plain)
    )


def _is_verse(units: Sequence[Unit]) -> bool:
    """Whether lines are rather names of signatories, or one breath of a poem, than headlines."""
    open_ = [unit for unit in units if not unit.settled]
    named = sum(1 for unit in open_ if (found := _PERSON.match(unit.plain)) and is_name(found.group()))
    return named >= 0.5 * len(open_) or all(unit.words <= 3 for unit in open_)


def _addresses(units: Sequence[Unit], start: int) -> None:
    """Settle lines after the last paragraph that only say where to write, to call or what to download."""
    for number in range(start - 1, -1, -1):
        unit = units[number]
        if is_prose(unit) or unit.marker in ("bullet", "number"):
            return
        if not unit.settled and unit.words <= 14 and len(unit.plain) <= 200 and _REACH.search(unit.plain):
            unit.settle(BlockKind.FURNITURE)
