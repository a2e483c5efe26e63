"""Nouns of the texts: sources, documents, spans, speakers, passages. Every offset counts code points."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What sort of text a source is, as its catalog record says."""

    OP_ED = "op-ed"
    REPORT = "report"
    INTERVIEW = "interview"
    OP_ED_DIGEST = "op-ed digest"
    REPORT_DIGEST = "report digest"
    INTERVIEW_DIGEST = "interview digest"
    BOOK = "book"
    SPEECH = "speech"
    LETTER = "letter"
    OTHER = "other"


class BlockKind(StrEnum):
    """What part of a page a run of text is."""

    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    PULL_QUOTE = "pull_quote"
    SPEAKER_LABEL = "speaker_label"
    CAPTION = "caption"
    CREDIT = "credit"
    AUTHOR_BIO = "author_bio"
    EDITORIAL_NOTE = "editorial_note"
    FURNITURE = "furniture"


class Role(StrEnum):
    """In which capacity somebody speaks in a text."""

    AUTHOR = "author"
    INTERVIEWER = "interviewer"
    INTERVIEWEE = "interviewee"
    QUOTED = "quoted"
    EDITOR = "editor"
    UNCLEAR = "unclear"


class StatementType(StrEnum):
    """How a text gives somebody's words: in quotation marks, or reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range [start, end) of code points in `Document.text`.

    `glued` says that it continues the span before it without a space, as where markup was cut out or a word was
    broken over a page; otherwise one space stands between two spans of the same passage.
    """

    start: int
    end: int
    glued: bool = False

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something. `via` names who reports it; `name` is None exactly when the role is unclear or nobody's."""

    name: str | None
    role: Role
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A label for where a text stands, and who gave it that label. The bot itself never labels."""

    label: str
    labelled_by: str


@dataclass(frozen=True, slots=True)
class Rights:
    """How much of a text may be quoted. None means no cap. Words are counted as `words_in` counts them."""

    licence: str | None = None
    holder: str | None = None
    words_per_answer: int | None = None
    words_per_day: int | None = None

    @property
    def capped(self) -> bool:
        """Whether there is a cap on the words that may be quoted."""
        return self.words_per_answer is not None or self.words_per_day is not None


@dataclass(frozen=True, slots=True)
class Source:
    """A text's catalog record. What the text does not print stays None or empty."""

    id: str
    title: str
    authors: tuple[str, ...] = ()
    subtitle: str | None = None
    outlet: str | None = None
    published: str | None = None
    first_published: str | None = None
    kind: Kind = Kind.OTHER
    language: str | None = None
    url: str | None = None
    standpoint: Standpoint | None = None
    rights: Rights = field(default_factory=Rights)
    reports: str | None = None
    digest_of: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One edition of a source's text: the immutable string that every span points into."""

    source: str
    edition: str
    text: str
    _intact: bool | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, source: str, text: str) -> "Document":
        """Make the document of a text; its edition is the text's own hash."""
        return cls(source, cls.edition_of(text), text)

    @staticmethod
    def edition_of(text: str) -> str:
        """Give the edition of a text: the sha256 (hexadecimal) of its UTF-8 bytes."""
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def intact(self) -> bool:
        """Whether the text is what its edition says. Neither can change, so that it is hashed once."""
        if self._intact is None:
            object.__setattr__(self, "_intact", self.edition == self.edition_of(self.text))
        return bool(self._intact)

    def derive(self, spans: Iterable[Span]) -> str:
        """Rebuild the words of some spans: glued ones join as they are, others with one space."""
        parts: list[str] = []
        for span in spans:
            if parts and not span.glued:
                parts.append(" ")
            parts.append(self.text[span.start : span.end])
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that a text gives as somebody else's: a quotation inside a paragraph or reported speech."""

    spans: tuple[Span, ...]
    speaker: Speaker
    type: StatementType
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One thought of one speaker. Its words are derived from the spans (`Document.derive`), never stored apart.

    `id` is minted once and survives re-imports; `number` is its place (1, 2, …) in this edition; `sentences` are its
    sentences in order, each as the spans that it covers; `headings` is the path of headings above it, outermost first.
    """

    id: str
    source: str
    edition: str
    number: int
    spans: tuple[Span, ...]
    sentences: tuple[tuple[Span, ...], ...]
    speaker: Speaker
    kind: BlockKind = BlockKind.PARAGRAPH
    headings: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Selector:
    """W3C Web Annotation selectors of a passage: TextQuoteSelector and TextPositionSelector, on a stated edition."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    edition: str


_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def words_in(text: str) -> int:
    """Count words: runs of letters and digits, apostrophes and hyphens inside them included."""
    return _WORD.subn("", text)[1]
