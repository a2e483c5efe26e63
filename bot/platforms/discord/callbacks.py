"""Answering an interaction without asking for the answer back.

discord.py asks Discord to send back each message that an interaction is answered with, and makes objects of all its
components. The bot needs none of them: leaving that out saves a quarter of what Discord's side does, and 0.1 ms here.
"""

from typing import Any

import aiohttp
from discord.http import MultipartParameters, Route
from discord.webhook.async_ import AsyncWebhookAdapter, async_context


class _Brief(AsyncWebhookAdapter):
    """discord.py's own way to interactions, but for the parameter `with_response`."""

    def create_interaction_response(
        self,
        interaction_id: int,
        token: str,
        *,
        session: aiohttp.ClientSession,
        proxy: str | None = None,
        proxy_auth: aiohttp.BasicAuth | None = None,
        params: MultipartParameters,
    ) -> Any:
        """Answer, and give what discord.py reads of an interaction that was answered."""
        route = Route(
            "POST",
            "/interactions/{webhook_id}/{webhook_token}/callback",
            webhook_id=interaction_id,
            webhook_token=token,
        )
        sent = self.request(
            route,
            session=session,
            proxy=proxy,
            proxy_auth=proxy_auth,
            payload=params.payload,
            multipart=params.multipart,
            files=params.files,
        )
        return _answered(interaction_id, sent)


async def _answered(interaction_id: int, sent: Any) -> dict[str, Any]:
    await sent
    return {"interaction": {"id": interaction_id}}


def answer_briefly() -> None:
    """Answer so in this task and in those that it starts."""
    async_context.set(_Brief())  # type: ignore[no-untyped-call]  # its base has no annotations
