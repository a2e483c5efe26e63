"""Who speaks in each paragraph: the author, or the people of a conversation, turn by turn.

Where the text does not tell, the speaker is unclear: a wrong name does more harm than a missing one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.corpus.body import is_bold
from bot.corpus.guests import guest, is_conversation
from bot.corpus.labels import Label, by_name, is_answerer, is_asker
from bot.corpus.names import NAME, bare
from bot.corpus.units import EDITORS, NOBODY, Page, Unit
from bot.corpus.words import FIRST_PERSON, SECOND_PERSON, asks, sentence_count
from bot.model import BlockKind, Role, Source, Span, Speaker

_TALKS = re.compile(
    rf"(?P<who>{NAME})\s+(?:(?:recently|then|also)\s+)?(?:interviews?|interviewed|spoke (?:with|to)|speaks "
    rf"(?:with|to)|talks (?:with|to)|talked (?:with|to)|"
    r"sat down with|sits down with|asked|met(?: with)?|in conversation with)\b"
)
_REPORTED_QUESTION = re.compile(r"\b(?:asks|asked|wonders|wants to know|puts it to|raises)\b")
_BACKWARD = re.compile(
    r"(?:at the same time|but|yet|still|and|so|however|given (?:this|that|these)|against this background|"
    r"in (?:this|that) (?:context|light)|on the other hand|meanwhile|with (?:this|that) in mind)\b",
    re.IGNORECASE,
)
_ANSWERING = re.compile(
    r"(?:so|but|and|therefore|yes|no|well|thus|of course|exactly|absolutely|unfortunately|also|moreover)\b",
    re.IGNORECASE,
)
_BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.PULL_QUOTE)
_OPENS_TURN = re.compile(r"[–—]\s")
_DASH = re.compile(r"[–—-]\s")


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
    turns = _labelled(page, labels, authors, inner, source) if labels else None
    voices = turns or _unlabelled(page, authors, inner, source)
    head = EDITORS if repost else voices.author
    _head(page, head, via)
    return Voices(_reported(voices.author, via), head, voices.turns, voices.interviewer, voices.interviewee)


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
    for number in inner:
        unit = page.units[number]
        if unit.kind in (*_BODY, BlockKind.HEADING):
            unit.speaker = NOBODY if unit.marker == "quote" or _OPENS_TURN.match(unit.plain) else author


def _labelled(
    page: Page, labels: Sequence[Label], authors: Sequence[str], inner: range, source: Source | None
) -> Voices:
    groups = by_name(labels)
    first = labels[0].unit
    interviewer = _who_asks(page, labels, authors)
    author = _voice_of_interview(interviewer, groups, authors, source)
    speakers = {name: _speaker(name, interviewer, groups, authors, page, first) for name in groups}
    _plain_voice(page, range(inner.start, first), author)
    others = [speakers[name] for name in groups if name != interviewer]
    asker = speakers[interviewer] if interviewer else None
    if asker is not None and len(others) == 1 and _first_turns_only(page, labels, inner):
        _alternate(
            page,
            range(first, inner.stop),
            {label.unit: speakers[label.name] for label in labels},
            asker,
            others[0],
            author,
        )
    else:
        _throughout(page, range(first, inner.stop), {label.unit: speakers[label.name] for label in labels}, author)
    return Voices(author, author, True, asker, others[0] if len(others) == 1 else None)


def _voice_of_interview(
    interviewer: str | None, groups: dict[str, list[int]], authors: Sequence[str], source: Source | None
) -> Speaker:
    """The author of what stands around the turns: of several authors the one who asks, unless others wrote it too."""
    if source is not None and source.reports:
        return Speaker(source.reports, Role.AUTHOR)
    rest = [name for name in authors if name not in groups]
    if not rest and interviewer and interviewer in authors:
        return Speaker(interviewer, Role.AUTHOR)
    return author_voice(rest, source if not authors else None)


def _who_asks(page: Page, labels: Sequence[Label], authors: Sequence[str]) -> str | None:
    """Tell whose turns are the questions: by the label, by how the turns end, or by what the introduction says."""
    names = list(dict.fromkeys(label.name for label in labels))
    words = [name for name in names if is_asker(name)]
    if words:
        return words[0]
    opening = " ".join(unit.plain for unit in page.units[: labels[0].unit])
    told = {bare(match["who"]) for match in _TALKS.finditer(opening[:20_000])}
    shares = {name: _asking_share(page, labels, name) for name in names}
    best = max(names, key=lambda name: (shares[name], name in told, name in authors))
    others = [shares[name] for name in names if name != best]
    least = 0.5 if best in told or best in authors else 0.6
    if shares[best] >= least and shares[best] >= max(others, default=0.0) + 0.3:
        return best
    candidates = [name for name in names if name in told]
    return candidates[0] if len(candidates) == 1 and shares[candidates[0]] >= 0.3 else None


def _asking_share(page: Page, labels: Sequence[Label], name: str) -> float:
    starts = [label.unit for label in labels] + [min(labels[-1].unit + 1, len(page.units))]
    asked = total = 0
    for label, stop in zip(labels, starts[1:], strict=True):
        if label.name != name:
            continue
        turn = [unit for unit in page.units[label.unit : max(stop, label.unit + 1)] if unit.kind in _BODY]
        total += 1
        asked += bool(turn) and (asks(turn[-1].plain) or _REPORTED_QUESTION.search(turn[0].plain[:80]) is not None)
    return asked / total


def _speaker(
    name: str, interviewer: str | None, groups: dict[str, list[int]], authors: Sequence[str], page: Page, first: int
) -> Speaker:
    if name == interviewer:
        if is_asker(name):
            return Speaker(authors[0], Role.INTERVIEWER) if len(authors) == 1 else NOBODY
        return Speaker(name, Role.INTERVIEWER)
    if is_answerer(name):
        answering = guest(page, first, authors) if sum(not is_asker(other) for other in groups) == 1 else None
        return Speaker(answering, Role.INTERVIEWEE) if answering else NOBODY
    return Speaker(name, Role.INTERVIEWEE if interviewer else Role.QUOTED)


def _first_turns_only(page: Page, labels: Sequence[Label], inner: range) -> bool:
    """Whether only the first turns are labelled, and unlabelled questions follow."""
    later = [
        page.units[number]
        for number in range(labels[-1].unit + 1, inner.stop)
        if page.units[number].kind is BlockKind.PARAGRAPH
    ]
    names = [label.name for label in labels]
    if len(names) > len(set(names)) + 1 or len(later) < 3:
        return False
    return any(_is_question(unit) for unit in later)


def _is_question(unit: Unit) -> bool:
    if unit.kind is not BlockKind.PARAGRAPH or not asks(unit.plain) or unit.marker == "quote":
        return False
    return not FIRST_PERSON.search(unit.plain) or SECOND_PERSON.search(unit.plain) is not None


def _alternate(
    page: Page, units: range, labelled: dict[int, Speaker], asker: Speaker, other: Speaker, author: Speaker
) -> None:
    """Tell unlabelled turns apart: a paragraph that asks is the interviewer's, what follows it is the answer."""
    current = asker
    answer: list[int] = []
    for number in units:
        unit = page.units[number]
        if unit.kind is BlockKind.HEADING:
            unit.speaker = author
        if unit.kind not in _BODY:
            continue
        if number in labelled:
            current, answer = labelled[number], []
        elif _is_question(unit):
            _lead_in(page, answer, unit, asker)
            current, answer = asker, []
        elif unit.kind is BlockKind.PARAGRAPH:
            current = other
        unit.speaker = _voice_in_turn(
            page, unit, current, author, sure=asks(unit.plain) and current is other and bool(answer)
        )
        answer.append(number)


def _voice_in_turn(page: Page, unit: Unit, current: Speaker, author: Speaker, *, sure: bool = False) -> Speaker:
    if unit.marker == "quote":
        return NOBODY
    if is_aside(page, unit, current):
        return author
    return NOBODY if sure else current


def is_aside(page: Page, unit: Unit, current: Speaker) -> bool:
    """Whether a paragraph inside somebody's turn is the narrator's: it stands in brackets or speaks of them by name."""
    raw = page.text[unit.spans[0].start : unit.spans[-1].end]
    if unit.label is not None or current.name is None:
        return False
    if raw[0] in "[(" and raw[-1] in "])" and unit.words <= 60:
        return True
    if raw[0] in "*_" and raw[-1] == raw[0] and raw[:2] not in ("**", "__") and len(raw) - len(unit.plain) == 2:
        return True
    surname = current.name.split()[-1]
    opening = re.search(rf"\b{re.escape(surname)}\b", unit.plain[:60])
    return opening is not None and not FIRST_PERSON.search(unit.plain) and not asks(unit.plain)


def _lead_in(page: Page, answer: list[int], question: Unit, asker: Speaker) -> None:
    """Give a short statement right before a question that refers back to it to the one who asks.

    Where page breaks cut the text's paragraphs, it is the question's first part, and becomes one paragraph with it.
    """
    if len(answer) < 2 or not _BACKWARD.match(question.plain):
        return
    before = page.units[answer[-1]]
    if (
        sentence_count(before.plain) > 2
        or FIRST_PERSON.search(before.plain)
        or _ANSWERING.match(before.plain)
        or before.label
    ):
        return
    before.speaker = asker
    if page.paged and sentence_count(before.plain) == 1:
        question.spans = [*before.spans, *(Span(s.start, s.end, s.glued) for s in question.spans)]
        question.flow = page.flow(question.spans)
        question.line = before.line
        before.spans = []


def _throughout(page: Page, units: range, labelled: dict[int, Speaker], author: Speaker) -> None:
    current = NOBODY
    for number in units:
        unit = page.units[number]
        if unit.kind is BlockKind.HEADING:
            unit.speaker, current = author, NOBODY
        current = labelled.get(number, current)
        if unit.kind in _BODY:
            unit.speaker = _voice_in_turn(page, unit, current, author)


def _unlabelled(page: Page, authors: Sequence[str], inner: range, source: Source | None) -> Voices:
    author = author_voice(authors, source)
    asking = _asking_units(page, inner)
    if not asking:
        _plain_voice(page, inner, author)
        return Voices(author, author, turns=False)
    first, asks_at = asking[0], frozenset(asking)
    _plain_voice(page, range(inner.start, first), author)
    asker = Speaker(authors[0], Role.INTERVIEWER) if len(authors) == 1 else NOBODY
    name = guest(page, first, authors)
    other = Speaker(name, Role.INTERVIEWEE) if name else NOBODY
    current = NOBODY
    for number in range(first, inner.stop):
        unit = page.units[number]
        if unit.kind is BlockKind.HEADING:
            unit.speaker = author
        elif unit.kind in _BODY:
            current = asker if number in asks_at else other
            unit.speaker = _voice_in_turn(page, unit, current, author)
    return Voices(author, author, True, asker if asker.name else None, other if other.name else None)


def _asking_units(page: Page, inner: range) -> list[int]:
    """Find the questions of a conversation without labels: bold paragraphs, or every other line after a dash."""
    body = [number for number in inner if page.units[number].kind is BlockKind.PARAGRAPH]
    bold = [number for number in body if is_bold(page, page.units[number])]
    if sum(asks(page.units[number].plain) for number in bold) >= 2:
        return bold
    dashed = [number for number in body if _DASH.match(page.units[number].plain) or page.units[number].sign == "-"]
    asking = [number for number in dashed if asks(page.units[number].plain)]
    pairs = sum(1 for a, b in pairwise(asking) if b > a + 1)
    if len(asking) >= 3 and pairs >= len(asking) - 1 and len(dashed) >= 0.5 * len(body):
        return asking
    return _bare_questions(page, body)


def _bare_questions(page: Page, body: Sequence[int]) -> list[int]:
    """Find the questions of a conversation that sets nothing off, when the page calls itself a conversation.

    They must come back regularly and be shorter than what answers them: an essay, too, asks now and then.
    """
    asking = [number for number in body if _is_question(page.units[number])]
    if len(asking) < 3 or not is_conversation(page, asking[0]):
        return []
    turns = [number for number in body if number >= asking[0]]
    answers = [page.units[number].words for number in turns if number not in set(asking)]
    regular = all(b > a + 1 for a, b in pairwise(asking)) and 0.25 <= len(asking) / len(turns) <= 0.5
    short = sum(page.units[number].words for number in asking) / len(asking) < sum(answers) / max(1, len(answers))
    return asking if regular and short and asking[-1] != turns[-1] else []
