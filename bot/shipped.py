"""Where the files that come with the bot are: next to the package in a checkout, inside it once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_shipped"
_CHECKOUT = _PACKAGE.parent


def seeds() -> Path:
    """The folder of the texts that come with the bot, and of their catalog."""
    installed = _INSTALLED / "seeds"
    return installed if installed.is_dir() else _CHECKOUT / "seeds"


def config_file() -> Path:
    """The default configuration."""
    installed = _INSTALLED / "bot.yaml"
    return installed if installed.is_file() else _CHECKOUT / "config" / "bot.yaml"


def locales() -> Path:
    """The folder of the bot's own sentences, a folder for each language."""
    return _PACKAGE / "locales"
