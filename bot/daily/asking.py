"""Understanding the times, zones and dates that moderators write."""

import difflib
import re
from datetime import date, timedelta
from functools import cache
from zoneinfo import available_timezones

from bot.daily.calendar import zone_of
from bot.errors import DateInvalid, DateOutside, TimeInvalid, UnknownZone

FURTHEST = timedelta(days=366)
"""Nothing can be planned for days that are further ahead."""

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NEAREST = 4


def read_time(written: str) -> str:
    """Read a time of day. Raises TimeInvalid: `8:30` may be the morning or the evening, and is not guessed at."""
    if not _TIME.fullmatch(written.strip()):
        raise TimeInvalid
    return written.strip()


def read_zone(written: str) -> str:
    """Read the name of a time zone, in whatever case. Raises UnknownZone with the nearest names."""
    wanted = written.strip().replace(" ", "_").casefold()
    known = _zones()
    if wanted in known and zone_of(known[wanted]) is not None:
        return known[wanted]
    cities = [name for folded, name in known.items() if folded.rpartition("/")[2] == wanted]
    near = [known[name] for name in difflib.get_close_matches(wanted, known, n=_NEAREST, cutoff=0.7)]
    by_city = {folded.rpartition("/")[2]: name for folded, name in known.items()}
    similar = [by_city[city] for city in difflib.get_close_matches(wanted, by_city, n=_NEAREST, cutoff=0.7)]
    raise UnknownZone(tuple(dict.fromkeys((*sorted(cities), *near, *similar)))[:_NEAREST])


def read_date(written: str, first: date) -> date:
    """Read a date from `first` on. Raises DateInvalid, and DateOutside for one that is over or too far ahead."""
    if not _DATE.fullmatch(written.strip()):
        raise DateInvalid
    try:
        day = date.fromisoformat(written.strip())
    except ValueError:
        raise DateInvalid from None
    if not first <= day <= first + FURTHEST:
        raise DateOutside(first.isoformat(), (first + FURTHEST).isoformat())
    return day


def zones() -> list[str]:
    """Give the names of all time zones."""
    return list(_zones().values())


@cache
def _zones() -> dict[str, str]:
    """Give the names of the zones there are, by their form without case."""
    return {name.casefold(): name for name in sorted(available_timezones()) if "/" in name or name == "UTC"}
