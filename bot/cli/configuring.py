"""Which configuration is used, and `commonplace config show` and `schema`."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from bot import shipped
from bot.cli.outcome import out, speak

if TYPE_CHECKING:
    from bot.cli.arguments import Chosen
    from bot.config import Config

_MASK = "********"


def config_file(wanted: Path | None) -> Path:
    """Find the file: --config, COMMONPLACE_CONFIG, ./config/bot.yaml, or the one that comes with the bot."""
    if wanted is not None:
        return wanted
    if os.environ.get("COMMONPLACE_CONFIG"):
        return Path(os.environ["COMMONPLACE_CONFIG"])
    here = Path("config") / "bot.yaml"
    return here if here.is_file() else shipped.config_file()


def configured(chosen: "Chosen") -> "Config":
    """Read the configuration for a command line; `--texts` goes before the file's folder. Raises ConfigInvalid."""
    from bot import logs
    from bot.config import load

    config = load(config_file(chosen.config), os.environ)
    speak(config.language)
    # Whoever asks on the command line reads sentences; the log is for `run`, which sets it up itself.
    logs.configure(config.log.model_copy(update={"level": "error"}))
    if chosen.texts is None:
        return config
    return config.model_copy(update={"texts": config.texts.model_copy(update={"folder": str(chosen.texts)})})


def show(chosen: "Chosen") -> int:
    """Print what is in force, the environment included, with secrets masked."""
    import yaml

    values = configured(chosen).model_dump(mode="json")
    if values["discord"]["token"] is not None:
        values["discord"]["token"] = _MASK
    out(f"# {config_file(chosen.config)}")
    out(yaml.safe_dump(values, sort_keys=False, allow_unicode=True).rstrip())
    return 0


def schema(chosen: "Chosen") -> int:
    """Print the JSON schema of the configuration."""
    from bot.config import schema as text

    out(text().rstrip())
    return 0
