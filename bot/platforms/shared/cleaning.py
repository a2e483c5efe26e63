"""Making a text harmless to print: what a terminal would carry out goes, everything that a reader copies stays."""

import re

# C0 and C1 controls and DEL: a terminal acts on them. Line breaks stay; a tab becomes a space.
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_DIRECTED = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")

_OPENS = "\u2066\u2067\u2068"
_FIRST_STRONG = "\u2068"
_CLOSES = "\u2069"


def clean(text: str) -> str:
    """Remove the control characters that a terminal would carry out (escape sequences begin with one)."""
    return _CONTROLS.sub(lambda found: " " if found.group() == "\t" else "", text.replace("\r\n", "\n"))


def isolated(text: str) -> str:
    """Keep right-to-left words, and marks of direction, from turning what stands around the text.

    The text is put between FSI and PDI (Unicode Annex 9), as often as its own unpaired marks call for; a text without
    such characters is left as it is, so that nothing invisible is copied with it.
    """
    if not _DIRECTED.search(text):
        return text
    unopened = unclosed = 0
    for character in text:
        if character in _OPENS:
            unclosed += 1
        elif character == _CLOSES and unclosed:
            unclosed -= 1
        elif character == _CLOSES:
            unopened += 1
    return _FIRST_STRONG * (unopened + 1) + text + _CLOSES * (unclosed + 1)


def safe(text: str) -> str:
    """Make a text ready to be drawn: without controls, isolated line by line, as a terminal draws line by line."""
    return "\n".join(isolated(line) for line in clean(text).split("\n"))
