"""Checking what people quote, and noticing it. Pure: no platform, no store, and nothing of a message is kept."""

from bot.quotation.checking import check
from bot.quotation.spotting import spot
from bot.quotation.texts import Texts

__all__ = ["Texts", "check", "spot"]
