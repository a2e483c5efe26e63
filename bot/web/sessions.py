"""Who is in: sessions of eight hours, in memory, each asked about at its gate once a minute while it is used."""

import asyncio
import time
from dataclasses import dataclass, field, replace
from enum import Enum

from bot.logs import get_logger
from bot.web.gate import Gate, Visitor
from bot.web.tokens import Ticks, Tokens

_log = get_logger(__name__)

LIFE_HOURS = 8
SURE_SECONDS = 60.0
"""For how long a role that was confirmed counts without being asked for again."""

_MOST = 1_000
_PATIENCE = 5.0


class Ended(Enum):
    """Why nobody is let in: there is no session (any more), or its visitor's role could not be confirmed."""

    NONE = "none"
    LOST = "lost"


@dataclass(slots=True)
class _Session:
    """Who is let in, when their role was confirmed last, and a lock so that it is asked for once."""

    visitor: Visitor
    confirmed: float
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)


class Sessions:
    """The sessions that are open."""

    def __init__(self, gate: Gate, ticks: Ticks = time.monotonic) -> None:
        self._gate = gate
        self._ticks = ticks
        self._tokens: Tokens[_Session] = Tokens(LIFE_HOURS * 3600.0, _MOST, ticks)

    async def begin(self, visitor: Visitor) -> str | None:
        """Let somebody in whose role is confirmed now, and give the session's secret; None for anybody else."""
        # It is there before anybody knows its secret, so that who is forgotten meanwhile is not let in after all.
        session = _Session(visitor, self._ticks())
        token = self._tokens.issue(session)
        if not await self._confirmed(session):
            self.end(token)
        return token if self._tokens.look(token) else None

    async def visitor(self, token: str | None) -> Visitor | Ended:
        """Give who is in with a secret. Whose role is lost, or can't be confirmed, is out for good."""
        session = self._tokens.look(token) if token else None
        if session is None or token is None:
            return Ended.NONE
        async with session.asking:
            if self._ticks() - session.confirmed >= SURE_SECONDS:
                if not await self._confirmed(session):
                    self.end(token)
                    return Ended.LOST
                session.confirmed = self._ticks()
        return session.visitor if self._tokens.look(token) else Ended.NONE

    def end(self, token: str | None) -> None:
        """Close a session."""
        if token:
            self._tokens.take(token)

    def forget(self, person: str) -> None:
        """Close a person's sessions."""
        self._tokens.drop(lambda session: session.visitor.person == person)

    async def _confirmed(self, session: _Session) -> bool:
        """Whether a visitor's role holds; then it is known again, too, which channels they don't see."""
        community, person = session.visitor.community, session.visitor.person
        try:
            async with asyncio.timeout(_PATIENCE):
                may, unseen = await asyncio.gather(
                    self._gate.may_moderate(community, person), self._gate.unseen(community, person)
                )
        except TimeoutError:
            _log.warning("a platform took too long to confirm a role")
            return False
        except Exception:  # noqa: BLE001 - whatever keeps a role from being confirmed, nobody is let in by it
            _log.exception("a role could not be confirmed")
            return False
        session.visitor = replace(session.visitor, unseen=unseen)
        return may
