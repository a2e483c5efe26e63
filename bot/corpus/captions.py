"""Captions of pictures and the credits that stand with them, often on the same line."""

import re
from collections.abc import Sequence

from bot.corpus.names import NAME, is_name
from bot.corpus.units import EDITORS, Page, Unit
from bot.corpus.words import ends_sentence
from bot.model import BlockKind, Role, Span, Speaker

_SIGN = (
    r"(?:(?:Photo|Image|Picture|Video|Foto|Bild)\s?[Cc]redits?|Credits?|CREDITS?|Handout|Source photo|"
    r"Photo(?:graph(?:er|y)?)?(?:s)?(?:\s[Bb]y)?|Images?|Pictures?|Illustrations?(?:\s[Bb]y)?|Graphics?|"
    r"Courtesy(?:\sof)?|Crédits?(?:\sphotos?)?|Photographie|Dessin|Foto(?:s|grafía|grafia|graf(?:in)?)?|"
    r"Bild(?:nachweis|quelle|er)?|Grafik|Illustrazione|Ilustración|Zdjęcie|Fot\.?|"
    r"Фото(?:граф(?:ія|ия)?)?|Світлини?|Ілюстрація|Малюнок|Зображення|Иллюстрация|Снимок|Рисунок|Изображение|"
    r"צילום|צילומים|איור|קרדיט|تصوير|الصورة|صورة|عدسة|رسم)"
)
_PERSON = rf"{NAME}(?: (?:and|und|et|y|та|і|и) {NAME})?"
CREDIT = re.compile(
    rf"\(?{_SIGN}\s?[:©]\s?(?P<who>[^:.?!\n]{{2,80}}(?:\.(?:com|org|net))?)\.?\)?$"
    r"|\((?:Photo|Image|Foto|Фото|Photograph|Picture|Bild|Illustration|AP|AFP|Reuters|Getty)[^()]{0,80}\)$"
    r"|(?:(?<=[.!?)|] )|^)(?:Photo(?:graph)?s?|Images?|Pictures?|Illustrations?|Foto|Bild) (?:by|von|di|de) "
    rf"{_PERSON}.{{0,40}}$"
)
# What every credit of those has: such a word; and a colon, a sign of rights, a bracket at its end, or a small word.
_PICTURED = re.compile(
    "Photo|Image|Picture|Video|Fot|Bild|Credit|CREDIT|Crédit|credit|Handout|Source photo|Illustra|Ilustra|Graphic|"
    "Grafik|Courtesy|Dessin|Zdjęcie|Фото|Світлин|Ілюстрація|Малюнок|Зображення|Иллюстрация|Снимок|Рисунок|Изображение|"
    "צילום|צילומ|איור|קרדיט|تصوير|صورة|عدسة|رسم|\\((?:AP|AFP|Reuters|Getty)"
)
_CREDITS = (":", "©", " by ", " von ", " di ", " de ")
# A credit without a word that says so: its person stands before a stroke and an outlet, or behind the sign of rights.
_BARE_CREDIT = re.compile(rf"\((?P<person>{_PERSON})\s?[/|]\s?[^()/]{{2,60}}\)$|©\s?(?P<owner>[^©.?!]{{2,60}})\.?$")
_AGENCY = re.compile(
    r"(?:AP Photo|Getty Images|Reuters|AFP|EPA|Shutterstock|Alamy|Wikimedia(?: Commons)?|Unsplash|"
    r"Flickr|dpa|picture alliance|imago|Ukrinform|Укрінформ|УНІАН|ТАСС|Pexels|Adobe Stock|iStock)"
    r"(?:\s?/\s?[^.:?!]{2,60})?"
    r"|[^.:?!/]{3,40}/\s?(?:AP|Reuters|REUTERS|AFP|EPA|Getty Images|Shutterstock|Alamy|dpa)(?:\s?(?:via|/)\s?.{2,40})?"
)
_CAPTION = re.compile(
    r"(?:Photo|Image|Picture|Figure|Fig\.|Caption|Abbildung|Abb\.|Рис\.|Мал\.|Зображення)\s?\d*\s?[:.]\s+\S",
    re.IGNORECASE,
)
_NOBODY = Speaker(None, Role.EDITOR)
_HEADED, _LONGEST = 12, 45  # words: of the longest heading, of the longest caption
_PROSE, _LEAST_PROSE = 12, 4


def split_credits(page: Page) -> None:
    """Part captions from their credits and settle both; a caption that stands twice is kept once."""
    found: list[Unit] = []
    for unit in page.units:
        found.extend(_parted(page, unit) if not unit.settled and not unit.marker and unit.words <= 90 else [unit])
    page.units = found
    _drop_doubles(page)


def _parted(page: Page, unit: Unit) -> list[Unit]:
    plain = unit.plain
    if _AGENCY.fullmatch(plain):
        unit.settle(BlockKind.CREDIT, EDITORS)
        return [unit]
    match = _credit(plain) or _bare_credit(plain)
    if match is None:
        if page.text.startswith("![", unit.spans[0].start) or (_CAPTION.match(plain) and unit.words <= 60):
            unit.settle(BlockKind.CAPTION, EDITORS)
        return [unit]
    place = unit.flow.place(match.start())
    head = [Span(s.start, min(s.end, place), s.glued) for s in unit.spans if s.start < place]
    tail = [Span(max(s.start, place), s.end, s.glued) for s in unit.spans if s.end > place]
    credit = Unit(tail, page.flow(tail), unit.line, gap=unit.gap)
    credit.settle(BlockKind.CREDIT, EDITORS)
    if not plain[: match.start()].strip(" (["):
        credit.cover(unit.spans, unit.flow)
        return [credit]
    head[-1] = Span(head[-1].start, _trimmed(page.text, head[-1]), head[-1].glued)
    unit.cover(head, page.flow(head))
    unit.settle(BlockKind.CAPTION, EDITORS)
    return [unit, credit]


def _credit(plain: str) -> re.Match[str] | None:
    credited = plain.endswith(")") or any(sign in plain for sign in _CREDITS)
    return CREDIT.search(plain) if credited and _PICTURED.search(plain) else None


def _bare_credit(plain: str) -> re.Match[str] | None:
    """Find a credit at the end of a caption that no word announces: "(Jane Doe/The Paper)", "© Jane Doe"."""
    if len(plain) > 400 or not (plain.endswith(")") or "©" in plain):
        return None
    found = _BARE_CREDIT.search(plain, max(0, len(plain) - 130))
    named = found is not None and (found["owner"] is not None or is_name(found["person"].split(" and ")[0]))
    return found if named else None


def bare_captions(units: Sequence[Unit], inner: Sequence[int]) -> None:
    """Settle captions that no credit follows: what alone has no full stop at its end, between paragraphs that do.

    It is longer than a heading; where more than a few paragraphs end so, that is the writer's way.
    """
    body = [units[number] for number in inner if units[number].kind is not BlockKind.FURNITURE]
    prose = [unit for unit in body if unit.words >= _PROSE and not unit.settled]
    unended = sum(not ends_sentence(unit.plain) for unit in prose)
    if any(unit.label for unit in body) or len(prose) - unended < _LEAST_PROSE:
        return
    found = [unit for before, unit, after in zip(body, body[1:], body[2:], strict=False) if _bare(unit, before, after)]
    if any(unit.kind is BlockKind.SUBTITLE for unit in units) and _bare(body[0], body[1]):
        found.append(body[0])  # below the head, whose standfirst is another line
    if len(found) == unended and len(found) * 4 <= len(prose):
        for unit in found:
            unit.settle(BlockKind.CAPTION, EDITORS)


def _bare(unit: Unit, *beside: Unit) -> bool:
    plain = unit.plain
    if unit.settled or unit.marker or not unit.gap or not _HEADED < unit.words <= _LONGEST:
        return False
    if not plain[-1].isalnum() or not plain[0].isalnum() or plain[0].islower():
        return False
    return all(not near.settled and near.words >= _PROSE and ends_sentence(near.plain) for near in beside)


def _trimmed(text: str, span: Span) -> int:
    end = span.end
    while end > span.start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _drop_doubles(page: Page) -> None:
    captions = {unit.plain for unit in page.units if unit.kind is BlockKind.CAPTION}
    for before, unit in zip(page.units, page.units[1:], strict=False):
        if before.plain != unit.plain or before.plain not in captions:
            continue
        before.settle(BlockKind.CAPTION, EDITORS)
        unit.settle(BlockKind.FURNITURE)
