"""The bot on Discord: one connection, no more intents than it needs, nothing cached of people and messages."""

import asyncio
from collections.abc import Awaitable, Coroutine
from typing import TYPE_CHECKING, Any

import discord

from bot.commands.desk import Desk
from bot.logs import get_logger
from bot.platforms.discord import arriving, syncing
from bot.platforms.discord.beginning import begun
from bot.platforms.discord.buttons import Button
from bot.platforms.discord.naming import Translator
from bot.platforms.discord.pausing import Pauses
from bot.platforms.discord.tree import Once, Tree

if TYPE_CHECKING:  # the bot connects before it loads what it answers and listens with
    from bot.daily.posting import Posting
    from bot.discussion.discussing import Discussing
    from bot.platforms.discord.attending import Attending
    from bot.platforms.discord.custom_ids import Pressed
    from bot.platforms.discord.serving import Serving
    from bot.platforms.shared.asking import Dispatch
    from bot.platforms.shared.linking import Links

_log = get_logger(__name__)

_TO_FINISH = 3.0
_UNAUTHORIZED = 401


class Client(discord.Client):
    """Takes what Discord tells to where it is answered and attended to. `refused`: the token is valid no more.

    Interactions that come before it is told what to `serve` wait for that. With `hearing` it asks for what people
    write; with `counting` for messages without their words and for reactions, to count those to its own.
    """

    _served: "Serving"

    def __init__(self, *, hearing: bool = False, counting: bool = False) -> None:
        # Nothing is ever spoken, so that nobody needs to hear that speaking is not installed.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=_intents(hearing, counting),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self.refused = False
        self.links: Links | None = None
        self.posting: Posting | None = None
        self._settings: syncing.Settings | None = None
        self._attending: Attending | None = None
        self._hearing, self._counts = hearing, counting
        self._serving = asyncio.Event()
        self._connected = asyncio.Event()
        self._syncing = False
        self._pauses = Pauses()
        self._once = Once()
        self._working: set[asyncio.Task[Any]] = set()
        self._aside: set[asyncio.Task[None]] = set()
        self.tree = Tree(self, self.serving, self._pauses, self._once)
        self.add_dynamic_items(Button)
        if counting:
            arriving.tap(self._connection.parsers, self._take, hearing=hearing)

    def serve(
        self,
        dispatch: "Dispatch",
        desk: Desk,
        settings: syncing.Settings | None = None,
        discussing: "Discussing | None" = None,
    ) -> None:
        """Answer from now on, and attend to what people do with it and where moderators want quotes noticed."""
        # Loaded once the bot is connected: a start need not wait for it.
        from bot.platforms.discord.serving import Serving

        self._settings = settings
        if discussing is not None:
            self._attend(desk, discussing)
        if self.posting is not None:
            self._beside(self._post(desk, self.posting))
        counting = self._attending.counting if self._attending is not None else None
        parts = dispatch, desk, discussing, counting, self.links, self._pauses
        self._served = Serving(self, *parts, self._tracked)
        self._served.fill(self.tree)
        self._serving.set()
        self._begin_to_sync()

    def _attend(self, desk: Desk, discussing: "Discussing") -> None:
        # Loaded once the bot is connected: a start need not wait for it.
        from bot.platforms.discord.attending import Attending

        parts = desk, discussing, self._pauses
        self._attending = Attending(self, *parts, hearing=self._hearing, counting=self._counts)
        if self._attending.listening is not None:
            self._beside(self._attending.listening.work())
        if self.is_ready():
            self._beside(self._attending.look_around())

    async def _post(self, desk: Desk, posting: "Posting") -> None:
        """Post the passages of the day, and what else is announced, once Discord has told of its servers."""
        from bot.platforms.discord.announcing import DiscordAnnouncer
        from bot.platforms.discord.asking import PLATFORM
        from bot.platforms.discord.posting import DiscordPoster

        await self.connected()
        await self.wait_until_ready()
        with desk.announcing.joined(PLATFORM, DiscordAnnouncer(self, self._pauses, desk.settings)):
            await desk.daily.work(PLATFORM, DiscordPoster(self, self._pauses, desk.settings), posting.attend)

    async def serving(self, interaction: discord.Interaction) -> bool:
        """Wait until there is something to serve, as long as Discord waits; False where the asker was put off."""
        return await begun(self._serving, interaction, self._pauses)

    async def connected(self) -> None:
        """Wait until Discord has let the bot in for the first time."""
        await self._connected.wait()

    async def setup_hook(self) -> None:
        """Let the commands speak every language."""
        await self.tree.set_translator(Translator())

    async def on_connect(self) -> None:
        """Bring the list of commands up to date, as soon as there is one."""
        self._connected.set()
        self._begin_to_sync()

    def _begin_to_sync(self) -> None:
        """Sync once for each process, beside the connection, which doesn't wait for it."""
        if self._connected.is_set() and self._serving.is_set() and not self._syncing:
            self._syncing = True
            self._beside(self._sync())

    async def on_ready(self) -> None:
        """Tell the operator that the bot is there."""
        _log.info("ready on Discord", servers=len(self.guilds))
        if self._attending is not None:
            await self._attending.look_around()

    async def on_guild_remove(self, guild: discord.Guild, /) -> None:
        """Take note that a server has removed the bot."""
        if self._attending is not None:
            await self._attending.places.left(guild)

    async def on_guild_join(self, guild: discord.Guild, /) -> None:
        """Take note that the bot was invited."""
        if self._attending is not None:
            await self._attending.places.back(guild)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel, /) -> None:
        """Take note that a channel is no more."""
        if self._attending is not None:
            await self._attending.places.deleted(channel)

    def _take(self, event: str, data: arriving.Data) -> None:
        if self._attending is not None:
            self._attending.take(event, data)

    async def on_message(self, message: discord.Message, /) -> None:
        """Hand on a message."""
        if self._attending is not None:
            self._attending.message(message)

    async def on_raw_message_edit(self, edit: discord.RawMessageUpdateEvent, /) -> None:
        """Hand on what a message has become."""
        if self._attending is not None:
            self._attending.edited(edit)

    async def on_raw_reaction_add(self, reaction: discord.RawReactionActionEvent, /) -> None:
        """Hand on a reaction."""
        if self._attending is not None:
            await self._attending.reaction(reaction, added=True)

    async def on_raw_reaction_remove(self, reaction: discord.RawReactionActionEvent, /) -> None:
        """Hand on that a reaction was taken back."""
        if self._attending is not None:
            await self._attending.reaction(reaction, added=False)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Log what failed while an event was handled, without what was in the event."""
        _log.exception("an event failed", event=event_method)

    async def close(self) -> None:
        """Finish the answers that are under way, then leave."""
        current = asyncio.current_task()
        aside = {task for task in self._aside if task is not current}
        for task in aside:
            task.cancel()
        working = aside | self._working - {current}
        if working:
            await asyncio.wait(working, timeout=_TO_FINISH)
        await super().close()

    async def excuse(self, interaction: discord.Interaction, message: str) -> None:
        """Tell the asker alone what is wrong, by the id of a sentence."""
        from bot.platforms.discord.excusing import excuse

        await excuse(interaction, self._pauses, message)

    async def press(self, interaction: discord.Interaction, press: "Pressed") -> None:
        """Answer a button, once."""
        if not (self._pauses.allows(str(interaction.channel_id)) and self._once.first(interaction.id)):
            return
        if not await self.serving(interaction):
            return
        await self._served.press(interaction, press)

    async def _tracked(self, work: Awaitable[None]) -> None:
        """Do something that `close` waits for."""
        task = asyncio.current_task()
        if task is None:
            await work
            return
        self._working.add(task)
        try:
            await work
        finally:
            self._working.discard(task)

    def _beside(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something that nothing waits for."""
        task = asyncio.get_running_loop().create_task(work)
        self._aside.add(task)
        task.add_done_callback(self._aside.discard)

    async def _sync(self) -> None:
        try:
            await syncing.sync(self.tree, self.application_id, self._settings)
        except discord.HTTPException as error:
            if error.status == _UNAUTHORIZED:
                await self.give_up()

    async def give_up(self) -> None:
        """Leave for good, because Discord takes the token no more."""
        self.refused = True
        await self.close()


def _intents(hearing: bool, counting: bool) -> discord.Intents:
    """Give what Discord is asked to tell: servers and channels; messages and reactions to count or to hear them."""
    told = hearing or counting
    return discord.Intents(guilds=True, guild_messages=told, message_content=hearing, guild_reactions=told)
