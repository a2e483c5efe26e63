"""Conversations whose turns are labelled, on every turn or only on the first ones."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from bot.corpus.asking import Asking, is_question, is_stressed, puts, sounds_asked
from bot.corpus.guests import chair, guest, presents
from bot.corpus.labels import Label, by_name
from bot.corpus.names import NAME, bare
from bot.corpus.narrator import Cast, Telling, cast_of, stays_told, tells
from bot.corpus.turnwords import is_answerer, is_asker, is_crowd
from bot.corpus.units import NOBODY, Page, Unit
from bot.corpus.unread import unread
from bot.corpus.words import asks, in_first_person, sentence_count
from bot.model import BlockKind, Role, Speaker

BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.PULL_QUOTE)
_TALKS = re.compile(
    rf"(?P<who>{NAME})\s+(?:(?:recently|then|also)\s+)?(?:interviews?|interviewed|spoke (?:with|to)|speaks "
    rf"(?:with|to)|talks (?:with|to)|talked (?:with|to)|"
    r"sat down with|sits down with|asked|met(?: with)?|in conversation with)\b"
)
_BACKWARD = re.compile(
    r"(?:at the same time|but|yet|still|and|so|however|given (?:this|that|these)|against this background|"
    r"in (?:this|that) (?:context|light)|on the other hand|meanwhile|with (?:this|that) in mind)\b",
    re.IGNORECASE,
)
_ANSWERING = re.compile(
    r"(?:so|but|and|therefore|yes|no|well|thus|of course|exactly|absolutely|unfortunately|also|moreover)\b",
    re.IGNORECASE,
)
_INTERJECTION = 8
_TURNS = 5
_ASIDE = re.compile(r"(?:[\[(][^\[\]()]{1,60}[\])]\s*)+")  # "[00:01:02] [laughter]"


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation that was found: the unit where it begins, its author's voice, and who asks and answers."""

    first: int
    author: Speaker
    asker: Speaker | None = None
    other: Speaker | None = None


@dataclass(slots=True)
class Teller:
    """Tells, paragraph by paragraph, whether the one whose turn it is speaks, or the narrator."""

    cast: Cast
    author: Speaker
    before: Unit | None = None
    telling: bool = field(default=False)

    def voice(self, unit: Unit, current: Speaker, *, opens: bool = False) -> Speaker:
        """Give the speaker of a paragraph in the turn of `current`; `opens` says that it opens that turn."""
        before, self.before = self.before, unit
        if opens:
            self.telling = False
            return current
        if unit.marker == "quote":
            return NOBODY
        told = tells(self.cast, unit, current.name, before)
        if told is Telling.NO:
            self.telling = self.telling and stays_told(unit.plain)
            return NOBODY if self.telling else current
        self.telling = told is Telling.SURELY
        return self.author if told is Telling.SURELY else NOBODY


def talk_by_labels(
    page: Page, labels: Sequence[Label], authors: Sequence[str], author: Speaker, inner: range, *, reported: bool
) -> Talk:
    """Give the units of a labelled conversation their speakers. `reported` says that `author` is a digest's."""
    groups = by_name(labels)
    first = labels[0].unit
    askers = _who_ask(page, labels, authors)
    voice = author if reported else _voice_of_interview(askers, groups, authors, author)
    speakers = {name: _speaker(name, askers, groups, authors, page, first) for name in groups}
    others = [speakers[name] for name in groups if name not in askers and not is_crowd(name)]
    asking = [speakers[name] for name in groups if name in askers]
    spoken = {label.unit: speakers[label.name] for label in labels}
    crowd = frozenset(label.unit for label in labels if is_crowd(label.name))
    if not others:
        others = [_answering(page, first, authors)]
    if not asking and len(others) == 1:
        asking = _stressed(page, range(first, inner.stop), authors, spoken)
    teller = Teller(cast_of(page, [*(one.name for one in asking), *(one.name for one in others)]), voice)
    if len(asking) == 1 and len(others) == 1 and _labels_stop(page, labels, inner):
        last = labels[-1].unit
        _throughout(page, range(first, last), spoken, crowd, teller, {})
        alternate(page, range(last, inner.stop), spoken, asking[0], others[0], teller)
    else:
        after = {asker: others[0] if len(others) == 1 and not groups.keys() - askers else NOBODY for asker in asking}
        _throughout(page, range(first, inner.stop), spoken, crowd, teller, after)
    return Talk(first, voice, asking[0] if asking else None, others[0] if len(others) == 1 else None)


def _voice_of_interview(
    askers: frozenset[str], groups: dict[str, list[int]], authors: Sequence[str], author: Speaker
) -> Speaker:
    """The author of what stands around the turns: of several authors the one who asks, unless others wrote it too."""
    if not authors:
        return author
    rest = [name for name in authors if name not in groups] or [name for name in authors if name in askers]
    return Speaker(", ".join(rest), Role.AUTHOR) if rest else NOBODY


def _who_ask(page: Page, labels: Sequence[Label], authors: Sequence[str]) -> frozenset[str]:
    """Tell whose turns are the questions: by the label, by how the turns end, or by what the introduction says."""
    names = [name for name in dict.fromkeys(label.name for label in labels) if not is_crowd(name)]
    words = frozenset(name for name in names if is_asker(name))
    if words:
        return words
    if len(names) == 1:
        asked = sum(sounds_asked(page.units[label.unit].plain) for label in labels)
        return frozenset(names) if len(labels) > 1 and asked >= 0.6 * len(labels) else words
    opening = " ".join(unit.plain for unit in page.units[: labels[0].unit])
    told = {bare(match["who"]) for match in _TALKS.finditer(opening[:20_000])}
    turns = Counter(label.name for label in labels)
    shares = {
        name: _asking_share(page, labels, name) for name in names if name in authors or turns[name] * 5 >= len(labels)
    }
    if not shares:
        return frozenset()
    names = list(shares)
    writing = frozenset(name for name in names if name in authors and shares[name] >= 0.25)
    if writing and any(name not in authors for name in names):
        return writing
    best = max(names, key=lambda name: (shares[name], name in told, name in authors))
    rest = [name for name in names if name != best]
    also = [name for name in rest if shares[name] >= 0.6 and len(rest) > 1]
    answering = [shares[name] for name in rest if name not in also]
    least = 0.5 if best in told or best in authors else 0.6
    if answering and shares[best] >= least and shares[best] >= max(answering) + 0.3:
        return frozenset((best, *also))
    candidates = [name for name in names if name in told]
    return frozenset(candidates) if len(candidates) == 1 and shares[candidates[0]] >= 0.3 else frozenset()


def _asking_share(page: Page, labels: Sequence[Label], name: str) -> float:
    starts = [label.unit for label in labels] + [min(labels[-1].unit + 1, len(page.units))]
    asked = total = 0
    for label, stop in zip(labels, starts[1:], strict=True):
        if label.name != name:
            continue
        turn = [unit for unit in page.units[label.unit : max(stop, label.unit + 1)] if unit.kind in BODY]
        total += 1
        asked += bool(turn) and (sounds_asked(turn[0].plain) or asks(turn[-1].plain))
    return asked / total


def _speaker(
    name: str, askers: frozenset[str], groups: dict[str, list[int]], authors: Sequence[str], page: Page, first: int
) -> Speaker:
    if is_crowd(name):
        asked = any(asks(page.units[number].plain) for number in groups[name])
        return Speaker(name, Role.INTERVIEWER if asked else Role.QUOTED)
    if is_asker(name):
        answering = [other for other in groups if not is_asker(other) and not is_crowd(other)]
        asking = authors[0] if len(authors) == 1 and len(answering) <= 1 else chair(page, first)
        asking = asking or presents(page, groups[name])
        return Speaker(asking, Role.INTERVIEWER) if asking else NOBODY
    if name in askers:
        return Speaker(name, Role.INTERVIEWER)
    if is_answerer(name):
        alone = sum(not is_asker(other) and not is_crowd(other) for other in groups) == 1
        answers = guest(page, first, authors) if alone else None
        return Speaker(answers, Role.INTERVIEWEE) if answers else NOBODY
    return Speaker(name, Role.INTERVIEWEE if askers else Role.QUOTED)


def _labels_stop(page: Page, labels: Sequence[Label], inner: range) -> bool:
    """Whether only the first turns are labelled, and unlabelled questions follow."""
    later = [unit for unit in page.units[labels[-1].unit + 1 : inner.stop] if unit.kind is BlockKind.PARAGRAPH]
    names = [label.name for label in labels]
    questions = sum(is_question(unit) for unit in later)
    few = len(names) <= len(set(names)) + 1
    return len(later) >= 3 and questions >= (1 if few else 2)


def alternate(
    page: Page, units: range, labelled: dict[int, Speaker], asker: Speaker, other: Speaker, teller: Teller
) -> None:
    """Tell unlabelled turns apart: a paragraph that asks is the interviewer's, what follows it is the answer."""
    current = asker
    answer: list[int] = []
    for number in units:
        unit = page.units[number]
        if unit.kind is BlockKind.HEADING:
            unit.speaker = teller.author
        if unit.kind not in BODY:
            continue
        fresh = number in labelled or current is not other or is_question(unit)
        put = Asking.NO if fresh else puts(unit, _following(page, number, units))
        opens = True
        if number in labelled:
            current, answer = labelled[number], []
        elif is_question(unit) or put is Asking.SURELY:
            _lead_in(page, answer, unit, asker, other)
            current, answer = asker, []
        elif unit.kind is BlockKind.PARAGRAPH:
            opens, current = current is asker, other
        unsure = put is Asking.PERHAPS or (asks(unit.plain) and current is other and bool(answer))
        voice = teller.voice(unit, current, opens=opens and not unsure)
        unit.speaker = NOBODY if unsure else voice
        answer.append(number)


def _following(page: Page, number: int, units: range) -> Unit | None:
    return next((unit for unit in page.units[number + 1 : min(number + 6, units.stop)] if unit.kind in BODY), None)


def _lead_in(page: Page, answer: list[int], question: Unit, asker: Speaker, other: Speaker) -> None:
    """Give a short statement right before a question that refers back to it to the one who asks.

    Where page breaks cut the text's paragraphs, it is the question's first part, and becomes one paragraph with it.
    """
    if len(answer) < 2 or not _BACKWARD.match(question.plain):
        return
    before = page.units[answer[-1]]
    if (
        sentence_count(before.plain) > 2
        or in_first_person(before.plain)
        or _ANSWERING.match(before.plain)
        or before.label
        or before.speaker != other
    ):
        return
    before.speaker = asker
    if page.paged and sentence_count(before.plain) == 1:
        spans = [*before.spans, *question.spans]
        question.cover(spans, page.flow(spans))
        question.line = before.line
        before.spans = []


def _throughout(
    page: Page,
    units: range,
    labelled: dict[int, Speaker],
    crowd: frozenset[int],
    teller: Teller,
    after: Mapping[Speaker, Speaker],
) -> None:
    """Give each paragraph to the label above it; `after` says who speaks when the one who asks has asked."""
    current, opens, asked = NOBODY, False, False
    strange = unread(page, units, labelled)
    last = _last_word(page, units, labelled, crowd)
    for number in units:
        unit = page.units[number]
        if number in strange or (last is not None and number > last):
            current = NOBODY
        if unit.kind is BlockKind.HEADING:
            unit.speaker, current = teller.author, NOBODY
        if number in crowd:
            unit.speaker = labelled[number]
            current = current if unit.words <= _INTERJECTION and not asks(unit.plain) else NOBODY
            continue
        if number in labelled:
            current, opens, asked = labelled[number], True, False
        if unit.kind not in BODY:
            continue
        if asked and not asks(unit.plain):
            current, asked = after.get(current, NOBODY), False
        unit.speaker = teller.voice(unit, current, opens=opens)
        opens, asked = False, asked or (current in after and asks(unit.plain))


def _last_word(page: Page, units: range, labelled: Collection[int], crowd: Collection[int]) -> int | None:
    """The last turn of a talk in which each turn is one paragraph: what follows it is hardly said by the same one."""
    told = [number for number in units if page.units[number].kind is BlockKind.PARAGRAPH]
    told = [number for number in told if not _ASIDE.fullmatch(page.units[number].plain)]
    turns = [number for number in told if number in labelled]
    if len(turns) < _TURNS or told[: len(turns)] != turns or turns[-1] in crowd:
        return None
    return turns[-1]


def _answering(page: Page, first: int, authors: Sequence[str]) -> Speaker:
    name = guest(page, first, authors)
    return Speaker(name, Role.INTERVIEWEE) if name else NOBODY


def _stressed(page: Page, units: range, authors: Sequence[str], labelled: dict[int, Speaker]) -> list[Speaker]:
    """Find the questions in bold or italics between the turns of one who alone is labelled, and whose they are."""
    numbers = [number for number in range(max(0, units.start - 1), units.stop) if number not in labelled]
    bold = [number for number in numbers if _is_asked(page, page.units[number])]
    if len(bold) < 2:
        return []
    asker = Speaker(authors[0], Role.INTERVIEWER) if len(authors) == 1 else NOBODY
    labelled.update(dict.fromkeys(bold, asker))
    return [asker]


def _is_asked(page: Page, unit: Unit) -> bool:
    return unit.kind is BlockKind.PARAGRAPH and is_stressed(page, unit)
