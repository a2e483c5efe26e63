"""What holds for every request: the headers of every answer, whose pages they are, and that nobody else can post.

Failures become pages that say what to do; none of them repeats what was asked for.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus
from urllib.parse import urlsplit

from aiohttp import web

from bot.config import is_loopback
from bot.errors import CommonplaceError
from bot.logs import get_logger
from bot.web.gate import Visitor
from bot.web.rendering import page
from bot.web.sessions import Ended
from bot.web.site import SITE, VISITOR
from bot.web.speaking import Speech, preferred, speech

_log = get_logger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Server": "Commonplace",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "accelerometer=(), camera=(), clipboard-read=(), display-capture=(), fullscreen=(), "
    "geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
}
"""Sent with every answer; whatever doesn't say otherwise is kept nowhere."""

OPEN = ("/enter/", "/style.css", "/icon.svg", "/left")
"""Addresses that need no session."""


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let a request through to its page, if it may pass, and put the headers on whatever comes back."""
    try:
        response = await _passed(request, handler)
    except web.HTTPException as error:
        response = _failed(request, error.status)
        if "Allow" in error.headers:
            response.headers["Allow"] = error.headers["Allow"]
    except CommonplaceError as error:
        _log.warning("a page failed", kind=type(error).__name__)
        response = _failed(request, HTTPStatus.SERVICE_UNAVAILABLE)
    except Exception:  # noqa: BLE001 - whatever a page meets, its visitor gets an answer and the bot lives on
        _log.exception("a page failed")
        response = _failed(request, HTTPStatus.INTERNAL_SERVER_ERROR)
    _put_on(response.headers)
    return response


async def _passed(request: web.Request, handler: Handler) -> web.StreamResponse:
    if not _at_home(request):
        return _failed(request, HTTPStatus.MISDIRECTED_REQUEST)
    if request.method not in ("GET", "HEAD") and not _from_here(request):
        return _failed(request, HTTPStatus.FORBIDDEN, "cross-site")
    if request.path.startswith(OPEN):
        return await handler(request)
    site = request.app[SITE]
    visitor = await site.sessions.visitor(request.cookies.get(site.cookie))
    if isinstance(visitor, Visitor):
        request[VISITOR] = visitor
        return await handler(request)
    lost = visitor is Ended.LOST
    response = _failed(request, HTTPStatus.FORBIDDEN if lost else HTTPStatus.UNAUTHORIZED, "lost" if lost else None)
    forget(response, site.cookie, secure=site.secure)
    return response


def forget(response: web.Response, cookie: str, *, secure: bool) -> None:
    """Have the browser drop a session's cookie."""
    response.del_cookie(cookie, path="/", secure=secure, httponly=True, samesite="Lax")


def speech_of(request: web.Request) -> Speech:
    """Speak a visitor's language, or that which the browser wants."""
    visitor = request.get(VISITOR)
    return speech(visitor.locale if visitor else preferred(request.headers.get("Accept-Language", "")))


def _at_home(request: web.Request) -> bool:
    """Whether a request names this page as its host: a foreign name that leads here (DNS rebinding) is refused."""
    home = urlsplit(request.app[SITE].links.base).netloc
    host = urlsplit(f"//{request.host}").hostname
    return request.host.lower() == home.lower() or is_loopback(host)


def _from_here(request: web.Request) -> bool:
    """Whether a form was sent from this page. Old browsers that don't tell have to name its origin."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == request.app[SITE].links.base


def _failed(request: web.Request, status: int, what: str | None = None) -> web.Response:
    known = what or str(int(status))
    speech = speech_of(request)
    title = f"web-failed-{known}" if speech.words.has(f"web-failed-{known}") else "web-failed-500"
    return page("failed.html", speech, int(status), title=speech.say(title), told=speech.say(f"{title}-told"))


def _put_on(headers: MutableMapping[str, str]) -> None:
    headers.update(HEADERS)
    headers.setdefault("Cache-Control", "no-store")
