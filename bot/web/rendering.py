"""From a template and what it shows to a page. Everything that is filled in is escaped, whoever wrote it."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.discussion.hiding import stage
from bot.web.speaking import Speech, direction

_HERE = Path(__file__).parent
_MEDIA = {"style.css": "text/css", "icon.svg": "image/svg+xml"}


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(direction=direction, stage=stage, style=_version("style.css"))
    return made


def page(name: str, speech: Speech, status: int = 200, /, **shown: Any) -> web.Response:
    """Make a page of the template `name`, in a language."""
    drawn = _environment().get_template(name).render(speech=speech, say=speech.say, **shown)
    return web.Response(text=drawn, status=status, content_type="text/html", charset="utf-8")


@cache
def fixed(name: str) -> bytes:
    """Give one of the two files that every page needs, by its name."""
    return (_HERE / "static" / name).read_bytes()


def file(name: str) -> web.Response:
    """Answer with one of these files. It says nothing about anybody, so that it may be kept; its address changes."""
    kept = {"Cache-Control": "public, max-age=86400"}
    return web.Response(body=fixed(name), content_type=_MEDIA[name], charset="utf-8", headers=kept)


def _version(name: str) -> str:
    return hashlib.sha256(fixed(name)).hexdigest()[:12]
