"""Coming in by a one-time link, and leaving.

Opening a link shows a button and changes nothing: chats open links to preview them. The button uses it up.
"""

from http import HTTPStatus

from aiohttp import web

from bot.logs import get_logger
from bot.web.guarding import forget, speech_of
from bot.web.links import LIFE_MINUTES
from bot.web.rendering import page
from bot.web.sessions import LIFE_HOURS
from bot.web.site import SITE
from bot.web.speaking import speech

_log = get_logger(__name__)


async def door(request: web.Request) -> web.Response:
    """Show the button that uses a link up."""
    site = request.app[SITE]
    visitor = site.links.look(request.match_info["token"])
    if visitor is None:
        return _wrong(request)
    name, speaking = site.community_name(visitor), speech(visitor.locale)
    return page("enter.html", speaking, community=name, hours=LIFE_HOURS)


async def enter(request: web.Request) -> web.Response:
    """Use a link up, and open a session."""
    site = request.app[SITE]
    visitor = site.links.redeem(request.match_info["token"])
    if visitor is None:
        return _wrong(request)
    token = await site.sessions.begin(visitor)
    if token is None:
        said = speech(visitor.locale)
        title, told = said.say("web-failed-lost"), said.say("web-failed-lost-told")
        return page("failed.html", said, HTTPStatus.FORBIDDEN, title=title, told=told)
    _log.info("somebody came in by a link to the page")
    response = web.Response(status=HTTPStatus.SEE_OTHER, headers={"Location": "/"})
    response.set_cookie(
        site.cookie, token, max_age=LIFE_HOURS * 3600, path="/", secure=site.secure, httponly=True, samesite="Lax"
    )
    return response


async def leave(request: web.Request) -> web.Response:
    """Close the session."""
    site = request.app[SITE]
    site.sessions.end(request.cookies.get(site.cookie))
    response = web.Response(status=HTTPStatus.SEE_OTHER, headers={"Location": "/left"})
    forget(response, site.cookie, secure=site.secure)
    return response


async def left(request: web.Request) -> web.Response:
    """Say goodbye."""
    return page("left.html", speech_of(request))


def _wrong(request: web.Request) -> web.Response:
    """Say that a link is none (any more): whether it ever was one is not told."""
    speaking = speech_of(request)
    if request.app[SITE].links.wrong():
        title, told = speaking.say("web-failed-429"), speaking.say("web-failed-429-told")
        response = page("failed.html", speaking, HTTPStatus.TOO_MANY_REQUESTS, title=title, told=told)
        response.headers["Retry-After"] = "60"
        return response
    title, told = speaking.say("web-link-gone"), speaking.say("web-link-gone-told", minutes=LIFE_MINUTES)
    return page("failed.html", speaking, HTTPStatus.GONE, title=title, told=told)
