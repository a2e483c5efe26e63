"""Which line of a page's head is its title: by how it looks, by what confirms it, by what stands above it."""

import re
from collections.abc import Collection, Sequence

from bot.corpus.body import CHAPTER
from bot.corpus.bylines import byline_names, correspondent, is_outlet
from bot.corpus.dates import only_date
from bot.corpus.mastheads import folded, is_linked, is_running, leads_about, outlet_names
from bot.corpus.names import is_name
from bot.corpus.sections import ENDS_KICKER, KICKER, SERIES, is_menu, is_navigation, is_section
from bot.corpus.signers import greets_editor
from bot.corpus.units import Page, Unit
from bot.corpus.words import ends_sentence, sentence_count
from bot.model import BlockKind

_MAIL = re.compile(r"(?:From|To|Cc|Date|Sent|Subject|Re|Від|Кому|Von|An|De|À):\s")
_OPEN_END = re.compile(r"[,;:]$")
_LONGEST_TITLE = 30
_TOP, _FOOT = 14, 40
_ARTICLE = re.compile(r"(?:the|a|an|der|die|das|le|la|les|el|los)\s", re.IGNORECASE)


def find_title(page: Page, content: Sequence[int], known: Collection[str]) -> int | None:
    """Give the number of the unit that is the title. `known` are authors whose names may stand above it."""
    window = _before_text(page, content, known)
    lines = [number for number in window if _can_be_title(page, number, known)]
    sure = _headed(page, lines) or _repeated(page, lines)
    if sure is not None:
        return sure
    outlets = outlet_names(page) if len(lines) > 1 else frozenset()
    for place, number in enumerate(lines):
        if place + 1 == len(lines) or not _stands_above(page, lines, place, outlets):
            return number
    return None


def _before_text(page: Page, content: Sequence[int], known: Collection[str]) -> list[int]:
    """The units up to the first that is neither a possible title nor a line that may stand above one."""
    found: list[int] = []
    for number in content:
        if not (_can_be_title(page, number, known) or _may_stand_above(page, page.units[number], known)):
            break
        found.append(number)
    return found


def _may_stand_above(page: Page, unit: Unit, known: Collection[str]) -> bool:
    """Whether a line that is no title may stand above one: the site's lines, a kicker, a byline, a date."""
    plain = unit.plain
    if unit.marker not in ("", "heading") or unit.words > _LONGEST_TITLE:
        return False
    if is_kicker(plain) or is_navigation(plain) or is_menu(plain) or is_linked(page, unit):
        return True
    return is_credit_line(plain) or only_date(plain) or plain in known


def _can_be_title(page: Page, number: int, known: Collection[str]) -> bool:
    unit = page.units[number]
    plain, headed = unit.plain, unit.marker == "heading"
    if unit.marker not in ("", "heading") or _OPEN_END.search(plain) or plain[:1].islower():
        return False
    if is_credit_line(plain) or only_date(plain) or (plain in known and is_name(plain)):
        return False
    if headed:
        return True
    if CHAPTER.fullmatch(plain) or _MAIL.match(plain) or is_kicker(plain):
        return False
    if is_navigation(plain) or is_menu(plain) or is_linked(page, unit):
        return False
    if unit.words > _LONGEST_TITLE or len(plain) > 220:
        return False
    return not _is_sentence(page, number)


def _is_sentence(page: Page, number: int) -> bool:
    """Whether a line begins the text rather than names it; a title may end in a full stop if a byline follows."""
    unit = page.units[number]
    if not unit.plain.endswith((".", "…")):
        return False
    if greets_editor(unit.plain):
        return True
    following = page.units[number + 1 : number + 2]
    if not following or unit.words <= 3:
        return not following
    return unit.words > 16 or sentence_count(unit.plain) > 2 or not is_head_matter(following[0])


def is_credit_line(words: str) -> bool:
    """Whether a line is a byline by its own words ("By …", "Jane Doe, science editor")."""
    return len(words) <= 200 and (
        (bool(byline_names(words)) and not ends_sentence(words)) or bool(correspondent(words))
    )


def is_head_matter(unit: Unit) -> bool:
    """Whether a unit stands between a title and the text: a byline, a date, somebody's name, what series it is from."""
    plain = unit.plain
    if unit.settled:
        return unit.kind in (BlockKind.BYLINE, BlockKind.DATELINE) or _of_series(unit)
    return len(plain) <= 200 and (
        bool(byline_names(plain)) or only_date(plain) or is_credit_line(plain) or is_name(plain)
    )


def _of_series(unit: Unit) -> bool:
    return unit.kind is BlockKind.FURNITURE and unit.words <= 20 and SERIES.match(unit.plain[:160]) is not None


def is_kicker(words: str) -> bool:
    """Whether a line only says what kind of text follows ("Opinion |", "Q&A")."""
    return KICKER.fullmatch(words.strip(" |:•·/–—-")) is not None


def _headed(page: Page, lines: Sequence[int]) -> int | None:
    """The only heading of the first level; where there are several, the first if it comes before all other lines."""
    tops = [number for number in lines if page.units[number].sign == "#"]
    if not tops:
        return None
    others = sum(1 for unit in page.units if unit.sign == "#" and unit.marker == "heading")
    return tops[0] if others == 1 or tops[0] == lines[0] or (page.media == "md" and tops[0] in lines[:4]) else None


def _repeated(page: Page, lines: Sequence[int]) -> int | None:
    """The line that a breadcrumb or a window's title above it gives again, as the last or longest thing on it."""
    for number in lines:
        plain = page.units[number].plain
        above = page.units[max(0, number - 8) : number]
        if len(plain) >= 15 and any(plain in unit.plain and _is_strip(unit) for unit in above):
            return number
    return None


def _is_strip(unit: Unit) -> bool:
    return unit.kind is BlockKind.FURNITURE or is_running(unit.plain) or " - " in unit.plain or " | " in unit.plain


def _stands_above(page: Page, lines: Sequence[int], place: int, outlets: Collection[str]) -> bool:
    """Whether a line that could be the title stands above the true one: a masthead, a motto, a kicker."""
    number, after = lines[place], lines[place + 1]
    unit, rest = page.units[number], lines[place + 1 :]
    if unit.marker == "heading":
        return False
    return (
        folded(unit.plain) in outlets
        or (unit.words <= 5 and number == lines[0] and is_outlet(unit.plain))
        or is_running(unit.plain)
        or is_over_title(page, number, after)
        or is_over_loud(page, number, after)
        or _over_section(page, lines, place)
        or _over_menu(page, lines, place, rest)
    )


def is_over_title(page: Page, number: int, title: int) -> bool:
    """Whether a short line stands to the line below as a kicker stands to a title."""
    unit, below = page.units[number], page.units[title]
    if unit.words > 4 or unit.plain[-1:] in '.?!:»”"' or is_head_matter(below):
        return False
    if is_section(unit.plain) or ENDS_KICKER.fullmatch(unit.plain):
        return True
    if below.words > 4 and _is_tag(page, number):
        return True
    longer = below.words > unit.words and below.words >= 4
    loud = unit.plain.isupper() and unit.words <= 3 and not _ARTICLE.match(unit.plain)
    return longer and ((loud and not below.plain.isupper()) or _has_standfirst(page, title))


def is_over_loud(page: Page, number: int, title: int) -> bool:
    """Whether a person's name stands right over a title in capital letters, as over a poem or an essay."""
    unit, below = page.units[number], page.units[title]
    loud = below.plain.isupper() and sum(sign.isalpha() for sign in below.plain) > 3
    return title == number + 1 and loud and is_name(unit.plain) and not unit.plain.isupper() and unit.words <= 3


def _is_tag(page: Page, number: int) -> bool:
    """Whether a line of one to three words stands again as a tag at the page's foot."""
    unit = page.units[number]
    return unit.words <= 3 and any(
        other.plain == unit.plain and not other.marker for other in page.units[max(_TOP, number + 8) :][-_FOOT:]
    )


def _has_standfirst(page: Page, title: int) -> bool:
    """Whether the line under `title` is a standfirst for sure: a longer one, and a byline or a date after it."""
    following = [unit for unit in page.units[title + 1 : title + 6] if unit.kind is not BlockKind.FURNITURE][:3]
    if following and not following[0].settled and is_name(following[0].plain):
        following = following[1:]
    if len(following) < 2 or following[0].settled or is_head_matter(following[0]):
        return False
    long = following[0].words >= 8 and (ends_sentence(following[0].plain) or following[0].words >= 12)
    return long and is_head_matter(following[1])


def _over_section(page: Page, lines: Sequence[int], place: int) -> bool:
    """Whether a short line at the very top stands over a section's name, and that over a headline: a masthead."""
    number, after = lines[place], lines[place + 1]
    top = all(page.units[line].settled for line in range(number))
    if not top or page.units[number].words > 5 or number + 1 >= len(page.units) or page.units[number + 1].settled:
        return False
    section = page.units[number + 1].plain
    title = lines[place + 2] if after == number + 1 and place + 2 < len(lines) else after
    below = page.units[title]
    return is_section(section) and title > number + 1 and below.words >= 4 and below.words > page.units[number].words


def _over_menu(page: Page, lines: Sequence[int], place: int, rest: Sequence[int]) -> bool:
    """Whether a menu or a breadcrumb stands between a line and a later one that looks like a headline."""
    number = lines[place]
    if page.units[number].words > 4 and page.units[lines[0]].words > 4:
        return False
    later = [line for line in rest if page.units[line].words >= 3]
    if not later:
        return False
    between = page.units[number + 1 : later[-1]]
    for unit in between:
        if not unit.settled and is_head_matter(unit) and not is_name(unit.plain):
            return False
        if leads_about(page, unit):
            return any(page.units[line].line > unit.line for line in later)
    return False
