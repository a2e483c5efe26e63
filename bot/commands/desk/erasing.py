"""Saying what was erased at somebody's wish: the platform knows it, once it is done."""

from collections.abc import Mapping

from bot.model import Block, Facts, Text
from bot.words import words


def erased(rows: Mapping[str, int], locale: str) -> tuple[Block, ...]:
    """Say of each table in how many rows something was erased, or that there was nothing."""
    say = words(locale)
    if not rows:
        return (Text(say.say("privacy-erased-nothing")),)
    told = tuple((table, say.say("privacy-erased-rows", rows=count)) for table, count in sorted(rows.items()))
    blocks: list[Block] = [Text(say.say("privacy-erased")), Facts(told)]
    if "consents" in rows:
        blocks.append(Text(say.say("privacy-erased-wish")))
    return tuple(blocks)
