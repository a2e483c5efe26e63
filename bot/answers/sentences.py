"""Which sentences can be quoted alone: what points back ("This", "They also") brings the one before, or stays out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.model import BlockKind, Document, Passage, Role, Source, Span, words_in

# Openings that lean on the sentence before, by language; longest first where one begins another.
_POINTING = {
    "en": r"""
        this|that|these|those|they|he|she|it|his|her|hers|their|theirs|its|him|them|such|here|then
        there(?!\s+(?:is|are|was|were))
        but|and|yet|so|or|nor|also|too|still|thus|hence|therefore|however|moreover|furthermore|instead|indeed|besides
        meanwhile|nevertheless|nonetheless|otherwise|similarly|likewise|consequently|accordingly|again|rather|finally
        both|neither|another|others|the\s+(?:latter|former|other|same|second|third)|in\s+(?:addition|contrast|turn|fact|this|that|short)
        for\s+(?:example|instance|this|that|these|those)|as\s+(?:a\s+result|such)|at\s+the\s+same\s+time|on\s+the\s+(?:other|contrary)
        after\s+(?:that|this)|because\s+of\s+(?:this|that)|even\s+so|if\s+so|with\s+(?:this|that)|all\s+(?:this|that|these|those)
        (?:yes|no)(?=[,.;—–-])|not\s+only|to\s+(?:this|that)|by\s+(?:this|that)|from\s+(?:this|that)|\w+\s+(?:also|too|however|therefore|then)
    """,
    "uk": r"""
        це|цей|ця|ці|цього|цьому|той|та|те|ті|він|вона|вони|воно|його|її|їх|їхн\w+|такий|така|таке|такі|тут|там|тоді
        але|а|і|й|або|проте|однак|отже|тому|також|теж|крім\s+того|до\s+того\s+ж|втім|натомість|наприклад|(?:так|ні)(?=[,.;—–-])|водночас
        зрештою|таким\s+чином|\w+\s+також
    """,
    "ru": r"""
        это|этот|эта|эти|этого|этому|тот|та|то|те|он|она|они|оно|его|ее|её|их|такой|такая|такое|такие|здесь|там|тогда
        но|а|и|или|однако|поэтому|также|тоже|кроме\s+того|зато|впрочем|например|(?:да|нет)(?=[,.;—–-])|при\s+этом|таким\s+образом|\w+\s+также
    """,
}
_OPENING = r"[\s\"'“”„«‘’(\[—–-]*"
_DANGLING = re.compile(
    rf"{_OPENING}(?:{'|'.join('|'.join(words.split()) for words in _POINTING.values())})\b", re.IGNORECASE
)
# Words that point back wherever they stand: "nothing was decided on this, or on the other".
_INSIDE = re.compile(r"\b(?:this|these|those|the (?:latter|former))\s*[,.;:!?]", re.IGNORECASE)
_WHOLE = re.compile(r"[.!?…۔؟][\"'”’»)\]]*$")
_QUESTION = re.compile(r"[?؟][\"'”’»)\]]*$")
SHORTEST = 6
_QUOTABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Unit:
    """Sentences of a passage that can be quoted together, from number `first` on; `spans` are theirs."""

    passage: Passage
    document: Document
    source: Source
    first: int
    spans: tuple[Span, ...]
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return words_in(self.text)

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in its text: the passage's number and the sentence's."""
        return self.passage.number, self.first


def units(passage: Passage, document: Document, source: Source) -> Iterator[Unit]:
    """Give what can be quoted alone of a passage: its sentences, those that point back with the one before."""
    if passage.kind not in _QUOTABLE or passage.speaker.role in (Role.INTERVIEWER, Role.EDITOR):
        return
    texts = [document.derive(spans) for spans in passage.sentences]
    for at, text in enumerate(texts):
        if not _whole(text):
            continue
        if stands(text):
            yield Unit(passage, document, source, at, passage.sentences[at], text)
        elif at and _whole(texts[at - 1]) and stands(texts[at - 1]):
            spans = passage.sentences[at - 1] + passage.sentences[at]
            yield Unit(passage, document, source, at - 1, spans, document.derive(spans))


def stands(text: str) -> bool:
    """Whether a sentence can be understood without the one before it, as far as its opening and its pointers tell."""
    return not _DANGLING.match(text) and not _INSIDE.search(text)


def _whole(text: str) -> bool:
    """Whether it is a sentence that states something: no heading, no lead-in, no question, no half quotation."""
    opened = text.lstrip("\"'“„«‘([ ")
    balanced = text.count("“") == text.count("”") and text.count('"') % 2 == 0
    ends = _WHOLE.search(text) and not _QUESTION.search(text)
    return bool(ends) and balanced and not opened[:1].islower() and words_in(text) >= SHORTEST
