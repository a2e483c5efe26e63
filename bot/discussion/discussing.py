"""All that happens while people talk: noticing quotes, counting what is done with the bot's messages, forgetting."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.corpus.library import Library
from bot.discussion.following import Following
from bot.discussion.forgetting import Forgetting
from bot.discussion.leaving import Leaving
from bot.discussion.participants import Participants
from bot.discussion.recording import Recording
from bot.discussion.settings import Settings
from bot.discussion.spotting import Spotting
from bot.quotation.provider import Quotations
from bot.store.consents import Consents
from bot.store.database import Database
from bot.store.erasure import Erasure
from bot.store.leavings import Leavings
from bot.store.log import EventLog
from bot.store.moving import Moving
from bot.store.participants import ParticipantCounts
from bot.store.sent import Sent
from bot.store.spending import Spending
from bot.store.withholding import Withholding


@dataclass(frozen=True, slots=True)
class Discussing:
    """Everything that a platform tells of messages, people and places, and what becomes of it."""

    consents: Consents
    recording: Recording
    spotting: Spotting
    forgetting: Forgetting
    leaving: Leaving
    following: Following

    @classmethod
    async def open(
        cls,
        database: Database,
        library: Library,
        quotations: Quotations,
        settings: Settings,
        events: EventLog,
        clock: Clock,
        wishes: Withholding,
        spending: Spending,
    ) -> "Discussing":
        """Open it over a store. `wishes` forget a community, too, when that is erased. Raises the StoreErrors."""
        consents, erasure = await Consents.open(database), Erasure(database)

        def forget(community: str) -> None:
            """Take an erased community out of memory as well."""
            settings.forget(community)
            wishes.forget(community)

        recording = Recording(Sent(database), Participants(ParticipantCounts(database)), consents, events, clock)
        return cls(
            consents,
            recording,
            Spotting(settings, consents, quotations, library, events, clock, recording, wishes.of),
            Forgetting(consents, erasure, recording),
            Leaving(Leavings(database), erasure, clock, forget),
            Following(Moving(database), recording, settings, wishes, spending),
        )
