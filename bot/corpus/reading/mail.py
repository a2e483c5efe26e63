"""What a letter that was saved as text says of itself in its head: from whom, about what, when (RFC 5322).

The lines stay in the text, as every offset counts from the file's start; parsing knows them for page furniture.
"""

import re
from email.errors import MessageError
from email.utils import parseaddr, parsedate_to_datetime

from bot.corpus.bylines import is_outlet
from bot.corpus.names import is_name
from bot.corpus.parts import Metadata
from bot.corpus.reading.front_matter import line

_LONGEST = 20_000
_FIELD = re.compile(r"(?P<name>[A-Za-z][A-Za-z-]{1,40}):[ \t]*(?P<value>[^\r\n]*(?:\r?\n[ \t]+\S[^\r\n]*)*)\r?\n")
_NEEDED, _LEAST = frozenset({"from", "subject"}), 3
_ANSWERED = re.compile(r"(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def _fields(text: str) -> tuple[dict[str, str], int]:
    """The fields at the top of a text by their names, and where they end; none where it has no head."""
    found: dict[str, str] = {}
    place = 0
    while place < _LONGEST and (field := _FIELD.match(text, place)):
        found.setdefault(field["name"].casefold(), " ".join(field["value"].split()))
        place = field.end()
    parted = text[place : place + 2].lstrip("\r")[:1] in ("", "\n")
    return (found, place) if parted and len(found) >= _LEAST and found.keys() >= _NEEDED else ({}, 0)


def head_of_mail(text: str) -> int:
    """Give how many code points at a text's top are the head of a letter; 0 where there is none."""
    return _fields(text)[1]


def mail(text: str) -> Metadata:
    """Read who sent a letter, about what and on which day; empty where the text is none."""
    fields, end = _fields(text)
    if not end:
        return Metadata()
    sender = parseaddr(fields["from"])[0]
    person = is_name(sender) and not is_outlet(sender)
    return Metadata(
        title=line(_ANSWERED.sub("", fields["subject"])),
        authors=(sender,) if person else (),
        outlet=None if person else line(sender),
        published=_day(fields.get("date", "")),
    )


def _day(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, MessageError):
        return None
