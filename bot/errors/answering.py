"""Why there is no answer although the question is fine."""

from dataclasses import dataclass

from bot.errors.root import CommonplaceError


@dataclass(eq=False)
class NoTexts(CommonplaceError):
    """No text has been imported."""


@dataclass(eq=False)
class SourceChanged(CommonplaceError):
    """The text of `source` is not the edition that was read: quoting from it is refused until it is imported again."""

    source: str


@dataclass(eq=False)
class RightsExhausted(CommonplaceError):
    """`source` may be quoted for `limit` words a day here, and they are used up."""

    source: str
    limit: int


@dataclass(eq=False)
class SemanticUnusable(CommonplaceError):
    """What finds by meaning is broken or not for this computer; `reason` is the name of what was met."""

    file: str
    reason: str
