"""Erasing, at somebody's wish, whatever could concern them: in the store, and in memory."""

from collections.abc import Callable, Mapping

from bot.discussion.recording import Recording
from bot.store.consents import Consents
from bot.store.erasure import Erasure


class Forgetting:
    """Takes a person out of everything. They are known for that moment only, to the platform that they write on."""

    def __init__(self, consents: Consents, erasure: Erasure, recording: Recording) -> None:
        self._consents = consents
        self._erasure = erasure
        self._recording = recording
        self._others: list[Callable[[str], None]] = []

    def tell(self, forget: Callable[[str], None]) -> None:
        """Call `forget`, too, with each person: somebody else holds something of people in memory."""
        self._others.append(forget)

    async def person(self, person: str) -> Mapping[str, int]:
        """Erase what could concern a person (an id with its platform's name before it).

        Gives in how many rows of each table something was erased; when it returns, it is gone from disk. Raises
        ConsentKeyLost where nobody can be recognised any more, and the StoreErrors.
        """
        self._recording.forget(person)
        for forget in self._others:
            forget(person)
        mark = self._consents.given(person)
        if mark is None:
            return {}
        erased = await self._erasure.person(mark)
        self._consents.forget(mark)
        return {table: rows for table, rows in erased.items() if rows}
