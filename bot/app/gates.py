"""One door for the moderators' page, whichever platform its visitors come from."""

from bot.app.page import Platform


class Gates:
    """Asks the platform that a community is on. One that is not there lets nobody in and knows no names."""

    def __init__(self) -> None:
        self._platforms: dict[str, Platform] = {}

    def add(self, name: str, platform: Platform) -> None:
        """Ask a platform from now on, for communities that begin with its name."""
        self._platforms[name] = platform

    async def may_moderate(self, community: str, person: str) -> bool:
        """Whether a person looks after a community now."""
        platform = self._of(community)
        return platform is not None and await platform.may_moderate(community, person)

    async def unseen(self, community: str, person: str) -> frozenset[str]:
        """Give the channels of a community that a person doesn't see; none of a platform that is not there."""
        platform = self._of(community)
        return frozenset() if platform is None else await platform.unseen(community, person)

    def community_name(self, community: str) -> str | None:
        """Give a community's name; None where it is not known."""
        platform = self._of(community)
        return None if platform is None else platform.community_name(community)

    def channel_name(self, community: str, channel: str) -> str | None:
        """Give a channel's name; None where it is not known."""
        platform = self._of(community)
        return None if platform is None else platform.channel_name(community, channel)

    def _of(self, community: str) -> Platform | None:
        return self._platforms.get(community.partition(":")[0])
