"""Which of a server's channels somebody sees: the names of the others are not for them."""

import discord

Place = discord.abc.GuildChannel | discord.Thread


def sees(member: discord.Member, place: Place) -> bool:
    """Whether a member sees a channel or thread; a private thread counts as seen by those who manage threads."""
    if isinstance(place, discord.Thread) and place.parent is None:
        return False
    may = place.permissions_for(member)
    private = isinstance(place, discord.Thread) and place.is_private()
    return may.view_channel and (may.manage_threads or not private)


def unseen(guild: discord.Guild, member: discord.Member | None) -> frozenset[str]:
    """Give the ids of those channels and threads of a server that a member doesn't see: all, if it is nobody."""
    places: list[Place] = [*guild.channels, *guild.threads]
    return frozenset(str(place.id) for place in places if member is None or not sees(member, place))
