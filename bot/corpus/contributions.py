"""Texts that several people wrote or told one after the other: letters above their names, answers under them.

The words are theirs only where the form is plain: several blocks of the same form, in which nobody is told of.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.corpus.asking import is_stressed
from bot.corpus.bylines import bare_names
from bot.corpus.guests import is_thing
from bot.corpus.names import bare, in_order, is_name
from bot.corpus.signers import greets_editor
from bot.corpus.uncased import Uncased
from bot.corpus.units import NOBODY, Page, Unit
from bot.corpus.words import ends_sentence, in_first_person, places_of
from bot.model import BlockKind, Role, Speaker

_LINE = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.TITLE)
_HEAD = (BlockKind.KICKER, BlockKind.TITLE, BlockKind.SUBTITLE)
_TOLD = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_LETTERS = Uncased(
    r"(?:(?:your|readers['’]?|more|our)\s)?letters?"
    r"(?: (?:to the editor|from (?:our )?readers|page))?|letterbox|postbag|"
    r"листи(?: (?:до редакції|читачів|від читачів))?|письма(?: (?:в редакцию|читателей))?|leserbriefe|"
    r"briefe an die redaktion|courrier(?: des lecteurs)?|cartas(?: (?:al director|de los lectores))?|"
    r"lettere(?: al direttore)?|listy(?: do redakcji)?|מכתבים(?: למערכת)?|رسائل القراء|بريد القراء"
)
_ASKED = Uncased(
    r"\bwe (?:asked|put|spoke)\b|\basked (?:people|readers|passers|residents|you|them)\b|\b(?:answers?|reply|replies|"
    r"respond)\b|\bvox pop\b|\bdebate\b|\bfor and against\b|\bin their (?:own )?words\b|\breaders (?:tell|say|write)\b|"
    r"\btell us\b|запитали|спитали|опитали|відповіда|розповідають|дебати|за і проти|спросили|опросили|отвечают|"
    r"рассказывают|дебаты|за и против|\bgefragt\b|\bfragten\b|\bantworten\b|\bumfrage\b|pro und contra|"
    r"avons demandé|répondent|pour ou contre|שאלנו|עונים|משיבים|בעד ונגד|سألنا|يجيبون|مع أو ضد"
)
_EDITORS = Uncased(
    r"(?:the )?editors?\b|eds?\.|we (?:welcome|thank|received|reserve)\b|редакці|редактор|від редакц|редакц|от редакц|"
    r"(?:die |anmerkung der )?redaktion\b|(?:la |note de la )?rédaction\b|המערכת|المحرر"
)
_SIDE = re.compile(
    r"(?:yes|no|for|against|pro|con|contra|in favou?r|opposed|(?:the )?case (?:for|against)|"
    r"так|ні|за|проти|да|нет|против|"
    r"ja|nein|dafür|dagegen|oui|non|pour|contre|sí|a favor|en contra|sì|contro)\s?[:–—]\s+",
    re.IGNORECASE,
)
_AGE = re.compile(
    r",\s*(?:aged?\s)?\d{1,2}"
    r"(?=\s*(?:,|$|years?\b|y\.?o\b|рок\w*|рік|р\.|лет\b|год\w*|ans\b|jahre?\b|años\b|anni\b|lat\b))",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"(?:he|she|his|her|він|вона|його|її|он|она|его|её|er|sie|il|elle|הוא|היא|هو|هي)(?!\w)", re.IGNORECASE
)
_QUOTED = re.compile(r"[“„«\"][^”»“\"]*[”»“\"]")
_OPENS_BYLINE = re.compile(r"\w+\s(?:by|par|por|von)\s|by\s|von\s|par\s|por\s", re.IGNORECASE)
_MEETS = re.compile(
    r"\b(?:I|[Ww]e)\s(?:\w+\s)?(?:met|meet|visit(?:ed)?|saw|see|spoke|speak|ask(?:ed)?)\s(?:to\s|with\s)?(?:her|him|the)\b|"
    r"(?<!\w)(?:[Яя]|[Мм]и|[Мм]ы)\s(?:зустрі|відвіда|спитал|запита|встрети|посети|спроси)"
)
_DOES = re.compile(r",\s(?![A-ZА-ЯІЇЄҐÀ-Þ])[^\W\d_]")
_LEAST, _LONGEST = 2, 10  # blocks of a form; words of a line
_LEAD = 2  # paragraphs that lead to the first of those who speak
_SHORT = 2  # letters


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that names somebody: its unit, the name, and how the line is made."""

    unit: int
    name: str
    form: tuple[bool, bool, bool]  # whether a heading's sign opens it, whether it has a comma, whether it takes a side


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands above or under a line: its paragraphs, and whose they are by that line."""

    line: _Line
    told: list[int]


def contributions(page: Page, inner: range) -> None:
    """Give the blocks of such a text to those who sign or head them; leave every other text as it is."""
    start = inner.start
    while start and page.units[start - 1].kind in (BlockKind.TITLE, BlockKind.BYLINE):
        start -= 1
    found = [line for number in range(start, len(page.units)) if (line := _line(page.units[number], number))]
    lines = _of_one_form(found)
    heading = [line for line in lines if line.unit < inner.stop]
    if len(lines) >= _LEAST and not _signed(page, lines, inner) and heading:
        _headed(page, heading, inner)


def _line(unit: Unit, number: int) -> _Line | None:
    if unit.words > _LONGEST or unit.words < 2 or unit.label or unit.kind not in _LINE or ends_sentence(unit.plain):
        return None
    if unit.kind in (BlockKind.TITLE, BlockKind.BYLINE) and _OPENS_BYLINE.match(unit.plain):
        return None
    plain = unit.plain.strip(" *_–—-")
    side = _SIDE.match(plain)
    named, comma, _ = (plain[side.end() :] if side else plain).partition(",")
    name = bare(in_order(named.split("(")[0].strip()))
    person = is_name(name) or (comma != "" and bare_names(name) == (name,))
    return _Line(number, name, (unit.marker == "heading", comma != "", side is not None)) if person else None


def _of_one_form(lines: Sequence[_Line]) -> list[_Line]:
    """The lines of the form that most have: with a comma before without, for a heading may look like a name."""
    forms = [line.form for line in lines]
    best = max(forms, key=lambda form: (forms.count(form) >= _LEAST, form[1], forms.count(form)), default=None)
    return [line for line in lines if line.form == best]


def _signed(page: Page, lines: Sequence[_Line], inner: range) -> bool:
    """Read letters that end with their writers' names, or answers above the names of those who gave them."""
    named = {line.unit: line for line in lines}
    signing = [line for line in lines if line.unit - 1 not in named]
    befores = (inner.start - 1, *(line.unit for line in signing))
    blocks = [_Block(line, _between(page, before, line.unit)) for before, line in zip(befores, signing, strict=False)]
    if not _are_plain(page, blocks):
        return False
    after = _between(page, signing[-1].unit, len(page.units))
    letters = _is_letters(page, blocks)
    if any(not is_stressed(page, page.units[number]) for number in after) and not (
        letters and _each_closes(page, signing)
    ):
        return False
    asked = any(_ASKED.search(unit.plain) for unit in page.units[: signing[0].unit])
    if not letters and not (asked and _are_aged(page, signing)):
        return False
    for block in blocks:
        below = named.get(block.line.unit + 1)
        joint = below is not None and not is_thing(below.name)
        role = Role.AUTHOR if letters else Role.QUOTED
        _sign(page, block, NOBODY if joint else Speaker(block.line.name, role))
    return True


def _each_closes(page: Page, signing: Sequence[_Line]) -> bool:
    """Whether a heading stands right under each of the names: they end what is above them."""
    return all(page.units[line.unit + 1].kind is BlockKind.HEADING for line in signing)


def _sign(page: Page, block: _Block, who: Speaker) -> None:
    """Give a block to whose name stands under it; others may answer the letter before, or lead to this one."""
    units, told = page.units, block.told
    greets = next((place for place, number in enumerate(told) if greets_editor(units[number].plain)), None)
    opens = units[told[0] - 1].kind in (BlockKind.HEADING, BlockKind.TITLE)
    first = greets if greets is not None else 0 if opens else len(told) - 1
    for place, number in enumerate(told):
        edited = _EDITORS.match(units[number].plain.strip("*_[( ")) is not None
        units[number].speaker = NOBODY if place < first or edited else who
    units[block.line.unit].settle(BlockKind.BYLINE)


def _headed(page: Page, lines: Sequence[_Line], inner: range) -> None:
    """Read a text in which people speak one after the other, each under the name."""
    stops = (*(line.unit for line in lines[1:]), inner.stop)
    blocks = [_Block(line, _between(page, line.unit, stop)) for line, stop in zip(lines, stops, strict=True)]
    if not _are_plain(page, blocks):
        _doubt(page, blocks)
        return
    own = sum(any(_is_own(page.units[number]) for number in block.told) for block in blocks)
    sure = _is_sure(page, blocks, inner)
    if sure is None or own * 2 < len(blocks) or (own < len(blocks) and not lines[0].form[1]):
        _doubt(page, blocks)
        return
    for block in blocks:
        who = Speaker(block.line.name, Role.QUOTED) if sure else NOBODY
        _give(page, block.told, who, last=block is blocks[-1])
        if page.units[block.line.unit].kind is BlockKind.PARAGRAPH:
            page.units[block.line.unit].settle(BlockKind.HEADING)


def _doubt(page: Page, blocks: Sequence[_Block]) -> None:
    """Give what is said in the first person near names with an age to nobody, where the form is not plain."""
    if not _are_aged(page, [block.line for block in blocks]):
        return
    for number in (number for block in blocks for number in block.told if not _tells_of(page, block)):
        if _is_own(page.units[number]):
            page.units[number].speaker = NOBODY


def _is_sure(page: Page, blocks: Sequence[_Block], inner: range) -> bool | None:
    """Whether the names are surely of those who speak under them; None where nothing tells that they are."""
    lines = [block.line for block in blocks]
    lead = [page.units[number] for number in _between(page, inner.start - 1, lines[0].unit)]
    above = [unit for unit in page.units[: lines[0].unit] if unit.kind in (*_TOLD, *_HEAD)]
    opening = " . ".join(unit.plain for unit in above)[-3000:]
    asked = _ASKED.search(opening) is not None
    letters = any(_LETTERS.fullmatch(unit.plain.strip(" .:!")) for unit in above)
    if lead and (letters or len(lead) > _LEAD or greets_editor(lead[-1].plain)):
        return None
    if lead and not (lines[0].form[0] or (asked and not _speaks(lead[-1]))):
        return None  # what stands above may be somebody's as well, with the name under it
    if lines[0].form[2] or _are_aged(page, lines):
        return lines[0].form[2] or asked or not _is_signed_above(page, blocks)
    if not lines[0].form[1]:
        return all(line.name in opening for line in lines) if asked else None
    does = all(_DOES.search(page.units[line.unit].plain) for line in lines)
    return True if letters or (asked and does) else (False if asked or does else None)


def _is_signed_above(page: Page, blocks: Sequence[_Block]) -> bool:
    """Whether who wrote the text may say "I" in it: a byline is above, or somebody is met without being named."""
    first = blocks[0].line.unit
    byline = any(unit.kind is BlockKind.BYLINE for unit in page.units[:first])
    return byline or any(_MEETS.search(page.units[number].plain) for block in blocks for number in block.told)


def _speaks(unit: Unit) -> bool:
    """Whether a paragraph that doesn't say who was asked is in somebody's own words."""
    return _ASKED.search(unit.plain) is None and _is_own(unit)


def _give(page: Page, told: Sequence[int], who: Speaker, *, last: bool) -> None:
    """Give a block to somebody: up to a heading, and of the last only what is surely no closing words of others."""
    speaking, before = who, told[0] - 1
    for place, number in enumerate(told):
        headed = any(unit.kind is BlockKind.HEADING for unit in page.units[before + 1 : number])
        if place and (headed or (last and not in_first_person(page.units[number].plain))):
            speaking = NOBODY
        page.units[number].speaker = speaking
        before = number


def _between(page: Page, before: int, stop: int) -> list[int]:
    """The paragraphs between two places; short lines that are no sentences are none."""
    units = ((number, page.units[number]) for number in range(before + 1, stop))
    return [
        number for number, unit in units if unit.kind in _TOLD and (unit.words > _LONGEST or ends_sentence(unit.plain))
    ]


def _is_letters(page: Page, blocks: Sequence[_Block]) -> bool:
    """Whether the page calls itself one of letters, or most of its blocks open as letters do."""
    called = any(_LETTERS.fullmatch(unit.plain.strip(" .:!")) for unit in page.units[: blocks[0].line.unit])
    greeting = sum(any(greets_editor(page.units[n].plain) for n in block.told) for block in blocks)
    return called or greeting * 2 > len(blocks)


def _are_aged(page: Page, lines: Sequence[_Line]) -> bool:
    """Whether the lines tell how old people are, as those do under which passers-by are heard."""
    return sum(_AGE.search(page.units[line.unit].plain) is not None for line in lines) >= _LEAST


def _are_plain(page: Page, blocks: Sequence[_Block]) -> bool:
    """Whether there are several blocks, none without words, under lines that name nobody but persons."""
    plain = len(blocks) >= _LEAST and all(block.told and not is_thing(block.line.name) for block in blocks)
    return plain and not any(_tells_of(page, block) for block in blocks)


def _tells_of(page: Page, block: _Block) -> bool:
    """Whether a block tells of the one whom its line names, as somebody else would."""
    words = " ".join(page.units[number].plain for number in block.told)
    parts = [part for part in block.line.name.split() if len(part) > _SHORT]
    return _REPORTED.match(words) is not None or any(next(places_of(part, words), None) is not None for part in parts)


def _is_own(unit: Unit) -> bool:
    return in_first_person(_QUOTED.sub(" ", unit.plain))
