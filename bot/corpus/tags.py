"""Tags inside quotation marks, as in Ukrainian, Russian and French: «…, — сказала вона. — …», « …, dit-elle, … »."""

import re

from bot.corpus.names import NAME
from bot.corpus.quotations import Quotation
from bot.corpus.verbs import SAYS

_DASHED = re.compile(
    r"(?P<open>[,.!?…])\s?[—–-]{1,2}\s(?P<tag>(?![—–])[^«»“”„\"—–]{3,120}?)(?P<close>[,.!?:…]?)\s?[—–-]{1,2}\s"
)
_LAST = re.compile(r"(?P<open>[,.!?…])\s?[—–-]{1,2}\s(?P<tag>[^«»“”„\"—–]{3,120}?)[.]?$")
_FRENCH_VERB = (
    r"(?:dit|répond(?:it)?|demande|ajoute|explique|lance|raconte|soupire|confie|précise|assure|sourit|insiste|poursuit|"
    r"reprend|murmure|s['’]exclame|glisse|plaisante|résume|rappelle|reconnaît|souligne|affirme|estime|admet|tranche)"
)
_FRENCH = re.compile(
    rf"(?P<open>,)\s(?P<tag>(?:(?:a|ont|avait)-t-(?:il|elle|on)\s\w+|{_FRENCH_VERB}(?:-t)?-(?:il|elle|ils|elles|on|je)|"
    rf"{_FRENCH_VERB}\s{NAME})(?:\s[^,«».]{{1,60}})?)(?P<close>[,.])\s"
)
_FRENCH_MARKS = re.compile(r"[«]")


def parted(words: str, marks: list[Quotation]) -> list[Quotation]:
    """Cut quotations around the tags that stand inside their marks. Each part counts as a quotation."""
    return [part for mark in marks for part in _parts(words, mark)]


def _parts(words: str, mark: Quotation) -> list[Quotation]:
    if not _FRENCH_MARKS.match(words, mark.left) and words[mark.left] not in '„“"':
        return [mark]
    found: list[Quotation] = []
    start, left = mark.start, mark.left
    for tag in sorted([*_tags(words, mark, _DASHED), *_tags(words, mark, _FRENCH)], key=lambda match: match.start()):
        if tag.start() <= start:
            continue
        found.append(Quotation(start, _end(tag), left, _end(tag)))
        start = left = tag.end()
    if not found and words[mark.left] == "«":
        for tag in _tags(words, mark, _LAST):
            return [Quotation(start, _end(tag), left, _end(tag))]
    return [*found, Quotation(start, mark.end, left, mark.right, mark.closed)] if start < mark.end else found


def _tags(words: str, mark: Quotation, form: re.Pattern[str]) -> list[re.Match[str]]:
    return [
        match for match in form.finditer(words, mark.start, mark.end) if SAYS.search(match["tag"]) or form is _FRENCH
    ]


def _end(tag: re.Match[str]) -> int:
    return tag.start("open") if tag["open"] == "," else tag.end("open")
