"""What stands in brackets between the sentences of a speaker and is not said: "[Applause]", "(Laughs.)", a note."""

import re
from collections.abc import Iterable

from bot.corpus.notes import says_of_room, signed_by_editors

_BRACKETED = re.compile(r"\[[^\[\]]{2,200}\]|\([^()]{2,40}\)")
_CLOSED = re.compile(r"[.!?…]['\"’”»)]*\]$")
_MOST_WORDS = 4  # of round brackets, which are writers' own where they say more


def said(words: str, bounds: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out of a paragraph's sentences those that are only an aside.

    What stands in brackets within a sentence, or opens it ("[Laughs] So I stayed."), stays: sentences are verbatim.
    """
    return [(start, end) for start, end in bounds if words[start] not in "[(" or not _is_aside(words[start:end])]


def _is_aside(sentence: str) -> bool:
    """Whether a sentence is, in brackets, what happened in the room, an editor's note, or, in square ones, anything."""
    if _BRACKETED.fullmatch(sentence) is None:
        return False
    if sentence[0] == "(":
        return sentence.count(" ") < _MOST_WORDS and says_of_room(sentence)
    return says_of_room(sentence) or signed_by_editors(sentence) or _CLOSED.search(sentence) is not None
