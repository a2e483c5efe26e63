"""What the configuration is refused for."""

from dataclasses import dataclass

from bot.errors.root import CommonplaceError


@dataclass(eq=False)
class ConfigInvalid(CommonplaceError):
    """A configuration that is refused: `problems` has a line for each, as `path: what is expected`."""

    file: str
    problems: tuple[str, ...]
