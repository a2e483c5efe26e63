"""A passage's words on the page: within the text's rights, rebuilt and checked like any quote, or refused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.checking import check
from bot.answers.quoting import excerpt
from bot.answers.rights import RightsNote, within_rights
from bot.clock import day
from bot.commands.desk import wording
from bot.errors import PassageWithdrawn, RightsExhausted, SourceChanged
from bot.model import Passage, Quote, Reply
from bot.words import Words

if TYPE_CHECKING:
    from bot.commands.desk import Desk
    from bot.store.spending import Spending

_MOST_SEEN = 10_000


@dataclass(frozen=True, slots=True)
class Quoted:
    """What the page may show of a passage: its words, or the sentence that says why they are not shown.

    `passages` has the passage, or those that it became since it was split or merged.
    """

    passages: tuple[Passage, ...]
    quotes: tuple[Quote, ...] = ()
    notes: tuple[str, ...] = ()
    refused: str | None = None


class Quoting:
    """Quotes passages to moderators. A passage counts against its text's words of the day once, however often it is
    looked at; with `recording` off nothing is counted on disk.
    """

    def __init__(self, desk: "Desk", spending: "Spending", *, recording: bool = True) -> None:
        self._desk = desk
        self._spending = spending
        self._recording = recording
        self._seen: dict[tuple[str, str, str], None] = {}

    async def quoted(self, passage: str, community: str, say: Words) -> Quoted:
        """Quote a passage. Raises UnknownPassage for an id that never was, and the StoreErrors."""
        try:
            passages = tuple(await self._desk.library.passages([passage]))
        except PassageWithdrawn as error:
            return Quoted((), refused=say.explain(error))
        try:
            return await self._within_rights(passages, community, say)
        except (SourceChanged, RightsExhausted) as error:
            return Quoted(passages, refused=say.explain(error))

    async def _within_rights(self, passages: Sequence[Passage], community: str, say: Words) -> Quoted:
        today = day(self._desk.clock())
        fresh = [one for one in passages if (community, today, one.id) not in self._seen]
        whole = Reply(tuple([await self._quote(one, say) for one in passages]))
        spent = self._spent(community, today) if fresh else _nothing
        reply, words, notes = await within_rights(whole, self._desk.library, spent)
        await check(reply, self._desk.library)
        if fresh and self._recording:
            await self._spending.add(community, words, today)
        self._remember(community, today, fresh)
        return Quoted(tuple(passages), tuple(reply.quotes()), tuple(_told(note, say) for note in notes))

    async def _quote(self, passage: Passage, say: Words) -> Quote:
        library = self._desk.library
        document = await library.document(passage.source, passage.edition)
        source = library.source(passage.source).source
        return wording.quoted(excerpt(passage, document, source), self._desk, say)

    def _spent(self, community: str, today: str) -> Callable[[str], int]:
        return lambda source: self._spending.spent(community, source, today)

    def _remember(self, community: str, today: str, fresh: Sequence[Passage]) -> None:
        if len(self._seen) > _MOST_SEEN:
            self._seen = {}
        self._seen.update({(community, today, one.id): None for one in fresh})


def _nothing(source: str) -> int:
    return 0


def _told(note: RightsNote, say: Words) -> str:
    return say.say(f"rights-{note.per}", title=note.source.title, limit=note.limit)
