"""Who speaks in each paragraph: the author, or the people of a conversation, turn by turn.

Where the text does not tell, the speaker is unclear: a wrong name does more harm than a missing one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.corpus.contributions import contributions
from bot.corpus.counsel import letters_to
from bot.corpus.insets import insets
from bot.corpus.labels import Label
from bot.corpus.pulled import give_pulled
from bot.corpus.signers import signer
from bot.corpus.turns import BODY, Talk, talk_by_labels
from bot.corpus.turnwords import is_crowd
from bot.corpus.units import EDITORS, NOBODY, Page
from bot.corpus.unlabelled import talk_without_labels
from bot.corpus.words import in_first_person
from bot.model import BlockKind, Role, Source, Speaker

# Who wrote down what somebody else told. English, German, French, Ukrainian, Russian, Polish, Hebrew.
_RECORDED = re.compile(
    r"(?:as )?told to\b|interview(?:ed)?(?: by|:)|aufgezeichnet\b|protokoll\b|das interview führte|interview von|"
    r"(?:propos |entretien )?recueillis?\b|запис(?:ав|ала)\b|розмовля(?:в|ла)\b|спілкува(?:вся|лася)\b|записал[аи]?\b|"
    r"беседовал[аи]?\b|wysłuchał|spisał|ראיינ|ראיין|רשמ|"
    r"підготува(?:в|ла)\b|подготовил[аи]?\b|(?:compiled|prepared) by\b",
    re.IGNORECASE,
)
_OPENS_TURN = re.compile(r"[–—]\s")


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in a text: its author's voice, and those of its conversation if it is one."""

    author: Speaker
    head: Speaker
    turns: bool
    interviewer: Speaker | None = None
    interviewee: Speaker | None = None


def attribute(
    page: Page,
    labels: Sequence[Label],
    authors: Sequence[str],
    inner: range,
    repost: bool,
    source: Source | None = None,
) -> Voices:
    """Give every unit its speaker and tell the voices that were found. `inner` are the units of the text's body."""
    via = digester(source)
    author = author_voice(authors, source)
    if author.name is None:
        author = signer(page, inner)
    talk = _talk(page, labels, authors, author, inner, source)
    if talk is None and _is_recorded(page, inner):
        author = NOBODY
    voice = talk.author if talk else author
    if talk is None:
        _plain_voice(page, inner, author)
        letters_to(page, inner, author)
        _interrupted(page, labels)
        if not labels:
            contributions(page, inner)
    else:
        _plain_voice(page, range(inner.start, talk.first), voice)
    give_pulled(page, inner)
    head = EDITORS if repost else voice
    _head(page, head, via)
    asker, other = (talk.asker, talk.other) if talk else (None, None)
    return Voices(_reported(voice, via), head, talk is not None, asker, other)


def _talk(
    page: Page,
    labels: Sequence[Label],
    authors: Sequence[str],
    author: Speaker,
    inner: range,
    source: Source | None,
) -> Talk | None:
    told = source is not None and source.reports
    if any(not is_crowd(label.name) for label in labels):
        return talk_by_labels(page, labels, authors, author, inner, reported=bool(told))
    return None if labels else talk_without_labels(page, authors, author, inner)


def _is_recorded(page: Page, inner: range) -> bool:
    """Whether somebody tells a text as "I" whom its byline does not name: it names who wrote that down."""
    if not any(unit.kind is BlockKind.BYLINE and _RECORDED.match(unit.plain) for unit in page.units):
        return False
    told = [unit for unit in page.units[inner.start : inner.stop] if unit.kind is BlockKind.PARAGRAPH]
    return sum(in_first_person(unit.plain) for unit in told) * 4 >= len(told)


def _interrupted(page: Page, labels: Sequence[Label]) -> None:
    """Give the calls from the room in a speech to nobody whom the text names."""
    for label in labels:
        page.units[label.unit].speaker = Speaker(label.name, Role.QUOTED)


def digester(source: Source | None) -> str | None:
    """Who tells what others said: the author of a digest."""
    told = source is not None and (source.reports or source.kind.value.endswith("digest"))
    return source.authors[0] if told and source is not None and source.authors else None


def _reported(speaker: Speaker, via: str | None) -> Speaker:
    return Speaker(speaker.name, speaker.role, via) if via and speaker.name and speaker.name != via else speaker


def _head(page: Page, head: Speaker, via: str | None) -> None:
    for unit in page.units:
        if unit.kind in (BlockKind.TITLE, BlockKind.SUBTITLE):
            unit.speaker = head
        unit.speaker = _reported(unit.speaker, via)


def author_voice(authors: Sequence[str], source: Source | None) -> Speaker:
    """The speaker of what the text says in its own voice: its author or authors, or whom a digest reports."""
    if source is not None and source.reports:
        return Speaker(source.reports, Role.AUTHOR)
    names = authors or (source.authors if source is not None else ())
    return Speaker(", ".join(names), Role.AUTHOR) if names else NOBODY


def _plain_voice(page: Page, inner: range, author: Speaker) -> None:
    others = insets(page, inner)
    for number in inner:
        unit = page.units[number]
        if unit.kind in (*BODY, BlockKind.HEADING):
            unit.cited = unit.marker == "quote" or number in others
            if unit.cited and unit.named:
                unit.speaker = Speaker(unit.named, Role.QUOTED, author.name)
            else:
                unit.speaker = NOBODY if unit.cited or _OPENS_TURN.match(unit.plain) else author
