"""Putting together what serves on Matrix, from the sync to the answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.commands.desk.dispatch import Dispatch
from bot.config import Config
from bot.discussion.discussing import Discussing
from bot.platforms.matrix.addressing import Me
from bot.platforms.matrix.answering import Answering
from bot.platforms.matrix.asking import Trusted
from bot.platforms.matrix.budget import Budget
from bot.platforms.matrix.declining import Declining
from bot.platforms.matrix.directs import Directs
from bot.platforms.matrix.homeserver import Homeserver
from bot.platforms.matrix.honouring import Honouring
from bot.platforms.matrix.inviting import Allowed, Inviting
from bot.platforms.matrix.lanes import Lanes
from bot.platforms.matrix.pending import Pending
from bot.platforms.matrix.places import Places
from bot.platforms.matrix.reading import Reading
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.succeeding import Succeeding
from bot.platforms.matrix.syncing import Syncing
from bot.platforms.matrix.talking import Talking
from bot.platforms.matrix.uploading import Uploading
from bot.platforms.shared.linking import Links
from bot.store.matrix import Checkpoint

if TYPE_CHECKING:
    from bot.platforms.matrix.crypto import Crypto

_VERIFICATIONS = 3
"""How often a minute somebody is told that emoji can't be compared."""


@dataclass(frozen=True, slots=True)
class Wiring:
    """What the parts are made of. `refused` is called where the homeserver takes the token no more."""

    config: Config
    server: Homeserver
    rooms: Rooms
    crypto: "Crypto"
    dispatch: Dispatch
    discussing: Discussing
    checkpoint: Checkpoint
    lanes: Lanes
    links: Links | None
    refused: Callable[[], None]

    def syncing(self) -> Syncing:
        """Make what reads on from where the bot stopped, with everything behind it."""
        server, desk, following = self.server, self.dispatch.desk, self.discussing.following
        directs = Directs(server, self.rooms)
        reading = Reading(server, self.rooms, self.checkpoint)
        places = Places(self.discussing.leaving, desk.daily)
        return Syncing(
            reading,
            self.crypto,
            self.checkpoint,
            self._pending(reading, directs),
            Inviting(server, directs, self.checkpoint, self._allowed(), desk.clock),
            directs,
            places,
            Succeeding(server, self.rooms, directs, following, places, desk.settings, self.config.language),
            self.lanes,
        )

    def _allowed(self) -> Allowed:
        chosen = self.config.matrix
        return Allowed.of(chosen.invite_users, chosen.invite_rooms, chosen.invites_per_day, self.server.me)

    def _pending(self, reading: Reading, directs: Directs) -> Pending:
        server, desk, locale = self.server, self.dispatch.desk, self.config.language
        counting = self.config.discussion.count_replies
        return Pending(
            reading,
            self.checkpoint,
            self._answering(directs),
            Talking(server, directs, desk, self.discussing, locale, counting),
            Declining(server, desk.settings, Budget(_VERIFICATIONS), locale),
            self.lanes,
            self.refused,
        )

    def _answering(self, directs: Directs) -> Answering:
        chosen, server, desk = self.config.matrix, self.server, self.dispatch.desk
        return Answering(
            server,
            self.rooms,
            directs,
            Me(server.me, chosen.prefix, self.dispatch.commands),
            Honouring(server, self.dispatch, desk, self.discussing, self.links),
            Uploading(server, desk.texts),
            Trusted(frozenset(chosen.operators or ()), desk.texts.curators),
            self.discussing.recording,
            Budget(chosen.commands_per_minute),
            self.config.language,
        )
