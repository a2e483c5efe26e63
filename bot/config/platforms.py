"""Settings of the platforms, and where their secrets come from."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, field_validator

from bot.config.addresses import origin
from bot.config.section import Positive, Section, listed
from bot.errors import TokenUnreadable

UserId = Annotated[str, Field(pattern=r"^@[^\s:]+:\S+$", description="As @ada:example.org.")]


class Discord(Section):
    """How the bot is on Discord."""

    token: SecretStr | None = Field(default=None, description="Never in the file: set DISCORD_TOKEN, or token_file.")
    token_file: str | None = Field(default=None, description="A file that holds the token and nothing else.")
    message_content: bool = Field(
        default=False, description="Hear messages where moderators want quotes noticed: needs a privileged intent."
    )

    def secret(self) -> str | None:
        """Give the token from the environment or from its file; None where neither is set.

        Raises TokenUnreadable where the file can't be read, is empty or holds more than one word.
        """
        return secret("Discord", self.token, self.token_file)


class Matrix(Section):
    """How the bot is on Matrix, and who may invite it."""

    homeserver: str | None = Field(
        default=None, description="The homeserver's address, as https://matrix.example.org. Empty: not on Matrix."
    )
    user: str | None = Field(default=None, description="The bot's account, as @commonplace:example.org.")
    password: SecretStr | None = Field(default=None, description="Never in the file: set MATRIX_PASSWORD, or its file.")
    password_file: str | None = Field(default=None, description="A file that holds the password and nothing else.")
    token: SecretStr | None = Field(default=None, description="Never in the file: set MATRIX_TOKEN, or its file.")
    token_file: str | None = Field(default=None, description="A file that holds an access token and nothing else.")
    prefix: str = Field(default="!", description="Stands before a command in rooms.", pattern=r"^\S{1,10}$")
    message_content: bool = Field(
        default=False, description="Compare what people write, where moderators want quotes noticed."
    )
    operators: tuple[UserId, ...] | None = Field(
        default=None, description="Who may change the texts, for everybody, as @ada:example.org. Empty: nobody."
    )
    invite_users: str | None = Field(
        default=None, description="A pattern of those who may invite the bot. Empty: people of its own homeserver."
    )
    invite_rooms: str = Field(default=".*", description="A pattern of the rooms that the bot may be invited to.")
    invites_per_day: Positive = Field(default=20, description="How many invitations are looked at in a day.")
    commands_per_minute: Positive = Field(
        default=30, description="How many commands of somebody in a room are answered in a minute."
    )

    @field_validator("operators", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return listed(value)

    @field_validator("homeserver")
    @classmethod
    def _an_address(cls, value: str | None) -> str | None:
        return None if value is None else origin(value)

    @field_validator("invite_users", "invite_rooms")
    @classmethod
    def _a_pattern(cls, value: str | None) -> str | None:
        try:
            re.compile(value or "")
        except re.error:
            raise ValueError("a regular expression is expected") from None
        return value

    def secrets(self) -> tuple[str | None, str | None]:
        """Give the password and the token, each from the environment or its file. Raises TokenUnreadable."""
        return (
            secret("Matrix", self.password, self.password_file, spaces=True),
            secret("Matrix", self.token, self.token_file),
        )


def secret(platform: str, given: SecretStr | None, name: str | None, *, spaces: bool = False) -> str | None:
    """Give a secret from the environment or from the file of that name; None where neither is set.

    Raises TokenUnreadable where the file can't be read, is empty or holds more than one word (with `spaces`, a line).
    """
    if given is not None and given.get_secret_value().strip():
        return given.get_secret_value().strip()
    if not name:
        return None
    try:
        text = Path(name).expanduser().read_text(encoding="utf-8").strip()
    except OSError as error:
        raise TokenUnreadable(platform, name, error.strerror or type(error).__name__) from None
    except UnicodeDecodeError:
        raise TokenUnreadable(platform, name, "encoding") from None
    found = text.splitlines() if spaces else text.split()
    if len(found) != 1:
        raise TokenUnreadable(platform, name, "several" if found else "empty")
    return found[0]
