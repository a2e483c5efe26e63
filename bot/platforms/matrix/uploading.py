"""Fetching the file that a command is about: its own, under a caption, or the one of the message that it replies to.

Only for those who may change texts, and gone once the command is answered.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bot.commands.desk.curating import Curating
from bot.commands.desk.declaration import Command, Upload
from bot.errors import FileTooLarge, FileUnreadable
from bot.logs import get_logger
from bot.model import Request, Right
from bot.platforms.matrix.arriving import Arrived, Filed, arrived
from bot.platforms.matrix.homeserver import Homeserver
from bot.platforms.matrix.trouble import Denied, TooLarge, Unauthorized, Unreachable, Unreadable
from bot.platforms.shared.filenames import plain

_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Uploading:
    """Brings files to the commands that take them."""

    server: Homeserver
    texts: Curating

    @asynccontextmanager
    async def brought(self, request: Request, command: Command, event: Arrived) -> AsyncIterator[Request]:
        """Give a request with the path of its file, which is there while the context is open.

        Raises FileTooLarge, FileUnreadable and Unauthorized.
        """
        wanted = next((one.name for one in command.parameters if isinstance(one.accepts, Upload)), None)
        may = Right.OPERATE in request.rights
        file = await self._file(event) if may and wanted is not None else None
        if file is None or wanted is None:
            yield request
            return
        async with self.texts.receiving() as folder:
            path = await self._fetched(file, folder)
            yield replace(request, arguments={**request.arguments, wanted: str(path)})

    async def _file(self, event: Arrived) -> Filed | None:
        """Find the file that is meant."""
        if event.file is not None or event.to is None:
            return event.file
        try:
            about = arrived(await self.server.event(event.room, event.to), event.room)
        except Unreadable:
            return None
        return about.file if about is not None else None

    async def _fetched(self, file: Filed, folder: Path) -> Path:
        name, most = plain(file.name), self.texts.most
        try:
            if file.size > most:  # as its sender says; what really comes is counted
                raise TooLarge
            data = await self.server.download(file, most)
        except TooLarge:
            raise FileTooLarge(name, most) from None
        except Unauthorized:
            raise
        except (Denied, Unreachable, Unreadable) as error:
            _log.info("a file could not be fetched", kind=type(error).__name__)
            raise FileUnreadable(name, "missing") from None
        await asyncio.to_thread((folder / name).write_bytes, data)
        return folder / name
