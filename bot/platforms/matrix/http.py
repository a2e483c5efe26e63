"""Requests to the homeserver: JSON in, JSON out, and errors as what they mean."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

import aiohttp
import orjson

from bot.platforms.matrix.trouble import Denied, Unauthorized, Unproven, Unreachable

CLIENT = "/_matrix/client/v3"
MEDIA = "/_matrix/media/v3"

Json = dict[str, Any]

_UNPROVEN = 401
_LIMITED = 429
_PATIENCE = 30.0


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
        return str((await self.request("POST", where, data, media=media))["content_uri"])

    async def request(
        self, method: str, where: str, body: bytes | None, patience: float = _PATIENCE, media: str = "application/json"
    ) -> Json:
        """Send one request, and give its answer. Raises Unreachable, Unauthorized and Denied."""
        if self._session is None:
            self._session = aiohttp.ClientSession()
        headers = {"Content-Type": media} if body is not None else {}
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token}"
        timeout = aiohttp.ClientTimeout(total=patience)
        try:
            async with self._session.request(
                method, self.url + where, data=body, headers=headers, timeout=timeout
            ) as answer:
                return _understood(answer.status, await answer.read())
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise Unreachable(type(error).__name__) from error


def _understood(status: int, body: bytes) -> Json:
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError:
        found = None
    if status == 200 and isinstance(found, dict):
        return found
    raise meaning(status, found if isinstance(found, dict) else {})


def meaning(status: int, body: Mapping[str, Any]) -> Exception:
    """Say what an answer that is none means."""
    if status == _UNPROVEN and isinstance(body.get("flows"), list):
        return _unproven(body)
    code = body.get("errcode")
    code = code if isinstance(code, str) else str(status)
    if status == _LIMITED or code == "M_LIMIT_EXCEEDED":
        wait = body.get("retry_after_ms")
        return Unreachable(code, wait / 1000 if isinstance(wait, int | float) else 1.0)
    if code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED"):
        return Unauthorized(code, status)
    # A homeserver that is being started, and the proxy before one that is not, have many ways to say so.
    if status >= 500 or status in (200, 408) or (status == 404 and code == "404"):
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
