"""Addresses that a text brings along: which of them may stand in a link."""

import re
from urllib.parse import quote, urlsplit

# Everything else in an address is percent-encoded, so that it cannot end the link that it stands in.
_PLAIN_IN_ADDRESS = ":/?#@!$&'+,;=%~-._"
LONGEST_ADDRESS = 512


def address(url: str | None) -> str | None:
    """Give an address that may stand in a link: http or https, a plain host, no login; None for any other."""
    if url is None or len(url) > LONGEST_ADDRESS or not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or port == 0 or parts.username is not None:
        return None
    if host is None or not re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", host):
        return None
    written = quote(url, safe=_PLAIN_IN_ADDRESS)
    return written if len(written) <= LONGEST_ADDRESS else None
