"""Weights of texts and of their passages, and drawing by them. Pure; docs/decisions/134 has the reasons and figures.

A text whose turn it is weighs more: of the last posts it, or its standpoint, had fewer than its share. A passage weighs
less where it was discussed, and for some time after it was shown.
"""

import hashlib
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from bot.model import Source

T = TypeVar("T")

DISCUSSED = 0.2
"""What a passage that was discussed weighs, where one that was not weighs 1."""
_HALF, _STEEP = 60, 4
"""Days after which a passage that was shown weighs 2⁻⁴ again, of 1. Less steep, many came twice before others came."""
_LEAST = 1e-9
"""What a passage weighs on the day on which it was shown: something, because a text may have only one."""
_TURN, _STANDPOINT = 16.0, 4.0
"""How much more a text weighs that is one post behind its share, and one whose standpoint is."""
_FURTHEST = 2.0
"""Posts behind, or ahead, beyond which the weight grows no more."""


def seeded(community: str, day: date) -> random.Random:
    """Give the chance of a community's day: the same each time it is asked."""
    digest = hashlib.sha256(f"{community}\n{day.isoformat()}".encode()).digest()
    return random.Random(digest)  # noqa: S311 - nothing secret depends on it


def drawn(chance: random.Random, weights: Mapping[T, float]) -> T:
    """Draw one of the keys by their weights, which are not all 0."""
    return chance.choices(list(weights), list(weights.values()))[0]


def shares(sources: Sequence[Source], percent: Mapping[str, int]) -> dict[str, float]:
    """Give each text's share of the posts: all the same, but as moderators weigh them (100 is as others)."""
    weighed = {source.id: percent.get(source.id, 100) for source in sources}
    total = sum(weighed.values())
    return {name: weight / total for name, weight in weighed.items() if weight} if total else {}


def balance(sources: Sequence[Source], share: Mapping[str, float], posted: Iterable[str | None]) -> dict[str, float]:
    """Weigh texts by how far they and their standpoints are behind their share of the last posts and the next one."""
    labels = {source.id: source.standpoint.label if source.standpoint else None for source in sources}
    before = [name for name in posted if name is not None and name in share]
    had = Counter(before)
    label_had = Counter(labels[name] for name in before)
    label_share: defaultdict[str | None, float] = defaultdict(float)
    for name, part in share.items():
        label_share[labels[name]] += part
    turn = len(before) + 1
    return {
        name: part
        * _TURN ** _bounded(part * turn - had[name])
        * _STANDPOINT ** _bounded(label_share[labels[name]] * turn - label_had[labels[name]])
        for name, part in share.items()
    }


def freshness(days: int | None, *, discussed: bool) -> float:
    """Weigh a passage that was shown so many days ago (None: never)."""
    spacing = 1.0 if days is None else max(_LEAST, (days / (days + _HALF)) ** _STEEP)
    return spacing * (DISCUSSED if discussed else 1.0)


def _bounded(behind: float) -> float:
    return max(-_FURTHEST, min(_FURTHEST, behind))
