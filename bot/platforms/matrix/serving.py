"""Being on Matrix: let in, read on from where the bot stopped, answer, until cancelled or refused."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.desk.dispatch import Dispatch
from bot.config import Config
from bot.daily.posting import Posting
from bot.discussion.discussing import Discussing
from bot.errors import TokenRefused
from bot.logs import get_logger
from bot.platforms.matrix import device as kept
from bot.platforms.matrix.announcing import MatrixAnnouncer
from bot.platforms.matrix.asking import PLATFORM
from bot.platforms.matrix.backoff import insist
from bot.platforms.matrix.device import Device
from bot.platforms.matrix.entering import PLATFORM_NAME, Access, enter
from bot.platforms.matrix.gate import Gate
from bot.platforms.matrix.homeserver import Homeserver
from bot.platforms.matrix.http import Http, Json
from bot.platforms.matrix.lanes import Lanes
from bot.platforms.matrix.posting import MatrixPoster
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.trouble import Unauthorized
from bot.platforms.matrix.vouching import Vouching
from bot.platforms.matrix.wiring import Wiring
from bot.platforms.shared.linking import Links
from bot.store.database import Database
from bot.store.matrix import Checkpoint

if TYPE_CHECKING:
    from bot.platforms.matrix.crypto import Crypto

_log = get_logger(__name__)

_TO_FINISH = 3.0


def folder_of(config: Config) -> Path:
    """Give the folder of the bot's device and keys."""
    return config.database.with_name(PLATFORM)


def access_of(config: Config) -> Access:
    """Give what the operator configured to be let in with. Raises TokenUnreadable."""
    password, token = config.matrix.secrets()
    return Access(config.matrix.homeserver or "", config.matrix.user, password, token)


class Presence:
    """The bot on Matrix, let in and not yet serving."""

    def __init__(
        self, config: Config, device: Device, http: Http, server: Homeserver, rooms: Rooms, crypto: "Crypto"
    ) -> None:
        self.device = device
        self._config = config
        self._http = http
        self._server = server
        self._rooms = rooms
        self._crypto = crypto
        self._refused = asyncio.Event()
        self._ready = asyncio.Event()

    @property
    def gate(self) -> Gate:
        """Whom the moderators' page asks for power levels and names."""
        return Gate(self._server, self._rooms)

    async def prepare(self) -> None:
        """Upload the device's keys, so that others can encrypt for it. Raises TokenRefused."""
        try:
            await insist(self._crypto.maintain, "uploading keys")
        except Unauthorized:
            raise TokenRefused(PLATFORM_NAME) from None

    async def take(self, sync: Json) -> None:
        """Take keys and members from a sync whose rooms are known. `serve` does this by itself."""
        await self._crypto.take(sync, self._rooms.encrypted())

    @property
    def vouching(self) -> Vouching:
        """What looks how the device stands, and has the account vouch for it."""
        password, _ = self._config.matrix.secrets()
        return Vouching(self._http, self.device, self._crypto.fingerprint, folder_of(self._config), password)

    async def serve(
        self,
        dispatch: Dispatch,
        discussing: Discussing,
        posting: Posting,
        database: Database,
        links: Links | None,
    ) -> None:
        """Answer until cancelled, or until the token is no longer good, which raises TokenRefused."""
        lanes = Lanes()
        here = self._config, self._server, self._rooms, self._crypto
        checkpoint = Checkpoint(database, self._server.me)
        syncing = Wiring(*here, dispatch, discussing, checkpoint, lanes, links, self._refused.set).syncing()
        discussing.spotting.offer_by(PLATFORM, syncing.pending.talking.offer)
        tasks = [
            asyncio.create_task(syncing.run(self._is_ready)),
            asyncio.create_task(discussing.spotting.work(syncing.pending.talking.offer)),
            asyncio.create_task(self._post(dispatch, posting)),
            asyncio.create_task(self._refused.wait()),
        ]
        announcer = MatrixAnnouncer(self._server, self._rooms, self._config.language, dispatch.desk.settings)
        try:
            with dispatch.desk.announcing.joined(PLATFORM, announcer):
                done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                await task
            raise TokenRefused(PLATFORM_NAME)
        except Unauthorized:
            raise TokenRefused(PLATFORM_NAME) from None
        finally:
            await lanes.close(_TO_FINISH)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _is_ready(self, rooms: int) -> None:
        _log.info("ready on Matrix", rooms=rooms)
        self._ready.set()

    async def _post(self, dispatch: Dispatch, posting: Posting) -> None:
        """Post the passages of the day, from the time on when the homeserver has told of its rooms."""
        await self._ready.wait()
        poster = MatrixPoster(self._server, self._rooms, self._config.language, dispatch.desk.settings)
        await dispatch.desk.daily.work(PLATFORM, poster, posting.attend)


@asynccontextmanager
async def entering(config: Config) -> AsyncIterator[Presence]:
    """Be let in, and have keys, while the context is open.

    Waits for a homeserver that is not there. Raises TokenMissing, TokenRefused, TokenUnreadable and CryptoStoreLost.
    """
    from bot.platforms.matrix.crypto import Crypto  # brings nio, which takes half a second to load

    folder = folder_of(config)
    await asyncio.to_thread(folder.mkdir, 0o700, True, True)
    before = await asyncio.to_thread(kept.load, folder)
    device = await enter(access_of(config), folder)
    crypto = await Crypto.open(device, folder)
    http = Http(device.homeserver)
    try:
        # Only now: its keys are there. With others than before, nobody would give it any more, and it would not know.
        kept.save(kept.same(device, before, crypto.fingerprint, folder), folder)
        http.token = device.token
        rooms = Rooms()
        yield Presence(config, device, http, Homeserver(http, device, rooms, crypto), rooms, crypto)
    finally:
        await http.close()
        await crypto.close()
