"""Settings of the moderators' page, and where it is reached."""

from typing import Annotated

from pydantic import Field, field_validator, model_validator

from bot.config.addresses import is_loopback, origin
from bot.config.section import Section


class Web(Section):
    """The moderators' page, and where it is reached."""

    enabled: bool = Field(default=False, description="Serve the moderators' page, which opens by a link from the bot.")
    host: str = Field(default="127.0.0.1", description="The address that is listened on.", min_length=1)
    port: Annotated[int, Field(ge=1, le=65535)] = Field(default=8350, description="The port that is listened on.")
    base_url: str | None = Field(
        default=None, description="Where browsers reach it, as https://example.org. Empty: only on this computer."
    )

    @field_validator("base_url")
    @classmethod
    def _an_origin(cls, value: str | None) -> str | None:
        return None if value is None else origin(value)

    @model_validator(mode="after")
    def _not_public_unawares(self) -> "Web":
        public = self.base_url is not None and self.base_url.startswith("https:")
        if not is_loopback(self.host) and not public:
            raise ValueError(f"with host {self.host} others could reach the page: base_url has to be its https address")
        return self

    @property
    def address(self) -> str:
        """The page's address, without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.base_url or f"http://{host}:{self.port}"
