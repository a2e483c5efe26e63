"""Reading the configuration: a file, the environment over it, and a line for each thing that is refused."""

from collections.abc import Mapping
from pathlib import Path

from bot import strict_yaml
from bot.config.environment import named, overlay
from bot.config.whole import Config
from bot.errors import ConfigInvalid

_SECRETS = (("discord", "token"), ("matrix", "token"), ("matrix", "password"))


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
    merged, unknown = overlay(data or {}, environment)
    config = Config()
    try:
        config = strict_yaml.validate(Config, merged)
    except strict_yaml.Refused as refused:
        renamed = [named(problem, environment) for problem in refused.problems]
        unknown += [line for line, variable in renamed if variable]
        problems += [line for line, variable in renamed if not variable]
    if problems or unknown:
        raise ConfigInvalid(name if problems else "environment", (*problems, *unknown))
    return config


def _has_secret(data: object, section: str, name: str) -> bool:
    found = data.get(section) if isinstance(data, dict) else None
    return isinstance(found, dict) and found.get(name) is not None
