"""One-time links: a moderator's command makes one, a button on the page that it opens uses it up."""

import time

from bot.web.gate import Visitor
from bot.web.tokens import Ticks, Tokens

LIFE_MINUTES = 10
_MOST = 1_000

WRONG_A_MINUTE = 30
"""Wrong links that are looked at in a minute. More are turned away at once; a right one is always let in."""


class Links:
    """The links that were handed out and not yet used. `base` is the page's address, without a slash at its end."""

    def __init__(self, base: str, ticks: Ticks = time.monotonic) -> None:
        self.base = base
        self._tokens: Tokens[Visitor] = Tokens(LIFE_MINUTES * 60.0, _MOST, ticks)
        self._ticks = ticks
        self._wrong = 0
        self._since = ticks()

    def mint(self, community: str, person: str, locale: str = "en") -> str:
        """Make a link for a moderator of a community; it works once, for ten minutes, for whoever follows it."""
        return f"{self.base}/enter/{self._tokens.issue(Visitor(community, locale, person))}"

    def look(self, token: str) -> Visitor | None:
        """Give whom a link is for without using it up: previews of links come this far, and no further."""
        return self._tokens.look(token)

    def redeem(self, token: str) -> Visitor | None:
        """Use a link up; None where it was used before, is too old, or never was one."""
        return self._tokens.take(token)

    def forget(self, person: str) -> None:
        """Have a person's links open nothing any more."""
        self._tokens.drop(lambda visitor: visitor.person == person)

    def wrong(self) -> bool:
        """Count a wrong link; gives whether there were too many in this minute."""
        if self._ticks() - self._since >= 60.0:
            self._since, self._wrong = self._ticks(), 0
        self._wrong += 1
        return self._wrong > WRONG_A_MINUTE
