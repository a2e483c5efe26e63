"""Nouns of checking: what a wording is compared with, and what came out. Offsets count code points.

`said` is what the checked message has, `true` what the text has. Spans called `said` point into the message, all others
into a passage's words (`Document.derive` of its spans).
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.model.texts import Span, Speaker


class VerdictKind(StrEnum):
    """What a wording is, compared with the texts."""

    EXACT = "exact"
    ALTERED = "altered"
    STITCHED = "stitched"
    SHORTENED = "shortened"
    CLOSE = "close"
    NOT_FOUND = "not-found"
    UNCLEAR = "unclear"


class ChangeKind(StrEnum):
    """How words of a quote differ from the text's."""

    ADDED = "added"
    LEFT_OUT = "left-out"
    REPLACED = "replaced"
    MOVED = "moved"


class Matter(StrEnum):
    """What a change touches; in the order in which changes are named."""

    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    QUALIFICATION = "qualification"
    WORDS = "words"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `said` or `true` is empty where words were left out or added; `hidden` by an ellipsis."""

    kind: ChangeKind
    matter: Matter
    said: str
    true: str
    said_span: Span
    true_span: Span
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote, or a part of it, stands: `spans` of the passage's words, and `wording`, what is true there.

    `before` and `after` are the rest of the first and the last sentence and the sentences next to them, so that
    `before`, `wording` and `after` read on. `speaker` says these words.
    """

    passage: str
    source: str
    said: Span
    spans: tuple[Span, ...]
    wording: str
    speaker: Speaker
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Caution:
    """A quote that stops right before the text goes on with `cue` ("but", "unless"); `following` is how it goes on."""

    cue: str
    following: str


@dataclass(frozen=True, slots=True)
class Misattribution:
    """The message gives the words to `claimed`; the text gives them to `speaker`."""

    claimed: str
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Checked:
    """One quote of a message and its verdict; `said` is where it stands in the message.

    `places` has one place, or more for a quote that is stitched or runs on into the next passage. `left_out` is what an
    ellipsis leaves out. `also` names passages with the same words.
    """

    verdict: VerdictKind
    said: Span
    wording: str
    places: tuple[Place, ...] = ()
    changes: tuple[Change, ...] = ()
    left_out: tuple[str, ...] = ()
    caution: Caution | None = None
    misattribution: Misattribution | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: a verdict for each quote in the order of the message, and for the wording as a whole.

    A quote that is given to the wrong speaker makes the whole altered. `covered` is the share of the wording's
    characters that belong to a quote that was found; `texts` and `passages` say how many were searched.
    """

    verdict: VerdictKind
    quotes: tuple[Checked, ...]
    covered: float
    texts: int
    passages: int


@dataclass(frozen=True, slots=True)
class Spotted:
    """A passage that a message quotes: where in the message, where in the passage, and the share of its words."""

    passage: str
    said: Span
    span: Span
    coverage: float
