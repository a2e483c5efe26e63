"""Settings of the texts: which there are, what reading one may cost, how much may be quoted."""

from typing import Annotated

from pydantic import Field, field_validator

from bot.config.section import Positive, Section, listed

CommunityId = Annotated[str, Field(pattern=r"^[a-z]+:\S+$", description='As "discord:1234".')]


class Texts(Section):
    """Which texts are answered from."""

    shipped: bool = Field(default=True, description="Answer from the three digests that come with the bot.")
    folder: str | None = Field(default=None, description="A folder of your own texts, read at each start. Empty: none.")
    words_per_answer: Positive | None = Field(
        default=150,
        description="Words an answer may quote of a text whose rights are not known. Empty: no cap.",
    )
    words_per_day: Positive | None = Field(
        default=1500, description="The same for a day and a community. Empty: no cap."
    )
    curators: tuple[CommunityId, ...] | None = Field(
        default=None, description="Communities whose moderators may change the texts, for everybody. Empty: none."
    )

    @field_validator("curators", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return listed(value)


class Reading(Section):
    """How much a file may cost while it is read."""

    megabytes: Annotated[int, Field(ge=1, le=1024)] = Field(default=64, description="Larger files are refused.")
    seconds: Annotated[int, Field(ge=1, le=3600)] = Field(
        default=60, description="Reading that takes longer is stopped."
    )
