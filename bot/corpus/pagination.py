"""What stands at the edges of pages: running heads with their numbers, and bars of short labels."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from bot.corpus.bylines import byline_names
from bot.corpus.cleaning import is_page_number
from bot.corpus.lines import Line
from bot.corpus.names import is_name
from bot.corpus.wrapping import ended

_SIDE = re.compile(r"(?P<left>\S.{1,100}?)\s{3,}(?P<after>\d{1,4})|(?P<before>\d{1,4})\s{3,}(?P<right>\S.{1,100}?)")
# "Orrin Herald          Page 2 of 9": no sentence is made so, even where it stands once.
_PAGE = (
    r"(?:page|p\.|seite|стор(?:інка|\.)|стр(?:аница|\.)|עמוד|صفحة)\s?\d{1,4}"
    r"(?:\s?(?:of|/|von|sur|з|из|מתוך|من)\s?\d{1,4})?"
)
_SIDE_PAGE = re.compile(rf"\S.{{0,100}}?\s{{3,}}{_PAGE}|{_PAGE}\s{{3,}}\S.{{0,100}}", re.IGNORECASE)
_TOP = 6
_WEB = re.compile(r"<?(?:https?://|www\.)\S+>?(?:\s+\d{1,4}(?:\s?/\s?\d{1,4})?)?")
_NUMBERED = re.compile(r"\d{1,4}\s+\S.{2,100}|\S.{2,100}?\s\d{1,4}(?:\s?/\s?\d{1,4})?")
_WIDE = re.compile(r"\s{2,}|\t+")
_APART = re.compile(r"\s{3,}|\t")
_BARRED = re.compile(r"\s[|•·∙/]\s")
_VOLUME = re.compile(r"[\W\d]*(?:(?:vol|no|nr|issue|volume|bd|том|вип|t)\b[\W\d]*)*", re.IGNORECASE)
_LONGEST = 160
_FEW = 24
_NUMBER = 12  # code points of a line that only numbers a page
_SHORTEST = 8  # code points of a title that comes back


def page_edges(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Find the lines (by index) that head or foot the pages of a print: they come back, but for their numbers."""
    sided = _numbered_heads(text, lines)
    near = {n + step for n in _page_ends(text, lines, sided) for step in (-2, -1, 0, 1)} & set(range(len(lines)))
    forms = {n: _form(text, lines[n]) for n in near if len(lines[n]) <= 90}
    counts = Counter(forms.values())
    found = {n for n, form in forms.items() if counts[form] >= 3} | sided | _reprinted(text, lines)
    found |= _titles_again(text, lines, forms)
    return frozenset(found | set(_first_heads(text, lines, found)))


def bars(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Find the lines (by index) of short labels set apart by wide gaps or strokes: menus, share bars, footers.

    Rows of a table look alike: three of them in a row are left alone, and so is a page that sets its lines wide.
    """
    found = {n for n, line in enumerate(lines) if 5 <= len(line) <= _LONGEST and _is_bar(text[line.start : line.end])}
    rows = {n for n in found if {n - 1, n + 1} <= found or {n + 1, n + 2} <= found or {n - 1, n - 2} <= found}
    kept = found - rows
    return frozenset(kept) if len(kept) <= max(6, len(lines) // 6) else frozenset()


def _is_bar(words: str) -> bool:
    parts = [part.strip() for part in _BARRED.split(words)]
    if len(parts) >= 3:
        return all(_is_button(part) for part in parts) and not (is_name(parts[0]) or byline_names(words))
    parts = _WIDE.split(words)
    wide = len(parts) >= 3 or (len(parts) == 2 and _APART.search(words) is not None)
    return wide and all(_is_button(part) for part in parts) and not all(is_name(part) for part in parts)


def _is_button(part: str) -> bool:
    part = part.lstrip("☰🔍✉▾▼ \ufe0f")
    return (
        0 < len(part) <= _FEW
        and part.count(" ") <= 3
        and not part[0].islower()
        and part[0].isalpha()
        and part[-1] not in ".:;,!?…-"
        and not any(sign.isdigit() for sign in part)
    )


def _form(text: str, line: Line) -> str:
    return re.sub(r"\d+", "#", text[line.start : line.end])


def _page_ends(text: str, lines: Sequence[Line], sided: Iterable[int]) -> Iterator[int]:
    yield from sided
    for number, line in enumerate(lines):
        if (
            line.page
            or (len(line) <= _NUMBER and _is_number(text, line))
            or (len(line) <= 300 and _WEB.fullmatch(text, line.start, line.end))
        ):
            yield number


def _numbered_heads(text: str, lines: Sequence[Line]) -> set[int]:
    """Find lines with a page's number far to the side: of a title that comes back, or counting on through the text."""
    found: list[tuple[int, str, int]] = []
    for number, line in enumerate(lines):
        match = _SIDE.fullmatch(text, line.start, line.end) if 4 < len(line) <= 120 else None
        if match:
            title = (match["left"] or match["right"]).casefold()
            found.append((number, title, int(match["after"] or match["before"])))
    counts = Counter(title for _, title, _ in found)
    wide = enumerate(lines) if "   " in text else ()
    paged = ((n, line) for n, line in wide if 8 < len(line) <= 130)
    numbered = {n for n, line in paged if _SIDE_PAGE.fullmatch(text, line.start, line.end)}
    return {number for number, title, _ in found if counts[title] >= 2} | _counted(found) | numbered


def _titles_again(text: str, lines: Sequence[Line], forms: Mapping[int, str]) -> set[int]:
    """Find where a line of the text's head comes back beside a page's number, as titles run over pages."""
    if not any(n >= _TOP for n in forms):
        return set()
    heads = {_form(text, line).casefold() for line in lines[:_TOP] if len(line) >= _SHORTEST}
    near = [n for n in forms if n >= _TOP and forms[n].casefold() in heads]
    return {n for n in near if any(_is_number(text, lines[m]) for m in (n - 1, n + 1) if 0 <= m < len(lines))}


def _is_number(text: str, line: Line) -> bool:
    return len(line) <= _NUMBER and is_page_number(text[line.start : line.end])


def _counted(found: Sequence[tuple[int, str, int]]) -> set[int]:
    """Take the lines whose numbers go up by one or stay, with text between them; a table of contents has none."""
    pages = [page for _, _, page in found]
    places = [number for number, _, _ in found]
    steps = [b - a for a, b in pairwise(pages)]
    if len(found) < 2 or any(step not in (0, 1) for step in steps):
        return set()
    together = any(c - a <= 2 for a, c in zip(places, places[2:], strict=False))
    return set() if together or places[-1] - places[0] < 3 else set(places)


def _reprinted(text: str, lines: Sequence[Line]) -> set[int]:
    """Find numbered lines that come back with another number, their words far from those of any sentence."""
    groups: defaultdict[str, dict[str, int]] = defaultdict(dict)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if not 6 <= len(line) <= 120 or not (text[line.start].isdigit() or text[line.end - 1].isdigit()):
            continue
        words = text[line.start : line.end]
        if _NUMBERED.fullmatch(words):
            form = " ".join(_form(text, line).split()).casefold()
            groups[form][words] = number
            places[form].append(number)
    return {
        number
        for form, texts in groups.items()
        if len(texts) >= 2 and form.count(" ") >= 3 and _counts_on(texts) and _cuts(text, lines, places[form])
        for number in places[form]
    }


def _counts_on(texts: Iterable[str]) -> bool:
    """Whether the numbers at one edge of the lines go up, as pages do, not as years or amounts may."""
    edges = [[int(n) for n in re.findall(r"\d{1,9}", words)] for words in texts]
    for place in (0, -1, -2):
        column = [numbers[place] for numbers in edges if len(numbers) >= abs(place)]
        steps = [b - a for a, b in pairwise(column)]
        if len(column) == len(edges) and column and column[-1] < 3000 and all(step in (1, 2) for step in steps):
            return True
    return False


def _cuts(text: str, lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether such lines stand apart, and one of them inside a sentence: a heading with a number never does."""
    if any(b - a <= 2 for a, b in pairwise(places)):
        return False
    inner = [n for n in places if 0 < n < len(lines) - 1]
    return any(not ended(text, lines[n - 1]) and text[lines[n + 1].start].islower() for n in inner)


def _first_heads(text: str, lines: Sequence[Line], found: Iterable[int]) -> Iterator[int]:
    """Find the first page's head, which says what the later ones say with a volume or a year instead of a number."""
    heads = {re.sub(r"[\W\d]+", " ", text[lines[n].start : lines[n].end]).strip().casefold() for n in found}
    heads = {head for head in heads if head.count(" ") >= 2}
    for number, line in enumerate(lines[:6]):
        words = text[line.start : line.end].casefold()
        for head in heads if len(words) <= 120 else ():
            if words.startswith(head) and _VOLUME.fullmatch(words[len(head) :]) and words != head:
                yield number
