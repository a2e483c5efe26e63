"""Posting a day's passage on Discord: as a message, with a thread on it, or as a post in a forum.

A message is sent with a nonce, which Discord knows again for a few minutes; a forum's post takes none. So that either
can be found later, the card around the post has the date for its id: components may have one, and nobody sees it.
"""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord
from discord.http import Route, handle_message_parameters

from bot.daily.sending import LEFT, Failed, Poster, Refused, Slot
from bot.discussion.settings import Settings
from bot.logs import get_logger
from bot.model import Reply, Text
from bot.platforms.discord.answering import Drawn
from bot.platforms.discord.asking import guild_of, place_of, spoken_in
from bot.platforms.discord.components import Component
from bot.platforms.discord.delivering import deliver
from bot.platforms.discord.drawing import draw
from bot.platforms.discord.fitting import tag_of, unfit, unwritable
from bot.platforms.discord.pausing import Pauses
from bot.platforms.discord.standing import Raw, is_marked, marked, messages, own_id, since
from bot.platforms.discord.unrepeated import Unanswered, once
from bot.platforms.shared.splitting import shorten
from bot.store.schedules import Schedule, Style
from bot.words import words

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client

_log = get_logger(__name__)

_LONGEST_NAME = 100
_KEPT_OPEN: Final = 1440  # minutes without a message after which Discord folds a thread away
_PAGE = 100
_HAS_THREAD, _THREAD_EXISTS = 1 << 5, 160004
_UNAUTHORIZED, _FORBIDDEN, _MISSING, _LIMITED = 401, 403, 404, 429


class DiscordPoster(Poster):
    """Discord, as the passage of the day sees it."""

    def __init__(self, client: "Client", pauses: Pauses, settings: Settings) -> None:
        self._client = client
        self._pauses = pauses
        self._settings = settings

    def locale(self, community: str) -> str:
        """Give the language that moderators have set, else the one that a server has chosen."""
        return spoken_in(guild_of(self._client, community), community, self._settings)

    def place(self, schedule: Schedule) -> str:
        """Give a channel's name."""
        found = place_of(guild_of(self._client, schedule.community), schedule.channel)
        return f"#{found.name}" if found is not None else schedule.channel or ""

    async def problem(self, schedule: Schedule) -> str | None:
        """Tell what a server lacks for a schedule; it is known from what Discord says of servers by itself."""
        guild = guild_of(self._client, schedule.community)
        if guild is None:
            return LEFT
        if guild.unavailable:
            return None
        return unfit(place_of(guild, schedule.channel), schedule.channel, schedule.style, schedule.tag)

    async def post(self, slot: Slot, reply: Reply) -> str:
        """Send a post; the thread on it, if it is to have one, belongs to it."""
        place = self._place(slot)
        threads = slot.style is Style.MESSAGE and isinstance(place, discord.TextChannel)
        first, *rest = draw(reply, threads=threads)
        try:
            if isinstance(place, discord.ForumChannel):
                return str(await self._in_forum(place, slot, reply, first))
            sent = await place.send(view=Drawn(marked(first, _mark(slot))), nonce=slot.nonce)
            for number, more in enumerate(rest, 1):
                await place.send(view=Drawn(more), nonce=slot.numbered(number))
            if slot.style is Style.THREAD:
                await self._with_thread(slot, sent.id)
        except discord.HTTPException as error:
            raise await self._meaning(error, slot) from error
        except (aiohttp.ClientError, OSError, TimeoutError, Unanswered) as error:
            raise Failed(type(error).__name__) from error
        self._pauses.worked(_scope(slot))
        return str(sent.id)

    async def find(self, slot: Slot, tried: datetime) -> str | None:
        """Look for a post among the messages around the time when it was first sent, and among the latest."""
        place = self._place(slot)
        if not place.permissions_for(place.guild.me).read_message_history:
            raise Refused("history")
        after = since(tried)
        forum = isinstance(place, discord.ForumChannel)
        try:
            async for message in self._posts(place, after) if forum else messages(self._client, place.id, after):
                if is_marked(self._client, message, _mark(slot)):
                    if slot.style is Style.THREAD and not message.get("flags", 0) & _HAS_THREAD:
                        await self._with_thread(slot, int(message["id"]))
                    return str(message["id"])
        except discord.HTTPException as error:
            raise await self._meaning(error, slot) from error
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise Failed(type(error).__name__) from error
        return None

    async def tell(self, schedule: Schedule, told: str) -> None:
        """Say something in a schedule's channel, where that can be written to."""
        place = place_of(guild_of(self._client, schedule.community), schedule.channel)
        if unwritable(place, schedule.channel) is not None:
            return
        drawn, *_ = draw(Reply((Text(told),)))
        await deliver(lambda: place.send(view=Drawn(drawn)), self._pauses, f"told:{schedule.channel}", again=False)

    def _place(self, slot: Slot) -> Any:
        """Give the channel of a slot. Raises Refused where it can't take it, and Failed where that can't be told."""
        guild = guild_of(self._client, slot.community)
        if guild is None:
            raise Refused(LEFT)
        if guild.unavailable or not self._pauses.allows(_scope(slot)):
            raise Failed("unavailable" if guild.unavailable else "paused")
        place = place_of(guild, slot.channel)
        problem = unfit(place, slot.channel, slot.style, slot.tag)
        if problem is not None and problem != "history":  # a post goes out without that; looking for one doesn't
            raise Refused(problem)
        return place

    async def _in_forum(
        self, forum: discord.ForumChannel, slot: Slot, reply: Reply, first: tuple[Component, ...]
    ) -> int:
        opening = next(reply.quotes()).text
        name = shorten(f"{slot.day.isoformat()} · {opening}", _LONGEST_NAME)
        tag = tag_of(forum, slot.tag)
        thread = {
            "name": name,
            "auto_archive_duration": forum.default_auto_archive_duration,
            "applied_tags": [str(tag.id)] if tag is not None else [],
        }
        with handle_message_parameters(
            view=Drawn(marked(first, _mark(slot))),
            allowed_mentions=self._client.allowed_mentions,
            channel_payload=thread,
        ) as given:
            route = Route("POST", "/channels/{channel_id}/threads", channel_id=forum.id)
            made = await once(self._client.http, route, given.payload or {}, use_nested_fields=1)
        return int(made["message"]["id"])

    async def _with_thread(self, slot: Slot, message: int) -> None:
        """Open the thread on a post. One that Discord refuses is no reason to have no post."""
        name = words(self.locale(slot.community)).say("daily-title", day=slot.day.isoformat())
        try:
            await self._client.http.start_thread_with_message(
                int(slot.channel), message, name=shorten(name, _LONGEST_NAME), auto_archive_duration=_KEPT_OPEN
            )
        except discord.HTTPException as error:
            if error.status >= 500 or error.status in (_UNAUTHORIZED, _LIMITED):
                raise
            if error.code != _THREAD_EXISTS:
                _log.warning("no thread on a daily post", status=error.status, code=error.code)

    async def _posts(self, forum: discord.ForumChannel, since: int) -> AsyncIterator[Raw]:
        """Give the opening messages of the bot's own posts in a forum since a moment."""
        active = await self._client.http.get_active_threads(forum.guild.id)
        folded = await self._client.http.get_public_archived_threads(forum.id, limit=_PAGE)
        for thread in (*active["threads"], *folded["threads"]):
            own = int(thread["parent_id"]) == forum.id and int(thread["owner_id"]) == own_id(self._client)
            if own and int(thread["id"]) >= since:
                yield dict(await self._client.http.get_message(int(thread["id"]), int(thread["id"])))

    async def _meaning(self, error: discord.HTTPException, slot: Slot) -> Refused | Failed:
        """Say what it means that Discord did not take something."""
        if error.status == _UNAUTHORIZED:
            await self._client.give_up()
        elif error.status == _LIMITED:
            self._pauses.limited()
        elif error.status == _FORBIDDEN:
            return Refused("send")
        elif error.status == _MISSING:
            return Refused("missing")
        elif error.status < 500:
            _log.warning("a daily post was refused", status=error.status, code=error.code)
            return Refused("refused")
        return Failed(str(error.status))


def _mark(slot: Slot) -> int:
    """Give a slot's date as a number: 20261122."""
    return int(slot.day.strftime("%Y%m%d"))


def _scope(slot: Slot) -> str:
    return f"daily:{slot.channel}"
