"""What moderators set for their community and its channels: declared here, kept in the store, known in memory.

A message is let go or taken up within microseconds, so nothing may be read from disk for it.
"""

from dataclasses import dataclass

from bot.store.settings import Settings as Kept
from bot.words import languages

OFF, ON, OFFER, AUTO = "off", "on", "offer", "auto"
SIGN = "🙈"
"""The reaction to a notice that means "don't hear me"."""

_NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Setting:
    """Something that is set for each channel: its name, the values that it takes, and what it is unless set.

    `hears` says that the bot has to hear messages for it, and to tell the channel so. `wide` is set once for a whole
    community. `posts` says that the bot writes to the channel by itself, so that it has to be allowed to.
    """

    name: str
    choices: tuple[str, ...]
    default: str
    hears: bool = True
    wide: bool = False
    posts: bool = False

    @property
    def message_id(self) -> str:
        """The id of the sentence that explains it; each value's is this, `-` and the value."""
        return f"setting-{self.name}"


SPOTTING = Setting("spotting", (OFF, ON, OFFER), OFF)
DIGEST = Setting("digest", (OFF, ON), OFF, hears=False, posts=True)
LANGUAGE = Setting("language", (AUTO, *languages()), AUTO, hears=False, wide=True)
"""In which language a community is spoken to where everybody sees it."""
SETTINGS = {setting.name: setting for setting in (SPOTTING, DIGEST, LANGUAGE)}


class Settings:
    """The settings of all channels. Make one with `open`; `hearing` names the platforms that let the bot hear."""

    def __init__(self, kept: Kept, hearing: frozenset[str] = frozenset()) -> None:
        self._kept = kept
        self._hearing = hearing
        self._values: dict[tuple[str, str, str], str] = {}
        self._notices: dict[str, str] = {}

    @classmethod
    async def open(cls, kept: Kept, hearing: frozenset[str] = frozenset()) -> "Settings":
        """Open what was set so far."""
        settings = cls(kept, hearing)
        await settings.renew()
        return settings

    async def renew(self) -> None:
        """Read everything again, because what was set belongs to another community now. Raises the StoreErrors."""
        values: dict[tuple[str, str, str], str] = {}
        notices: dict[str, str] = {}
        for community, key, value in await self._kept.everywhere():
            name, _, place = key.partition(":")
            if name == _NOTICE:
                notices[place] = str(value)
            elif name in SETTINGS and value in SETTINGS[name].choices:
                values[community, name, place] = str(value)
        self._values, self._notices = values, notices

    def hears(self, platform: str) -> bool:
        """Whether messages that people write on a platform reach the bot at all."""
        return platform in self._hearing

    def value(self, setting: Setting, community: str, channel: str, parent: str | None = None) -> str:
        """Give a channel's value; a thread without one of its own has that of the channel it grew from."""
        for place in ("",) if setting.wide else (channel, parent):
            if place is not None and (found := self._values.get((community, setting.name, place))) is not None:
                return found
        return setting.default

    def spoken(self, community: str, otherwise: str) -> str:
        """Give the language of what everybody sees in a community: the one that is set, else `otherwise`."""
        chosen = self.value(LANGUAGE, community, "")
        return otherwise if chosen == AUTO else chosen

    def anywhere(self, setting: Setting) -> bool:
        """Whether a setting differs from its default in any channel."""
        return any(name == setting.name and value != setting.default for (_, name, _), value in self._values.items())

    def where(self, setting: Setting, value: str) -> dict[str, list[str]]:
        """Give the communities that have a value set, each with the channels that have it."""
        found: dict[str, list[str]] = {}
        for (community, name, channel), held in sorted(self._values.items()):
            if (name, held) == (setting.name, value):
                found.setdefault(community, []).append(channel)
        return found

    def elsewhere(self, setting: Setting, community: str, channel: str) -> dict[str, list[str]]:
        """Give the other channels of a community in which a setting is not what it is unless set, by its value."""
        found: dict[str, list[str]] = {}
        for (where, name, place), held in sorted(self._values.items()):
            if (where, name) == (community, setting.name) and place not in ("", channel) and held != setting.default:
                found.setdefault(held, []).append(place)
        return found

    async def set(self, setting: Setting, community: str, channel: str, value: str, notice: str | None = None) -> None:
        """Set a channel's value; it counts once it is on disk. `notice` is the message that tells the channel of it.

        Notices are remembered for good: somebody may react to an old one.
        """
        if notice is not None:
            await self._kept.set(community, f"{_NOTICE}:{notice}", channel)
            self._notices[notice] = channel
        place = "" if setting.wide else channel
        await self._kept.set(community, f"{setting.name}:{place}", value)
        self._values[community, setting.name, place] = value

    async def channel_deleted(self, community: str, channel: str) -> None:
        """Take away what is set for a channel that is no more. Raises the StoreErrors."""
        for setting in SETTINGS.values():
            if (community, setting.name, channel) in self._values:
                await self._kept.set(community, f"{setting.name}:{channel}", None)
                del self._values[community, setting.name, channel]

    def forget(self, community: str) -> None:
        """Take a community out of memory, before it is erased from the store."""
        self._values = {key: value for key, value in self._values.items() if key[0] != community}

    def is_notice(self, message: str) -> bool:
        """Whether a message tells a channel of a setting, so that a reaction to it means something."""
        return message in self._notices

    def notices(self) -> tuple[tuple[str, str], ...]:
        """Give all notices as (channel, message)."""
        return tuple((channel, message) for message, channel in self._notices.items())
