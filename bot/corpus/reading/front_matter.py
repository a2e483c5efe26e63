"""What a Markdown file says of itself in YAML between two `---` lines at its top.

The block stays in the text, as every offset counts from the file's start; parsing knows it for page furniture. It is
read with `strict_yaml`, so that aliases, deep nesting and doubled keys are refused; a refused block is no error of the
file, its hints are not used.
"""

import re
from collections.abc import Mapping
from datetime import date

from bot import strict_yaml
from bot.corpus.parts import Metadata

LONGEST = 20_000
_BLOCK = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
# Lone surrogates, which YAML and JSON can escape, are no text: no encoding can hold them.
_UNPRINTED = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")


def extent(text: str) -> int:
    """Give how many code points at a text's top are front matter; 0 where there is none.

    Only a block of `key: value` lines counts, so that prose between two rules stays prose.
    """
    match = _BLOCK.match(text[: LONGEST + 20])
    return match.end() if match and re.match(r"\s*(?:#.*\n\s*)*[\w\"'-]+[ \t]*:(?:\s|$)", match[1]) else 0


def front_matter(text: str) -> Metadata:
    """Read the hints of a text's front matter; empty where there is none, or none that is fit to be read."""
    match = _BLOCK.match(text[: LONGEST + 20])
    if match is None:
        return Metadata()
    try:
        found = strict_yaml.load(match[1])
    except strict_yaml.Refused:
        return Metadata()
    return hints(found) if isinstance(found, dict) else Metadata()


def hints(found: Mapping[object, object]) -> Metadata:
    """Make metadata of keys as writers name them; what is not plain words, or no date, is left out."""
    values = {str(key).lower(): value for key, value in found.items()}
    return Metadata(
        title=line(values.get("title")),
        subtitle=line(values.get("subtitle") or values.get("description")),
        authors=names(values.get("authors") or values.get("author")),
        outlet=line(values.get("outlet") or values.get("publication") or values.get("publisher")),
        published=day(values.get("published") or values.get("date")),
        language=line(values.get("language") or values.get("lang")),
        source_url=address(values.get("source_url") or values.get("url") or values.get("canonical")),
    )


def line(value: object) -> str | None:
    """Give words as one line without control characters; None for what is no words, or too many of them."""
    if not isinstance(value, str):
        return None
    joined = " ".join(_UNPRINTED.sub("", value).split())
    return joined if joined and len(joined) <= 500 else None


def names(value: object) -> tuple[str, ...]:
    """Give one or several names: a string, or a list of strings."""
    several = value if isinstance(value, list) else [value]
    return tuple(name for name in map(line, several[:50]) if name)


def day(value: object) -> str | None:
    """Give the ISO date that a string begins with, as "2024-05-06T10:00Z" does; None where it is no date."""
    match = re.match(r"\d{4}-\d\d-\d\d", value.strip()) if isinstance(value, str) else None
    try:
        return date.fromisoformat(match[0]).isoformat() if match else None
    except ValueError:
        return None


def address(value: object) -> str | None:
    """Give a web address; None for anything else."""
    found = line(value)
    return found if found and re.fullmatch(r"https?://[^\s<>\"]+", found) else None
