"""Sentences that lead to words which stand alone, or go on from them: "Jane Doe told us this:", "She added …"."""

import re

from bot.corpus.cues import Cue, tag_after, tag_before

_GOES_ON = re.compile(
    r"\b(?:added|adds|continued|continues|went on|goes on|додав|додала|добавил|добавила|ajouté|ajoute|fügte)\b"
)
_OPENING_MARK = re.compile(r"[“„«\"]")


def told(sentence: str) -> Cue | None:
    """The tag of a sentence after which a quotation stands alone: it ends with a colon, or tells what somebody said."""
    opening = _OPENING_MARK.split(sentence, maxsplit=1)[0]
    cue = tag_before(opening.rstrip(" .:"), tight=False)
    if cue is None or cue.mention is None:
        return None
    at = opening.find(cue.mention)
    leads = sentence.endswith(":") or at == 0 or (at > 0 and opening[at - 2 : at] == ", ")
    return cue if leads else None


def takes_over(sentence: str, *, first: bool) -> Cue | None:
    """The tag of the sentence after a quotation that stands alone: it says "added", or its subject says more."""
    opening = _OPENING_MARK.split(sentence, maxsplit=1)[0]
    if _GOES_ON.search(sentence[:120]):
        return tag_before(opening, tight=True) if opening.strip() else tag_after(sentence)
    cue = tag_before(opening[:300].split(" that ")[0], tight=False) if first and not opening[:1].islower() else None
    return cue if cue and cue.mention and opening.startswith(cue.mention) else None
