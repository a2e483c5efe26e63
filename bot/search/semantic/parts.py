"""The sentences of a passage, each of which gets a vector of its own: an answer often stands in one of them."""

import re

_END = re.compile(r"(?<=[.!?…؟。])[\"”’»)\]]*\s+")
# Shorter ones ("No." "By J. R. Smith.") say too little alone and stay with the next.
_LEAST = 25
# So many of a passage are compared; what is behind them is in the passage's own vector.
MOST = 24


def parts(text: str) -> list[str]:
    """Give a passage's sentences, roughly; none where it is one."""
    found: list[str] = []
    begun = ""
    for sentence in _END.split(text):
        begun = f"{begun} {sentence}".strip()
        if len(begun) >= _LEAST:
            found.append(begun)
            begun = ""
    if begun and found:
        found[-1] = f"{found[-1]} {begun}"
    return found[:MOST] if len(found) > 1 else []
