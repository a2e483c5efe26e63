"""Answering whoever wants to compare emoji with the bot: it can't, and says so at once rather than let them wait.

What vouches for its device is its account (note 154). Clients ask in a room (other people's accounts) or device to
device (the account's own); both end with the specification's `m.key.verification.cancel`.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.discussion.settings import Settings
from bot.logs import get_logger
from bot.model import Reply, Text
from bot.platforms.matrix.arriving import Arrived, mapping, text
from bot.platforms.matrix.asking import community
from bot.platforms.matrix.budget import Allowance, Budget
from bot.platforms.matrix.homeserver import Homeserver, transaction
from bot.platforms.matrix.http import Json, path
from bot.platforms.matrix.sending import Place, say
from bot.words import words

_log = get_logger(__name__)

CANCEL = "m.key.verification.cancel"
_BEGINNINGS = ("m.key.verification.request", "m.key.verification.start")
_CODE = "m.user"
_DEVICES = ""


@dataclass(frozen=True, slots=True)
class Declining:
    """Declines verifications. Beyond the budget they are left alone: declining costs, too."""

    server: Homeserver
    settings: Settings
    budget: Budget
    language: str
    clock: Callable[[], float] = time.monotonic

    async def asked(self, event: Arrived) -> None:
        """Decline what was asked in a room: for the client an event, for whoever reads it a sentence. Raises Denied."""
        if event.key != self.server.me or not self._may(event.room, event.person):
            return
        sentences = words(self.settings.spoken(community(event.room), self.language))
        told = sentences.say("matrix-no-verification")
        about = {"m.relates_to": {"rel_type": "m.reference", "event_id": event.event}}
        cancelled = {"code": _CODE, "reason": told, "m.mentions": {}, **about}
        await self.server.send(event.room, CANCEL, cancelled, transaction(event.event, CANCEL))
        number = transaction(event.event, "declined")
        await say(self.server, Place(event.room, event.event), Reply((Text(told),)), sentences, number)

    async def sent(self, event: Any) -> None:
        """Decline what one of somebody's devices sent to the bot's. Raises Denied."""
        event = mapping(event)
        content, person = mapping(event.get("content")), text(event.get("sender"))
        device, number = text(content.get("from_device")), text(content.get("transaction_id"))
        if event.get("type") not in _BEGINNINGS or not (person and device and number):
            return
        if not self._may(_DEVICES, person):
            return
        told = words(self.language).say("matrix-no-verification")
        messages = _to(person, device, {"transaction_id": number, "code": _CODE, "reason": told})
        await self.server.put(path("sendToDevice", CANCEL, transaction(person, device, number)), messages)
        _log.info("a verification was declined")

    def _may(self, room: str, person: str) -> bool:
        return self.budget.ask(room, person, self.clock()) is Allowance.YES


def _to(person: str, device: str, content: Mapping[str, Any]) -> Json:
    return {"messages": {person: {device: content}}}
