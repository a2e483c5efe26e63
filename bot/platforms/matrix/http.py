"""Requests to the homeserver: JSON in, JSON out, and errors as what they mean."""

import io
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

import aiohttp
import orjson

from bot.platforms.matrix.trouble import Denied, TooLarge, Unauthorized, Unproven, Unreachable

CLIENT = "/_matrix/client/v3"
VERSIONS = "/_matrix/client/versions"
MEDIA = "/_matrix/media/v3"
ROOMS = "/_matrix/client/v1/rooms"
FILES = "/_matrix/client/v1/media/download"
"""Where files are fetched from, by whoever is let in."""

Json = dict[str, Any]

_GOOD = 200
_UNPROVEN = 401
_LIMITED = 429
_ELSEWHERE = range(300, 400)
_TOO_LARGE = 413
_PATIENCE = 30.0
_PATIENCE_FOR_FILES = 300.0
_PART = 2**16
_LONGEST_ERROR = 2**16
_LONGEST_PLACE = 200
_LONGEST = 2**27
"""Bytes of an answer that is read; the whole state of many large rooms has a tenth of it."""


def path(*parts: str, **query: str | int | None) -> str:
    """Write a path below the client interface, each part quoted."""
    given = {name: value for name, value in query.items() if value is not None}
    asked = f"?{urlencode(given)}" if given else ""
    return CLIENT + "".join(f"/{quote(part, safe='')}" for part in parts) + asked


class Http:
    """A session with one homeserver. `token` is sent with each request once it is set."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self.token: str | None = None
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    async def get(self, where: str, patience: float = _PATIENCE) -> Json:
        """Ask for something. Raises Unreachable, Unauthorized and Denied."""
        return await self.request("GET", where, None, patience)

    async def put(self, where: str, body: Mapping[str, Any]) -> Json:
        """Put something. Raises the same."""
        return await self.request("PUT", where, orjson.dumps(body))

    async def post(self, where: str, body: Mapping[str, Any]) -> Json:
        """Post something. Raises the same."""
        return await self.request("POST", where, orjson.dumps(body))

    async def upload(self, data: bytes, media: str, name: str) -> str:
        """Store a file on the homeserver; gives its address (`mxc://…`). Raises the same."""
        where = f"{MEDIA}/upload?{urlencode({'filename': name})}"
        return told(await self.request("POST", where, data, media=media), "content_uri")

    async def download(self, where: str, most: int) -> bytes:
        """Fetch a file of so many bytes at most. Raises TooLarge, Unreachable, Unauthorized and Denied."""
        timeout = aiohttp.ClientTimeout(total=_PATIENCE_FOR_FILES, sock_read=_PATIENCE)
        try:
            async with self._open().get(self.url + where, headers=self._headers(), timeout=timeout) as answer:
                if answer.status != _GOOD:
                    raise meaning(answer.status, _object(await answer.content.read(_LONGEST_ERROR)) or {})
                return await _read(answer, most)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise Unreachable(type(error).__name__) from error

    async def request(
        self, method: str, where: str, body: bytes | None, patience: float = _PATIENCE, media: str = "application/json"
    ) -> Json:
        """Send one request, and give its answer. Raises Unreachable, Unauthorized and Denied."""
        headers = self._headers() | ({"Content-Type": media} if body is not None else {})
        timeout = aiohttp.ClientTimeout(total=patience)
        try:
            async with self._open().request(
                method, self.url + where, data=_sent(body), headers=headers, timeout=timeout, allow_redirects=False
            ) as answer:
                if answer.status in _ELSEWHERE:  # following it would leave the token out, and make a POST a GET
                    raise Unreachable(f"redirected to {answer.headers.get('Location', '')[:_LONGEST_PLACE]}")
                return _understood(answer.status, await _read(answer, _LONGEST))
        except TooLarge:
            raise Unreachable("more than can be read") from None
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise Unreachable(type(error).__name__) from error

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session

    def _headers(self) -> dict[str, str]:
        return {} if self.token is None else {"Authorization": f"Bearer {self.token}"}


async def _read(answer: aiohttp.ClientResponse, most: int) -> bytes:
    """Read an answer of so many bytes at most. Raises TooLarge."""
    found = bytearray()
    async for part in answer.content.iter_chunked(_PART):
        found += part
        if len(found) > most:
            raise TooLarge
    return bytes(found)


def _sent(body: bytes | None) -> bytes | io.BytesIO | None:
    """Give a body as it is sent: a large file in parts, between which others have their turn."""
    return body if body is None or len(body) <= _PART else io.BytesIO(body)


def _understood(status: int, body: bytes) -> Json:
    found = _object(body)
    if status == _GOOD and found is not None:
        return found
    raise meaning(status, found or {})


def _object(body: bytes) -> Json | None:
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return found if isinstance(found, dict) else None


def told(answer: Json, name: str) -> str:
    """Give a name that an answer has to have; an answer without it is none. Raises Unreachable."""
    found = answer.get(name)
    if not isinstance(found, str) or not found:
        raise Unreachable(f"no {name}")
    return found


def meaning(status: int, body: Mapping[str, Any]) -> Exception:
    """Say what an answer that is none means."""
    if status == _UNPROVEN and isinstance(body.get("flows"), list):
        return _unproven(body)
    code = body.get("errcode")
    code = code if isinstance(code, str) else str(status)
    if status == _LIMITED or code == "M_LIMIT_EXCEEDED":
        wait = body.get("retry_after_ms")
        return Unreachable(code, max(wait / 1000, 0.0) if isinstance(wait, int | float) else 1.0)
    if code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED"):
        return Unauthorized(code, status)
    # A homeserver that is being started, and what stands before one that is not, have many ways to say so. What it
    # refuses itself it gives a code of Matrix's; only too large a request may be refused before it.
    if status >= 500 or (not code.startswith("M_") and status != _TOO_LARGE):
        return Unreachable(code)
    return Denied(code, status)


def _unproven(body: Mapping[str, Any]) -> Unproven:
    """Read what the interactive authentication of the specification asks for."""
    flows = [flow.get("stages") for flow in body["flows"] if isinstance(flow, dict)]
    ways = tuple(tuple(map(str, stages)) for stages in flows if isinstance(stages, list))
    parameters = body.get("params")
    each = parameters.values() if isinstance(parameters, dict) else ()
    addresses = [step["url"] for step in each if isinstance(step, dict) and isinstance(step.get("url"), str)]
    return Unproven(ways, str(body.get("session", "")), addresses[0] if addresses else None)
