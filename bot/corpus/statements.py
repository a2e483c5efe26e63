"""Whose words stand in a paragraph besides its speaker's: quotations, and statements that are only reported.

A rule must name somebody; where none does, a full sentence in quotation marks is given with an unclear speaker, and a
few words in quotation marks are taken for the writer's own irony or a name.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.corpus.attribution import digester
from bot.corpus.cues import Cue, is_title, noun_before, tag_after, tag_before
from bot.corpus.indirect import colon_statement, reported
from bot.corpus.prose import Prose, Said
from bot.corpus.quotations import Quotation, quotations
from bot.corpus.subjects import CASELESS, People, is_paper, opening_subject, plural_subject, role_of, tidy
from bot.corpus.words import word_set
from bot.model import BlockKind, Role, Source, Speaker, Statement, StatementType

_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.SUBTITLE})
_REACH = 600  # code points that a tag may stand away from its quotation
_GOES_ON = re.compile(
    r"\b(?:added|adds|continued|continues|went on|goes on|додав|додала|добавил|добавила|ajouté|ajoute|fügte)\b"
)
_QUICK = re.compile(r"[“„«»\"「『‘”]")
_PERSON = word_set("he she him her lui він вона он она il elle er")
_GROUP = word_set("they вони они ils sie")
_SELF = frozenset({"I", "я", "je", "ich"})
_US = frozenset({"we", "We", "ми", "мы", "nous", "wir", "it", "It"})


# A direct quotation: its start and end in the words, its tag, its speaker.
_Heard = tuple[int, int, Cue | None, Speaker]


class Listener:
    """Goes through a text paragraph by paragraph and collects who is quoted, remembering who was named before."""

    def __init__(self, source: Source | None) -> None:
        self.people = People()
        self.via = digester(source)
        self.before = ""
        self.ending = ""
        self.open: Speaker | None = None

    def hear(self, number: int, prose: Prose, following: str) -> list[Said]:
        """Collect the statements of one paragraph; `following` are the words of the next one."""
        words = prose.flow.words
        direct: list[_Heard] = []
        self.people.meet(words[:50_000])
        if _QUICK.search(words):
            direct = self._direct(number, prose, following)
        other = self._indirect(number, prose, [(a, b) for a, b, _, _ in direct])
        self.before = words
        self.ending = words[prose.bounds[-1][0] :] if prose.bounds else ""
        found = [self._said(number, prose, *item, StatementType.DIRECT) for item in direct] + other
        return sorted(found, key=lambda said: said.start)

    def _said(
        self, number: int, prose: Prose, start: int, end: int, cue: Cue | None, who: Speaker, kind: StatementType
    ) -> Said:
        teller = prose.paragraph.speaker.name
        via = self.via or (teller if who.name and teller != who.name else None)
        speaker = Speaker(who.name, who.role, via if who.name and via != who.name else None)
        return Said(
            number, start, Statement(prose.flow.cut(start, end), speaker, kind, cue.words[:120] if cue else None)
        )

    def _direct(self, number: int, prose: Prose, following: str) -> list[_Heard]:
        words = prose.flow.words
        found: list[_Heard] = []
        marks = quotations(words)
        carried, self.open = self.open, None
        for place, mark in enumerate(marks):
            if not mark.closed and not _takes_up(following):
                continue
            before = marks[place - 1] if place else None
            after = marks[place + 1] if place + 1 < len(marks) else None
            cue, who = self._who(number, prose, mark, before, after, found)
            if cue is None and who is None and place == 0 and carried is not None and mark.left == 0:
                who = carried
            if not _counts(words, mark, cue, who):
                continue
            speaker = who or Speaker(None, Role.UNCLEAR)
            self.people.said(speaker.name, number)
            self.open = speaker if not mark.closed else None
            found.append((mark.start, _end(words, mark), cue, speaker))
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
        left, right = _sentence_around(prose, mark)
        left = max(left, mark.start - _REACH)
        lead = _blanked(words[left : mark.left], before, left)
        nearest = words[max(left, before.right if before else 0) : mark.left]
        trail = words[mark.right : min(right, mark.right + _REACH, after.left if after else right)]
        cue = tag_after(trail) if _tag_may_follow(words, mark, trail) else None
        cue = cue or tag_before(nearest, tight=True) or noun_before(lead) or tag_before(lead, tight=False)
        if cue is None and found and before is not None and found[-1][0] >= left and _splits(nearest):
            return Cue(None, nearest.strip()), found[-1][3]
        if cue is not None:
            if (
                is_title(words[mark.start : mark.end], words[max(0, mark.left - 30) : mark.left])
                and words[mark.end - 1 : mark.end] not in ",."
            ):
                return None, None
            return cue, self._resolve(cue.mention, number, prose, left)
        if not lead.strip(" —–-") and not trail.strip(" —–-.") and _is_clause(words, mark, least=1):
            return None, self._standing_alone(prose, mark, left, right, found, number)
        return None, None

    def _standing_alone(
        self,
        prose: Prose,
        mark: Quotation,
        left: int,
        right: int,
        found: Sequence[_Heard],
        number: int,
    ) -> Speaker | None:
        """Tell whose a quotation is that is a sentence of its own: by the sentence before, or one that says "added"."""
        words = prose.flow.words
        place = bisect_left(prose.bounds, (left, 0))
        if place:
            start, end = prose.bounds[place - 1]
            if found and found[-1][0] < end and found[-1][1] > start - 1:
                return found[-1][3]
            sentence = words[start:end]
            cue = tag_before(sentence.rstrip(" .:"), tight=False)
            if cue is not None and (sentence.endswith(":") or sentence.startswith(cue.mention or "\0")):
                return self._resolve(cue.mention, number, prose, start)
        place = bisect_left(prose.bounds, (right, 0))
        later = prose.bounds[place] if place < len(prose.bounds) else None
        if later is not None and _GOES_ON.search(words[later[0] : later[1]][:120]):
            sentence = words[later[0] : later[1]]
            opening = re.split(r"[“„«\"]", sentence)[0]
            cue = tag_before(opening, tight=True) if opening.strip() else tag_after(sentence)
            return self._resolve(cue.mention, number, prose, later[0]) if cue else None
        return None

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
            if _crosses(direct, start, end, inside=colon is None):
                continue
            who = self._resolve(cue.mention, number, prose, left)
            if who is None or who.name is None or who.name == prose.paragraph.speaker.name:
                continue
            self.people.said(who.name, number)
            found.append(
                self._said(
                    number, prose, start, end, cue, who, StatementType.DIRECT if colon else StatementType.INDIRECT
                )
            )
        return found

    def _resolve(self, mention: str | None, number: int, prose: Prose, left: int) -> Speaker:
        unclear = Speaker(None, Role.UNCLEAR)
        if mention is None or mention in _US:
            return unclear
        if mention in _SELF:
            own = prose.paragraph.speaker
            return own if own.name else unclear
        name = self._name(mention, number, prose.paragraph.speaker.name, *_earlier(prose, left))
        return Speaker(name, Role.QUOTED) if name else unclear

    def _name(self, mention: str, number: int, owner: str | None, before: str, sentence: str) -> str | None:
        low = mention.casefold()
        if low in _PERSON:
            return self._person(number, before, sentence)
        if low in _GROUP:
            return self._group(before)
        if is_paper(mention) and self.people.release:
            return self.people.release
        if low.startswith(
            (
                "which",
                "who",
                "one of",
                "some of",
                "many of",
                "most of",
                "his ",
                "her ",
                "their ",
                "its ",
                "your ",
                "this",
                "that",
            )
        ):
            return None
        if low.startswith(("my ", "our ", "мій ", "моя ")):
            return f"{owner}'s {mention.split(' ', 1)[1]}" if owner else None
        return self.people.full(tidy(mention)) or None

    def _person(self, number: int, before: str, sentence: str) -> str | None:
        role = role_of(sentence if before.strip() else self.ending)
        if role:
            return role
        near = self.people.persons(before[-600:])
        last = self.people.last if number - self.people.last_at <= 2 else None
        opener = _opener(self.people, sentence) or (None if last or before else _opener(self.people, self.ending))
        if opener and opener != last and (not last or last not in near):
            return opener
        if last and (last in near or not near):
            return last
        if not near and not last:
            near = self.people.persons(self.before[-600:])
        return near[0] if len(near) == 1 else None

    def _group(self, before: str) -> str | None:
        for words in (before, self.before):
            sentences = re.split(r"(?<=[.!?])\s+", words[-800:].strip())
            for sentence in reversed(sentences[-3:]):
                found = plural_subject(sentence)
                if found:
                    return tidy(found)
        return None


def _opener(people: People, words: str) -> str | None:
    """The person with whom the sentence before opens: the likeliest one for a "she" that follows."""
    mention = opening_subject(words)
    name = people.full(tidy(mention)) if mention and mention[0].isupper() else None
    return name if name and people.persons(name) == [name] else None


def statements_of(proses: Sequence[Prose], source: Source | None = None) -> list[Said]:
    """Collect all statements of a text in order."""
    listener = Listener(source)
    found: list[Said] = []
    for number, prose in enumerate(proses):
        if prose.paragraph.kind not in _TOLD:
            continue
        following = next((p.flow.plain for p in proses[number + 1 : number + 3] if p.paragraph.kind in _TOLD), "")
        found += listener.hear(number, prose, following)
    return found


def _earlier(prose: Prose, left: int) -> tuple[str, str]:
    """Give the words of the paragraph before a place, and the sentence right before it."""
    words = prose.flow.words
    place = bisect_left(prose.bounds, (left, 0))
    start, end = prose.bounds[place - 1] if place else (0, 0)
    return words[max(0, left - 800) : left], words[start:end]


def _takes_up(following: str) -> bool:
    return following[:1] in '“"„«'


def _end(words: str, mark: Quotation) -> int:
    return mark.end if mark.closed else len(words)


def _blanked(lead: str, before: Quotation | None, left: int) -> str:
    """Take the quotation before out of a lead, so that its words are not read for tags."""
    if before is None or before.left <= left:
        return lead if before is None else lead[max(0, before.right - left) :]
    return lead[: before.left - left] + "…" + lead[before.right - left :]


def _sentence_around(prose: Prose, mark: Quotation) -> tuple[int, int]:
    first = max(0, bisect_left(prose.bounds, (mark.start, 0)) - 1)
    last = max(first, bisect_left(prose.bounds, (mark.end, 0)) - 1)
    left = prose.bounds[first][0] if prose.bounds else 0
    right = next((b for _, b in prose.bounds[last : last + 2] if b >= mark.end), len(prose.flow.words))
    return left, right


def _tag_may_follow(words: str, mark: Quotation, trail: str) -> bool:
    last = words[mark.end - 1 : mark.end]
    return last in ",?!…—–.-" or trail.lstrip()[:1] in ",—–-" or CASELESS.search(trail[:20]) is not None


def _is_clause(words: str, mark: Quotation, least: int = 3) -> bool:
    quoted = words[mark.start : mark.end]
    ends = quoted.rstrip()[-1:] in ".!?,…؟" or words[mark.right : mark.right + 1] in (".", ",", "!", "?")
    return (
        quoted.count(" ") >= least
        and ends
        and (quoted[:1].isupper() or CASELESS.match(quoted) is not None or quoted[:1] in "…[")
    )


def _crosses(direct: Sequence[tuple[int, int]], start: int, end: int, *, inside: bool) -> bool:
    """Whether a stretch overlaps a quotation; lying wholly `inside` one may be allowed."""
    place = max(0, bisect_left(direct, (start, 0)) - 1)
    near = direct[place : bisect_left(direct, (end, 0))]
    return any(a < end and start < b and not (inside and a <= start and end <= b) for a, b in near)


def _splits(between: str) -> bool:
    """Whether the words between two quotations of a sentence are only a tag that splits one quotation in two."""
    return len(between) <= 80 and between.rstrip().endswith((",", "—", "–", "-", ".", ";")) and ":" not in between


def _counts(words: str, mark: Quotation, cue: Cue | None, who: Speaker | None) -> bool:
    if cue is not None or who is not None:
        return True
    before = words[max(0, mark.left - 30) : mark.left]
    return _is_clause(words, mark) and not is_title(words[mark.start : mark.end], before)
