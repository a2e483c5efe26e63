"""What a community talks about, as numbers that may be shown: every count is hidden or rounded before it leaves here.

Commands and the moderators' page use the same results. A window of a hundred years costs what its events cost.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from bot.discussion.balance import by_standpoint, shares
from bot.discussion.breakdowns import COMPARED, Breakdowns, broken_down
from bot.discussion.hiding import hidden, low, revealed
from bot.discussion.numbers import Overview, PassageNumbers, Ranked, Seen, Share, SourceStrip
from bot.discussion.windows import BOTS, day_of, lately
from bot.errors import PassageWithdrawn, UnknownPassage
from bot.model import Cell, Count, Point, Source
from bot.store.log import EventKind
from bot.store.tallies import DISCUSSED

if TYPE_CHECKING:
    from bot.discussion.consulted import Counted, Noted, Shelves, TakingPart
    from bot.search import Shelved
    from bot.store.tallies import Window

__all__ = ["Insights", "lately"]

_ALL = 1_000_000
_CANDIDATES = 400
"""So many undiscussed passages are weighed by when they were shown last."""


class Insights:
    """Answers what is discussed, and what is overlooked. `least` is the smallest number that is told.

    `settle` has what was counted a moment ago written first, so that it is seen by who asks right after.
    """

    def __init__(
        self,
        tallies: Counted,
        library: Shelves,
        reviews: Noted,
        least: int,
        people: TakingPart | None = None,
        settle: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._tallies = tallies
        self._library = library
        self._reviews = reviews
        self._people = people
        self._settle = settle or _at_once
        self.least = least

    async def overview(self, window: Window, limit: int = 20) -> Overview:
        """Give everything at once, as one set of numbers that belong together."""
        await self._settle()
        window = replace(window, kinds=DISCUSSED)
        rows, days, places = await asyncio.gather(
            self._tallies.beside_all(window), self._tallies.trend(window), self._places(window)
        )
        found = [(passage, source, total) for passage, source, total, _ in rows if total]
        totals = {passage: total for passage, _, total in found}
        strips = tuple([await self._strip(shelved, totals) for shelved in self._library.sources()])
        broken = broken_down(days, places, tuple(totals.values()), day_of(max(0, window.until - 1)), self.least)
        shown = Counter[str]()
        for _, source, total, everything in rows:
            shown[source] += everything - total
        top = await self._ranked(self._levelled(found[:limit]))
        return Overview(strips, broken.trend, top, broken.channels, by_standpoint(self._hidden_by_source(shown)))

    async def strip(self, window: Window, source: str) -> SourceStrip:
        """Give one text's strip. Raises UnknownSource."""
        await self._settle()
        shelved = self._library.source(source)
        return await self._strip(shelved, await self._tallies.of_source(window, shelved.source.id))

    async def strips(self, window: Window) -> tuple[SourceStrip, ...]:
        """Give the strip of every text: those with most discussed passages first, others by title."""
        await self._settle()
        totals = {passage: total for passage, _, total in await self._tallies.top(window, _ALL)}
        found = [await self._strip(shelved, totals) for shelved in self._library.sources()]
        return tuple(sorted(found, key=lambda strip: (-strip.covered, strip.source.title)))

    async def top(self, window: Window, limit: int, source: str | None = None) -> tuple[Ranked, ...]:
        """Give the passages, of one text or all, that were discussed most. Raises UnknownSource."""
        await self._settle()
        if source is None:
            return await self._ranked(self._levelled(await self._tallies.top(window, limit)))
        name = self._library.source(source).source.id
        totals = await self._tallies.of_source(window, name)
        return await self._ranked(self._levelled([(one, name, total) for one, total in totals.items()])[:limit])

    async def of(self, window: Window, passages: Sequence[str]) -> tuple[Ranked, ...]:
        """Give passages in their order, those that are gone too."""
        await self._settle()
        rows = [
            (one, await self._source_of(one), sum((await self._tallies.of_passage(window, one)).values()))
            for one in passages
        ]
        return await self._ranked(rows)

    async def recent(self, window: Window, limit: int) -> tuple[Seen, ...]:
        """Give the passages that were discussed last, by day: the hour, the channel and the kind could tell of whom."""
        await self._settle()
        rows = await self._tallies.recent(window, 20 * limit)
        days = Counter[tuple[str, str, str]]()
        for hour, passage, source, _, _, total in rows:
            days[day_of(hour), passage, source] += total
        picked = sorted(days.items(), key=lambda one: (one[0][0], one[1]), reverse=True)[:limit]
        ranked = await self._ranked([(passage, source, total) for (_, passage, source), total in picked])
        return tuple(Seen(day, entry) for ((day, _, _), _), entry in zip(picked, ranked, strict=True))

    async def undiscussed(self, window: Window, source: str | None, limit: int) -> tuple[Ranked, ...]:
        """Give the least discussed passages, texts taking turns: those shown longest ago or never before others."""
        await self._settle()
        chosen = [self._library.source(source)] if source else list(self._library.sources())
        if len(chosen) == 1:
            totals = await self._tallies.of_source(window, chosen[0].source.id)
        else:
            totals = {passage: total for passage, _, total in await self._tallies.top(window, _ALL)}
        each = max(limit, _CANDIDATES // max(1, len(chosen)))
        least = {shelved.source.id: await self._least(shelved.source.id, totals, each) for shelved in chosen}
        last = await self._tallies.last(window.community, [one for entries in least.values() for _, one in entries])
        for entries in least.values():
            entries.sort(key=lambda entry: (entry[0], last.get(entry[1], -1)))
        turns = [
            (entry[0], entry[1], name)
            for row in zip_longest(*least.values(), fillvalue=None)
            for name, entry in zip(least, row, strict=True)
            if entry
        ]
        turns.sort(key=lambda entry: entry[0])  # a stable sort: among equals, texts keep taking turns
        return await self._ranked([(passage, name, totals.get(passage, 0)) for _, passage, name in turns[:limit]])

    async def trend(self, window: Window) -> tuple[Point, ...]:
        """Give what was discussed from day to day (by week or month in a long window), without gaps, from the first
        day with something on. Empty where it would give a hidden number away."""
        return (await self._broken_down(window)).trend

    async def channels(self, window: Window) -> tuple[tuple[str, Count], ...]:
        """Give what was discussed where, the most first. Empty where it would give a hidden number away."""
        return (await self._broken_down(window)).channels

    async def balance(self, window: Window) -> tuple[Share, ...]:
        """Give each standpoint's part in what the bot showed in a window, and in what the texts offer."""
        return by_standpoint(self._hidden_by_source(await self._shown(window)))

    async def balance_of_sources(self, window: Window) -> tuple[Share, ...]:
        """Give each text's part in what the bot showed in a window, and in what the texts offer."""
        shown = self._hidden_by_source(await self._shown(window))
        return shares([(one[0].source.title, None, [one], one[0].source) for one in shown])

    async def passage(self, window: Window, passage: str) -> PassageNumbers:
        """Give the numbers of one passage. Numbers of a passage that never was are all none."""
        await self._settle()
        counted = await self._tallies.of_passage(replace(window, kinds=frozenset(EventKind)), passage)
        people = {kind: total for kind, total in counted.items() if kind in DISCUSSED}
        discussed = hidden(sum(people.values()), self.least)
        kinds = {kind: hidden(people.get(kind, 0), self.least) for kind in EventKind if kind in DISCUSSED}
        if revealed([[discussed], list(kinds.values())]):
            kinds = {}
        shown = hidden(sum(counted.get(kind, 0) for kind in BOTS), self.least)
        most = await self._most_people(window, passage)
        review = await self._reviews.get(window.community, passage)
        return PassageNumbers(passage, discussed, shown, kinds, hidden(most, self.least), review)

    # Inside

    async def _source_of(self, passage: str) -> str:
        """Give the text that a passage stands or stood in: its id begins with the text's."""
        try:
            return (await self._library.passages([passage]))[0].source
        except PassageWithdrawn as gone:
            return gone.source
        except UnknownPassage:
            return passage.partition(".")[0]

    async def _most_people(self, window: Window, passage: str) -> int:
        if self._people is None:
            return 0
        return await self._people.most(window.community, passage, day_of(window.since), day_of(window.until + 23))

    def _levelled(self, rows: Sequence[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
        """Order (passage, text, total) by what may be told of the total, then by id: no order tells more."""
        return sorted(rows, key=lambda row: (-low(hidden(row[2], self.least)), row[0]))

    async def _strip(self, shelved: Shelved, totals: Mapping[str, int]) -> SourceStrip:
        order = await self._library.order(shelved.source.id)
        cells = tuple(Cell(passage, hidden(totals.get(passage, 0), self.least)) for passage in order)
        return SourceStrip(shelved.source, cells, sum(low(cell.count) > 0 for cell in cells), len(cells))

    async def _broken_down(self, window: Window) -> Breakdowns:
        """Count by day and by channel, and leave out what would give away what another breakdown hides."""
        await self._settle()
        days, places = await asyncio.gather(self._tallies.trend(window), self._places(window))
        totals: list[int] | None = None
        if sum(days.values()) <= COMPARED:
            totals = [total for _, _, total in await self._tallies.top(window, COMPARED)]
        return broken_down(days, places, totals, day_of(max(0, window.until - 1)), self.least)

    async def _places(self, window: Window) -> dict[str, int]:
        return {} if window.channel else await self._tallies.channels(window)

    async def _ranked(self, rows: Sequence[tuple[str, str, int]]) -> tuple[Ranked, ...]:
        """Bring (passage, source, total) into what is shown; a text that was taken out is named by its id."""
        shelved = {entry.source.id: entry for entry in self._library.sources()}
        orders = {name: await self._library.order(name) for name in {name for _, name, _ in rows} if name in shelved}
        numbers = {passage: number for order in orders.values() for number, passage in enumerate(order, 1)}
        headings = await self._headings([passage for passage, _, _ in rows if passage in numbers])
        return tuple(
            Ranked(
                passage,
                shelved[name].source if name in shelved else Source(name, name),
                hidden(total, self.least),
                numbers.get(passage),
                len(orders.get(name, ())),
                headings.get(passage, ()),
            )
            for passage, name, total in rows
        )

    async def _headings(self, passages: Sequence[str]) -> dict[str, tuple[str, ...]]:
        try:
            return {passage.id: passage.headings for passage in await self._library.passages(passages)}
        except (UnknownPassage, PassageWithdrawn):  # a text went in this very moment
            return {}

    async def _least(self, source: str, totals: Mapping[str, int], most: int) -> list[tuple[int, str]]:
        """Give a text's least discussed passages with the least that each was discussed, in the text's order."""
        counted = [(low(hidden(totals.get(one, 0), self.least)), one) for one in await self._library.order(source)]
        return sorted(counted, key=lambda entry: entry[0])[:most]

    async def _shown(self, window: Window) -> dict[str, int]:
        """Count by text what the bot showed."""
        await self._settle()
        return await self._tallies.sources(replace(window, kinds=BOTS))

    def _hidden_by_source(self, shown: Mapping[str, int]) -> list[tuple[Shelved, Count]]:
        return [(entry, hidden(shown.get(entry.source.id, 0), self.least)) for entry in self._library.sources()]


async def _at_once() -> None:
    """Wait for nothing."""
