"""What a visitor wants to see: days from and to (both included, in UTC), and a channel or all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlencode

from bot.store.tallies import DISCUSSED, Window

USUAL_DAYS = 30
_FIRST, _LAST = date(1970, 1, 1), date(9000, 1, 1)
_OLDEST = date(1800, 1, 1)
"""A period of a hundred years begins where counting does; years before this one are slips of the pen."""
_LONGEST_CHANNEL = 100


@dataclass(frozen=True, slots=True)
class Filters:
    """The days and the channel of a page. `problem` is the id of the sentence that says what could not be read."""

    first: date
    last: date
    channel: str | None = None
    problem: str | None = None

    @property
    def query(self) -> str:
        """The filters as the end of an address, so that a link to another page keeps them."""
        values = {"from": self.first.isoformat(), "to": self.last.isoformat(), "channel": self.channel}
        return urlencode({name: value for name, value in values.items() if value})

    def window(self, community: str) -> Window:
        """Give what the log is asked for: what people did in those days."""
        return Window(community, _hours(self.first), _hours(self.last + timedelta(days=1)), self.channel, DISCUSSED)


def filters_of(query: Mapping[str, str], today: date) -> Filters:
    """Read the filters from an address; where they can't be read, the last thirty days are taken, and that is told."""
    usual = Filters(today - timedelta(days=USUAL_DAYS - 1), today)
    channel = query.get("channel", "").strip() or None
    if channel is not None and (len(channel) > _LONGEST_CHANNEL or not channel.isprintable()):
        return Filters(usual.first, usual.last, None, "web-filter-channel")
    try:
        last = min(_day(query.get("to"), today), today)  # nothing happened in the future
        first = _day(query.get("from"), max(last - timedelta(days=USUAL_DAYS - 1), _FIRST))
    except (ValueError, OverflowError):
        return Filters(usual.first, usual.last, channel, "web-filter-days")
    if first > last:
        return Filters(usual.first, usual.last, channel, "web-filter-order")
    return Filters(first, last, channel)


def _day(given: str | None, usual: date) -> date:
    if not given or not given.strip():
        return usual
    day = date.fromisoformat(given.strip())
    if not _OLDEST <= day <= _LAST:
        raise ValueError(given)
    return max(day, _FIRST)


def _hours(day: date) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp()) // 3600
