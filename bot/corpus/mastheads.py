"""What stands above a title: the names by which a page shows whose it is, and lines that only lead about the site."""

import re
from collections.abc import Sequence

from bot.corpus.sections import HOMES, is_menu, is_navigation, is_section
from bot.corpus.uncased import Uncased
from bot.corpus.units import Page, Unit
from bot.corpus.words import word_set

_RIGHTS = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s*(?:©|"
    r"\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?,?\s*(?:by\s+)?(?P<name>[^.|,;·–—©\d\n]{3,60})",
    re.IGNORECASE,
)
_CRUMB = re.compile(r"\s(?:>|›|»|→|::)\s")
_ARROWS = (">", "›", "»", "→", "::")
_POINTED = re.compile(r"\s[>›»]\s")
_ENDS = 12
_TOP = 14
_PARTING = "-–—|"
_SITE = re.compile(rf"\s+[{_PARTING}]\s+")
_HOST = re.compile(r"https?://(?:www\.)?([a-z0-9-]{4,60})\.", re.IGNORECASE)
_RUNNING = Uncased(
    r"\bvol\.?\s*\d|\bno\.\s*\d|\bissue\s+(?:no\.?\s*)?\d|\bpage \d+ of \d+|\bseite \d+ von \d+|\bnr\.\s*\d|\S\s{3,}\S"
)
_SMALL = word_set("the and of & und et der die das le la les el y und")


def crumbs(words: str) -> list[str]:
    """Part a breadcrumb line ("Site > Section > Page") into its elements; nothing for any other line."""
    cut = _CRUMB.split(words[:1000]) if any(sign in words for sign in _ARROWS) else []
    parts = [part.strip(" *_[]") for part in cut]
    short = all(0 < len(part) <= 60 for part in parts[:-1])
    return parts if len(parts) >= 2 and short and (len(parts) >= 3 or len(parts[-1]) <= 40) else []


def page_outlet(page: Page) -> str | None:
    """Name whose page it is, as the first element of a breadcrumb line says; None where that only names a section.

    One word alone could be any section of a site: it counts when the page's line of rights says it as well.
    """
    for unit in page.units[:_TOP]:
        found = crumbs(unit.plain)
        first = found[0] if found else ""
        if first and first.casefold() not in HOMES and not _is_place(first):
            sure = " " in first or folded(first) in _rights(page)
            return first if sure and not first.islower() else None
    return None


def _is_place(first: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+(?:['’]\w+)?", first) if word.casefold() not in _SMALL]
    return is_section(first) or all(is_section(word) for word in words)


def outlet_names(page: Page) -> frozenset[str]:
    """Collect the names, folded, by which a page shows whose it is: rights, breadcrumbs, window title, addresses."""
    return _rights(page) | site_names(page)


def site_names(page: Page) -> frozenset[str]:
    """Collect the names, folded, that can only be a site's; the rights may be the author's own."""
    names: set[str] = set()
    top = page.units[:_TOP]
    for unit in top:
        found = crumbs(unit.plain)
        names.update(folded(part) for part in found[:1])
        names.update(_site_of(unit.plain, top))
    addressed = (unit.plain[:300] for unit in [*top, *page.units[-_ENDS:]] if "://" in unit.plain)
    names.update(folded(host) for host in _HOST.findall(" ".join(addressed)))
    return frozenset(name for name in names if len(name) >= 4)


def _rights(page: Page) -> frozenset[str]:
    lines = [unit.plain[:300] for unit in [*page.units[:_ENDS], *page.units[-_ENDS:]]]
    return frozenset(
        folded(found["name"]) for line in lines if _may_say_rights(line) and (found := _RIGHTS.search(line))
    )


def _may_say_rights(line: str) -> bool:
    low = line.lower()
    return "©" in line or "(c)" in low or "copyright" in low


def _site_of(line: str, top: Sequence[Unit]) -> list[str]:
    """Take the site off a window title: what follows a title that stands on a line of its own as well."""
    parted = any(sign in line for sign in _PARTING)
    cuts = [cut for cut in _SITE.finditer(line[:400]) if cut.start() >= 12] if parted else []
    for cut in cuts[:6]:
        if any(unit.plain != line and unit.words >= 3 and line[: cut.start()].endswith(unit.plain) for unit in top):
            return [folded(line[cut.end() :])]
    return []


def folded(name: str) -> str:
    """Fold a name for comparing: letters and digits only, without an article, as an address writes it."""
    return re.sub(r"[\W_]+", "", re.sub(r"^the\s+", "", name.strip().casefold()))


def leads_about(page: Page, unit: Unit) -> bool:
    """Whether a line leads about the site: a menu of sections and buttons, a breadcrumb, a link past the menu."""
    line = unit.plain
    found = crumbs(line)
    return is_navigation(line) or len(found) >= 3 or _is_trail(line, found) or (is_linked(page, unit) and is_menu(line))


def _is_trail(line: str, parts: Sequence[str]) -> bool:
    """Whether a line of two elements with an arrow between is a breadcrumb, not words with quotation marks."""
    short = all(len(part.split()) <= 5 and not part.endswith(tuple(".?!:,")) for part in parts)
    return len(parts) == 2 and short and "«" not in line and _POINTED.search(line) is not None


def is_linked(page: Page, unit: Unit) -> bool:
    """Whether a line is nothing but links with signs between them."""
    raw = page.text[unit.spans[0].start : unit.spans[-1].end]
    if "](" not in raw or len(raw) > 2000:
        return False
    return not any(sign.isalnum() for sign in re.sub(r"!?\[[^\[\]]{0,300}\]\([^()\s]{0,500}\)", "", raw))


def is_running(words: str) -> bool:
    """Whether a line looks as printed above every page: a volume, a number, two things far apart."""
    return _RUNNING.search(words) is not None
