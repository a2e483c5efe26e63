"""What a change of the texts does to their balance: each standpoint's and each text's share of passages and words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.commands.desk import Desk, wording
from bot.model import Facts
from bot.words import Words

_MOST = 12
"""Rows: of more texts than that only those are told whose share changes most."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Passages and words, by the label of a standpoint (as it is told) and by a text's title."""

    standpoints: Mapping[str, tuple[int, int]]
    texts: Mapping[str, tuple[int, int]]


def shares(desk: Desk, say: Words) -> Shares:
    """Count what there is to quote from now."""
    standpoints: defaultdict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    texts: dict[str, tuple[int, int]] = {}
    for shelved in desk.library.sources():
        label = wording.standpoint_line(shelved.source, say) or say.say("texts-unlabelled")
        passages, words = standpoints[label]
        standpoints[label] = (passages + shelved.passages, words + shelved.words)
        texts[f"{shelved.source.title} ({shelved.source.id})"] = (shelved.passages, shelved.words)
    return Shares(dict(standpoints), texts)


def effect(before: Shares, after: Shares, say: Words) -> tuple[Facts, Facts]:
    """Set the shares before and after a change beside each other."""
    return (
        Facts(_rows(before.standpoints, after.standpoints, say), say.say("texts-balance")),
        Facts(_rows(before.texts, after.texts, say), say.say("texts-balance-texts")),
    )


def _rows(
    before: Mapping[str, tuple[int, int]], after: Mapping[str, tuple[int, int]], say: Words
) -> tuple[tuple[str, str], ...]:
    names = list(dict.fromkeys((*after, *before)))
    wholes = [_whole(before), _whole(after)]
    changed = {name: _percents(name, (before, after), wholes) for name in names}
    names.sort(key=lambda name: -abs(changed[name][1] - changed[name][0]))
    values = ("passages", "passages_before", "words", "words_before")
    return tuple(
        (name, say.say("texts-share", **dict(zip(values, _told(changed[name]), strict=True)))) for name in names[:_MOST]
    )


def _told(percents: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    passages_before, passages, words_before, words = percents
    return passages, passages_before, words, words_before


def _whole(counts: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    return sum(passages for passages, _ in counts.values()), sum(words for _, words in counts.values())


def _percents(
    name: str, counted: Sequence[Mapping[str, tuple[int, int]]], wholes: Sequence[tuple[int, int]]
) -> tuple[int, int, int, int]:
    """Give a name's share of passages before and after, and of words before and after, in percent."""
    found = []
    for at in (0, 1):
        for counts, whole in zip(counted, wholes, strict=True):
            found.append(round(100 * counts.get(name, (0, 0))[at] / whole[at]) if whole[at] else 0)
    return found[0], found[1], found[2], found[3]
