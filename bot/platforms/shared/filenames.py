"""Names of files that people send."""

import re

_LONGEST = 100
_LONGEST_ENDING = 10


def plain(name: str) -> str:
    """Give a file's name without any way to somewhere; how it is kept, is for the texts to say."""
    stem, dot, ending = re.sub(r"[/\\\x00-\x1f]", "-", name).lstrip(".").rpartition(".")
    return f"{stem[:_LONGEST] or 'text'}{dot}{ending[:_LONGEST_ENDING]}"
