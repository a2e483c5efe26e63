"""Whose paper a text quotes: press releases, statements, reports and letters, and who issued them."""

import re

from bot.corpus.mentions import tidy
from bot.corpus.names import NAME

_RELEASE = re.compile(
    rf"\b(?:press release|statement|report|letter|communiqué|document|memo|announcement|study|survey|"
    rf"release)s?\s(?:issued\s|released\s|published\s|sent\s|put out\s)?(?:from|by|"
    rf"of)\s(?P<np>(?:the\s)?{NAME}(?:(?<=['’]s)\s[a-z]+)?|the\s[a-z]+(?:\s[a-z]+)?)"
)
_ISSUED = re.compile(r"(?<!\w)[وف]?(?:ذكرت?|أعلنت?|قالت?|أكدت?|أوضحت?)\s(?P<np>\w+(?:\s\w+){0,2}?)\sفي بيان")


def issuer(words: str) -> str | None:
    """Who issued the last paper that some words speak of; None where they speak of none."""
    found: str | None = None
    if "release" in words or "statement" in words or "report" in words or "letter" in words:
        for match in _RELEASE.finditer(words):
            found = tidy(match["np"])
    if "بيان" in words:
        for match in _ISSUED.finditer(words):
            found = match["np"]
    return found


def origin_of(words: str) -> str | None:
    """Whose paper a sentence ends with ("… shows me the letter from the board.")."""
    last = max(_RELEASE.finditer(words[-160:]), key=lambda match: match.end(), default=None)
    return tidy(last["np"]) if last and not words[-160:][last.end() :].strip(" .:!?") else None
