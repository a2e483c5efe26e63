"""Nouns of answering: a reply is data, and each platform draws it in its own way.

Strings in Text, Facts, Columns' notes and Actions are finished sentences from `locales/`. Words of the texts stand only
in Quote and KeywordLine, so that a platform can escape them and the last check can rebuild them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.model.asking import Trace
from bot.model.charts import Attachment, Bars, Strip, Trend
from bot.model.texts import Span, Speaker


class Tone(StrEnum):
    """How a line of the bot's own words is meant: an opening line, plain talk, a side note, or an error."""

    TITLE = "title"
    PLAIN = "plain"
    NOTE = "note"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of the bot's own, from `locales/`."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a text, exactly: `text` equals what `spans` of that edition derive, or the reply is not sent.

    `attribution` (who says it, via whom) and `citation` (title, place) are ready to be shown; `cut` marks that the
    quote is only part of its passage; `breaks` are the spaces in `text` behind which a paragraph or an item begins.
    """

    passage: str
    source: str
    edition: str
    spans: tuple[Span, ...]
    text: str
    speaker: Speaker
    attribution: str
    citation: str
    url: str | None = None
    cut: bool = False
    focus: bool = False
    breaks: tuple[int, ...] = ()

    @property
    def shown(self) -> str:
        """Give the words as they are shown: each paragraph and item on a line of its own."""
        if not self.breaks:
            return self.text
        ends = [at for at in self.breaks if at < len(self.text)]
        starts = [0, *(at + 1 for at in ends)]
        return "\n".join(self.text[a:b] for a, b in zip(starts, [*ends, len(self.text)], strict=True))


@dataclass(frozen=True, slots=True)
class KeywordLine:
    """A key word in its line of context (KWIC): left, key and right are runs of one document."""

    passage: str
    source: str
    edition: str
    left: Span
    key: Span
    right: Span
    left_text: str
    key_text: str
    right_text: str
    citation: str

    @property
    def gaps(self) -> tuple[str, str]:
        """What to draw before and after the key word: a space where the text has one, and words beyond it."""
        before = self.left.end < self.key.start or self.left_text[-1:].isspace()
        after = self.key.end < self.right.start or self.right_text[:1].isspace()
        return " " if before and self.left_text.strip() else "", " " if after and self.right_text.strip() else ""


@dataclass(frozen=True, slots=True)
class Link:
    """An address to open: `label` is ready to be shown, `url` is one that the bot itself made."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled facts, one a line: `rows` are (label, value), both ready to be shown."""

    rows: tuple[tuple[str, str], ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One source's side of a comparison: its heading and its quotes, or a note that it is silent."""

    title: str
    quotes: tuple[Quote, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Sources side by side, in the order in which they are to be shown."""

    columns: tuple[Column, ...]


class DiffKind(StrEnum):
    """What a part of a diff is: the same in both, only said, only in the text, or said otherwise than in the text."""

    SAME = "same"
    ADDED = "added"
    LEFT_OUT = "left-out"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class DiffPart:
    """A run of a diff: the words as they were said, and as the text has them."""

    kind: DiffKind
    said: str
    true: str

    @property
    def marked(self) -> str:
        """The run with marks that can be read without colour: `[+added+]`, `[−left out−]`, `[said → true]`."""
        match self.kind:
            case DiffKind.SAME:
                return self.said
            case DiffKind.ADDED:
                return f"[+{self.said}+]"
            case DiffKind.LEFT_OUT:
                return f"[−{self.true}−]"
            case DiffKind.REPLACED:
                return f"[{self.said} → {self.true}]"


@dataclass(frozen=True, slots=True)
class Diff:
    """What somebody quoted beside what the text has, word by word. It is for the eyes of the asker alone."""

    parts: tuple[DiffPart, ...]


class ActionKind(StrEnum):
    """What a button does."""

    CONTEXT = "context"
    MORE = "more"
    WHY = "why"
    THREAD = "thread"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class Action:
    """One button. `target` is a passage id (context, thread), an answer id (more, why) or a text's id (correct).

    `offset` is where more begins. `label` is ready to be shown. `command` is the same thing as words that can be typed
    where there are no buttons; a thread has none.
    """

    kind: ActionKind
    label: str
    target: str
    offset: int = 0
    command: str | None = None


@dataclass(frozen=True, slots=True)
class Actions:
    """A row of buttons under the block before it."""

    actions: tuple[Action, ...]


Block = Text | Link | Quote | KeywordLine | Facts | Columns | Diff | Actions | Bars | Trend | Strip | Attachment


class Consent(StrEnum):
    """What an asker wants: not to be heard (out), to be heard as everybody else (in), nothing kept that could concern
    them (erase)."""

    OUT = "out"
    IN = "in"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a channel has to be told before a setting counts there: it takes `value` once `blocks` stand there.

    `sign` is the reaction to it that means "don't hear me".
    """

    channel: str
    setting: str
    value: str
    blocks: tuple[Block, ...]
    sign: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A finished answer: blocks in order. `private` asks the platform to show it to the asker only.

    `counts` is the kind of event that each passage in it counts as, once it was sent; empty where it only shows what
    would be, and nothing is counted. `consent` and `notice` are for
    the platform to carry out before the reply is sent: it alone knows who asked, and can write to a channel. With
    `page` it adds a one-time link to the moderators' page, for the asker's eyes only.
    `repeatable` says that it follows from the arguments, the language and the texts alone, and that what was asked has
    no words but the texts' own: then it may be given again, under another answer id, without being made anew.
    `like` is a name that replies have in common which are the same but for their answer ids, as far as caps and
    languages allow: they need to be drawn once. None where anything in it is an asker's own.
    """

    blocks: tuple[Block, ...]
    private: bool = False
    answer: str | None = None
    trace: Trace | None = None
    counts: str = "shown"
    consent: Consent | None = None
    notice: Notice | None = None
    page: bool = False
    repeatable: bool = False
    like: str | None = None

    def quotes(self) -> Iterator[Quote]:
        """Every quote in the reply, those inside columns included, in order."""
        for block in self.blocks:
            if isinstance(block, Quote):
                yield block
            elif isinstance(block, Columns):
                for column in block.columns:
                    yield from column.quotes

    def lines(self) -> Iterator[KeywordLine]:
        """Every line of a concordance in the reply, in order."""
        return (block for block in self.blocks if isinstance(block, KeywordLine))

    def passages(self) -> tuple[tuple[str, str], ...]:
        """The passages shown, each once, as (passage id, edition) in order."""
        shown = [(q.passage, q.edition) for q in self.quotes()] + [(k.passage, k.edition) for k in self.lines()]
        return tuple(dict.fromkeys(shown))
