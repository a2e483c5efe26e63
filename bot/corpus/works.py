"""Titles of works in quotation marks, which nobody says, and headlines that quote, whose words are somebody's."""

import re

from bot.corpus.inverted import subject_after
from bot.corpus.names import CUT_NAME, is_name
from bot.corpus.verbs import SAYS

CYRILLIC = re.compile("[\u0400-\u04ff]")
_MARKED = r"[“„«\"‘]\s?(?P<quoted>[^“”„«»\"]{8,200}?)\s?[”“»\"’]"
_HEADLINE = re.compile(
    rf"(?:(?P<first>{CUT_NAME})\s?[:,—–-]\s{_MARKED}[.]?|"
    rf"{_MARKED.replace('quoted', 'led')}\s?[:,—–-]{{1,2}}\s(?P<rest>.{{4,160}}))"
)
# "клиники «Лапа»", "паром «Чайка»": what is called so. Ukrainian, Russian.
_CALLED_SO = re.compile(r"[а-яіїєґё]\s$")
_NAME_IN_MARKS = re.compile(r"[А-ЯІЇЄҐЁ][\w’'-]*(?:\s[\w’'-]+){0,2}")
_WORKS = re.compile(
    r"\b(?:titled|entitled|called|named|novel|book|memoirs?|autobiography|diary|documentary|film|movie|play|song|album|poem|essay|article|series|"
    r"magazine|headline|exhibition|painting|course|lecture|chapter|report)\W*$"
)


def headline(words: str) -> tuple[int, int, str] | None:
    """Read a headline that quotes somebody: where the words begin and end, and whose they are."""
    found = _HEADLINE.fullmatch(words[:300])
    if found is None:
        return None
    part = "quoted" if found["first"] else "led"
    name = found["first"] or subject_after(" " + found["rest"])
    if name is None or not is_name(name) or found[part].count(" ") < 2:
        return None
    return found.start(part), found.end(part), name


def is_title(quoted: str, before: str) -> bool:
    """Whether quoted words are the title of a work: most of them capitalised, or a word for a work before them."""
    slavic = CYRILLIC.match(quoted) is not None and _CALLED_SO.search(before) is not None
    if slavic and _NAME_IN_MARKS.fullmatch(quoted) and not SAYS.fullmatch(before.split()[-1]):
        return True
    parts = [part for part in re.findall(r"[^\W\d_][\w'’-]*", quoted) if len(part) > 3]
    capital = sum(part[0].isupper() for part in parts)
    if len(parts) >= 2 and capital == len(parts):
        return (
            not quoted.rstrip().endswith((".", "!", "?"))
            or re.search(r"\b(?:a|an|the|his|her|its|their)\s*$", before) is not None
        )
    if len(parts) >= 3 and capital >= 0.75 * len(parts) and re.search(r"\b(?:a|an|the|his|her|its|their)\s*$", before):
        return True
    return is_work(before) and quoted[:1].isupper()


def is_work(before: str) -> bool:
    """Whether some words end with what a work is called ("in a memoir, "), so that its title follows."""
    return _WORKS.search(before[-30:]) is not None
