"""Asking Discord for something once. discord.py asks again by itself after a 500 or 502, although it may be done.

A message has a nonce, by which Discord knows a repetition. A forum's post has none: it would stand there twice.
"""

import io
from typing import Any

import discord
from discord.http import HTTPClient, Route


class Unanswered(Exception):
    """Discord did not say what became of a request; nobody knows whether it was carried out."""


class _Once(discord.File):
    """Is sent along as a file without being one: discord.py rewinds files before each further attempt."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), "once")

    def reset(self, *, seek: int | bool = True) -> None:
        """Let the first attempt pass, and no other."""
        if seek:
            raise Unanswered


async def once(http: HTTPClient, route: Route, payload: dict[str, Any], **query: int) -> Any:
    """Send a request, keeping to the limits that discord.py knows of, at most once; give what Discord answers.

    Raises Unanswered in place of an attempt after the first, and what discord.py raises.
    """
    return await http.request(route, files=[_Once()], json=payload, params=query)
