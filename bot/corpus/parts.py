"""What the steps from a file to passages hand to each other: frozen values, every offset a code point of `Raw.text`."""

from dataclasses import dataclass, field

from bot.model import BlockKind, Span, Speaker, Statement


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a text prints about itself; what it does not print stays None or empty. Dates are ISO 8601 days."""

    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    first_published: str | None = None
    language: str | None = None
    source_url: str | None = None
    genre: str | None = None
    author_bio: str | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """A file's text as it was read: `media` is its kind, `metadata` what the file declares besides its text.

    For `txt` and `md` the text is the decoded file, unchanged; for the other kinds it is what was extracted, with light
    Markdown marks.
    """

    text: str
    media: str = "txt"
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the page of one kind, markup included. `paragraph` counts from 0; None for what is no paragraph."""

    kind: BlockKind
    span: Span
    speaker: Speaker
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: raw spans with their markup, one for each block that it runs through."""

    spans: tuple[Span, ...]
    paragraph: int
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as its writer meant it: several spans where a page break cut it. `plain` is it without markup.

    `section` is the heading above it; `cut` are its spans around the markup, which derive `plain`.
    """

    kind: BlockKind
    spans: tuple[Span, ...]
    speaker: Speaker
    section: str | None
    sentences: tuple[Sentence, ...]
    plain: str
    cut: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage before it has an id. Its spans are cut around markup, so that `Document.derive` gives its words."""

    spans: tuple[Span, ...]
    sentences: tuple[tuple[Span, ...], ...]
    speaker: Speaker
    kind: BlockKind = BlockKind.PARAGRAPH
    headings: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """Everything that was found in a text, each part in the order of the text."""

    metadata: Metadata
    blocks: tuple[Block, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    statements: tuple[Statement, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    drafts: tuple[Draft, ...] = ()
