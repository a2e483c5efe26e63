"""The body of a page: headings, lists and pull quotes among the paragraphs, by how each stands to its neighbours."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.corpus.bylines import byline_names
from bot.corpus.captions import CREDIT, bare_captions
from bot.corpus.faq import section_questions
from bot.corpus.names import NAME, is_name
from bot.corpus.signers import signs
from bot.corpus.units import EDITORS, Page, Unit
from bot.corpus.words import asks, ends_sentence
from bot.model import BlockKind, Span

_HEADING_WORDS = 12
_NUMBERED_WORDS = 25
_PROSE_WORDS = 12
_FOLD = (("“”„«»", '"'), ("’‘", "'"), ("–—", "-"), ("\u00a0", " "))
CHAPTER = re.compile(
    r"(?:chapter|part|book|section|act|scene|appendix|розділ|частина|глава|часть|chapitre|partie|kapitel|"
    r"teil|capítulo|פרק|الفصل)\s+"
    r"(?:\d{1,3}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten|the \w+)\b.{0,80}|[IVXLC]{1,7}\.?",
    re.IGNORECASE,
)
_DASH = re.compile(r"[–—-]\s")
_NEAR = 6
_LONGER = 1.5  # times as many signs has a paragraph at least than what is pulled from it to under another heading
_SOURCE = re.compile(rf"(?:[–—―-]{{1,3}}\s?)(?P<who>{NAME})?")
_OPENERS, _CLOSERS = "“‘\"'«„‹", "”’\"'»“›"
_IN_MARKS = re.compile(r"[“‘\"'«„‹]\s?(?P<words>[^“”‘\"«»„‹›]{3,70}?)\s?[”’\"'»“›]")


def read_body(page: Page, begins: int, ends: int) -> None:
    """Settle what is no plain paragraph among the units `begins` to `ends`."""
    units = page.units
    inner = [number for number in range(begins, ends) if not units[number].settled]
    _sources(units, inner)
    _lists(page, inner)
    _pull_quotes(page, inner)
    _headings(page, inner)
    bare_captions(units, inner)


def _lists(page: Page, inner: Sequence[int]) -> None:
    units = page.units
    dialogue = _is_dialogue(units, inner)
    for place, number in enumerate(inner):
        unit = units[number]
        if unit.marker == "bullet":
            if not (dialogue and unit.sign == "-"):
                unit.settle(BlockKind.LIST_ITEM)
        elif unit.marker == "number":
            beside = [units[inner[i]] for i in (place - 1, place + 1) if 0 <= i < len(inner)]
            if any(other.marker == "number" for other in beside):
                unit.settle(BlockKind.LIST_ITEM)
            else:
                _take_sign_back(page, unit)


def _sources(units: Sequence[Unit], inner: Sequence[int]) -> None:
    """Settle the lines that only say whose words stand above them: a dash and a name below a quotation."""
    for before, number in pairwise(inner):
        unit, above = units[number], units[before]
        found = _SOURCE.match(unit.plain)
        if found is None or unit.words > 20 or unit.label or not _is_quoted(above):
            continue
        named = is_name(found["who"] or "") and unit.words <= 12
        if unit.marker == "quote" or (unit.marker in ("", "bullet") and named):
            unit.settle(BlockKind.CREDIT, EDITORS)
            if named and above.marker == "quote":
                above.named = found["who"]


def _is_quoted(unit: Unit) -> bool:
    plain = unit.plain
    return unit.marker == "quote" or (plain[0] in _OPENERS and plain[-1] in _CLOSERS and len(plain) > 20)


def _is_dialogue(units: Sequence[Unit], inner: Sequence[int]) -> bool:
    """Whether hyphens open the turns of a conversation rather than the items of a list: many of them ask."""
    dashed = [units[number] for number in inner if units[number].sign == "-"]
    return len(dashed) >= 4 and sum(asks(unit.plain) for unit in dashed) >= 0.3 * len(dashed)


def _take_sign_back(page: Page, unit: Unit) -> None:
    """Make the number a part of the words: "1. Peace" is a heading with its number, not the item of a list."""
    first = unit.spans[0]
    start = page.text.rfind(unit.sign, max(0, first.start - 12), first.start)
    spans = [Span(start, first.end), *unit.spans[1:]]
    unit.cover(spans, page.flow(spans))
    if unit.words <= _NUMBERED_WORDS:
        unit.settle(BlockKind.HEADING)


def _headings(page: Page, inner: Sequence[int]) -> None:
    units = page.units
    questions = _bold_questions(page, inner)
    for number in section_questions(page, inner) - questions:
        units[number].settle(BlockKind.HEADING)
    for number in inner:
        unit = units[number]
        if unit.settled or number in questions:
            continue
        if unit.marker == "heading" or CHAPTER.fullmatch(unit.plain) or _looks_heading(page, number):
            unit.settle(BlockKind.HEADING)
    _introduced(units, inner)


def _introduced(units: Sequence[Unit], inner: Sequence[int]) -> None:
    """Settle lines that introduce who speaks below ("Jane Doe, 34, nurse") where others of their form are headings.

    What stands below the last one may be too short to tell by itself, and would be taken for the words of whoever
    stands above it.
    """
    lines = [units[number] for number in inner if "," in units[number].plain and signs(units[number])]
    forms = [unit.plain.count(",") for unit in lines if unit.kind is BlockKind.HEADING]
    for unit in lines:
        if not unit.settled and forms.count(unit.plain.count(",")) > 1:
            unit.settle(BlockKind.HEADING)


def is_bold(page: Page, unit: Unit) -> bool:
    """Whether the whole unit is set in bold letters."""
    raw = page.text[unit.spans[0].start : unit.spans[-1].end]
    return raw[:2] in ("**", "__") and raw[-2:] in ("**", "__") and len(raw) - len(unit.plain) in (4, 6)


def _bold_questions(page: Page, inner: Sequence[int]) -> frozenset[int]:
    """Find bold paragraphs in a text whose bold paragraphs ask: they are turns, not headings."""
    bold = [number for number in inner if is_bold(page, page.units[number])]
    asking = sum(asks(page.units[number].plain) for number in bold)
    return frozenset(bold) if asking >= 2 and asking >= 0.5 * len(bold) else frozenset()


def _looks_heading(page: Page, number: int) -> bool:
    unit = page.units[number]
    plain = _unquoted(page, number)
    if unit.words > _HEADING_WORDS or len(plain) > 110 or unit.label or unit.marker or not plain[:1].isalnum():
        return False
    if plain[:1].islower() or plain[-1] in ".,;:!?…؟\"'”»)" or is_name(plain) or _DASH.match(plain):
        return is_bold(page, unit) and not asks(plain) and plain[-1:] not in ",;:"
    following = next((u for u in page.units[number + 1 : number + 5] if u.kind is not BlockKind.FURNITURE), None)
    if following is None or (
        following.settled and following.kind is not BlockKind.LIST_ITEM and following.kind is not BlockKind.CAPTION
    ):
        return False
    return is_bold(page, unit) or following.label is not None or following.words >= _PROSE_WORDS


def _unquoted(page: Page, number: int) -> str:
    """Give the words of a unit, without the marks of a heading that quotes; a short line of dialogue keeps them."""
    unit = page.units[number]
    found = _IN_MARKS.fullmatch(unit.plain) if unit.words <= 9 and unit.gap else None
    if found is None or unit.words < 2:
        return unit.plain
    beside = [page.units[n] for n in (number - 1, number + 1) if 0 <= n < len(page.units)]
    spoken = any(other.plain[0] in _OPENERS or other.plain.endswith(":") for other in beside if not other.settled)
    return unit.plain if spoken else found["words"]


def _folded(words: str) -> str:
    for shapes, plain in _FOLD:
        for sign in shapes:
            words = words.replace(sign, plain)
    return words.casefold().strip(" \"'*")


def _pull_quotes(page: Page, inner: Sequence[int]) -> None:
    """Settle the paragraphs that only repeat, to draw the eye, what a paragraph nearby says in its place."""
    units = page.units
    folded: dict[int, str] = {}
    for place, number in enumerate(inner):
        unit = units[number]
        if unit.settled or unit.label or unit.marker not in ("", "quote", "heading") or not 5 <= unit.words <= 70:
            continue
        near = [*inner[max(0, place - _NEAR) : place], *inner[place + 1 : place + 1 + _NEAR]]
        for other in (number, *near):
            if other not in folded:
                folded[other] = _folded(units[other].plain[:6000])
        core = _core(folded[number])
        same = [other for other in near if core in folded[other]]
        if any(_repeats(page, number, other, folded[number], folded[other]) for other in same):
            unit.settle(BlockKind.PULL_QUOTE)


def _repeats(page: Page, number: int, other: int, mine: str, theirs: str) -> bool:
    """Whether another unit, in which the core of a unit's words stands, says them in its place.

    What stands under another heading has a place of its own there, unless it is only a part of what the other says.
    """
    unit, said = page.units[number], page.units[other]
    if len(theirs) < len(mine) or said.kind is BlockKind.PULL_QUOTE or said.marker == "heading":
        return False
    if len(theirs) < _LONGER * len(mine) and _parted(page, min(number, other), max(number, other)):
        return False
    return mine != theirs or other < number or unit.marker == "quote"


def _parted(page: Page, first: int, last: int) -> bool:
    """Whether a heading stands between two units."""
    return any(page.units[at].marker == "heading" or _looks_heading(page, at) for at in range(first + 1, last))


def _core(mine: str) -> str:
    """The last two thirds of the words: a pull quote may begin anew ("Both banks want …" for "They want …")."""
    bare = mine.rstrip(".!? \"'")
    parts = bare.split(" ")
    return " ".join(parts[len(parts) // 3 :]) if len(parts) >= 9 else bare


def quiet_captions(page: Page) -> None:
    """Settle what stands between a picture's credit and the text it belongs to: a caption on a line above it."""
    for before, unit in zip(page.units, page.units[1:], strict=False):
        credit = unit.kind is BlockKind.CREDIT and CREDIT.match(unit.plain)
        if (
            credit
            and not before.settled
            and 3 <= before.words <= 45
            and unit.gap == 0
            and not before.marker
            and not byline_names(before.plain[:300])
            and not ends_sentence(before.plain)
        ):
            before.settle(BlockKind.CAPTION, EDITORS)
