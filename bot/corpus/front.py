"""The head of a page: kicker, title, standfirst, bylines and dates, up to where the text itself begins."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.corpus.authors import foot_byline, signature, take_byline
from bot.corpus.bylines import byline_names, who_spoke
from bot.corpus.dates import date_and_place, dates, filed_date, only_clock, only_date, outlet_and_date, place_and_date
from bot.corpus.headlines import find_title, is_head_matter, is_kicker, is_over_loud, is_over_title
from bot.corpus.mastheads import leads_about, page_outlet
from bot.corpus.names import in_order, is_name
from bot.corpus.sections import ENDS_KICKER, KICKER, is_menu, items
from bot.corpus.units import EDITORS, Page, Unit
from bot.corpus.words import ends_sentence, in_first_person, sentence_count
from bot.model import BlockKind

_LONGEST_HEAD = 30
_OPEN_END = (",", ";", ":")
_GENRES = {"opinion": "op-ed", "interview": "interview", "news": "news", "letter": "letter", "speech": "speech"}
_AHEAD = 7
_DIARY, _ENTRIES, _DAY_WORDS = 200, 3, 6  # units that are looked at; days that make a diary; words of such a line


@dataclass(slots=True)
class Front:
    """What the head of a page says, and the number of the unit where the text begins."""

    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    genre: str | None = None
    days: list[tuple[str, str]] = field(default_factory=list)
    begins: int = 0


def read_front(page: Page, known: Sequence[str] = ()) -> Front:
    """Settle the units of the head. `known` are names of the authors that are printed elsewhere, as in a bio."""
    front = Front(outlet=page_outlet(page))
    _open_bylines(page)
    content = [number for number, unit in enumerate(page.units) if not unit.settled][:_LONGEST_HEAD]
    if len(content) < 2:
        return front
    title = find_title(page, content, known)
    above = [number for number in content if title is None or number < title]
    below = [number for number in content if title is not None and number > title]
    taken = _take_above(page, above, title, front, known)
    if title is not None:
        front.title = page.units[title].plain
        page.units[title].settle(BlockKind.TITLE, EDITORS)
        taken = _take_below(page, below, front, known)
    left = [number for number in content if not page.units[number].settled]
    front.begins = next((n for n in left if n > taken), content[-1] + 1)
    printed = foot_byline(page, front.begins)
    speaker = _speaker_of(page, front)
    front.authors = front.authors or signature(page, front.begins) or speaker or printed
    front.genre = front.genre or ("speech" if speaker else None)
    return front


def _speaker_of(page: Page, front: Front) -> tuple[str, ...]:
    """Who gives the speech that the title announces, where somebody speaks of themselves in the text."""
    who = next((name for line in (front.title, front.subtitle) if line and (name := who_spoke(line))), None)
    if who is None:
        return ()
    spoken = sum(in_first_person(unit.plain) for unit in page.units[front.begins :][:_LONGEST_HEAD])
    return (who,) if spoken >= 2 else ()


def _open_bylines(page: Page) -> None:
    """Take a byline back that a credit below it made seem a caption, or a link to its author a button."""
    for unit, below in pairwise(page.units[:_LONGEST_HEAD]):
        linked = unit.kind is BlockKind.FURNITURE and page.text[unit.spans[0].start] == "["
        if linked and is_name(unit.plain) and only_date(below.plain):
            unit.kind, unit.settled = BlockKind.PARAGRAPH, False
    for unit in page.units[:_LONGEST_HEAD]:
        if unit.kind is BlockKind.CAPTION and unit.words <= 12 and byline_names(unit.plain):
            unit.kind, unit.settled = BlockKind.PARAGRAPH, False


def _take_above(page: Page, above: Sequence[int], title: int | None, front: Front, known: Sequence[str]) -> int:
    """Settle what stands above the title: bylines, dates, the kicker right above it; the rest belongs to the site.

    Without a title only what is sure to be no text is settled, up to the first line that may be.
    """
    taken = -1
    for number in above:
        unit = page.units[number]
        close = title is not None and number == above[-1] and _is_own_kicker(page, number, title)
        if take_byline(page, number, front, known) or _take_date(page, number):
            pass
        elif title is not None and is_over_loud(page, number, title):
            front.authors = (in_order(unit.plain),)
            unit.settle(BlockKind.BYLINE, EDITORS)
        elif close or (is_kicker(unit.plain) and unit.marker != "heading"):
            _take_kicker(unit, front)
        elif title is not None or leads_about(page, unit):
            unit.settle(BlockKind.FURNITURE)
        else:
            break
        taken = number
    return taken


def _is_own_kicker(page: Page, number: int, title: int) -> bool:
    parts = items(page.units[number].plain)
    listed = len(parts) == 2 and all(len(part.split()) <= 2 for part in parts)
    return listed or page.units[number].plain.endswith("|") or is_over_title(page, number, title)


def _take_kicker(unit: Unit, front: Front) -> None:
    words = unit.plain.strip(" |:•·/–—-")
    found = KICKER.fullmatch(words)
    genre = _GENRES.get(found.lastgroup or "") if found else None
    if found is None and ENDS_KICKER.fullmatch(words):
        ended = KICKER.fullmatch(words.split()[-1])
        genre = _GENRES.get(ended.lastgroup or "") if ended else None
    front.genre = genre or front.genre
    unit.settle(BlockKind.KICKER, EDITORS)


def _take_date(page: Page, number: int) -> bool:
    unit = page.units[number]
    if unit.plain[:1] == "|" or _is_entry(page, number):  # a table's row tells of what the text is about
        return False
    named = only_date(unit.plain) or filed_date(unit.plain) or (place_and_date(unit.plain) and unit.words <= 10)
    named = named or only_clock(unit.plain) or date_and_place(unit.plain) or outlet_and_date(unit.plain)
    if named and unit.marker in ("", "heading"):
        unit.settle(BlockKind.DATELINE, EDITORS)
    return unit.kind is BlockKind.DATELINE


def _is_entry(page: Page, number: int) -> bool:
    """Whether a day heads an entry of a diary: other days stand alone above what follows, and none beside them."""
    if page.units[number].words > _DAY_WORDS or not only_date(page.units[number].plain):
        return False
    days = [n for n, unit in enumerate(page.units[:_DIARY]) if unit.words <= _DAY_WORDS and only_date(unit.plain)]
    return len(days) >= _ENTRIES and all(b - a > 1 for a, b in pairwise(days))


def _is_where(page: Page, number: int) -> bool:
    """Whether a short line between the day and the hour says where something was said."""
    unit, around = page.units[number], page.units[max(0, number - 1) : number + 2]
    if len(around) < 3 or unit.words > 8 or unit.plain[:1].islower() or ends_sentence(unit.plain):
        return False
    return around[0].kind is BlockKind.DATELINE and only_clock(around[2].plain)


def _take_below(page: Page, below: Sequence[int], front: Front, known: Sequence[str]) -> int:
    taken = -1
    for number in below:
        if not _take(page, number, front, known):
            return taken
        taken = number
    return taken


def _take(page: Page, number: int, front: Front, known: Sequence[str]) -> bool:
    unit = page.units[number]
    if _is_where(page, number):
        unit.settle(BlockKind.DATELINE, EDITORS)
        return True
    if take_byline(page, number, front, known) or _take_date(page, number):
        return True
    if unit.plain == front.title or is_menu(unit.plain) or leads_about(page, unit):
        unit.settle(BlockKind.FURNITURE)
        return True
    if _repeats_next(page, number):
        return True
    if front.subtitle is None and _take_subtitle(page, number, front):
        return True
    if _leads_on(page, number) or (number and _is_button(page, number)):
        unit.settle(BlockKind.FURNITURE)
        return True
    return False


def _leads_on(page: Page, number: int) -> bool:
    """Whether a short line below the title is a button or a remark of the site: a byline or a date is still to come."""
    for unit in page.units[number : number + _AHEAD]:
        if not unit.settled and is_head_matter(unit) and not is_name(unit.plain):
            return unit is not page.units[number]
        if not unit.settled and (unit.words > 12 or ends_sentence(unit.plain) or unit.marker not in ("", "heading")):
            return False
        if unit.kind is BlockKind.SPEAKER_LABEL:
            return False
    return False


def _is_button(page: Page, number: int) -> bool:
    """Whether a short line right after the day or the byline goes with the site's line below it, without a gap."""
    unit, following = page.units[number], page.units[number + 1 : number + 2]
    before = next((u for u in page.units[number - 1 :: -1][:4] if u.kind is not BlockKind.FURNITURE), None)
    if unit.words > 4 or unit.marker or ends_sentence(unit.plain) or not following or before is None:
        return False
    dated = before.kind in (BlockKind.DATELINE, BlockKind.BYLINE)
    return dated and following[0].kind is BlockKind.FURNITURE and following[0].gap == 0 and following[0].words <= 4


def _take_subtitle(page: Page, number: int, front: Front) -> bool:
    unit = page.units[number]
    if unit.marker not in ("", "heading") or unit.words > 60 or (is_name(unit.plain) and unit.words <= 3):
        return False
    if unit.plain.endswith(_OPEN_END) or ":" in unit.plain[:30] or not _looks_standing(page, number):
        return False
    front.subtitle = unit.plain
    unit.settle(BlockKind.SUBTITLE, EDITORS)
    return True


def _looks_standing(page: Page, number: int) -> bool:
    """Whether a unit under the title stands before the text rather than begins it."""
    unit = page.units[number]
    following = page.units[number + 1] if number + 1 < len(page.units) else None
    if following is None:
        return False
    if unit.marker == "heading":
        return unit.words >= 5 and following.marker != "heading" and len(unit.sign) <= 3 and not _has_peers(page, unit)
    raw = page.text[unit.spans[0].start : unit.spans[-1].end]
    if raw[:1] in "*_" and raw[-1:] in "*_" and len(unit.plain) + 4 >= len(raw):
        return True
    if not ends_sentence(unit.plain):
        return unit.words >= 5
    between = (BlockKind.FURNITURE, BlockKind.CAPTION, BlockKind.CREDIT)
    rest = (other for other in page.units[number + 1 : number + _AHEAD] if other.kind not in between)
    if is_head_matter(next(rest, following)) or is_head_matter(following):
        return True
    return following.kind is BlockKind.FURNITURE and unit.words <= 40 and sentence_count(unit.plain) == 1


def _has_peers(page: Page, unit: Unit) -> bool:
    return sum(1 for other in page.units if other.marker == "heading" and other.sign == unit.sign) > 1


def _repeats_next(page: Page, number: int) -> bool:
    following = page.units[number + 1] if number + 1 < len(page.units) else None
    return (
        following is not None
        and len(page.units[number].plain) > 20
        and following.plain.startswith(page.units[number].plain)
    )


def front_days(page: Page, front: Front) -> list[tuple[str, str]]:
    """The dates of the head, those of its date lines included."""
    lines = [unit for unit in page.units[: front.begins] if unit.kind is BlockKind.DATELINE]
    return front.days + [day for unit in lines for day in dates(unit.plain)]
