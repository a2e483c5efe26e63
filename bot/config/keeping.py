"""Settings of what is kept: of answers, of what a community discusses, and when old things are removed."""

import re
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator

from bot.config.section import Section

KeptDays = Annotated[int, Field(ge=1, le=3650)]


class Answers(Section):
    """What is kept of answers, so that `why` can explain them."""

    keep_days: Annotated[int, Field(ge=1, le=365)] = Field(default=30, description="For how many days `why` can tell.")


class Housekeeping(Section):
    """When old answers are removed, each day."""

    time: str = Field(
        default="04:30", description='A local time in quotes, as "04:30".', pattern=r"^([01]\d|2[0-3]):[0-5]\d$"
    )
    zone: str = Field(default="UTC", description='The time zone it is meant in, as "Europe/Kyiv".')

    @field_validator("time", mode="before")
    @classmethod
    def _quoted(cls, value: object) -> object:
        if not isinstance(value, str) or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
            # YAML reads an unquoted 8:30 as the number 510.
            raise ValueError('a time of four digits in quotes is expected, as "08:30"')
        return value

    @field_validator("zone")
    @classmethod
    def _known(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError('the name of a time zone is expected, as "Europe/Kyiv"') from None
        return value


class KeepDays(Section):
    """For how many days the log tells by passage and hour; what is older is left as daily counts of each channel."""

    shown: KeptDays = Field(default=365, description="Which passages answers showed.")
    checked: KeptDays = Field(default=365, description="Which passages checked quotes were of.")
    spotted: KeptDays = Field(default=365, description="Which passages messages quoted.")
    daily: KeptDays = Field(default=365, description="Which passages were posted as the passage of the day.")
    replied: KeptDays = Field(default=365, description="Which passages were replied to.")
    reacted: KeptDays = Field(default=365, description="Which passages were reacted to.")
    threaded: KeptDays = Field(default=365, description="Which passages were written about in their threads.")


class Discussion(Section):
    """What is counted of what a community discusses, and for how long it is kept."""

    count_replies: bool = Field(
        default=True, description="Count replies and reactions to the bot's messages, and talk in threads on a passage."
    )
    least_shown: Annotated[int, Field(ge=3, le=100)] = Field(
        default=5, description="Smaller counts are told as “fewer than”, larger ones in steps of it."
    )
    keep_days: KeepDays = KeepDays()
