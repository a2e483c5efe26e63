"""What platforms need of the way from a request to its reply."""

from collections.abc import Awaitable, Mapping
from typing import Protocol

from bot.commands.desk.declaration import Command
from bot.model import Reply, Request


class Dispatch(Protocol):
    """The way itself. What lies around it on a platform (files, wishes, links) is one, too."""

    @property
    def commands(self) -> Mapping[str, Command]:
        """Every command by its name."""
        ...

    def ask(self, request: Request) -> Awaitable[Reply]:
        """Answer a request; never raises."""
        ...

    def shown(self, request: Request, reply: Reply) -> Awaitable[None]:
        """Count what was shown, once it was."""
        ...
