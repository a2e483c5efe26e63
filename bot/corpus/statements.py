"""Whose words stand in a paragraph besides its speaker's: quotations, and statements that are only reported.

A rule must name somebody; where none does, a full sentence in quotation marks is given with an unclear speaker, and a
few words in quotation marks are taken for the writer's own irony or a name.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from bot.corpus.attribution import digester
from bot.corpus.cues import Cue, is_adding, noun_before, tag_after, tag_before
from bot.corpus.indirect import REPORTING, colon_statement, reported
from bot.corpus.leads import takes_over, told
from bot.corpus.names import same
from bot.corpus.naming import UNCLEAR, resolve
from bot.corpus.people import People
from bot.corpus.pronouns import SEX, Setting
from bot.corpus.prose import Prose, Said
from bot.corpus.quotations import Quotation, quotations
from bot.corpus.standing import (
    counts_as_said,
    end_of,
    is_clause,
    overlaps,
    sentence_around,
    splits,
    tag_may_follow,
    takes_up,
    without_quotation,
)
from bot.corpus.tags import parted
from bot.corpus.words import places_of
from bot.corpus.works import headline, is_title, is_work
from bot.model import BlockKind, Role, Source, Speaker, Statement, StatementType

_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.SUBTITLE})
_OVERLOOKED = 50_000  # code points of a paragraph in which people are looked for
_REACH = 600  # code points that a tag may stand away from its quotation
_SHE = re.compile(
    r"(?:(?:Then|And|But|Now|So|Here|Потім|Тоді|Потом|Dann|Puis),?\s)?(?P<who>He|She|Він|Вона|Он|Она|Er|Il|Elle|he|"
    r"she|він|вона|он|она|il|elle)\s"
)
_QUICK = re.compile(r"[“„«»\"「『‘”']")

# A direct quotation: its start and end in the words, its tag, its speaker.
_Heard = tuple[int, int, Cue | None, Speaker]


class Listener:
    """Goes through a text paragraph by paragraph and collects who is quoted, remembering who was named before."""

    def __init__(self, source: Source | None) -> None:
        self.people = People()
        self.said_in: list[frozenset[str]] = []
        self.via = digester(source)
        self.before = ""
        self.ending = ""
        self.open: Speaker | None = None
        self.cited: dict[int, Speaker] = {}
        self.led: tuple[int, Prose] | None = None

    def hear(self, number: int, prose: Prose, following: str) -> list[Said]:
        """Collect the statements of one paragraph; `following` are the words of the next one."""
        words = prose.flow.words
        direct: list[_Heard] = []
        if prose.cited and (who := self._cited(number)):
            self.cited[number] = who
            prose = replace(prose, paragraph=replace(prose.paragraph, speaker=who))
        self.people.meet(words[:_OVERLOOKED])
        if _QUICK.search(words):
            direct = self._direct(number, prose, following)
        other = (
            self._indirect(number, prose, [(a, b) for a, b, _, _ in direct]) if self._may_report(number, words) else []
        )
        self.before, self.led = words, (number, prose)
        self.ending = words[prose.bounds[-1][0] :] if prose.bounds else ""
        found = [self._said(number, prose, *item, StatementType.DIRECT) for item in direct] + other
        return sorted(found, key=lambda said: said.start)

    def _cited(self, number: int) -> Speaker | None:
        """Tell whose words a block citation gives: those of whom the sentence above it leads to, or cited above it."""
        if self.led is None or self.led[0] != number - 1:
            return None
        before, prose = self.led
        if prose.cited:
            return self.cited.get(before)
        left, right = prose.bounds[-1] if prose.bounds else (0, 0)
        sentence = prose.flow.words[left:right]
        cue = told(sentence) if sentence.endswith(":") else None
        who = self._resolve(cue, before, prose, left, right) if cue else UNCLEAR
        if who.name is None or who.name == prose.paragraph.speaker.name:
            return None
        self.people.said(who.name, number)
        return Speaker(who.name, Role.QUOTED, self.via or prose.paragraph.speaker.name)

    def overlook(self, words: str) -> None:
        """Note what the next paragraph tells of people, before any is heard."""
        self.said_in.append(self.people.overlook(words[:_OVERLOOKED]))

    def _may_report(self, number: int, words: str) -> bool:
        return len(words) > _OVERLOOKED or not self.said_in[number].isdisjoint(REPORTING)

    def _said(
        self, number: int, prose: Prose, start: int, end: int, cue: Cue | None, who: Speaker, kind: StatementType
    ) -> Said:
        teller = prose.paragraph.speaker.name
        via = self.via or (teller if who.name and teller != who.name else None)
        via = via if who.name and via != who.name else None
        speaker = who if who.via == via else Speaker(who.name, who.role, via)
        return Said(
            number, start, Statement(prose.flow.cut(start, end), speaker, kind, cue.words[:120] if cue else None)
        )

    def _direct(self, number: int, prose: Prose, following: str) -> list[_Heard]:
        words = prose.flow.words
        found: list[_Heard] = []
        marks = parted(words, quotations(words))
        carried, self.open = self.open, None
        for place, mark in enumerate(marks):
            if not mark.closed and not takes_up(following):
                continue
            before = marks[place - 1] if place else None
            after = marks[place + 1] if place + 1 < len(marks) else None
            cue, who = self._who(number, prose, mark, before, after, found)
            if cue is None and who is None and place == 0 and carried is not None and mark.left == 0:
                who = carried
            if not counts_as_said(words, mark, cue, who):
                continue
            speaker = who or self.cited.get(number, UNCLEAR)
            self.people.said(speaker.name, number)
            self.open = speaker if not mark.closed else None
            found.append((mark.start, end_of(words, mark), cue, speaker))
        return found

    def _who(
        self,
        number: int,
        prose: Prose,
        mark: Quotation,
        before: Quotation | None,
        after: Quotation | None,
        found: Sequence[_Heard],
    ) -> tuple[Cue | None, Speaker | None]:
        words = prose.flow.words
        left, right = sentence_around(prose, mark)
        left = max(left, mark.start - _REACH)
        lead = without_quotation(words[left : mark.left], before, left)
        nearest = words[max(left, before.right if before else 0) : mark.left]
        trail = words[mark.right : min(right, mark.right + _REACH, after.left if after else right)]
        cue = tag_after(trail) if tag_may_follow(words, mark, trail) else None
        cue = cue or tag_before(nearest, tight=True) or noun_before(lead) or tag_before(lead, tight=False)
        if (
            found
            and before is not None
            and found[-1][0] >= left
            and (is_adding(nearest) or (not cue and splits(nearest)))
        ):
            return Cue(None, nearest.strip()), found[-1][3]
        if cue is not None:
            said_of = words[max(0, mark.left - 30) : mark.left]
            pointed = words[mark.end - 1 : mark.end] in ",." and not is_work(said_of)
            if is_title(words[mark.start : mark.end], said_of) and not pointed:
                return None, None
            return cue, self._resolve(cue, number, prose, left, mark.left)
        if not lead.strip(" —–-") and not trail.strip(" —–-.") and is_clause(words, mark, least=1):
            return None, self._standing_alone(prose, left, right, found, number)
        return None, None

    def _standing_alone(
        self, prose: Prose, left: int, right: int, found: Sequence[_Heard], number: int
    ) -> Speaker | None:
        """Tell whose a quotation is that is a sentence of its own: by the sentence before, or the one after it."""
        words = prose.flow.words
        place = bisect_left(prose.bounds, (left, 0))
        if place:
            start, end = prose.bounds[place - 1]
            if found and found[-1][0] < end and found[-1][1] > start - 1:
                return found[-1][3]
            cue = told(words[start:end])
            if cue is not None:
                return self._resolve(cue, number, prose, start, end)
            if found and self._goes_on(words[start:end], found[-1][3].name):
                return found[-1][3]
        place = bisect_left(prose.bounds, (right, 0))
        if place < len(prose.bounds):
            start, end = prose.bounds[place]
            cue = takes_over(words[start:end], first=not self._names_somebody(prose, left))
            return self._resolve(cue, number, prose, start, end) if cue else None
        return None

    def _goes_on(self, sentence: str, name: str | None) -> bool:
        """Whether a sentence without words of its own tells what the last speaker does before speaking again."""
        subject = _SHE.match(sentence)
        if subject is None or name is None or self.people.persons(sentence):
            return False
        return self.people.is_known(name, SEX.get(subject["who"].casefold()))

    def _names_somebody(self, prose: Prose, left: int) -> bool:
        """Whether the sentence before a place speaks of a person, whose words may follow it."""
        return any(self.people.persons(sentence) for sentence in _sentences_before(prose, left)[-1:])

    def _indirect(self, number: int, prose: Prose, direct: Sequence[tuple[int, int]]) -> list[Said]:
        found: list[Said] = []
        words = prose.flow.words
        if prose.paragraph.kind is BlockKind.SUBTITLE and len(prose.bounds) < 2:
            return found
        for left, right in prose.bounds:
            sentence = words[left:right]
            colon = colon_statement(sentence)
            hit = colon or reported(sentence)
            if hit is None:
                continue
            start, end, cue = left + hit[0], left + hit[1], hit[2]
            if overlaps(direct, start, end, inside=colon is None):
                continue
            who = self._resolve(cue, number, prose, left, start if hit[0] else right)
            if who is None or who.name is None or who.name == prose.paragraph.speaker.name:
                continue
            self.people.said(who.name, number)
            found.append(
                self._said(
                    number, prose, start, end, cue, who, StatementType.DIRECT if colon else StatementType.INDIRECT
                )
            )
        return found

    def _resolve(self, cue: Cue, number: int, prose: Prose, left: int, stop: int) -> Speaker:
        """Say who a cue names that stands in the sentence from `left`, before the place `stop`."""
        own = prose.paragraph.speaker

        def setting() -> Setting:
            """Give what stands before the cue, by which a pronoun or a description finds its person."""
            here = prose.flow.words[max(left, stop - _REACH) : stop]
            for place in list(places_of(cue.mention, here))[-1:] if cue.mention else ():
                here = here[:place]
            sentences = _sentences_before(prose, left)
            return Setting(here, sentences, self.before[-1200:], number, None if own.via else own.name)

        return resolve(self.people, cue, setting, own)


def statements_of(proses: Sequence[Prose], source: Source | None = None) -> tuple[list[Said], dict[int, Speaker]]:
    """Collect all statements of a text in order, and who is cited in its block citations, by their numbers."""
    listener = Listener(source)
    for name in dict.fromkeys(prose.paragraph.speaker.name for prose in proses):
        listener.people.meet(name or "")
    for prose in proses:
        listener.overlook(prose.flow.words)
    found: list[Said] = []
    for number, prose in enumerate(proses):
        if prose.paragraph.kind not in _TOLD:
            continue
        following = next((p.flow.plain for p in proses[number + 1 : number + 3] if p.paragraph.kind in _TOLD), "")
        found += listener.hear(number, prose, following)
    return [*_headlines(proses, found), *found], listener.cited


def _headlines(proses: Sequence[Prose], found: Sequence[Said]) -> list[Said]:
    """Give what a title quotes of somebody who speaks in the text below it: "Jane Doe: “We never left”"."""
    names = {prose.paragraph.speaker.name for prose in proses if prose.paragraph.kind is BlockKind.PARAGRAPH}
    names |= {said.statement.speaker.name for said in found if said.statement.type is StatementType.DIRECT}
    said: list[Said] = []
    for number, prose in enumerate(proses[:12]):
        words = prose.flow.words
        hit = headline(words) if prose.paragraph.kind is BlockKind.TITLE else None
        name = next((name for name in names if name and hit and same(hit[2], name) and " " in hit[2]), None)
        if hit is None or name is None or is_title(words[hit[0] : hit[1]], ""):
            continue
        who = Speaker(name, Role.QUOTED)
        said.append(Said(number, hit[0], Statement(prose.flow.cut(hit[0], hit[1]), who, StatementType.DIRECT, None)))
    return said


def _sentences_before(prose: Prose, left: int) -> tuple[str, ...]:
    """Give up to three sentences of the paragraph before a place, the nearest last."""
    place = bisect_left(prose.bounds, (left, 0))
    return tuple(prose.flow.words[a:b][-_REACH:] for a, b in prose.bounds[max(0, place - 3) : place])
