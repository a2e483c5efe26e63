"""One scale for all strips, from nothing to very much, by colour and by height: it can be read without colour, too.

The steps are those of k, the smallest number that is told: none, fewer than k, from k, 2k, 4k and 8k on.
"""

STEPS = 6
"""How many steps there are: those of `bot.discussion.hiding.stage`."""

COLOURS = ("#ffffff", "#d3e3f1", "#a6cbe3", "#64a3cf", "#2f76b3", "#0d3f7d")
"""From light to dark, each step a good deal darker than the one before (ColorBrewer's Blues, by M. Harrower and C.
Brewer)."""

HEIGHTS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
"""How much of a cell each step fills."""


def legend(least: int) -> tuple[str, ...]:
    """Say each step in numbers: `0`, `<5`, `5+`, `10+`, `20+`, `40+`."""
    return ("0", f"<{least}", *(f"{least * times}+" for times in (1, 2, 4, 8)))
