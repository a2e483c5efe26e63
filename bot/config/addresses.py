"""Addresses that browsers and servers are given: which lead nowhere else than to this computer."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def is_loopback(host: str | None) -> bool:
    """Whether a host is this computer and can't be reached from another one."""
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False


def origin(url: str) -> str:
    """Give an address as browsers name its origin. Raises ValueError unless it is https, or http on this computer."""
    expected = "an address without a path is expected, as https://example.org"
    parts = urlsplit(url.strip())
    if not parts.hostname or parts.username is not None or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise ValueError(expected)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname)):
        raise ValueError("https is expected: by http, whoever is between could read along")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port else "")
