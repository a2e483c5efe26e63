"""Two bots must not write one store: whoever may write holds a lock on the file next to it, until its process ends."""

import fcntl
import os
from pathlib import Path

from bot.errors import StoreLocked
from bot.store.faults import explain_system


class Lock:
    """An exclusive lock on `<database>.lock`. The system lets go of it when the process dies, however it dies."""

    def __init__(self, database: Path) -> None:
        self._file = database.with_name(database.name + ".lock")
        self._database = database
        self._handle: int | None = None

    def take(self) -> None:
        """Take the lock, or raise StoreLocked at once where another process has it; StoreReadOnly, StoreFull."""
        try:
            handle = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise explain_system(error, self._database) from None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            raise StoreLocked(str(self._database)) from None
        self._handle = handle

    def release(self) -> None:
        """Let go. The file stays: removing it would let two processes lock two files of one name."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
