"""The configuration: a YAML file, overridden by environment variables; secrets only from environment or files.

`COMMONPLACE_DISCORD__TOKEN_FILE=/run/secrets/token` sets `discord.token_file`. `DISCORD_TOKEN` and `DISCORD_TOKEN_FILE`
are short for the two ways of giving Discord's token.
"""

import json
import re
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator

from bot import strict_yaml
from bot.errors import ConfigInvalid, TokenUnreadable

PREFIX = "COMMONPLACE_"
_SHORT = {
    f"{platform}_{name}": f"{PREFIX}{platform}__{name}"
    for platform, names in {"DISCORD": ("TOKEN",), "MATRIX": ("TOKEN", "PASSWORD")}.items()
    for name in (word for secret in names for word in (secret, f"{secret}_FILE"))
}
_SECRETS = (("discord", "token"), ("matrix", "token"), ("matrix", "password"))
_NOT_SETTINGS = {"COMMONPLACE_CONFIG"}

Positive = Annotated[int, Field(ge=1)]
CommunityId = Annotated[str, Field(pattern=r"^[a-z]+:\S+$", description='As "discord:1234".')]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)


class Texts(_Section):
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
        if isinstance(value, str):  # as an environment variable has it
            return tuple(part for part in re.split(r"[,\s]+", value) if part)
        return tuple(value) if isinstance(value, list) else value


class Reading(_Section):
    """How much a file may cost while it is read."""

    megabytes: Annotated[int, Field(ge=1, le=1024)] = Field(default=64, description="Larger files are refused.")
    seconds: Annotated[int, Field(ge=1, le=3600)] = Field(
        default=60, description="Reading that takes longer is stopped."
    )


class Answers(_Section):
    """What is kept of answers, so that `why` can explain them."""

    keep_days: Annotated[int, Field(ge=1, le=365)] = Field(default=30, description="For how many days `why` can tell.")


class Housekeeping(_Section):
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


KeptDays = Annotated[int, Field(ge=1, le=3650)]


class KeepDays(_Section):
    """For how many days the log tells by passage and hour; what is older is left as daily counts of each channel."""

    shown: KeptDays = Field(default=365, description="Which passages answers showed.")
    checked: KeptDays = Field(default=365, description="Which passages checked quotes were of.")
    spotted: KeptDays = Field(default=365, description="Which passages messages quoted.")
    daily: KeptDays = Field(default=365, description="Which passages were posted as the passage of the day.")
    replied: KeptDays = Field(default=365, description="Which passages were replied to.")
    reacted: KeptDays = Field(default=365, description="Which passages were reacted to.")
    threaded: KeptDays = Field(default=365, description="Which passages were written about in their threads.")


class Discussion(_Section):
    """What is counted of what a community discusses, and for how long it is kept."""

    count_replies: bool = Field(
        default=True, description="Count replies and reactions to the bot's messages, and talk in threads on a passage."
    )
    least_shown: Annotated[int, Field(ge=3, le=100)] = Field(
        default=5, description="Smaller counts are told as “fewer than”, larger ones in steps of it."
    )
    keep_days: KeepDays = KeepDays()


class Discord(_Section):
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
        return _secret("Discord", self.token, self.token_file)


def _secret(platform: str, given: SecretStr | None, name: str | None) -> str | None:
    if given is not None and given.get_secret_value().strip():
        return given.get_secret_value().strip()
    if not name:
        return None
    try:
        found = Path(name).expanduser().read_text(encoding="utf-8").split()
    except OSError as error:
        raise TokenUnreadable(platform, name, error.strerror or type(error).__name__) from None
    except UnicodeDecodeError:
        raise TokenUnreadable(platform, name, "encoding") from None
    if len(found) != 1:
        raise TokenUnreadable(platform, name, "several" if found else "empty")
    return found[0]


class Matrix(_Section):
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
    invite_users: str | None = Field(
        default=None, description="A pattern of those who may invite the bot. Empty: people of its own homeserver."
    )
    invite_rooms: str = Field(default=".*", description="A pattern of the rooms that the bot may be invited to.")
    invites_per_day: Positive = Field(default=20, description="How many invitations are looked at in a day.")
    commands_per_minute: Positive = Field(
        default=30, description="How many commands of somebody in a room are answered in a minute."
    )

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
            _secret("Matrix", self.password, self.password_file),
            _secret("Matrix", self.token, self.token_file),
        )


class Web(_Section):
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


def is_loopback(host: str | None) -> bool:
    """Whether a host is this computer and can't be reached from another one."""
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False


def origin(url: str) -> str:
    """Give an address as browsers name its origin. Raises ValueError unless it is https, or http on this computer."""
    expected = "an address without a path is expected, as https://example.org"
    parts = urlsplit(url.strip())
    if not parts.hostname or parts.username is not None or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise ValueError(expected)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname)):
        raise ValueError("https is expected: by http, whoever is between could read along")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port else "")


class Log(_Section):
    """What the process writes to its standard error."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least that is written."
    )
    format: Literal["console", "json"] = Field(default="console", description="For people, or a line of JSON each.")


class Config(_Section):
    """Everything that can be set. The file `config/bot.yaml` shows every key with its default."""

    data: str = Field(default="data", description="The folder for the database and the index; made when it is missing.")
    language: Literal["en", "uk"] = Field(default="en", description="The language where none is known.")
    texts: Texts = Texts()
    reading: Reading = Reading()
    answers: Answers = Answers()
    housekeeping: Housekeeping = Housekeeping()
    discussion: Discussion = Discussion()
    discord: Discord = Discord()
    matrix: Matrix = Matrix()
    web: Web = Web()
    log: Log = Log()

    @property
    def database(self) -> Path:
        """The file of the database."""
        return Path(self.data).expanduser() / "commonplace.db"

    @property
    def index(self) -> Path:
        """The folder of the index: a cache that may be deleted at any time."""
        return Path(self.data).expanduser() / "index"


def load(file: Path | None, environment: Mapping[str, str]) -> Config:
    """Read the configuration: the file (none: only defaults), then the environment over it.

    Raises ConfigInvalid with a line for each problem, as `path: what is expected`.
    """
    name = str(file) if file else "environment"
    data: object = {}
    if file is not None:
        try:
            data = strict_yaml.load(file.read_text(encoding="utf-8"))
        except OSError as failed:
            raise ConfigInvalid(name, (f"cannot be read: {failed.strerror}",)) from None
        except UnicodeDecodeError:
            raise ConfigInvalid(name, ("not UTF-8 text",)) from None
        except strict_yaml.Refused as refused:
            raise ConfigInvalid(name, refused.problems) from None
    if not isinstance(data, dict | None):
        raise ConfigInvalid(name, ("keys with values are expected",))
    problems = [
        f"{section}.{name}: a secret does not belong into the file; set {section.upper()}_{name.upper()} or "
        f"{section}.{name}_file"
        for section, name in _SECRETS
        if _has_secret(data, section, name)
    ]
    merged, unknown = _overlay(data or {}, environment)
    config = Config()
    try:
        config = strict_yaml.validate(Config, merged)
    except strict_yaml.Refused as refused:
        named = [_named(problem, environment) for problem in refused.problems]
        unknown += [line for line, variable in named if variable]
        problems += [line for line, variable in named if not variable]
    if problems or unknown:
        raise ConfigInvalid(name if problems else "environment", (*problems, *unknown))
    return config


def _named(problem: str, environment: Mapping[str, str]) -> tuple[str, bool]:
    """Name the variable in the place of the key that it set; the second value says whether one did."""
    path, colon, expected = problem.partition(": ")
    # Of two names for one setting the long one is written over the short one: it comes last.
    variables = {".".join(key): variable for variable, key in _variables(environment)}
    return (f"{variables[path]}{colon}{expected}", True) if path in variables else (problem, False)


def _has_secret(data: object, section: str, name: str) -> bool:
    found = data.get(section) if isinstance(data, dict) else None
    return isinstance(found, dict) and found.get(name) is not None


def _overlay(data: dict[str, Any], environment: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """Put environment variables over the file's values; the second value has a line for each unknown one."""
    merged = {key: dict(value) if isinstance(value, dict) else value for key, value in data.items()}
    # A section that is there but empty in YAML is None: it means its defaults.
    for key, field in Config.model_fields.items():
        if merged.get(key, ...) is None and _is_section(field.annotation):
            merged[key] = {}
    unknown: list[str] = []
    for variable, path in _variables(environment):
        field_type = _field_type(path)
        if field_type is None:
            unknown.append(f"{variable}: there is no such setting")
            continue
        place: Any = merged
        for part in path[:-1]:
            place = place.setdefault(part, {})
            if not isinstance(place, dict):
                break
        else:
            place[path[-1]] = _from_text(environment[variable], field_type)
    return merged, unknown


def _variables(environment: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """List the variables that are meant for the bot, with the path of the key that each sets; empty ones are unset."""
    found: list[tuple[str, list[str]]] = []
    for variable in sorted(environment, key=lambda name: name.startswith(PREFIX)):
        name = _SHORT.get(variable, variable)
        if name.startswith(PREFIX) and name not in _NOT_SETTINGS and environment[variable] != "":
            found.append((variable, name.removeprefix(PREFIX).lower().split("__")))
    return found


def _is_section(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _field_type(path: list[str]) -> Any:
    model: Any = Config
    for part in path:
        if not _is_section(model) or part not in model.model_fields:
            return None
        model = model.model_fields[part].annotation
    return None if _is_section(model) else model


def _from_text(text: str, wanted: Any) -> object:
    """Read a variable's text as what the setting wants; what doesn't fit stays text, and is refused by name later."""
    kinds = {
        wanted,
        *get_args(wanted),
        *(get_args(part)[0] for part in get_args(wanted) if get_origin(part) is Annotated),
    }
    if bool in kinds and text.lower() in ("true", "false", "yes", "no", "1", "0"):
        return text.lower() in ("true", "yes", "1")
    if int in kinds and re.fullmatch(r"-?\d{1,18}", text):
        return int(text)
    return text


def schema() -> str:
    """Give the JSON schema of the file, for editors that complete it."""
    return json.dumps(Config.model_json_schema(), indent=2, ensure_ascii=False) + "\n"
