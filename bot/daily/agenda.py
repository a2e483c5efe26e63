"""Who comes when: a heap of moments in memory, so that ten thousand communities need no scanning."""

import heapq
from datetime import datetime


class Agenda:
    """Communities and the moments at which to look at them; each has one moment at most."""

    def __init__(self) -> None:
        self._heap: list[tuple[datetime, str]] = []
        self._when: dict[str, datetime] = {}

    def __len__(self) -> int:
        return len(self._when)

    def put(self, community: str, moment: datetime) -> None:
        """Look at a community at a moment, in place of another that it had."""
        self._when[community] = moment
        heapq.heappush(self._heap, (moment, community))

    def drop(self, community: str) -> None:
        """Look at a community no more."""
        self._when.pop(community, None)

    def clear(self) -> None:
        """Look at nobody."""
        self._heap.clear()
        self._when.clear()

    def next(self) -> datetime | None:
        """Give the first moment at which there is somebody to look at."""
        # What was put again, or dropped, leaves its former entry in the heap, which is passed over here.
        while self._heap and self._when.get(self._heap[0][1]) != self._heap[0][0]:
            heapq.heappop(self._heap)
        return self._heap[0][0] if self._heap else None

    def take(self, moment: datetime) -> list[str]:
        """Give those whose moment has come, in order; they have none until they are put again."""
        taken: list[str] = []
        while (first := self.next()) is not None and first <= moment:
            _, community = heapq.heappop(self._heap)
            del self._when[community]
            taken.append(community)
        return taken
