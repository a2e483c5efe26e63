"""Where the catalog, the files and what moderators want disagree."""

from dataclasses import dataclass

from bot.errors.root import CommonplaceError


class CatalogError(CommonplaceError):
    """The catalog and the files disagree."""


@dataclass(eq=False)
class CatalogBroken(CatalogError):
    """The catalog is refused: `problems` has a line for each, as `path: what is expected`."""

    file: str
    problems: tuple[str, ...]


@dataclass(eq=False)
class DuplicateSource(CatalogError):
    """Two files claim the same source id."""

    source: str
    first: str
    second: str


@dataclass(eq=False)
class TextExists(CatalogError):
    """A text of that id is there already, and is not replaced by adding one."""

    source: str


@dataclass(eq=False)
class TextWithdrawn(CatalogError):
    """A text of that id was withdrawn, and comes back by being restored."""

    source: str


@dataclass(eq=False)
class TextElsewhere(CatalogError):
    """A text that is read from a file of the operator's: it is changed there."""

    source: str


@dataclass(eq=False)
class LabelInvalid(CatalogError):
    """A title or a standpoint that can't stand in the catalog: `what` is which."""

    what: str
