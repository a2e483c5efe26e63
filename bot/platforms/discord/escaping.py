"""Making words harmless in Discord's Markdown: with backslashes only, so that nothing is added that a reader copies.

Discord takes a backslash before any character but letters, digits and white space as "this character, plainly".
So a text can become no formatting, link, mention, channel, timestamp, command, emoji, spoiler, code, quote, heading or
list, and `unescape(escape(text)) == text`. `docs/decisions/061-escaping.md` tells how each case was looked at.
"""

import re

from bot.platforms.shared.splitting import size

_LINE_ENDS = r"\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
# The pattern begins with one set of characters, because that is what the engine scans for fastest; what must stand
# around a colon or a dot is looked at after it was found: https://…, :emoji:, and example.org/… or an invitation.
_ACTIVE = re.compile(
    r"[\\*_~`|\[\]<>@#:.]"
    r"(?:(?<=[^:.])|(?<=:)(?=/|[^\s:]*:)|(?<=\w\.)(?=[^\W\d_][\w-]*(?:\.[\w-]+)*/))"
)
# Where a line begins: a list, small print, or a numbered list.
_LIST = r"([^\S\n]*)(?:([-+])|(\d+)(?=[.)]))"
_FIRST_LINE = re.compile(_LIST)
_NEXT_LINES = re.compile(rf"(?<=[{_LINE_ENDS}]){_LIST}")
_LINE_END = re.compile(f"[{_LINE_ENDS}]")
_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")

_MAYBE_ACTIVE = re.compile(r"[\\*_~`|\[\]<>@#:.)+\-]")


def escape(text: str, *, within: bool = False) -> str:
    """Give the Markdown that Discord shows as exactly `text`; `within` tells that other words begin its line."""
    if not _MAYBE_ACTIVE.search(text):
        return text
    escaped = _ACTIVE.sub(_plain, text)
    if not within:
        escaped = _FIRST_LINE.sub(_unlisted, escaped, count=1) if _FIRST_LINE.match(escaped) else escaped
    if _LINE_END.search(escaped):
        escaped = _NEXT_LINES.sub(_unlisted, escaped)
    return escaped


def _plain(found: re.Match[str]) -> str:
    return "\\" + found.group()


def _unlisted(found: re.Match[str]) -> str:
    indent, bullet, number = found.groups()
    return f"{indent}\\{bullet}" if bullet is not None else f"{indent}{number}\\"


def cost(text: str) -> int:
    """Count what a text takes at most when it is escaped, in UTF-16 units; the costs of parts add up to the whole's."""
    return size(text) + len(_MAYBE_ACTIVE.findall(text))


def unescape(markdown: str) -> str:
    """Give back what `escape` was given."""
    return _ESCAPED.sub(r"\1", markdown)
