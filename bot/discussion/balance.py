"""Shares of what the bot showed, made of what may be shown of it: they tell no more than the counts do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.discussion.hiding import middle
from bot.discussion.numbers import Share
from bot.model import Count, Source

if TYPE_CHECKING:
    from bot.search import Shelved


def by_standpoint(counted: Sequence[tuple[Shelved, Count]]) -> tuple[Share, ...]:
    """Make shares of texts of the same standpoint and label, from what may be shown of each text."""
    groups: dict[tuple[str | None, str | None], list[tuple[Shelved, Count]]] = {}
    for shelved, count in counted:
        standpoint = shelved.source.standpoint
        key = (standpoint.label, standpoint.labelled_by) if standpoint else (None, None)
        groups.setdefault(key, []).append((shelved, count))
    return shares([(label, by, members, None) for (label, by), members in groups.items()])


def shares(
    groups: Sequence[tuple[str | None, str | None, Sequence[tuple[Shelved, Count]], Source | None]],
) -> tuple[Share, ...]:
    """Make shares of groups of texts, from what may be shown of each: so they tell no more than that."""
    weights = [sum(middle(count) for _, count in members) for _, _, members, _ in groups]
    offers = [sum(shelved.passages for shelved, _ in members) for _, _, members, _ in groups]
    told = any(count.value for _, _, members, _ in groups for _, count in members)
    found = [
        Share(
            label, by, len(members), _percent(weight, sum(weights)) if told else None, _percent(offer, sum(offers)), own
        )
        for (label, by, members, own), weight, offer in zip(groups, weights, offers, strict=True)
    ]
    return tuple(sorted(found, key=lambda share: (-share.offered, share.label or "")))


def _percent(part: float, whole: float) -> int:
    return round(100 * part / whole) if whole else 0
