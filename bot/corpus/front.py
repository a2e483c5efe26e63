"""The head of a page: kicker, title, standfirst, bylines and dates, up to where the text itself begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.corpus.body import CHAPTER
from bot.corpus.dates import dates, only_date, without_dates
from bot.corpus.names import byline_names, byline_of_office, correspondent, is_name
from bot.corpus.units import EDITORS, Page, Unit
from bot.corpus.words import ends_sentence, sentence_count
from bot.model import BlockKind

_KICKER = re.compile(
    r"(?P<opinion>opinion|op-?ed|commentary|comment|viewpoint|perspective|guest essay|column|думка|"
    r"колонка|коментар|мнение|колонка|"
    r"meinung|kommentar|gastbeitrag|tribune|opinión|דעה|דעות|رأي|مقال)"
    r"|(?P<interview>interview|q ?& ?a|інтерв['’]ю|интервью|розмова|бесіда|разговор|беседа|entretien|"
    r"entrevista|intervista|gespräch|"
    r"ריאיון|ראיון|مقابلة|حوار)"
    r"|(?P<news>news|breaking(?: news)?|world|politics|новини|новости|nachrichten|actualités?|noticias|חדשות|أخبار)"
    r"|(?P<other>analysis|review|feature|essay|letters?|speech|report|culture|society|аналітика|аналіз|"
    r"анализ|analyse|essay|reportage)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:From|To|Cc|Date|Sent|Subject|Re|Від|Кому|Von|An|De|À):\s")
_LONGEST_HEAD = 30
_OPEN_END = re.compile(r"[,;:]$")


@dataclass(slots=True)
class Front:
    """What the head of a page says, and the number of the unit where the text begins."""

    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    genre: str | None = None
    days: list[tuple[str, str]] = field(default_factory=list)
    begins: int = 0


def read_front(page: Page, known: Sequence[str] = ()) -> Front:
    """Settle the units of the head. `known` are names of the authors that are printed elsewhere, as in a bio."""
    front = Front()
    content = [number for number, unit in enumerate(page.units) if not unit.settled][:_LONGEST_HEAD]
    if len(content) < 2:
        return front
    for number in content:
        if not _take(page, number, front, known):
            front.begins = number
            return front
    front.begins = content[-1] + 1
    return front


def _take(page: Page, number: int, front: Front, known: Sequence[str]) -> bool:
    unit = page.units[number]
    if _is_byline(page, number, front, known) or (_is_dated(unit) and (front.title or unit.words <= 12)):
        return True
    if front.title is None:
        return _take_kicker(unit, front) or _take_title(page, number, front)
    if unit.plain == front.title:
        unit.settle(BlockKind.FURNITURE)
        return True
    if _repeats_next(page, number):
        return True
    return front.subtitle is None and _take_subtitle(page, number, front)


def _take_kicker(unit: Unit, front: Front) -> bool:
    words = unit.plain.strip(" |:•·/").casefold()
    found = _KICKER.fullmatch(words)
    if found is None or unit.marker == "heading":
        parts = [part for part in unit.plain.split(" | ") if part]
        listed = len(parts) >= 2 and all(len(part.split()) <= 2 for part in parts)
        return (listed or (unit.plain.endswith("|") and unit.words <= 5)) and _settled(unit, BlockKind.KICKER)
    genre = {"opinion": "op-ed", "interview": "interview", "news": "news"}.get(found.lastgroup or "")
    front.genre = genre or front.genre
    return _settled(unit, BlockKind.KICKER)


def _settled(unit: Unit, kind: BlockKind) -> bool:
    unit.settle(kind, EDITORS)
    return True


def _take_title(page: Page, number: int, front: Front) -> bool:
    unit = page.units[number]
    plain = unit.plain
    if unit.marker not in ("", "heading") or _OPEN_END.search(plain) or plain[:1].islower():
        return False
    headed = unit.marker == "heading"
    if (CHAPTER.fullmatch(plain) or _MAIL.match(plain)) and not headed:
        return False
    if not headed and (unit.words > 30 or len(plain) > 220 or (plain.endswith((".", "…")) and unit.words > 3)):
        return False
    if unit.marker == "" and plain.endswith(".") and not page.units[number + 1 :]:
        return False
    if page.media == "md" and not headed and _headed_later(page, number):
        return False
    front.title = plain
    return _settled(unit, BlockKind.TITLE)


def _headed_later(page: Page, number: int) -> bool:
    return any(unit.marker == "heading" and unit.sign == "#" for unit in page.units[number + 1 : number + 4])


def _take_subtitle(page: Page, number: int, front: Front) -> bool:
    unit = page.units[number]
    if unit.marker not in ("", "heading") or unit.words > 60 or (is_name(unit.plain) and unit.words <= 3):
        return False
    if _OPEN_END.search(unit.plain) or ":" in unit.plain[:30] or not _looks_standing(page, number):
        return False
    front.subtitle = unit.plain
    return _settled(unit, BlockKind.SUBTITLE)


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
    if _is_headline_matter(following):
        return True
    return following.kind is BlockKind.FURNITURE and unit.words <= 40 and sentence_count(unit.plain) == 1


def _has_peers(page: Page, unit: Unit) -> bool:
    return sum(1 for other in page.units if other.marker == "heading" and other.sign == unit.sign) > 1


def _is_headline_matter(unit: Unit) -> bool:
    return not unit.settled and (bool(byline_names(unit.plain)) or only_date(unit.plain) or is_name(unit.plain))


def _is_dated(unit: Unit) -> bool:
    return only_date(unit.plain) and _settled(unit, BlockKind.DATELINE)


def _is_byline(page: Page, number: int, front: Front, known: Sequence[str]) -> bool:
    unit = page.units[number]
    if unit.words > 30 or unit.marker not in ("", "heading"):
        return False
    names = byline_names(unit.plain) or (correspondent(unit.plain) if front.title is not None else ())
    if not names and _is_name_line(page, number, front, known):
        names = byline_names(without_dates(unit.plain).strip(" |·•,"), known=True)
    if not names and front.title is not None and unit.words <= 5 and byline_of_office(unit.plain):
        return _settled(unit, BlockKind.BYLINE)
    if not names or (ends_sentence(unit.plain) and unit.words > 12 and not dates(unit.plain)):
        return False
    front.authors = tuple(dict.fromkeys([*front.authors, *names]))
    front.days += dates(unit.plain)
    unit.settle(BlockKind.BYLINE, EDITORS)
    return True


def _is_name_line(page: Page, number: int, front: Front, known: Sequence[str]) -> bool:
    """Whether a line with only a name is a byline: it stands twice, is an author's, or has a date below."""
    words = without_dates(page.units[number].plain).strip(" |·•,")
    if not is_name(words) or page.units[number].marker:
        return False
    if words in known or words in front.authors:
        return True
    if front.title is None:
        return False
    near = page.units[number + 1 : number + 4]
    if any(other.plain == words for other in near) or words != page.units[number].plain:
        return True
    return front.subtitle is not None or any(only_date(other.plain) for other in near[:1])


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
