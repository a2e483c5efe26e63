"""Who speaks in a text that is a talk, a panel or a debate, and what share of its summary each of them has."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import sqrt

from bot.model import Document, Passage, Role, Source

# Who says so much of what speakers say on average says enough to be heard; less is a greeting or a thank-you.
ENOUGH = 0.25
# Of whose sentences so many are questions leads the talk, and is no side in it; a single one may be put to the air.
ASKING, QUESTIONS = 0.25, 2
# A text is a talk where speakers other than its author say so much of it.
TALK = 0.5
# Passages of each speaker that are looked at, however strong others' are.
EACH = 2
_LEADING = frozenset({Role.INTERVIEWER, Role.EDITOR})
_QUESTION = ("?", "؟")
_CLOSING = "\"'“”’»״)]"

Open = tuple[Passage, Document, Source]


def shares(own: Sequence[Open]) -> dict[str | None, float]:
    """Give what share (of 1) each who says enough has of the words of a talk's summary; nobody's if it is no talk.

    Who says four times as much has twice as much of it: no side is drowned, and none is blown up to what others say.
    Where the text doesn't tell who speaks, that is one voice, None.
    """
    said, speakers = _said([passage for passage, _, _ in own])
    sides = {name for name in speakers if not _asks([one for one in own if one[0].speaker.name == name])}
    usual = sum(said[name] for name in sides) / max(len(sides), 1)
    # An author who says less than the others do only frames their talk; so does a line that nobody says.
    least = {name: usual * (ENOUGH if name in sides else 1) for name in said if name not in speakers - sides}
    enough: dict[str | None, float] = {name: sqrt(said[name]) for name, much in least.items() if said[name] >= much}
    if len(sides & enough.keys()) < 2:
        return {}
    return {name: much / sum(enough.values()) for name, much in enough.items()}


def strongest(passages: Iterable[Passage], most: int) -> list[Passage]:
    """Keep of each text its first `most` passages, the strongest, and of a talk the first few of each speaker."""
    texts: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        texts[passage.source].append(passage)
    kept: list[Passage] = []
    for own in texts.values():
        _, speakers = _said(own)
        voices: Counter[str | None] = Counter()
        for at, passage in enumerate(own):
            name = passage.speaker.name
            voices[name] += 1
            if at < most or (name in speakers and voices[name] <= EACH):
                kept.append(passage)
    return kept


def framing(passages: Sequence[Passage]) -> frozenset[str]:
    """Give the passages of an interview, by id, with which its author leads to what the interviewee says."""
    _, speakers = _said(passages, 1)
    return frozenset(passage.id for passage in passages if speakers and passage.speaker.name not in speakers)


def _said(passages: Sequence[Passage], least: int = 2) -> tuple[Counter[str | None], set[str]]:
    """Give how much each says who doesn't lead, in code points, and who has turns; nobody's where it is no talk.

    It is one of `least` people who have turns.
    """
    said: Counter[str | None] = Counter()
    speakers: set[str] = set()
    for passage in passages:
        name, role = passage.speaker.name, passage.speaker.role
        if role not in _LEADING:
            said[name] += sum(span.end - span.start for span in passage.spans)
            if name and role is not Role.AUTHOR:
                speakers.add(name)
    if len(speakers) < least or sum(said[name] for name in speakers) <= TALK * said.total():
        return Counter(), set()
    return said, speakers


def _asks(turns: Sequence[Open]) -> bool:
    """Whether these are the turns of somebody who asks rather than says."""
    sentences = [document.derive(spans) for passage, document, _ in turns for spans in passage.sentences]
    questions = sum(map(asking, sentences))
    return questions >= QUESTIONS and questions >= ASKING * len(sentences)


def asking(text: str) -> bool:
    """Whether a sentence is a question."""
    return text.rstrip(_CLOSING).endswith(_QUESTION)
