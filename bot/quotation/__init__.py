"""Checking what people quote, and noticing it. Pure: no platform, no store, and nothing of a message is kept.

What stands here is loaded when it is first used: numpy comes with it, and a bot that never checks a quote does without.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.quotation.checking import check
    from bot.quotation.spotting import spot
    from bot.quotation.texts import Texts

__all__ = ["Texts", "check", "spot"]

_HOMES = {"Texts": "texts", "check": "checking", "spot": "spotting"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(name)
