"""What stands in brackets between the sentences of a speaker and is not said: "[Applause]", "(Laughs.)", a note."""

import re
from collections.abc import Sequence

from bot.corpus.notes import says_of_room, signed_by_editors

_BRACKETED = re.compile(r"\[[^\[\]]{2,200}\]|\([^()]{2,40}\)")
_CLOSED = re.compile(r"[.!?…]['\"’”»)]*\]$")
_MOST_WORDS = 4  # of round brackets, which are writers' own where they say more


def said(words: str, bounds: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out of a paragraph's sentences what is not said by its speaker.

    An aside is left out where it opens a sentence or is one; inside a sentence it stays, as the sentence is quoted
    verbatim.
    """
    if "[" not in words and "(" not in words:
        return list(bounds)
    found: list[tuple[int, int]] = []
    for start, end in bounds:
        place = start
        while (aside := _BRACKETED.match(words, place, end)) is not None and _is_aside(aside.group(), whole=aside.end() == end):
            place = aside.end()
            while place < end and words[place].isspace():
                place += 1
        if place == start or any(map(str.isalnum, words[place:end])):
            found.append((place, end))
    return found


def _is_aside(bracketed: str, *, whole: bool) -> bool:
    """Whether brackets hold what happened in the room, an editor's note, or, if they are square, a whole sentence.

    Round ones before words say how these are spoken ("(laughing) Come in."), unless a full stop parts the two.
    """
    if bracketed[0] == "(":
        return (whole or bracketed[-2] in ".!?…") and bracketed.count(" ") < _MOST_WORDS and says_of_room(bracketed)
    return says_of_room(bracketed) or signed_by_editors(bracketed) or _CLOSED.search(bracketed) is not None
